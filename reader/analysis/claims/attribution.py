"""The seam between finding and assembling: who finds source, cue and content spans hands them over as these."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.article.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of attribution as spans: content said or thought, the cue that reports it, the source that did.

    Spans of each part are in reading order. `confidence` runs from 0 to 1; None where rules decided. `verbatim` marks
    words that are given as spoken without quotation marks: a transcript's turns.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float | None = None
    verbatim: bool = False


def overlaps(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether a content shares a character with that of another."""
    return any(a < y and x < b for other in others for a, b in other.content for x, y in one.content)
