"""Dates as news pages and pasted text write them, as ISO 8601."""

import re
from datetime import UTC, date, datetime

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
_ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b"),
    re.compile(r"\b(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)[./](?P<month>[01]?\d)[./](?P<year>(?:19|20)\d\d)\b"),
)
_CLOCK = re.compile(
    r"[\s,|•·—–-]*(?:at\s+)?\d{1,2}(?:[:.]\d\d){0,2}\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:UTC|GMT|BST|CET|CEST|IST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AEST|AEDT|Z)\b\)?(?:[+-]\d{1,2}(?::?\d\d)?)?)?\.?",
    re.IGNORECASE,
)


def parse_date(text: str) -> tuple[str, int, int] | None:
    """The first date in a text, as ISO (with the time where ISO was written), where what belongs to it ends, where it
    starts; None without a date that a calendar knows."""
    match = _ISO.search(text)
    if match:
        iso = _calendar(match)
        if iso:
            if match.group("time"):
                iso += "T" + match.group("time") + _zone(match.group("zone"))
            return _checked(iso), match.end(), match.start()
    for pattern in _WRITTEN:
        match = pattern.search(text)
        iso = _calendar(match) if match else None
        if match and iso:
            end = match.end()
            clock = _CLOCK.match(text, end)
            return iso, clock.end() if clock else end, match.start()
    return None


def iso_date(text: str | None) -> str | None:
    """The date, or date and time, that a page's metadata gives, as ISO 8601; None when it gives none."""
    found = parse_date(text.strip()[:200]) if text else None
    return found[0] if found else None


def _calendar(match: re.Match[str]) -> str | None:
    month = match.group("month").lower()
    try:
        return date(int(match.group("year")), _MONTHS.get(month) or int(month), int(match.group("day"))).isoformat()
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
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return iso
