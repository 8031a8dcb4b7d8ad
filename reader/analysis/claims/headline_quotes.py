"""Quotations of a headline that no cue reaches, given to whom the article has saying the same words."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution, find_overlapping, index_contents
from reader.analysis.claims.continued_quotes import is_clause
from reader.analysis.document.document import Document, Word
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import HEADLINE_KINDS

_MAIN = ("title", "standfirst")
"""The headlines of the whole article; a heading within it has its words from right below."""


def give_repeated(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with headlines' quotations given to who says the same words below, where one source alone does, and
    no cue, no name before a colon and no question mark behind has them: ‘We could go’: halls fear the worst … “We could
    go in a month,” said Ann Lee."""
    headlines = [block.span for block in document.article.blocks if block.kind in _MAIN]
    quotations = [one for span in headlines for one in document.quotations_in(span) if is_clause(document, one)]
    if not quotations:
        return list(found)
    contents = index_contents(found)
    inner = SpanIndex((one.outer, None) for one in document.quotations if one.depth)
    said = [(f" {' '.join(words)} ", one) for one in found for words in _list_quoted(document, one, inner)]
    given: list[Attribution] = []
    taken: set[int] = set()
    for quotation in quotations:
        told = f" {' '.join(_fold(word) for span in quotation.spans for word in document.list_letters(span))} "
        same = {one.source: one for words, one in said if told in words}
        before = find_overlapping(Attribution(quotation.spans, (), ()), contents)
        cues = [cue for other in before for cue in other.cue]
        has_cue = any(document.list_letters(cue) or cue[0] < quotation.outer[0] for cue in cues)
        doubted = document.article.text.startswith("?", quotation.outer[1])
        if len(same) == 1 and not (has_cue or doubted):
            ((source, one),) = same.items()
            given.append(Attribution(quotation.spans, (), source, one.confidence))
            taken |= {id(other) for other in before}
    return [one for one in found if id(one) not in taken] + given


def _list_quoted(document: Document, one: Attribution, inner: SpanIndex[None]) -> Iterator[list[str]]:
    """The words of each quoted part of what somebody with a name or description says outside headlines; a mark stands
    for each word that they have from another: “He told me ‘I will resign’.”"""
    for span in one.content if one.source else ():
        block = document.article.blocks[document.article.block_at(span[0])]
        if block.kind not in HEADLINE_KINDS and document.is_quoted(span[0]):
            words = document.list_letters(span)
            yield ["‘" if inner.touches([(word.start, word.end)]) else _fold(word) for word in words]


def _fold(word: Word) -> str:
    return word.text.lower().replace("’", "'")
