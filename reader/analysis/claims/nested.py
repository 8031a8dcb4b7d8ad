"""Claims inside claims: who said what in what somebody said.

The contents of the claims found so far are read once more, each as if it were a text of its own: everything around them
is blanked out, so that the spans stay spans of the one article, and quotation marks of the second level become marks of
the first. What is found there lies within the claim that it was found in, and is read in its turn.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from reader.analysis.claims import inner_doubt
from reader.analysis.claims.apart import add_drafts, draft_apart, index_drafts
from reader.analysis.claims.attribution import Attribution, merge_spans
from reader.analysis.claims.drafts import LEAST, Draft, balance_end, clean_spans, draft_claims, list_before
from reader.analysis.claims.forms import CONDITIONS, is_bound
from reader.analysis.claims.inner_clauses import bids, goes_on_outside
from reader.analysis.claims.meant import find_meant
from reader.analysis.claims.possible import holds_statement, is_source, trim_source
from reader.analysis.document.cues import NEGATIONS, lemma_of
from reader.analysis.document.document import Document, Word, build_document, make_word
from reader.analysis.document.phrases import find_group_start, list_group
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.model import Sentence
from reader.article.model import Article, Block, Span

Meanwhile = Callable[[], None]
Finder = Callable[[Document, Meanwhile], Sequence[Attribution]]
"""Finds the attributions of a document whose blocks are contents; does something else while the network reads it."""

_DEEPEST = 6
_LEAST = 0.3
"""A claim less likely than this, of those within others, is none."""
_LEAST_FAINT = dict.fromkeys(LEAST, 0.25)
"""The tagger's own sureness is asked for less than of outermost claims: whoever says "I think it is safe" is no writer,
and how likely a claim within another is, is told by more than that."""
_ANYBODY = frozenset(["you", "one", "this", "everyone", "anyone", "someone", "everybody", "anybody"])
"""Words for anybody, whose thoughts are none to be told of."""
_FEWEST = 3
"""Words of which a content must have as many to hold a claim."""
_OPENERS = frozenset(["that", "whether", "if"])


def add_inner(
    document: Document, drafts: Sequence[Draft], find: Finder, meanwhile: Meanwhile = lambda: None
) -> tuple[Draft, ...]:
    """The drafts with those found in their contents, at any depth, in reading order; around comes before inside.

    `meanwhile` is done once, while the network reads the contents of the outermost.
    """
    found = list(drafts)
    known = set(found)
    level = [draft for draft in drafts if holds_cue(document, draft)]
    waiting = [meanwhile]
    for _ in range(_DEEPEST):
        if not level:
            break
        level = [draft for draft in _inside(document, level, find, waiting) if draft not in known]
        found += level
        known.update(level)
        level = [draft for draft in level if holds_cue(document, draft)]
    _do(waiting)
    return tuple(sorted(_drop_unlikely(found, set(drafts)), key=lambda one: one.order))


def _drop_unlikely(found: Sequence[Draft], outermost: Collection[Draft]) -> list[Draft]:
    """Drafts without the inner ones that are next to certainly no claims; what stands in such a one stands in the one
    around it. Around comes before inside."""
    stands: dict[Draft, Draft | None] = {}
    kept: list[Draft] = []
    for one in found:
        around = None if one.within is None else stands[one.within]
        if one not in outermost and one.confidence is not None and one.confidence < _LEAST:
            stands[one] = around
        else:
            stands[one] = one if around is one.within else one._replace(within=around)
            kept.append(stands[one] or one)
    return kept


def holds_cue(document: Document, draft: Draft) -> bool:
    """Whether a content has a word that may report speech or thought, with words beside it."""
    parts = [document.words_in(span) for span in draft.content]
    return sum(map(len, parts)) >= _FEWEST and any(map(document.may_report, parts))


def _do(waiting: list[Meanwhile]) -> None:
    """Do what waits, once."""
    while waiting:
        waiting.pop()()


def _inside(document: Document, around: Sequence[Draft], find: Finder, waiting: list[Meanwhile]) -> list[Draft]:
    """The claims directly inside some claims; what waits is done while the network reads."""
    owners: dict[int, Draft] = {}
    pieces: list[tuple[Span, ...]] = []
    end = -1
    for draft in sorted(around, key=lambda one: one.content[0][0]):
        for spans in _pieces(document, draft.content):
            if spans[0][0] > end:
                owners[len(pieces)] = draft
                pieces.append(spans)
                end = spans[-1][1]
    found = _read(document, owners, pieces, find, partial(_do, waiting))
    quoted = {number: span for number, spans in enumerate(pieces) if (span := _find_quoted(document, spans))}
    if quoted:
        taken = SpanIndex((span, None) for one in found for span in (*one.content, *one.cue))
        theirs = {place: owners[number] for place, number in enumerate(quoted)}
        again = _read(document, theirs, [(span,) for span in quoted.values()], find, partial(_do, waiting))
        found += [one for one in again if not taken.touches((*one.content, *one.cue))]
    return found


def _find_quoted(document: Document, spans: Sequence[Span]) -> Span | None:
    """The quotation that is all of a content behind its "that", where somebody says or thinks something in it; its
    marks are of whom the content is, and what is told between them is in their words: that “the pilot says no”."""
    words = document.words
    at = document.words_in(spans[0])
    if len(spans) > 1 or len(at) < _FEWEST or words[at.start].text.lower() not in _OPENERS:
        return None
    quotation = document.quotation_opening(words[at.start + 1].start)
    if quotation is None or quotation.depth or not quotation.closed or len(quotation.spans) > 1:
        return None
    inside = document.words_in(quotation.span)
    told = any(words[i].is_finite and lemma_of(words[i].text) for i in inside[1:-1])
    end = words[at.stop - 1].end
    return quotation.span if told and end <= quotation.outer[1] <= end + 1 else None


def _read(
    document: Document,
    owners: Mapping[int, Draft],
    pieces: Sequence[Sequence[Span]],
    find: Finder,
    meanwhile: Meanwhile,
) -> list[Draft]:
    """The claims found in some pieces of contents that are read together, each within the owner of its piece."""
    inner = mask(document, pieces)
    found: list[Draft] = []
    seen = find(inner, meanwhile)
    drafts = draft_claims(inner, seen, written=False)
    for one in (*drafts, *_draft_faint(inner, seen, drafts)):
        if not one.cue or (one.faint and not _is_held(document, one)):
            continue
        owner = owners[inner.article.block_at(one.cue[0][0])]
        own = [span for span in one.content if owners[inner.article.block_at(span[0])] is owner]
        named = [trim_source(inner, span) for span in one.source]
        content, source = (_cut_to(document, spans, owner.content) for spans in (own, named))
        whole = all(_lies_in(owner.content, span) for span in one.cue)
        real = is_source(inner, source) and holds_statement(inner, content, one.cue) and not bids(document, one)
        if content and whole and real and set(content) != set(owner.content):
            one = one._replace(cue=_take_negation(inner, one.cue), content=content, source=source, within=owner)
            sure = inner_doubt.weigh_inner(inner, one)
            one = one._replace(confidence=max(sure, _LEAST) if one.by_form else sure, faint=False)
            beside = goes_on_outside(document, one, owner.content)
            found.append(one._replace(confidence=0.0 if beside else inner_doubt.weigh_denied(document, one)))
    return found


def _draft_faint(inner: Document, found: Sequence[Attribution], drafts: Sequence[Draft]) -> list[Draft]:
    """What somebody has in mind and does that tells what they hold, apart from what is drafted."""
    meant = (one._replace(by_form=True) for one in find_meant(inner))
    taken = index_drafts(drafts)
    made = draft_apart(inner, taken, meant, LEAST, written=False)
    add_drafts(taken, made)
    others = [one for one in found if one.source and _first_word(inner, one.source[0]) not in _ANYBODY]
    made += draft_apart(inner, taken, others, _LEAST_FAINT, written=False)
    return [one._replace(faint=True) for one in made]


def _first_word(document: Document, span: Span) -> str:
    """The first word of a span in small letters, without what is written together with it: "you’d"."""
    return document.article.words_of(span).lower().replace("'", "’").split("’")[0].split(" ")[0]


def _is_held(document: Document, draft: Draft) -> bool:
    """Whether a claim tells what somebody does hold, and not what they would if it were so."""
    cue = [document.words[i] for span in draft.cue for i in document.words_in(span)]
    before = {word.text.lower() for word in list_before(document, draft)}
    group = [*cue, *(word for one in cue if one.is_verb for word in list_group(document, one))]
    return not before & CONDITIONS and not is_bound(group)


def _take_negation(document: Document, cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """A cue with the words before it that deny it: "do not think", "never said"."""
    at = document.words_in(cue[-1])
    verb = next((i for i in at if document.words[i].is_verb), None)
    if verb is None:
        return cue
    start = find_group_start(document, verb, document.first[document.words[verb].sentence])
    denied = any(document.words[i].text.lower() in NEGATIONS for i in range(start, at.start))
    return tuple(merge_spans((*cue[:-1], (document.words[start].start, cue[-1][1])))) if denied else cue


def _lies_in(content: Sequence[Span], span: Span) -> bool:
    """Whether one span of a content holds all of another."""
    ordered = sorted(content)
    at = bisect_right(ordered, span[0], key=itemgetter(0))
    return at > 0 and span[1] <= ordered[at - 1][1]


def _cut_to(document: Document, spans: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """Spans without what lies outside a content: what breaks it, its cue and its source, is nobody's words inside."""
    whole: list[Span] = []
    first, last = min((a for a, _ in spans), default=0), max((b for _, b in spans), default=0)
    for low, high in content:
        if high <= first or last <= low:
            continue
        cut = ((max(a, low), min(b, high)) for a, b in spans if a < high and low < b)
        for start, end in clean_spans(document, cut, grow=False):
            whole.append((start, balance_end(document.article.text, start, end, high)))
    return tuple(sorted(whole))


