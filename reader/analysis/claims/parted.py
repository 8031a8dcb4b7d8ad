"""No words are two people's: what several claims hold is left to the one whose cue stands nearest to it."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution, subtract_spans
from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_TELLING = ":—–-"
"""Marks that tell who speaks; a quotation mark does not."""
_FEWEST = 2
"""Fewer words left of a content that another claim takes part of are nothing said."""


def part_shared(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of which no two share a word of content.

    One that stands in another's content, its cue too, is left to the reading of that content, unless the one around it
    is less sure. Of other two the nearer cue keeps what both hold, and one without a cue yields to any that has one.
    """
    kept: list[Attribution | None] = list(found)
    contents = SpanIndex((span, number) for number, one in enumerate(found) for span in one.content)
    for number in range(len(found)):
        shared = (other for span in found[number].content for _, other in contents.touching(span))
        for other in sorted({other for other in shared if other > number}):
            one, rival = kept[number], kept[other]
            if one is None or rival is None or not _list_shared(one, rival):
                continue
            kept[number], kept[other] = _part(document, one, rival)
    return [one for one in kept if one is not None]


def part_roles(found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions without the words of their contents that are their own source, and without those that put the source
    of another with the same cue into a mouth ("he drowned, said | the author of ‘Fog’"); of two that do so to each
    other the surer one stays."""
    by_cue: dict[tuple[Span, ...], list[Attribution]] = {}
    for one in found:
        if one.cue:
            by_cue.setdefault(one.cue, []).append(one)
    kept: list[Attribution] = []
    for one in found:
        if any(_puts_in_mouth(one, other) for other in by_cue.get(one.cue, ()) if other is not one):
            continue
        if one.source and _touches(one.content, one.source):
            one = one.with_spans(tuple(subtract_spans(one.content, one.source)))
        kept.append(one)
    return kept


def _puts_in_mouth(one: Attribution, other: Attribution) -> bool:
    """Whether the content of one holds the source of another, which does not do the same or is surer."""
    weighed, theirs = one.confidence or 0.0, other.confidence or 0.0  # what rules alone read is the less sure
    apart = not _touches(other.content, one.source) or weighed < theirs
    return apart and one.source != other.source and _touches(one.content, other.source)


def _touches(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < y and x < b for a, b in spans for x, y in others)


def _part(document: Document, one: Attribution, other: Attribution) -> tuple[Attribution | None, Attribution | None]:
    for inner, outer in ((one, other), (other, one)):
        if inner.cue and all(any(a <= start and end <= b for a, b in outer.content) for start, end in inner.cue):
            stays = _sureness(outer) >= _sureness(inner)
            keeps, goes = (outer, None) if stays else (None, inner)
            return (goes, keeps) if inner is one else (keeps, goes)
    shared = _list_shared(one, other)
    if _measure(document, one, shared) <= _measure(document, other, shared):
        return one, _leave(document, other, shared)
    return _leave(document, one, shared), other


def _sureness(one: Attribution) -> float:
    return 1.0 if one.confidence is None else one.confidence


def _list_shared(one: Attribution, other: Attribution) -> list[Span]:
    """The stretches that two contents have in common."""
    return [(max(a, x), min(b, y)) for a, b in one.content for x, y in other.content if a < y and x < b]


def _measure(document: Document, one: Attribution, shared: Sequence[Span]) -> tuple[bool, int, float]:
    """How far a cue is from shared words, the nearest first: whether there is none, and characters between."""
    if not any(
        letter.isalnum() or letter in _TELLING for span in one.cue for letter in document.article.words_of(span)
    ):
        return True, 0, -_sureness(one)
    start, end = min(shared)[0], max(shared)[1]
    apart = min(max(start - b, a - end, 0) for a, b in one.cue)
    return False, apart, -_sureness(one)


def _leave(document: Document, one: Attribution, shared: Sequence[Span]) -> Attribution | None:
    """An attribution without the words that another one holds; None where nothing said is left."""
    rest = subtract_spans(one.content, shared)
    rest = [span for span in rest if sum(document.words[i].text[0].isalnum() for i in document.words_in(span))]
    words = sum(document.words[i].text[0].isalnum() for span in rest for i in document.words_in(span))
    return one._replace(content=tuple(rest)) if words >= _FEWEST else None
