"""Regular expressions that cost nothing until a line comes that they are for."""

import re
from typing import Any, cast


class _Later:
    """Looks like a compiled expression, and becomes one when it is first asked for something."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        asked = getattr(re.compile(*self._given), name)
        setattr(self, name, asked)  # from now on found without coming here
        return asked


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled on first use: the first article of a sitting needs few of them, and compiling
    all would hold up its first screen by a tenth."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
