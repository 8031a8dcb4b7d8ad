"""Attributions by rule: quotation marks, cue verbs and a little grammar.

The engine when no trained tagger can be loaded, and the check on it when one is. Finds cues before and after what
was said, "according to", reported speech with *that* and without, and quotations whose speaker is named nearby.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from reader.analysis.claims import signatures
from reader.analysis.claims.attribution import Attribution, add_apart, find_overlapping, index_contents, overlaps
from reader.analysis.claims.continued_quotes import continue_quotations
from reader.analysis.document.cues import CLAUSAL, OBJECT, QUOTING, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_group_start, find_phrase_after, find_phrase_before, is_noun, is_time
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_BEHIND = QUOTING | CLAUSAL
"""Lemmas that may stand, with who says it, behind what is said."""
_LONGEST_TITLE = 5
"""So many words the title of a film or a book has at most."""
_LEAD = 2
"""So many words before a quotation ("And then “…”") are no part of what is said."""
_BE = frozenset(["is", "was", "are", "were", "been", "be"])
_FEWEST = 3
"""Fewer words make no clause."""
_TAIL = 4
"""So many words behind a cue are a time or a place, if no verb is among them."""
_PROSE = frozenset(("title", "standfirst", "heading", "paragraph", "quote", "list-item", "caption"))


class _Cue(NamedTuple):
    """A cue's words [start, end), its lemma, and the bounds of its sentence."""

    start: int
    end: int
    lemma: str
    low: int
    high: int


def find_by_rules(document: Document, among: Set[int] | None = None) -> tuple[Attribution, ...]:
    """Every attribution that the rules find, in reading order. Where it is asked for some blocks alone, all are there
    that have a cue `among` these; a quotation of several paragraphs goes on from one to the next, and so all are."""
    if among is not None and any(len(quotation.spans) > 1 for quotation in document.quotations):
        among = None
    found: list[Attribution] = []
    for index, sentence in enumerate(document.sentences):
        if (among is None or sentence.block in among) and document.article.blocks[sentence.block].kind in _PROSE:
            found += _read_sentence(document, index)
    around = [one for one in found if is_according(document, one)]
    if around:
        contents = index_contents(found)
        around = [one for one in around if _is_around_another(one, contents)]
        found = [one for one in found if one not in around]
    found = add_apart(signatures.find_named(document), found)
    found = signatures.take_posts(found, signatures.find_posts(document))
    found = continue_quotations(document, found, among)
    return tuple(sorted(found, key=lambda one: min(one.content)))


def is_according(document: Document, one: Attribution) -> bool:
    """Whether the cue of an attribution is "according to"."""
    return bool(one.cue) and document.article.words_of(one.cue[0]).lower().startswith("according")


def holds_source(one: Attribution, other: Attribution) -> bool:
    """Whether the source of another attribution stands in the content of this one, and they share content."""
    said = [start for start, _ in other.source]
    return overlaps(other, one) and any(start <= at < end for at in said for start, end in one.content)


def _is_around_another(one: Attribution, contents: SpanIndex[Attribution]) -> bool:
    """Whether an "according to" takes in a quotation with its own cue: “…,” Cruz said, according to a newspaper."""
    return any(other is not one and holds_source(one, other) for other in find_overlapping(one, contents))


def find_beside(document: Document, cue: Span) -> tuple[Span, ...]:
    """The noun phrase right before a cue, or right behind one that a quotation or comma stands before; else none."""
    at = document.words_in(cue)
    if not at:
        return ()
    sentence = document.sentence_words(document.words[at.start].sentence)
    phrase = find_phrase_before(document, at.start, sentence.start)
    before = document.words[at.start - 1] if at.start > sentence.start else None
    if phrase is None and before is not None and (before.text == "," or document.is_quoted(before.start)):
        phrase = find_phrase_after(document, at.stop, sentence.stop)
    return (document.span_of(phrase),) if phrase is not None else ()


def finish_source(document: Document, source: Span) -> Span:
    """A source that breaks off behind a preposition ("a readout provided by"), with the phrase that follows it."""
    at = document.words_in(source)
    if not at or document.words[at.stop - 1].tag not in ("IN", "TO"):
        return source
    sentence = document.sentence_words(document.words[at.start].sentence)
    phrase = find_phrase_after(document, at.stop, sentence.stop)
    return source if phrase is None else (source[0], document.span_of(phrase)[1])


def _read_sentence(document: Document, index: int) -> list[Attribution]:
    words = document.sentence_words(index)
    found: list[Attribution] = []
    subject: tuple[Span, ...] = ()
    floor = words.start
    cues = list(_find_cues(document, words))
    for number, cue in enumerate(cues):
        ceiling = cues[number + 1].start if number + 1 < len(cues) else words.stop
        according = cue.lemma == "according"
        one = _read_according(document, cue) if according else _read_verb(document, cue, floor, subject, ceiling)
        if one is not None:
            found.append(one)
            subject = one.source or subject
            last = max(end for _, end in one.content + one.cue + one.source)
            floor = max(floor, document.words_in((last - 1, last)).stop)
    return found


