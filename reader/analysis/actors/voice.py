"""Who stands behind a claim: the seam between finding speakers and building claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reader.article.model import Span

SURE: Final[Mapping[str, float]] = {
    "name": 0.97,
    "pronoun": 0.88,
    "first": 0.9,
    "relative": 0.85,
    "description": 0.8,
    "document": 0.75,
    "pair": 0.7,
}
"""How often each step from a source to an actor is right, on chains/dev and PolNeAR dev, rounded down; a reference has
a sureness of its own."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The clusters behind a source, the first speaking for them all, and how sure that is (0 to 1).

    Where nobody is named, `words` are the article's own words for who a pronoun stands for.
    """

    clusters: tuple[int, ...] = ()
    confidence: float | None = None
    words: Span | None = None


NOBODY = Voice()
