"""Sentences that are a quotation and nothing else, to which no cue belongs: who speaks is who was told of right before,
or who spoke last. “So the risk must be taken. “He's a stayer and he'll try.””"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from reader.analysis.claims.attribution import Attribution, index_contents
from reader.analysis.claims.continued_quotes import are_quoted, find_end, is_clause
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import find_phrase_after
from reader.analysis.document.quotes import Quotation
from reader.analysis.document.titles import is_given
from reader.article.model import Span

_LEAST = 0.45
"""A cue less sure than this, in another sentence, is none."""
_FURTHEST = 3
"""So many paragraphs back at most is who spoke last."""
_FEWEST = 5
"""Fewer words are a title, a heading or a call."""
_SMALL = 3
"""Words of so many letters may be small ones in a title."""
_CONFIDENCE = 0.5
_ENDS = (".", "!", "?", "…", ",", "”", "’", "'")
_ONE = frozenset(["he", "she"])
_ANOTHER = _ONE | {"his", "her", "him", "he’s", "she’s"}
_SELVES = load_words("pronouns_first")
_I = _SELVES - {"you", "your"}
_NOBODY = _SELVES | {"they"}


@dataclass(frozen=True, slots=True)
class _Said:
    """What others than the writer said, in the order in which it ends."""

    said: Sequence[Attribution]
    ends: Sequence[int]
    lasts: Sequence[str]
    """The last word of each source."""
    names: Mapping[str, Mapping[str, int]]
    """Of each name in a source, by the last word of that source, where the first such ends."""


def part_weak(document: Document, found: Sequence[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """Attributions, and apart from them those of which the tagger is unsure and that are quotations alone, their cue in
    another sentence."""
    kept: list[Attribution] = []
    weak: list[Attribution] = []
    for one in found:
        (weak if _is_weak(document, one) else kept).append(one)
    return kept, weak


def give_uncued(document: Document, found: Sequence[Attribution], ideas: Iterable[Attribution]) -> list[Attribution]:
    """Attributions with the quotations that no cue reaches given to whoever speaks in them; `ideas` are what the tagger
    thinks of such, with no cue, or one that it is unsure of."""
    kept = [_set_right(document, one) for one in found]
    if not document.quotations:
        return kept
    contents = index_contents(found)
    loose = [one for one in document.quotations if not contents.touches([one.span]) and _is_own(document, one)]
    if loose:
        thought = {one.content[0][0]: one for one in ideas}
        said = _list_said(document, found)
        for quotation in loose:
            idea = thought.get(quotation.span[0])
            source = _find_speaker(document, quotation, said, idea)
            if source:
                sure = _CONFIDENCE if idea is None else max(_CONFIDENCE, idea.confidence or _CONFIDENCE)
                kept.append(Attribution(quotation.spans, (), source, sure))
    return kept


def _set_right(document: Document, one: Attribution) -> Attribution:
    """A claim without a cue given to the one with a full name whom the sentence before it in its paragraph is about."""
    quotation = None if one.cue or not one.source else document.quotation_at(one.content[0][0])
    if quotation is None or not _is_own(document, quotation):
        return one
    own = _read_opening(document, quotation)
    if _is_of_another({text.lower() for text in own}):
        return one
    about = _find_subject(document, document.words_in(quotation.spans[0]).start)
    fits = about and not _is_he_or_she(document, about[0]) and _may_speak(document, about[0], lambda name: False, own)
    return one.with_spans(one.content, source=about) if fits else one


def _is_weak(document: Document, one: Attribution) -> bool:
    """Whether the tagger is unsure of a claim of quotations alone whose cue stands in another sentence."""
    if one.is_likely(_LEAST):
        return False
    quotations = [document.quotation_at(start) for start, _ in one.content]
    return all(quotation is not None and _is_own(document, quotation) for quotation in quotations)


def _is_own(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is something said, and all there is in its sentences; not where a colon or a dash tells who
    says it."""
    article = document.article
    block = article.blocks[article.block_at(quotation.outer[0])]
    if quotation.depth or block.kind not in ("paragraph", "quote", "list-item") or not is_clause(document, quotation):
        return False
    letters = document.gather_letters(quotation.spans)
    first, last = (document.sentence_words(letters[at].sentence) for at in (0, -1))
    if not (are_quoted(document, first) and are_quoted(document, last)):
        return False
    before = document.words[first.start - 1].text if first.start else ""
    behind = document.words[last.stop].text if last.stop < len(document.words) else ""
    announced = before == ":" or article.text[quotation.outer[0] - 1 : quotation.outer[0]] in (":", "(")
    signed = behind[:1] in ("-", "–", "—")
    return len(letters) >= _FEWEST and not announced and not signed and _is_sentence(document, quotation, letters)