def _find_cues(document: Document, words: range) -> Iterator[_Cue]:
    """The cues of a sentence that stand outside quotation marks and in no earlier cue's content."""
    for at in document.cues_in(words):
        word = document.words[at]
        if document.is_quoted(word.start):
            continue
        lemma = lemma_of(word.text)
        behind = document.words[at + 1].text.lower() if at + 1 < words.stop else ""
        if lemma is None:  # "according"
            if behind == "to":
                yield _Cue(at, at + 2, "according", words.start, words.stop)
        elif word.tag.startswith("VB") or (word.tag == "NNS" and behind == "that" and at > words.start):
            start = find_group_start(document, at, words.start)
            group = [each.text.lower() for each in document.words[start:at]]
            passive = word.tag in ("VBN", "VBD") and not _BE.isdisjoint(group)
            if passive or (group and group[0] == "to"):
                continue
            end = at + 2 if behind in ("out", "back", "up") and word.tag != "VB" else at + 1
            yield _Cue(start, end, lemma, words.start, words.stop)


def _read_according(document: Document, cue: _Cue) -> Attribution | None:
    source = find_phrase_after(document, cue.end, cue.high)
    if source is None:
        return None
    before = range(cue.low, cue.start)
    after = range(source.stop, cue.high)
    if _is_wordy(document, before):
        content = _strip(document, before)
    else:
        if after and document.words[after.start].text == ",":
            after = range(after.start + 1, after.stop)
        content = _strip(document, after)
    if content is None:
        return None
    return Attribution((content,), (document.span_of(range(cue.start, cue.end)),), (document.span_of(source),))


def _read_verb(
    document: Document, cue: _Cue, floor: int, subject: tuple[Span, ...], ceiling: int
) -> Attribution | None:
    words = document.words
    cue_span = (document.span_of(range(cue.start, cue.end)),)
    before = words[cue.start - 1] if cue.start > cue.low else None
    after_text = words[cue.end].text if cue.end < cue.high else "."
    quote_before = before is not None and (document.is_quoted(before.start) or before.text == ",")
    if quote_before and cue.lemma in QUOTING and cue.lemma != "tell":
        source = find_phrase_after(document, cue.end, cue.high)
        left = _find_left(document, range(floor, cue.start))
        if source is not None and left is not None and after_text.lower() != "that":
            rest = _find_rest(document, range(source.stop, cue.high))
            return Attribution((left, *rest), cue_span, (document.span_of(source),))
    source = find_phrase_before(document, cue.start, floor)
    spans: tuple[Span, ...] = (document.span_of(source),) if source is not None else ()
    if source is not None and cue.lemma in _BEHIND and source.start > floor:
        mark = words[source.start - 1]
        left = _find_left(document, range(floor, source.start))
        tail = _tail_is_short(document, range(cue.end, cue.high)) and not (
            _quote_follows(document, cue) and not document.is_quoted(mark.start)
        )
        if left is not None and (mark.text == "," or document.is_quoted(mark.start)) and tail:
            return Attribution((left, *_find_rest(document, range(cue.end, cue.high))), cue_span, spans)
    if (
        not spans
        and subject
        and (before is None or before.text in (",", "and", "but") or words[cue.end - 1].tag == "VBG")
    ):
        spans = subject or _find_subject(document, cue)
    right = _find_right(document, cue, ceiling)
    if right is None or not spans:
        return None
    return Attribution((right,), cue_span, spans)


def _quote_follows(document: Document, cue: _Cue) -> bool:
    """Whether a quotation opens right behind a cue and its comma or colon."""
    at = cue.end
    while at < cue.high and document.words[at].text in (",", ":"):
        at += 1
    return at < cue.high and document.is_quoted(document.words[at].start)


def _find_subject(document: Document, cue: _Cue) -> tuple[Span, ...]:
    """The phrase that a sentence opens with, for "…, adding that": it is who adds."""
    first = find_phrase_after(document, cue.low, cue.start)
    if first is None or first.stop >= cue.start or not document.words[first.stop].tag.startswith(("VB", "RB", "MD")):
        return ()
    return (document.span_of(first),)


