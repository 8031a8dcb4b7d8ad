"""When a server may be asked again, by what it said (RFC 9110 and 9111)."""

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

DAY = 86_400.0
SOONEST = 60.0
"""Seconds between two questions to one feed that has answered."""

_LONGEST_LIFE = DAY
_LONGEST_PATIENCE = 7 * DAY
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})")


def due_after_answer(headers: Mapping[str, str], now: float) -> float:
    """The time until which what the server sent is fresh by its own account: a minute at least, a day at most."""
    control = headers.get("cache-control", "").casefold()
    life = 0.0
    if found := _MAX_AGE.search(control):
        age = headers.get("age", "")
        life = float(found.group(1)) - (float(age) if age.isdigit() and len(age) < 9 else 0.0)
    elif "no-cache" not in control and "no-store" not in control and (until := _moment(headers.get("expires", ""))):
        life = until - (_moment(headers.get("date", "")) or now)
    return now + min(max(life, SOONEST), _LONGEST_LIFE)


def due_after_refusal(headers: Mapping[str, str], now: float) -> float:
    """The time before which the server wants no question (`Retry-After`), a week from now at most; 0 where it said
    nothing."""
    said = headers.get("retry-after", "").strip()
    if said.isdigit() and len(said) < 10:
        patience = float(said)
    elif until := _moment(said):
        patience = until - now
    else:
        return 0.0
    return now + min(max(patience, SOONEST), _LONGEST_PATIENCE)


def _moment(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
