"""What is told according to somebody and has a cue of its own: “The quay is safe,” Moss said, according to the Harbour
Times; “I did it,” Moss told the crew, police said. All of it is the paper's claim, and what Moss said stands within."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import CONFIDENCE
from reader.analysis.claims.rules import is_according
from reader.analysis.claims.stated import find_told_per
from reader.analysis.document.cues import QUOTING, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import find_phrase_after, find_phrase_before, is_time
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_LEAST = 0.45
"""What is less sure than this is not said within."""
_LONGEST_TAIL = 10
"""So many words at most tell when or where something was said, before it is told according to whom."""
_RECORDS = frozenset(
    ["translation", "translations", "transcript", "transcripts", "remarks", "recording", "audio", "video"]
)
"""What only holds the words of who speaks, and says nothing itself."""
_LONGEST_GAP = 14
"""So many words at most tell who says it."""
_LEADS = frozenset(["but", "and", "so", "yet", "meanwhile", "however", "also", ","])
_REPORTING = frozenset(["say", "report", "allege", "claim", "write", "state"])
"""What police, prosecutors and papers do that tell what somebody said."""
_OTHERS = frozenset(
    [
        *("another", "others", "one", "some", "this", "that", "so", "all", "both", "many", "few", "most", "who"),
        *("something", "everything", "nothing", "everyone", "everybody", "nobody", "anyone", "anybody", "someone"),
    ]
)
_MANY = frozenset(["more", "less", "fewer", "than"])


def relay_claims(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with what is told according to somebody whole, and without those that stand in it: they are found
    again within."""
    relayed = [*_list_according(document), *_list_reported(document, found)]
    if not relayed:
        return list(found)
    cues = SpanIndex((span, one) for one in found for span in one.cue)
    gone: set[int] = set()
    wider: dict[int, Attribution] = {}
    made: list[Attribution] = []
    words = document.words
    for at, low, told, cue in relayed:
        known = next((one for _, one in cues.touching(cue)), None)
        source = known.source if known is not None and known.source else (document.span_of(told),)
        inside = _find_inside(document, cues, low, at)
        if inside is None and known is not None:
            wider[id(known)] = _widen(document, known, at)
        if inside is None or inside is known or id(inside) in gone:
            continue
        start = _find_start(document, low)
        end = words[at - 1].end
        if known is not None and min(known.content)[0] <= start and not _is_short(known, inside):
            continue
        joined = [inside] if known is None else [inside, known]
        gone.update(map(id, joined))
        sure = max(CONFIDENCE, *(one.confidence or 1.0 for one in joined))
        made.append(Attribution(((start, end),), (cue,), source, sure))
        later = tuple(span for span in inside.content if span[0] > cue[1])
        if later:
            made.append(Attribution(later, (), inside.source, inside.confidence))
    return [*(wider.get(id(one), one) for one in found if id(one) not in gone), *made]


def _list_according(document: Document) -> Iterator[tuple[int, int, range, Span]]:
    """Where it begins "according to" whom something is, where the sentence begins, who that is, and the cue."""
    words = document.words
    for at, low, high in document.find_in_sentences(("according", "per")):
        if not low < at < high - 2 or document.is_quoted(words[at].start) or document.is_in_headline(words[at]):
            continue
        per = words[at].text.lower() == "per"
        told = find_told_per(document, at, low, high) if per else _find_told(document, at, high)
        if told is None or any(words[i].text.lower() in _RECORDS or words[i].tag == "PRP$" for i in told):
            continue
        yield at, low, told, document.span_of(range(at, told.start))


def _list_reported(document: Document, found: Sequence[Attribution]) -> Iterator[tuple[int, int, range, Span]]:
    """The same of who reports at a sentence's end what somebody said in it: "“It sank,” Moss told the crew, | police
    said"."""
    words = document.words
    seen: set[int] = set()
    for one in found:
        if not one.cue or not one.source or max(*one.source, *one.cue)[1] <= one.content[0][1]:
            continue
        last = document.words_in(max(*one.source, *one.cue)).stop - 1
        low, high = document.first[words[last].sentence], document.first[words[last].sentence + 1]
        verb = high - 1
        while verb > last and (not words[verb].text[0].isalnum() or is_time(words[verb]) or words[verb].text == "on"):
            verb -= 1
        if verb in seen or lemma_of(words[verb].text) not in _REPORTING or document.is_quoted(words[verb].start):
            continue
        comma = next((i for i in range(verb - 1, last, -1) if words[i].text == ","), -1)
        told = None if comma < 0 else find_phrase_before(document, verb, comma + 1)
        if told is None or told.start != comma + 1 or not words[verb].is_finite or not _may_report(words[told.start]):
            continue
        seen.add(verb)
        yield told.start, low, told, (words[verb].start, words[verb].end)


