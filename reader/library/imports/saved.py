"""An article as another program kept it, and the words, days and addresses that such programs write."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.article.text.dates import parse_date
from reader.article.text.safe import safe_link, safe_text
from reader.library.model import State

MOST_WORDS = 20_000
"""Characters of one highlight, note or title; longer ones are cut."""
_MOST_TAGS = 100
_LATEST = 4_102_444_800.0
"""The year 2100, in seconds since 1970: no article was saved later."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that somebody highlighted, and what was written on them."""

    words: str
    note: str = ""
    tags: tuple[str, ...] = ()
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """An article as another program kept it, from `line` of its file; `where` is more exact where a line holds many.

    `url` is "" where only a title is known. `html` is the page's own text, where the program kept it. `remarks` say
    what of it could not be taken.
    """

    line: int
    url: str
    title: str | None = None
    site: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    added: float | None = None
    state: State = "to-read"
    starred: bool = False
    tags: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    html: str = ""
    remarks: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that could not be taken, and why."""

    line: int
    why: str
    where: str = ""


class NotSaved(ValueError):
    """A row or entry that is no article; the message says why."""


def address(value: object) -> str:
    """A web address as it is kept. Raises NotSaved."""
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        raise NotSaved("it names no address")
    link = safe_link(text)
    if link is None or not link.startswith("http"):
        raise NotSaved(f"{safe_text(text[:80], lines=False)!r} is no web address")
    return link


def words(value: object, *, lines: bool = False) -> str:
    """Safe text of a value, "" for what is no text."""
    return safe_text(value[:MOST_WORDS], lines=lines).strip() if isinstance(value, str) else ""


def names_of(value: object) -> tuple[str, ...]:
    """The people whom a text names, parted by commas, semicolons or "and"."""
    return tuple(name for part in re.split(r",|;| and ", words(value)) if (name := part.strip()))[:20]


def tags_of(values: object, parted: str = ",") -> tuple[str, ...]:
    """Tags from a list, or from a text that this sign parts."""
    if isinstance(values, str):
        values = values.split(parted)
    if not isinstance(values, list | tuple):
        return ()
    tidy = (words(each).replace(",", " ").lstrip("#").strip() for each in values[:_MOST_TAGS])
    return tuple(dict.fromkeys(" ".join(tag.split()) for tag in tidy if tag))


def time_of(value: object) -> float | None:
    """Seconds since 1970, from seconds, thousandths or millionths of them, or a date as people or ISO 8601 write it."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = str(value).strip()[:60]
    if re.fullmatch(r"\d{1,17}(\.\d{1,9})?", text, re.ASCII):
        seconds = float(text)
        while seconds > _LATEST:
            seconds /= 1000
        return seconds if seconds > 0 else None
    try:
        found = datetime.fromisoformat(text.replace(" UTC", "+00:00"))
    except ValueError:
        written = parse_date(text, language="en")
        if written is None:
            return None
        try:
            found = datetime.fromisoformat(written[0])
        except ValueError:
            return None
    try:
        seconds = (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, OSError, ValueError):
        return None
    return seconds if 0 < seconds < _LATEST else None


def day_of(value: object) -> str | None:
    """A year, day or time as ISO 8601 writes it, or None."""
    if isinstance(value, str) and re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", value.strip(), re.ASCII):
        return value.strip()
    seconds = time_of(value)
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat().removesuffix("T00:00:00+00:00")


def date_remark(value: object, found: object) -> tuple[str, ...]:
    """A remark where a date was given that nobody can read."""
    said = words(value) if isinstance(value, str) else str(value) if value else ""
    return (f"its date {said[:40]!r} could not be read",) if said and found is None else ()