def _pieces(document: Document, content: Sequence[Span]) -> list[tuple[Span, ...]]:
    """The spans of a content that are read together: those between which no paragraph and no sentence ends. Sentences
    that can hold no claim are left out: no word of theirs reports speech, and none is quoted within the content."""
    pieces: list[list[Span]] = []
    spread = Counter(sentence for span in content for sentence in _end_sentences(document, span))
    last = -1
    for span in sorted(content):
        for part, sentence in _part_sentences(document, span, spread):
            if pieces and sentence == last:
                pieces[-1].append(part)
            else:
                pieces.append([part])
            last = sentence
    return [tuple(spans) for spans in pieces if any(_may_hold(document, span) for span in spans)]


def _end_sentences(document: Document, span: Span) -> set[int]:
    """The sentences that a span begins and ends in."""
    at = document.words_in(span)
    return {document.words[at.start].sentence, document.words[at.stop - 1].sentence} if at else set()


def _part_sentences(document: Document, span: Span, spread: Mapping[int, int]) -> Iterator[tuple[Span, int]]:
    """The parts of a span by sentence, those that may hold a claim and stand side by side in one; with the sentence
    that each ends in. A sentence that goes on in another span (of `spread`) is left to be judged with it."""
    at = document.words_in(span)
    if not at:
        return
    first, last = document.words[at.start].sentence, document.words[at.stop - 1].sentence
    begin: int | None = None
    for sentence in range(first, last + 1):
        low, high = max(at.start, document.first[sentence]), min(at.stop, document.first[sentence + 1])
        start = span[0] if sentence == first else document.words[low].start
        end = span[1] if sentence == last else document.words[high - 1].end
        if spread[sentence] > 1 or _may_hold(document, (start, end)):
            begin = start if begin is None else begin
            if sentence == last:
                yield (begin, end), sentence
        elif begin is not None:
            yield (begin, document.words[document.first[sentence] - 1].end), sentence - 1
            begin = None


