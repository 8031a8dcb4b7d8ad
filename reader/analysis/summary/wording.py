"""Words of a text as the summarisers count them."""

import re
from functools import lru_cache

from reader.article.text.unspaced import UNSPACED, has_unspaced, spaced

_RUN = re.compile(f"[{UNSPACED}]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)$")


@lru_cache(maxsize=4096)
def list_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, with digits and hyphens kept and "'s" cut off.

    Where a script puts no spaces between words, pairs of neighbouring letters stand for them. Kept for a while, as
    each step of a ranking asks for the same sentences' words.
    """
    if has_unspaced(text):
        rest = _RUN.sub(" ", text)
        runs: list[str] = _RUN.findall(text)
        pairs = [run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))]
        return (*pairs, *(list_words(rest) if rest.strip() else ()))
    found: list[str] = _WORD.findall(text.lower())
    if "'" in text or "’" in text:
        return tuple([_CLITIC.sub("", word) if "'" in word or "’" in word else word for word in found])
    return tuple(found)


def count_words(text: str) -> int:
    """The number of words of a text, as a summary's length is counted: two letters a word without spaces."""
    return len(spaced(text).split())
