"""Words in one edition found again in another: W3C TextQuote and TextPosition selectors, as pure functions.

https://www.w3.org/TR/annotation-model/#selectors
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.article.model import Span

AROUND = 120
"""Characters kept before and behind the words."""

_SURE = 80
"""Characters of surroundings, next to the words and as they were, that settle which of several places is meant."""
_APART = 4
"""By how much the best place must be better than the next."""
_HINT = 64
"""Characters of surroundings that are enough where the words stand only once."""
_LONG = 80
"""Characters of words that are their own proof where they stand only once."""
_SPACE = re.compile(r"\s+")
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words themselves, those before and behind them, and where they stood, in code points.

    Words that another program marked come alone, and their `end` is 0: where they stand only once, they are meant.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0

    def as_dict(self) -> dict[str, Any]:
        """What JSON takes."""
        return {
            "exact": self.exact,
            "prefix": self.prefix,
            "suffix": self.suffix,
            "start": self.start,
            "end": self.end,
        }

    @classmethod
    def from_dict(cls, values: object) -> "Anchor":
        """The anchor again. Raises ValueError."""
        if not isinstance(values, Mapping):
            raise ValueError("no anchor")
        texts = [values.get(name, "") for name in ("exact", "prefix", "suffix")]
        numbers = [values.get(name, 0) for name in ("start", "end")]
        if not all(isinstance(each, str) for each in texts) or not texts[0]:
            raise ValueError("an anchor without words")
        if any(type(each) is not int or not 0 <= each < 1 << 60 for each in numbers):
            raise ValueError("an anchor without a place")
        return cls(*texts, *numbers)

    def selectors(self) -> list[dict[str, Any]]:
        """The same as selectors of the W3C's Web Annotation Data Model."""
        around = {name: said for name, said in (("prefix", self.prefix), ("suffix", self.suffix)) if said}
        quote = {"type": "TextQuoteSelector", "exact": self.exact, **around}
        position = {"type": "TextPositionSelector", "start": self.start, "end": self.end}
        return [quote, position] if self.end else [quote]


def anchor_to(text: str, span: Span) -> Anchor:
    """What finds a span of this text again. Raises ValueError for a span that holds no words."""
    start, end = max(0, span[0]), min(len(text), span[1])
    exact = text[start:end]
    if not exact.strip():
        raise ValueError("there are no words to mark")
    return Anchor(exact, text[max(0, start - AROUND) : start], text[end : end + AROUND], start, end)


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Where the words stand in this text; None where they are gone, or where it cannot be told which are meant.

    The words must stand there as they were, spacing and the style of quotation marks aside. Of several such places it
    is the one whose surroundings are most alike, if they tell it from all others; short words without any of their
    surroundings are not believed.
    """
    if anchor.exact == text[anchor.start : anchor.end] and _is_unmoved(text, anchor):
        return anchor.start, anchor.end
    places = _places(text, anchor.exact)
    if not places:
        return None
    if not anchor.end:
        return places[0] if len(places) == 1 else None
    rated = sorted(((_alike(text, place, anchor), place) for place in places), key=lambda each: -each[0])
    best, place = rated[0]
    enough = min(_SURE, _all_there_was(anchor))
    if len(rated) == 1:
        return place if best >= min(_HINT, enough) or len(anchor.exact) >= _LONG else None
    return place if best >= enough and best - rated[1][0] >= _APART else None


def _is_unmoved(text: str, anchor: Anchor) -> bool:
    start, end = anchor.start, anchor.end
    return (
        text[max(0, start - len(anchor.prefix)) : start] == anchor.prefix
        and text[end : end + len(anchor.suffix)] == anchor.suffix
    )


def _all_there_was(anchor: Anchor) -> int:
    """The most that surroundings can be alike; less where a text begins or ends with the words."""
    return min(_SURE, len(_flat(anchor.prefix)) + len(_flat(anchor.suffix))) or 1


def _places(text: str, exact: str) -> list[Span]:
    """Everywhere the words stand, whatever the white space between them and the style of their marks."""
    pattern = r"\s+".join(re.escape(part) for part in _SPACE.split(exact.translate(_SAME)))
    return [found.span() for found in re.finditer(pattern, text.translate(_SAME))]


def _alike(text: str, place: Span, anchor: Anchor) -> int:
    """How many characters before and behind a place are those that stood around the words."""
    before = _flat(text[max(0, place[0] - 2 * AROUND) : place[0]])
    behind = _flat(text[place[1] : place[1] + 2 * AROUND])
    return _shared(before[::-1], _flat(anchor.prefix)[::-1]) + _shared(behind, _flat(anchor.suffix))


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_SAME))


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
