"""Quotations of a headline that no cue reaches, given to whom the article has saying the same words, or words like
them (headlines shorten), or to nobody where they lead the headline."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution, find_overlapping, index_contents
from reader.analysis.claims.continued_quotes import is_clause
from reader.analysis.document.document import Document, Word
from reader.analysis.document.quotes import Quotation
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import HEADLINE_KINDS, Span

_MAIN = ("title", "standfirst")
"""The headlines of the whole article; a heading within it has its words from right below."""
_ALIKE = 0.6
"""Words below are a headline's where so large a share of its own stands close together in them."""
_MOST = 0.66
"""So large a share of its long words is among them."""
_LONG, _FEWEST_LONG = 5, 2
_MORE = 4
"""So many words more than the headline has may stand there."""
_FEWEST = 4
"""Fewer words may well be like others."""
_SURE = 0.45
"""What is less sure than this is in nobody's way."""
_BY_NOBODY = 0.5
"""So sure is what a headline quotes of nobody whom it or the article names."""


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
        told = [_fold(word) for word in document.gather_letters(quotation.spans)]
        same = {one.source: one for words, one in said if f" {' '.join(told)} " in words}
        before = find_overlapping(Attribution(quotation.spans, (), ()), contents)
        cues = [cue for other in before if other.is_likely(_SURE) for cue in other.cue]
        has_cue = any(document.list_letters(cue) or cue[0] < quotation.outer[0] for cue in cues)
        doubted = document.article.text.startswith("?", quotation.outer[1])
        if has_cue or doubted:
            continue
        if same:
            one = next(iter(same.values())) if len(same) == 1 else None
        else:
            one = _find_alike(document, found, told, inner)
        if one is not None:
            given.append(Attribution(quotation.spans, (), one.source, one.confidence))
            taken |= {id(other) for other in before}
        elif not before and _leads_headline(document, quotation):
            given.append(Attribution(quotation.spans, (), (), _BY_NOBODY))
    return [one for one in found if id(one) not in taken] + given


def _leads_headline(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation, and no film's name ("This Is Us"), opens a headline that goes on behind a colon or a dash:
    ‘We may sink’: halls fear the worst."""
    article = document.article
    low, high = article.blocks[article.block_at(quotation.outer[0])].span
    behind = article.text[quotation.outer[1] : high]
    titled = all(word.text[0].isupper() for word in document.list_letters(quotation.span))
    leads = behind.startswith(":") or behind.lstrip().startswith(("–", "—", "- "))
    return quotation.outer[0] == low and leads and not titled


def _find_alike(
    document: Document, found: Sequence[Attribution], told: Sequence[str], inner: SpanIndex[None]
) -> Attribution | None:
    """The claim below the headlines, with a source, that has the most words of a headline close together, where these
    are enough, the long ones among them, and one source's alone."""
    wanted, long = frozenset(told), frozenset(word for word in told if len(word) >= _LONG)
    if len(wanted) < _FEWEST or len(long) < _FEWEST_LONG:
        return None
    most, alike = _ALIKE * len(wanted), dict[tuple[Span, ...], Attribution]()
    for one in found:
        for words in _list_below(document, one, inner) if one.is_likely(_SURE) else ():
            near = (frozenset(words[at : at + len(told) + _MORE]) for at in range(len(words)))
            shared = max((len(wanted & some) for some in near if len(long & some) >= _MOST * len(long)), default=0)
            if shared > most:
                most, alike = shared, {}
            if shared >= most:
                alike.setdefault(one.source, one)
    return next(iter(alike.values())) if len(alike) == 1 else None


def _list_quoted(document: Document, one: Attribution, inner: SpanIndex[None]) -> Iterator[list[str]]:
    """The words of each quoted part of what somebody with a name or description says outside headlines."""
    quoted = tuple(span for span in one.content if document.is_quoted(span[0]))
    return _list_below(document, one.with_spans(quoted), inner)


def _list_below(document: Document, one: Attribution, inner: SpanIndex[None]) -> Iterator[list[str]]:
    """The words of each part of what somebody with a name or description says outside headlines; a mark stands for each
    word that they have from another: “He told me ‘I will resign’.”"""
    for span in one.content if one.source else ():
        block = document.article.blocks[document.article.block_at(span[0])]
        if block.kind not in HEADLINE_KINDS:
            words = document.list_letters(span)
            yield ["‘" if inner.touches([(word.start, word.end)]) else _fold(word) for word in words]


def _fold(word: Word) -> str:
    return word.text.lower().replace("’", "'")
