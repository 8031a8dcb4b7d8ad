"""Dates as news pages and pasted text write them, in English and other languages, as ISO 8601."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime

from reader.article.text.bylines import word_set
from reader.article.text.month_names import month_number
from reader.article.text.patterns import compile_later

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_A_YEAR = re.compile(r"(?:19|20)\d\d")
"""What every date is written with."""
_ISO = compile_later(
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_WRITTEN = (
    compile_later(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    compile_later(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    compile_later(r"\b(?P<year>(?:19|20)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b"),
    compile_later(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]?"),
    compile_later(r"(?P<day>[0-3]?\d) tháng (?P<month>[01]?\d),? (?:năm )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    compile_later(r"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d)\b"),
)
_WORD = r"(?P<month>[^\W\d_]{3,16})\.?"
_OTHER = (
    compile_later(
        rf"\b(?P<day>[0-3]?\d)(?:\.|er|º|°|ª|-?[ея]|-?го)?\s+(?:de\s+|d['’]|di\s+)?{_WORD},?"
        rf"\s+(?:del?\s+|di\s+|г\.\s+)?{_YEAR}\b",
        re.IGNORECASE,
    ),
    compile_later(rf"\b{_YEAR}\.?\s+(?:m\.\s+|gada\s+)?{_WORD}\s+(?P<day>[0-3]?\d)\b", re.IGNORECASE),
    compile_later(rf"\b{_YEAR}\.?\s+gada\s+(?P<day>[0-3]?\d)\.\s+{_WORD}", re.IGNORECASE),
    compile_later(rf"{_WORD}\s+(?P<day>[0-3]?\d),?\s+{_YEAR}\b", re.IGNORECASE),
)
_NUMBERS = compile_later(r"\b(?P<first>[0-3]?\d)(?P<sign>[/.-])(?P<second>[0-3]?\d)(?P=sign)(?P<year>(?:19|20)\d\d)\b")
_MONTH_FIRST = frozenset(("us", "ph", "pr", "gov", "mil", "edu"))
_ANYBODYS = word_set("com org net info biz io co me tv ai fm ly app dev news online site blog example test")
_CLOCK = compile_later(
    r"[\s,|•·—–-]*(?:at\s+)?\d{1,2}(?:[:.]\d\d){0,2}\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:UTC|GMT|BST|CET|CEST|IST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AEST|AEDT|Z)\b\)?(?:[+-]\d{1,2}(?::?\d\d)?)?)?\.?",
    re.IGNORECASE,
)


def writes_day_first(language: str | None, host: str | None = None) -> bool | None:
    """Whether `04/08/2024` is the 4th of August on a page: by its language and region ("en-GB") and the site it is on.

    None where neither says so: an English page of any country.
    """
    tag = (language or "").replace("_", "-").lower().split("-")
    region = next((part for part in tag[1:] if len(part) == 2), "")
    if region:
        return region not in _MONTH_FIRST
    if tag[0] not in ("", "en"):
        return True
    ending = (host or "").rpartition(".")[2].lower()
    if ending in _MONTH_FIRST:
        return False
    return True if len(ending) == 2 and ending.isalpha() and ending not in _ANYBODYS else None


def parse_date(text: str, *, language: str | None = None, day_first: bool | None = None) -> tuple[str, int, int] | None:
    """The first date in a text, as ISO (with the time where ISO was written), where what belongs to it ends, where it
    starts; None without a date that a calendar knows.

    `language` is the text's, where it is known: only then are its names of months surely those that are meant.
    `day_first` says how to read `04/08/2024`; None leaves it alone, unless only one way makes a date.
    """
    if not text.isascii():
        text = "".join(map(_plain_digit, text))
    if not _A_YEAR.search(text):
        return None
    match = _ISO.search(text)
    if match:
        iso = _calendar(match, match.group("month"))
        if iso:
            if match.group("time"):
                iso += "T" + match.group("time") + _zone(match.group("zone"))
            return _checked(iso), match.end(), match.start()
    for iso, start, end in _written(text, language, day_first):
        clock = _CLOCK.match(text, end)
        return iso, clock.end() if clock else end, start
    return None


def _written(text: str, language: str | None, day_first: bool | None) -> Iterator[tuple[str, int, int]]:
    for pattern in _WRITTEN:
        match = pattern.search(text)
        iso = _calendar(match, match.group("month")) if match else None
        if match and iso:
            yield iso, match.start(), match.end()
    match = _NUMBERS.search(text)
    iso = _by_habit(match, day_first) if match else None
    if match and iso:
        yield iso, match.start(), match.end()
    for pattern in _OTHER if language != "en" else ():
        match = pattern.search(text)
        month = month_number(match.group("month"), language) if match else None
        iso = _calendar(match, str(month)) if match and month else None
        if match and iso:
            yield iso, match.start(), match.end()


def _by_habit(match: re.Match[str], day_first: bool | None) -> str | None:
    """The date that numbers mean which may be day and month or month and day."""
    first, second = match.group("first"), match.group("second")
    if match.group("sign") == "." or first == second:
        day_first = True
    if day_first is None:
        ways = {_date(match.group("year"), second, first), _date(match.group("year"), first, second)} - {None}
        return ways.pop() if len(ways) == 1 else None
    day, month = (first, second) if day_first else (second, first)
    return _date(match.group("year"), month, day) or _date(match.group("year"), day, month)


def _plain_digit(character: str) -> str:
    """A digit of any script as one of 0 to 9."""
    return character if character.isascii() else str(unicodedata.decimal(character, character))


def iso_date(text: str | None, *, language: str | None = None, day_first: bool | None = None) -> str | None:
    """The date, or date and time, that a page's metadata gives, as ISO 8601; None when it gives none."""
    found = parse_date(text.strip()[:200], language=language, day_first=day_first) if text else None
    return found[0] if found else None


def iso_moment(text: str) -> str | None:
    """The same, also with the time of `Tue, 13 Oct 2026 10:00:00 GMT`, as feeds and mails write it."""
    found = iso_date(text)
    if found and "T" in found:
        return found
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return found


def _calendar(match: re.Match[str], month: str) -> str | None:
    return _date(match.group("year"), str(_MONTHS.get(month.lower(), month)), match.group("day"))


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _checked(iso: str) -> str:
    """The moment, or only its day where the clock makes no sense."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso[:10]
    if moment.tzinfo == UTC and "T" in iso:
        return write_utc(moment)
    return iso


def write_utc(moment: datetime) -> str:
    """A moment of UTC to the second, as ISO 8601: `2026-10-13T10:00:00Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
