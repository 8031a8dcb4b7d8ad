"""A quotation with a cue right beside it is of whom that cue names: “Never,” said Ann Lee. “Always,” said Bob Hale."""

import re
from collections.abc import Mapping, Sequence

from reader.analysis.claims.attribution import Attribution, index_contents, overlaps, subtract_spans
from reader.analysis.claims.continued_quotes import is_clause
from reader.analysis.claims.rules import is_according
from reader.analysis.document.cues import QUOTING, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_phrase_after, is_time
from reader.analysis.document.quotes import Quotation
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_SURE = 0.75
"""So sure at least is a claim of a quotation that a mark and a cue beside it vouch for."""
_WEAK = 0.45
"""What is less sure than this gives way to what the mark and the cue vouch for."""
_ENDS = frozenset([".", ",", ";", "and", "but", "while", "as", "in", "on", "at", "of", "from", "!", "?", "”", '"'])
_LABEL = re.compile(
    r"(?:^|\n|[.!?…”\"’»“]\s+)(?:\d{1,2}[:.]\d\d:?\s+)?"
    r"(?P<name>@\w+|[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){1,3})(?P<colon>:)\s*$"
)
_FURTHEST = 60
"""So many letters a label has at most, and what stands before it."""
_JOINS = frozenset(["and", "but", "while", "or", "then", "that"])
_LONGEST = 6
_SPEAKS = SAID_LEMMAS & QUOTING
_STOPS = ",!?…—"
_CALLS = "!?"


class _Own:
    """Quotations with the attributions that are their own, found by place: each attribution asks for those it touches,
    and a long text has very many of both."""

    def __init__(self, own: Mapping[Quotation, Attribution]) -> None:
        self._all = list(own.items())
        self._cues = SpanIndex((span, i) for i, (_, theirs) in enumerate(self._all) for span in theirs.cue)
        self._spans = SpanIndex((span, i) for i, (quotation, _) in enumerate(self._all) for span in quotation.spans)

    def sharing(self, one: Attribution) -> list[tuple[Quotation, Attribution]]:
        """Those with whose own attribution another has a word of its cue in common."""
        return [self._all[i] for i in sorted({i for span in one.cue for _, i in self._cues.touching(span)})]

    def held(self, one: Attribution) -> list[Quotation]:
        """Those of which an attribution's content has a part."""
        return [self._all[i][0] for i in sorted({i for span in one.content for _, i in self._spans.touching(span)})]