def _may_hold(document: Document, span: Span) -> bool:
    """Whether a stretch has a word that reports, or a quotation within one."""
    return document.may_report(document.words_in(span)) or document.holds_inner_quotation(span)


def mask(document: Document, pieces: Sequence[Sequence[Span]]) -> Document:
    """A document of which nothing is left but some stretches, each a block; a block's spans stand in one block of the
    document, in order. Words and sentences are those of the document; "that" and "whether" at a beginning are gone."""
    parts: list[str] = []
    end = 0
    words: list[Word] = []
    sentences: list[Sentence] = []
    first = [0]
    blocks: list[Block] = []
    for spans in pieces:
        inside = document.gather_words(spans)
        if len(inside) > 1 and inside[0].text.lower() in _OPENERS:
            inside = inside[1:]
        start = inside[0].start if inside else spans[0][0]
        for low, high in spans:
            low = max(low, start, end)
            parts += " " * (low - end), document.article.words_of((low, high))
            end = max(low, high)
        for _, run in groupby(inside, attrgetter("sentence")):
            number = len(first) - 1
            words += [make_word((low, high, text, tag, number)) for low, high, text, tag, _ in run]
            first.append(len(words))
        if not inside:
            first.append(len(words))
        for low, high in pairwise(first[len(sentences) :]):
            bounds = (words[low].start, words[high - 1].end) if low < high else (start, spans[-1][1])
            sentences.append(Sentence(bounds, len(blocks)))
        blocks.append(Block("paragraph", (start, spans[-1][1])))
    parts.append(" " * (len(document.article.text) - end))
    text = _raise_marks(document, "".join(parts), blocks)
    article = Article(text, tuple(blocks), language=document.article.language)
    return build_document(article, sentences, words, first)


def _raise_marks(document: Document, text: str, blocks: Sequence[Block]) -> str:
    """A text with the marks of quotations inside others, whose own marks are gone, as marks of the first level."""
    raised: list[Span] = []
    at = 0
    deeper = sorted((q for q in document.quotations if q.depth and q.closed), key=lambda q: q.outer)
    for quotation in deeper:
        start, end = quotation.outer
        while at < len(blocks) and blocks[at].span[1] < end:
            at += 1
        if at == len(blocks):
            break
        around = document.quotation_at(start)
        inside = blocks[at].span[0] <= start and end <= blocks[at].span[1]
        single = quotation.spans[0][0] - start <= 1 or text[start + 1] == " "
        if inside and single and around is not None and around.outer[0] < blocks[at].span[0]:
            raised.append((start, end))
    if not raised:
        return text
    letters = list(text)
    for start, end in raised:
        letters[start], letters[end - 1] = "“", "”"
    return "".join(letters)