def _may_report(first: Word) -> bool:
    """Whether a phrase that begins with a word may name a paper, the police and the like, and nobody told of before."""
    return first.tag not in ("PRP", "PRP$", "WP") and first.text.lower() not in _OTHERS


def _widen(document: Document, known: Attribution, at: int) -> Attribution:
    """A claim that lacks who says it according to its source: "The quay is safe | , the council said Tuesday"."""
    start, end = max(known.content)
    behind = range(document.words_in((start, end)).stop, at)
    words = document.words
    if end > words[at].start or not 1 < len(behind) <= _LONGEST_GAP or words[behind.start].text != ",":
        return known
    verbs = [i for i in behind if words[i].is_finite]
    if len(verbs) != 1 or lemma_of(words[verbs[0]].text) not in SAID_LEMMAS & QUOTING:
        return known
    who = find_phrase_before(document, verbs[0], behind.start + 1) or find_phrase_after(document, verbs[0] + 1, at)
    if who is None or min(who.start, verbs[0]) != behind.start + 1:
        return known
    stop = at - 1 if words[at - 1].text == "," else at
    return known.with_spans((*sorted(known.content)[:-1], (start, words[stop - 1].end)))


def _is_short(known: Attribution, inside: Attribution) -> bool:
    """Whether a claim lacks who says what within it."""
    return not all(any(a <= start and end <= b for a, b in known.content) for start, end in inside.cue)


def _find_told(document: Document, at: int, high: int) -> range | None:
    """Who tells what is so "according to" them."""
    return find_phrase_after(document, at + 2, high) if document.words[at + 1].text.lower() == "to" else None


def _find_inside(document: Document, cues: SpanIndex[Attribution], low: int, at: int) -> Attribution | None:
    """The claim before a word that nothing parts from it but when or where it was said: its cue and its source stand
    right before, or its content does."""
    words = document.words
    stop = at - 1 if words[at - 1].text == "," else at
    span = (words[low].start, words[stop - 1].end)
    for one in {id(one): one for _, one in cues.touching(span)}.values():
        if not one.source or not one.is_likely(_LEAST) or is_according(document, one):
            continue
        parts = (*one.cue, *one.source)
        before = [each for each in one.content if each[1] <= span[1]]
        if not before or not all(span[0] <= start and end <= span[1] for start, end in parts):
            continue
        last = max(end for _, end in parts)
        content = max(before)[1]
        if last > content and _is_tail(document, (last, span[1])) and _says(document, one):
            return one
        if last < content and not document.list_letters((content, span[1])) and _opens(document, one, low):
            return one
    return None


def _says(document: Document, one: Attribution) -> bool:
    cue = [word.text for word in document.gather_words(one.cue)]
    return any(lemma_of(text) in SAID_LEMMAS for text in cue)


def _is_tail(document: Document, span: Span) -> bool:
    """Whether what stands behind a cue tells only when, where or to whom something was said."""
    letters = document.list_letters(span) if span[0] + 1 < span[1] else ()
    letters = [word for word in letters if word.start >= span[0]]
    return (
        len(letters) <= _LONGEST_TAIL
        and not any(word.is_finite for word in letters)
        and not any(document.is_quoted(word.start) for word in letters)
    )


def _opens(document: Document, one: Attribution, low: int) -> bool:
    """Whether a sentence opens with who says something."""
    words, first = document.words, document.words_in(one.source[0]).start
    return all(words[i].text.lower() in _LEADS | _MANY or words[i].tag == "RB" for i in range(low, first))


def _find_start(document: Document, low: int) -> int:
    """Where what is told begins: with its sentence, or with the quotation that the sentence ends."""
    words = document.words
    while words[low].text.lower() in _LEADS and not document.is_quoted(words[low].start):
        low += 1
    start = words[low].start
    block = document.article.block_at(start)
    quotation = document.quotation_at(start)
    if quotation is not None and document.article.block_at(quotation.outer[0]) == block:
        start = min(start, quotation.outer[0])
    return start
