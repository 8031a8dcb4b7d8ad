"""The seam between finding and assembling: who finds source, cue and content spans hands them over as these."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span


class Attribution(NamedTuple):
    """One act of attribution as spans: content said or thought, the cue that reports it, the source that did.

    Spans of each part are in reading order. `confidence` runs from 0 to 1; None where rules decided. `verbatim` marks
    words that are given as spoken without quotation marks: a transcript's turns. `by_form` marks what its form tells,
    though no verb of speech does. A tuple, as is `Word`, for many are made.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float | None = None
    verbatim: bool = False
    by_form: bool = False

    def with_spans(
        self,
        content: tuple[Span, ...],
        cue: tuple[Span, ...] | None = None,
        source: tuple[Span, ...] | None = None,
    ) -> "Attribution":
        """The same act with other spans; a cue or source that is not given stays. Done often, and so by hand."""
        cue, source = self.cue if cue is None else cue, self.source if source is None else source
        if (content, cue, source) == (self.content, self.cue, self.source):
            return self
        return Attribution(content, cue, source, self.confidence, self.verbatim, self.by_form)

    def is_likely(self, least: float) -> bool:
        """Whether it is as sure as this, or rules decided."""
        return self.confidence is None or self.confidence >= least


def overlaps(one: Attribution, other: Attribution) -> bool:
    """Whether a content shares a character with that of another."""
    return any(a < y and x < b for a, b in other.content for x, y in one.content)


def index_parts(attributions: Iterable[Attribution]) -> SpanIndex[None]:
    """The spans of all words that play a part in attributions: contents, cues and sources."""
    return SpanIndex((span, None) for one in attributions for span in (*one.content, *one.cue, *one.source))


def index_contents(attributions: Iterable[Attribution]) -> SpanIndex[Attribution]:
    """Attributions by the spans of their contents."""
    return SpanIndex((span, one) for one in attributions for span in one.content)


def add_apart(found: Iterable[Attribution], more: Iterable[Attribution]) -> list[Attribution]:
    """Attributions with those of others whose content shares no character with that of any of the first."""
    kept, others = list(found), list(more)
    if not others:
        return kept
    contents = index_contents(kept)
    return [*kept, *(one for one in others if not contents.touches(one.content))]


def complete_sources(attributions: Iterable[Attribution], names: Iterable[Span]) -> tuple[Attribution, ...]:
    """Attributions whose sources go on to the end of a name that they break off ("The Central Bank | of Norvik")."""
    laid = SpanIndex((span, span) for span in names)

    def grow(one: Attribution) -> tuple[Span, ...]:
        grown: list[Span] = []
        for start, end in one.source:
            ends = [b for (a, b), _ in laid.touching((end - 1, end)) if start <= a < end < b]
            whole = (start, max(ends, default=end))
            grown.append((start, end) if _touches(whole, one.cue + one.content) else whole)
        return tuple(grown)

    return tuple(one.with_spans(one.content, source=grow(one)) for one in attributions)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def subtract_spans(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What spans hold beyond others."""
    rest = list(spans)
    for low, high in taken:
        rest = [part for a, b in rest for part in ((a, min(b, low)), (max(a, high), b)) if part[0] < part[1]]
    return rest


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Spans in reading order, those that touch or overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def find_overlapping(one: Attribution, contents: SpanIndex[Attribution]) -> list[Attribution]:
    """The attributions of an index whose content shares a character with that of another, each once."""
    found = {id(other): other for span in one.content for _, other in contents.touching(span)}
    return list(found.values())
