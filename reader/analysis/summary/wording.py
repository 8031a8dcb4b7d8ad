"""Words of a text as the summarisers count them."""

import re

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)$")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, with digits and hyphens kept and "'s" cut off."""
    found: list[str] = _WORD.findall(text.lower())
    return [_CLITIC.sub("", word) if "'" in word or "’" in word else word for word in found]