def _is_sentence(document: Document, quotation: Quotation, letters: Sequence[Word]) -> bool:
    """Whether a quotation is written as a sentence, and no heading or title."""
    long = [word for word in letters if len(word.text) > _SMALL]
    titled = all(word.text[0].isupper() for word in long)
    return document.article.words_of(quotation.span).endswith(_ENDS) and not titled


def _list_said(document: Document, found: Iterable[Attribution]) -> _Said:
    """What of some attributions others than the writer said."""
    said = sorted((one for one in found if _is_said(document, one)), key=find_end)
    ends = [find_end(one) for one in said]
    lasts = [document.list_words(one.source[0])[-1].text for one in said]
    names: dict[str, dict[str, int]] = defaultdict(dict)
    for one, end, last in zip(said, ends, lasts, strict=True):
        for word in document.gather_words(one.source):
            if word.is_proper:
                names[word.text].setdefault(last, end)
    return _Said(said, ends, lasts, names)


def _is_said(document: Document, one: Attribution) -> bool:
    """Whether one other than the writer said something, and the tagger or a rule is sure of it."""
    if not one.source or not one.is_likely(_CONFIDENCE):
        return False
    words = document.list_words(one.source[0])
    writer = words[0].text.lower() in _NOBODY and not document.is_quoted(words[0].start)
    told = not one.cue or any(
        lemma_of(word.text) in SAID_LEMMAS or not word.text[0].isalnum()
        for span in one.cue
        for word in document.list_words(span)
    )
    return told and not writer


def _find_speaker(document: Document, quotation: Quotation, said: _Said, idea: Attribution | None) -> tuple[Span, ...]:
    """Who speaks in a quotation without a cue: whom the tagger thinks of, or the subject of the sentence before, where
    either is somebody who may; else who said something last."""
    start = quotation.outer[0]
    block = document.article.block_at(start)
    own = _read_opening(document, quotation)
    last = _find_last(document, said, start, own)
    if last is not None and _is_of_another({text.lower() for text in own}):
        return last.source

    def has_spoken(name: str) -> bool:
        return any(end <= start and other not in own for other, end in said.names.get(name, {}).items())

    thought = idea.source if idea is not None else ()
    for span in (*thought, *_find_subject(document, document.words_in(quotation.spans[0]).start)):
        near = span[1] <= start and block - document.article.block_at(span[0]) <= 1
        if near and _may_speak(document, span, has_spoken, own):
            return (span,)
    return last.source if last is not None else ()


def _find_last(document: Document, said: _Said, start: int, own: Sequence[str]) -> Attribution | None:
    """What was said last, and not far, before a place, by somebody whose name ends in none of some words."""
    block_at = document.article.block_at
    for i in reversed(range(bisect_right(said.ends, start))):
        if block_at(start) - block_at(said.ends[i] - 1) > _FURTHEST:
            return None
        if said.lasts[i] not in own:
            return said.said[i]
    return None


def _read_opening(document: Document, quotation: Quotation) -> list[str]:
    """The words of a quotation's first sentence."""
    first = document.words_in(quotation.spans[0]).start
    return [document.words[i].text for i in document.sentence_words(document.words[first].sentence)]


def _is_of_another(texts: Set[str]) -> bool:
    """Whether words, in small letters, tell of him or her, and nothing of who says them."""
    return _I.isdisjoint(texts) and not _ANOTHER.isdisjoint(texts)


def _find_subject(document: Document, at: int) -> tuple[Span, ...]:
    """What the sentence before a quotation in its paragraph begins with."""
    sentence = document.words[at].sentence - 1
    if sentence < 0 or document.sentences[sentence].block != document.sentences[sentence + 1].block:
        return ()
    words = document.sentence_words(sentence)
    phrase = find_phrase_after(document, words.start, words.stop)
    return () if phrase is None else (document.span_of(phrase),)


def _is_he_or_she(document: Document, span: Span) -> bool:
    return document.article.words_of(span).lower() in _ONE


def _may_speak(document: Document, span: Span, is_known: Callable[[str], bool], own: Sequence[str]) -> bool:
    """Whether a phrase is he or she, or somebody with a given name or a known one, which stand in none of the words
    said."""
    words = document.list_words(span)
    if not words or document.is_quoted(words[0].start):
        return False
    proper = [word.text for word in words if word.is_proper or (word.text[0].isupper() and is_known(word.text))]
    if not proper or proper[-1] in own:
        return _is_he_or_she(document, span)
    return is_known(proper[-1]) or (len(proper) > 1 and is_given(proper[0].lower()))
