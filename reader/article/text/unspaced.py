"""Scripts that put no spaces between words, and how their words are counted all the same."""

import re

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Their letters, as a pattern's class has them: Thai, Japanese, Chinese."""

_RUN = re.compile(f"[{UNSPACED}]+")
_TWO = re.compile("..?")


def has_unspaced(text: str) -> bool:
    """Whether any letter of such a script stands in a text."""
    return not text.isascii() and _RUN.search(text) is not None


def spaced(text: str) -> str:
    """The text with spaces around every two such letters, which stand for a word."""
    return _RUN.sub(lambda run: f" {' '.join(_TWO.findall(run[0]))} ", text) if has_unspaced(text) else text
