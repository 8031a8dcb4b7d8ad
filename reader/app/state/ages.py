"""How long ago something was, in words."""

from datetime import date, datetime

_MINUTE, _HOUR = 60, 3600


def ago(at: float, now: float) -> str:
    """ "3 h ago", "yesterday", "12 Mar" or "12 Mar 2024" for two times in seconds since 1970."""
    passed = now - at
    if passed < _MINUTE:
        return "just now"
    if passed < _HOUR:
        return f"{passed // _MINUTE:.0f} min ago"
    try:
        then, today = datetime.fromtimestamp(at), datetime.fromtimestamp(now)
    except (OSError, OverflowError, ValueError):
        return "long ago"
    if then.date() == today.date():
        return f"{passed // _HOUR:.0f} h ago"
    return on_day(then.date(), now)


def on_day(day: date, now: float) -> str:
    """ "today", "yesterday", "12 Mar" or "12 Mar 2024"."""
    today = datetime.fromtimestamp(now).date()
    passed = (today - day).days
    if passed in (0, 1):
        return "yesterday" if passed else "today"
    return f"{day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")
