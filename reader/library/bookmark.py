"""A place in an article that outlives the sitting, and the article's next edition."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reader.article.model import Article, Span

_WORDS = 120
_FEWEST = 24
"""Characters that must be the same for a changed article to be held for the same place."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where an article was left.

    `source` is what opens it again, a full path or an address. `position` is the character of the text at the top of
    the screen and `words` what stood there; `share` is how much had been read (0 to 1), `claim` the span that the
    current claim began with, `at` when (seconds since 1970).
    """

    source: str
    title: str = ""
    site: str = ""
    position: int = 0
    words: str = ""
    share: float = 0.0
    claim: Span | None = None
    at: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """What JSON takes; `from_dict` reads it back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: object) -> "Bookmark | None":
        """The bookmark that a file holds; None where it holds none. What cannot be read of it stays at its default."""
        if not isinstance(values, Mapping) or not isinstance(source := values.get("source"), str) or not source:
            return None
        claim = values.get("claim")
        pair = isinstance(claim, list | tuple) and len(claim) == 2 and all(type(each) is int for each in claim)
        return cls(
            source,
            title=_text(values.get("title")),
            site=_text(values.get("site")),
            position=int(max(0, _number(values.get("position")))),
            words=_text(values.get("words")),
            share=min(1.0, max(0.0, _number(values.get("share")))),
            claim=(claim[0], claim[1]) if pair and isinstance(claim, list | tuple) else None,
            at=_number(values.get("at")),
        )


def mark(article: Article, position: int, *, source: str, share: float, claim: Span | None, at: float) -> Bookmark:
    """A bookmark at a character of an article's text."""
    return Bookmark(
        source,
        title=article.title or "",
        site=article.site or "",
        position=position,
        words=article.text[position : position + _WORDS],
        share=share,
        claim=claim,
        at=at,
    )


def found_again(article: Article, bookmark: Bookmark) -> int:
    """The character of the article's text where a bookmark stands now.

    An article may have been changed since: then it is the nearest place with the same words, or 0 where they are gone.
    """
    text, words, position = article.text, bookmark.words, bookmark.position
    if not words or text.startswith(words, position):
        return min(position, len(text)) if words else 0
    for length in (len(words), len(words) // 2, _FEWEST):
        sought = words[:length]
        if len(sought) < min(_FEWEST, len(words)):
            break
        before = text.rfind(sought, 0, min(len(text), position + len(sought)))
        after = text.find(sought, max(0, position))
        places = [place for place in (before, after) if place >= 0]
        if places:
            return min(places, key=lambda place: abs(place - position))
    return 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0
    return number if math.isfinite(number) else 0.0
