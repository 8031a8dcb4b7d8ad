"""How long ago something was, in words."""

from datetime import datetime

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
    days = (today.date() - then.date()).days
    if days == 0:
        return f"{passed // _HOUR:.0f} h ago"
    if days == 1:
        return "yesterday"
    return f"{then.day} {then:%b}" + (f" {then.year}" if then.year != today.year else "")
