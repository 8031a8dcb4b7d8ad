"""When an article was published, by a cell: a date, ISO 8601, a feed's or page's way, or seconds since 1970."""

import re
from datetime import UTC, date, datetime

from reader.archive.cells import words_of
from reader.article.text.dates import iso_moment, write_utc

_PART = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?")
_SECONDS = range(100_000_000, 100_000_000_000)
"""From 1973 on; larger numbers are thousandths, millionths or milliardths of a second, as data frames write them."""


def moment_of(cell: object) -> str | None:
    """The day or moment that a cell tells, as ISO 8601; a year or month alone too; None where it tells none."""
    words = words_of(cell)
    if words is None or isinstance(cell, date) or _PART.fullmatch(words):
        return words
    if isinstance(cell, int | float) or (words.isascii() and words.isdigit() and len(words) > 8):
        return _counted(float(words))
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return iso_moment(words)
    if not re.search(r"\d[T ]\d", words):
        return moment.date().isoformat()
    return write_utc(moment) if moment.tzinfo == UTC else moment.isoformat()


def _counted(number: float) -> str | None:
    for _ in range(4):
        if _SECONDS.start <= number < _SECONDS.stop:
            return write_utc(datetime.fromtimestamp(int(number), UTC))
        number /= 1000
    return None