def _find_right(document: Document, cue: _Cue, ceiling: int) -> Span | None:
    """What follows a cue as its content: a quotation, a clause, or the thing called, denied, criticised…"""
    words = document.words
    at = cue.end
    if at >= cue.high:
        return None
    clausal = cue.lemma in CLAUSAL
    if cue.lemma == "tell" and words[at].text.lower() != "that":
        listener = find_phrase_after(document, at, cue.high)
        if listener is not None:
            at = listener.stop
        if listener is not None and at < cue.high and words[at - 1].text.lower() == "her" and is_noun(words[at]):
            at += 1
    while (
        at < cue.high
        and not document.is_quoted(words[at].start)
        and (
            words[at].tag == "RB"
            or is_time(words[at])
            or (words[at].text.lower() in ("on", "in") and at + 1 < cue.high and is_time(words[at + 1]))
        )
    ):
        at += 1
    if at < cue.high and words[at].text in (",", ":"):
        at += 1
    if at >= cue.high:
        return None
    quoted = document.is_quoted(words[at].start)
    rest = range(at, min(cue.high, _find_clause_end(document, at, cue.high, ceiling)))
    that = words[at].text.lower() in ("that", "how", "why", "whether", "if", "what")
    if cue.lemma == "call" and _is_title(document, rest):
        return None
    if (
        quoted
        or (cue.lemma in OBJECT and len(rest) > 1)
        or ((that or (clausal and len(rest) >= _FEWEST)) and any(words[i].is_verb for i in rest))
        or document.count_quoted(words[rest.start : rest.stop])
    ):
        return _strip(document, rest)
    return None


def _is_title(document: Document, words: range) -> bool:
    """Whether a quotation of a few words, each with a capital, opens here: the name of a film, a book, a song."""
    inside = [document.words[i].text for i in words if document.is_quoted(document.words[i].start)]
    letters = [word for word in inside if word[0].isalpha()]
    return (
        0 < len(letters) <= _LONGEST_TITLE
        and all(word[0].isupper() for word in letters)
        and document.is_quoted(document.words[words.start].start)
    )


def _find_clause_end(document: Document, at: int, high: int, ceiling: int) -> int:
    """Where the content ends: at a coordinated next cue, at "according to", else at the sentence's end."""
    words = document.words
    if ceiling < high and ceiling > at:
        before = words[ceiling - 1]
        if before.text.lower() in ("and", "but") or before.text == "," or words[ceiling].text.lower() == "according":
            end = ceiling
            while end > at and (words[end - 1].text.lower() in ("and", "but", ",")):
                end -= 1
            return end
    return high


def _find_left(document: Document, words: range) -> Span | None:
    if not _is_wordy(document, words):
        return None
    first = _find_quoted(document, words)
    if first is not None and first - words.start <= _LEAD:
        words = range(first, words.stop)
    return _strip(document, words)


def _find_quoted(document: Document, words: range) -> int | None:
    """The first of some words that begins inside a quotation."""
    if not document.count_quoted(document.words[words.start : words.stop]):
        return None
    return next((i for i in words if document.is_quoted(document.words[i].start)), None)


def _is_wordy(document: Document, words: range) -> bool:
    """Whether words hold something said: a quotation, or a clause with a verb."""
    inside = [word for word in document.words[words.start : words.stop] if word.text[0].isalnum()]
    if document.count_quoted(inside):
        return True
    return len(inside) >= _FEWEST and any(word.is_verb for word in inside)


def _find_rest(document: Document, words: range) -> tuple[Span, ...]:
    """The second half of a content that its cue breaks: “…,” she said, “…”."""
    if words and document.words[words.start].text == ",":
        rest = range(words.start + 1, words.stop)
        if rest and (document.is_quoted(document.words[rest.start].start)):
            span = _strip(document, rest)
            return (span,) if span else ()
    first = _find_quoted(document, words)
    span = None if first is None else _strip(document, range(first, words.stop))
    return (span,) if span else ()


def _tail_is_short(document: Document, words: range) -> bool:
    """Whether what follows a cue is no content: nothing, a time or place, or the second half of a quotation."""
    rest = [i for i in words if document.words[i].text[0].isalnum() and not document.is_quoted(document.words[i].start)]
    if not rest:
        return True
    first = document.words[words.start]
    if first.text.lower() in ("that", ":"):
        return False
    if first.text == "," or first.tag in ("IN", "TO", "RB") or is_time(first):
        return not any(document.words[i].is_finite for i in rest[:_TAIL])
    return len(rest) <= _TAIL and not any(document.words[i].is_verb for i in rest)


def _strip(document: Document, words: range) -> Span | None:
    """The span of words without punctuation around them; None when nothing is left."""
    start, stop = words.start, words.stop
    while start < stop and not document.words[start].text[0].isalnum() and document.words[start].text[0] not in "$£€#@":
        start += 1
    while (
        stop > start
        and not document.words[stop - 1].text[-1].isalnum()
        and document.words[stop - 1].text[-1] not in "%?!"
    ):
        stop -= 1
    return (document.words[start].start, document.words[stop - 1].end) if start < stop else None