def give_own(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of which each has the quotations whose own cue is its, and none of another's; a quotation that is in
    none, or in a weak one, is of its own cue."""
    labelled = _find_labelled(document)
    by_quotation = {**_find_own(document), **labelled}
    if not by_quotation:
        return list(found)
    own = _Own(by_quotation)
    kept = [_set_source(document, one, own) for one in found if not _is_weak(one) or not own.held(one)]
    contents = index_contents(kept)
    passed = (quotation for quotation in by_quotation if not contents.touches(quotation.spans))
    moved = {
        quotation
        for quotation in passed
        if quotation in labelled or is_clause(document, quotation) or _is_called_out(document, quotation)
    }
    for number, one in enumerate(kept):
        held = own.held(one)
        if not held:
            continue
        sharing = [quotation for quotation, _ in own.sharing(one)]
        away = [quotation for quotation in held if quotation not in sharing]
        if one.confidence is not None and len(away) < len(held):
            kept[number] = one = one._replace(confidence=max(one.confidence, _SURE))
        if away:
            kept[number] = _leave(one, away, document)
            last = by_quotation[away[-1]]
            if _is_handed_on(document, last, one):
                by_quotation[away[-1]] = last._replace(content=(*last.content, *kept[number].content))
                kept[number] = one._replace(content=())
            moved.update(away, sharing)
    cues = SpanIndex((span, i) for i, one in enumerate(kept) for span in one.cue)
    for quotation in sorted(moved, key=lambda quotation: quotation.outer):
        theirs = by_quotation[quotation]
        place = min((i for span in theirs.cue for _, i in cues.touching(span)), default=None)
        if place is None:
            for span in theirs.cue:
                cues.add(span, len(kept))
            kept.append(theirs)
        elif not overlaps(kept[place], theirs):
            sure = kept[place].confidence
            content = tuple(sorted((*kept[place].content, *theirs.content)))
            kept[place] = kept[place]._replace(content=content, confidence=sure and max(sure, _SURE))
    return [_begin_quoted(document, one, own) for one in kept if one.content]


def _is_called_out(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation too short for a clause is no title: “Stop!”, “Why not?”, “Nonsense,”"""
    end = document.article.text[quotation.span[1] - 1]
    return end in _CALLS or (end in _STOPS and len(document.list_letters(quotation.span)) == 1)


def _is_weak(one: Attribution) -> bool:
    return one.confidence is not None and one.confidence < _WEAK


def _is_handed_on(document: Document, own: Attribution, one: Attribution) -> bool:
    """Whether an "according to" only tells who handed on what a cue right before it says: “…,” a source said according
    to the Herald. “…”"""
    start, end = max(own.cue[-1][1], own.source[-1][1]), one.cue[0][0] if one.cue else 0
    return is_according(document, one) and start <= end and document.article.text[start:end].strip(" ,") == ""


def _set_source(document: Document, one: Attribution, own: _Own) -> Attribution:
    """An attribution with the source beside its cue, where it has one that a quotation parts from it."""
    theirs = next((other for _, other in own.sharing(one)), None)
    if theirs is None or not one.source or one.source[-1][1] > theirs.cue[0][0]:
        return one
    between = (one.source[-1][1], theirs.cue[0][0])
    apart = theirs.source[0][0] > theirs.cue[0][0] and document.quotations_in(between)
    return one._replace(source=theirs.source) if apart else one


def _begin_quoted(document: Document, one: Attribution, own: _Own) -> Attribution:
    """An attribution of a quotation that has its cue behind it, without what only joins it to the one before."""
    content = list(one.content)
    for quotation, _ in own.sharing(one):
        for number, (start, end) in enumerate(content):
            lead = [] if start >= quotation.outer[0] else document.list_letters((start, quotation.outer[0]))
            if len(lead) == 1 and end > quotation.span[0] and lead[0].text.lower() in _JOINS:
                content[number] = (quotation.span[0], end)
    return one if content == list(one.content) else one._replace(content=tuple(content))


def _find_own(document: Document) -> Mapping[Quotation, Attribution]:
    """The quotations that a cue with its source stands right behind, as attributions of them alone."""
    found: dict[Quotation, Attribution] = {}
    for quotation in document.quotations:
        parts = None if quotation.depth or not quotation.closed else _read_behind(document, quotation)
        if parts is not None:
            found[quotation] = Attribution(quotation.spans, (parts[0],), (parts[1],), _SURE)
    return found


def _find_labelled(document: Document) -> Mapping[Quotation, Attribution]:
    """The quotations behind a name and a colon that open a sentence, where a paragraph has several of them, or a
    handle: Ann Lee: “No.” Bob Hale: “Yes.”"""
    by_block: dict[int, dict[Quotation, Attribution]] = {}
    for quotation in document.quotations:
        if quotation.depth or not quotation.closed:
            continue
        number = document.article.block_at(quotation.outer[0])
        start = document.article.blocks[number].span[0]
        label = _LABEL.search(
            document.article.text, max(start - 1, quotation.outer[0] - _FURTHEST, 0), quotation.outer[0]
        )
        if label is not None and not document.is_quoted(label.start("name")):
            one = Attribution(quotation.spans, (label.span("colon"),), (label.span("name"),), _SURE)
            by_block.setdefault(number, {})[quotation] = one
    return {
        quotation: one
        for labelled in by_block.values()
        for quotation, one in labelled.items()
        if len(labelled) > 1 or document.article.words_of(one.source[0]).startswith("@")
    }


def _read_behind(document: Document, quotation: Quotation) -> tuple[Span, Span] | None:
    """The cue and the source right behind a quotation that ends as one does whose sentence goes on."""
    words, text = document.words, document.article.text
    at = document.words_in((quotation.span[1] - 1, quotation.span[1])).stop
    block = document.article.blocks[document.article.block_at(quotation.outer[1] - 1)].span
    while at < len(words) and words[at].start < quotation.outer[1]:
        at += 1
    if not _opens(document, quotation):
        return None
    comma = text[quotation.span[1] - 1] in _STOPS
    while at < len(words) and words[at].text in (",", "—", "–"):
        comma = True
        at += 1
    if not comma or at >= len(words) or words[at].start >= block[1]:
        return None
    high = document.first[words[at].sentence + 1]
    if _is_cue(document, at):
        cue, phrase = at, find_phrase_after(document, at + 1, high)
    else:
        phrase = find_phrase_after(document, at, high)
        cue = at if phrase is None else phrase.stop
        if phrase is None or cue >= high or len(phrase) > _LONGEST or not _is_cue(document, cue):
            return None
    if phrase is None or is_time(words[phrase.start]):
        return None
    end = max(phrase.stop, cue + 1)
    if cue > at and lemma_of(words[cue].text) == "tell":
        hearer = find_phrase_after(document, end, high)
        end = end if hearer is None else hearer.stop
        if [word.text for word in words[end : end + 2]] == [",", "according"]:
            return None
    if end < high and words[end].text.lower() not in _ENDS and not words[end].tag.startswith(("RB", "VBG")):
        return None
    return document.span_of(range(cue, cue + 1)), document.span_of(phrase)


def _opens(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation begins its sentence, or what a comma, a colon or a joint parts from the rest of it."""
    words = document.words
    at = document.words_in((quotation.span[0], quotation.span[0] + 1)).start
    low = document.first[words[at].sentence]
    while at > low and words[at - 1].end > quotation.outer[0]:
        at -= 1
    return at == low or words[at - 1].text.lower() in _JOINS - {"that"} | {",", ":"}


def _is_cue(document: Document, at: int) -> bool:
    word = document.words[at]
    verb = word.is_finite or word.tag == "NNS"
    return verb and lemma_of(word.text) in _SPEAKS and not document.is_quoted(word.start)


def _leave(one: Attribution, away: Sequence[Quotation], document: Document) -> Attribution:
    """An attribution without some quotations, and without what only joins them to the rest."""
    rest = subtract_spans(one.content, (quotation.outer for quotation in away))
    joins = (all(word.text.lower() in _JOINS for word in document.list_letters(span)) for span in rest)
    return one._replace(content=tuple(span for span, joint in zip(rest, joins, strict=True) if not joint))
