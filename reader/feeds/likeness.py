"""What tells whether two items tell one story, without an analysis: pure functions over texts."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import numpy as np

from reader.analysis.document.quotes import find_quotations
from reader.article.model import Article, BlockKind
from reader.compare.event import Profile, is_proved, profile
from reader.compare.words import tokens_of
from reader.library.stored import NotStored, pack, unpack

ALIKE = 0.8
"""The share of word triples in common (Jaccard) from which two texts are taken for copies, as archives do."""

BANDS = 16
_ROWS = 4
_SHORTEST_COPY = 25
"""Words below which a text is not compared as a copy: short notices are alike by chance."""

_SHORTEST_QUOTE = 4
_MOST_WORDS = 3000
_BODY: frozenset[BlockKind] = frozenset(("paragraph", "quote", "list-item", "standfirst"))
_PRIME = np.uint64((1 << 31) - 1)


@dataclass(frozen=True, slots=True)
class Likeness:
    """An item's names, figures and day, its quotations as words, and its sketch: the least of many orders of its word
    triples (MinHash, Broder 1997), empty for a short text."""

    profile: Profile
    quotes: tuple[str, ...]
    sketch: tuple[int, ...]

    @property
    def bands(self) -> tuple[tuple[int, ...], ...]:
        """Pieces of the sketch, of which copies are likely to have one in common."""
        return tuple((at, *self.sketch[at : at + _ROWS]) for at in range(0, len(self.sketch), _ROWS))


def measure(article: Article, day: float) -> Likeness:
    """An article's likeness; `day` is when it appeared, in seconds since 1970."""
    found = profile(article)
    quotes = []
    for quotation in find_quotations(article):
        if quotation.depth == 0:
            words = [token.key for token in tokens_of(article.text, quotation.spans)]
            if len(words) >= _SHORTEST_QUOTE:
                quotes.append(" ".join(words))
    body = " ".join(article.texts(_BODY)).casefold().split()[:_MOST_WORDS]
    appeared = datetime.fromtimestamp(day, UTC).date()
    return Likeness(Profile(found.names, found.figures, appeared), tuple(quotes), _sketch(body))


def tell_one_story(one: Likeness, other: Likeness) -> bool:
    """Whether one is a copy of the other, or both tell of one event (`reader.compare.event`): quotations in common are
    those of which one stands whole in the other."""
    return _is_copy(one, other) or is_proved(one.profile, other.profile, lambda: _quoted_alike(one, other))


def _is_copy(one: Likeness, other: Likeness) -> bool:
    if not (one.sketch and other.sketch):
        return False
    same = sum(a == b for a, b in zip(one.sketch, other.sketch, strict=True))
    return same / len(one.sketch) >= ALIKE


def _quoted_alike(one: Likeness, other: Likeness) -> int:
    return sum(any(_holds(mine, theirs) for theirs in other.quotes) for mine in one.quotes)


def _holds(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return f" {short} " in f" {long} "


def _sketch(words: Sequence[str]) -> tuple[int, ...]:
    if len(words) < _SHORTEST_COPY:
        return ()
    triples = {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
    hashes = [
        int.from_bytes(hashlib.blake2b(t.encode("utf-8", "replace"), digest_size=4).digest(), "big") for t in triples
    ]
    values = np.array(hashes, dtype=np.uint64) % _PRIME
    factors, terms = _orders()
    return tuple(((values[:, None] * factors + terms) % _PRIME).min(axis=0).tolist())


@cache
def _orders() -> "tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]":
    chance = np.random.default_rng(7)
    factors = chance.integers(1, 1 << 31, BANDS * _ROWS, dtype=np.uint64)
    return factors, chance.integers(0, 1 << 31, BANDS * _ROWS, dtype=np.uint64)


def packed(likeness: Likeness) -> bytes:
    """A likeness as it lies in the file."""
    names, figures = sorted(likeness.profile.names), sorted(likeness.profile.figures)
    return pack([names, figures, likeness.quotes, likeness.sketch])


def unpacked(blob: bytes, day: float) -> Likeness | None:
    """A likeness again; None where it cannot be read."""
    try:
        names, figures, quotes, sketch = unpack(blob)
        appeared = datetime.fromtimestamp(day, UTC).date()
        return Likeness(Profile(dict.fromkeys(names, ""), frozenset(figures), appeared), tuple(quotes), tuple(sketch))
    except (NotStored, ValueError, TypeError, OverflowError, OSError):
        return None
