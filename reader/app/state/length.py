"""How long a summary is to be: sentences, words or a share, as typed."""

import re
from dataclasses import dataclass

_TYPED = re.compile(r"(\d{1,6})\s*(%|w(?:ords?)?|s(?:entences?|hare)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """At most one is set: a number of sentences, of words, or a share (0 to 1); none means all there is. A summary is
    `full` where so many sentences are shown though one be hardly worth its words."""

    sentences: int | None = None
    words: int | None = None
    share: float | None = None
    full: bool = False


def length_of(typed: str) -> Length | None:
    """ "5", "5 sentences", "120 words" or "20 %"; None for anything else, and for nought."""
    found = _TYPED.fullmatch(typed.strip())
    number = int(found[1]) if found else 0
    if not found or not number:
        return None
    unit = (found[2] or "s")[0].lower()
    if unit == "w":
        return Length(words=number)
    return Length(share=min(1.0, number / 100)) if unit == "%" else Length(sentences=number)
