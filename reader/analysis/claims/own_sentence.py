"""What is told without quotation marks keeps to the sentence of its cue: the writer's sentence before it, or behind it,
is no part of it, nor is what opens its sentence on how it was said."""

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.article.model import Span

_STOPS = frozenset([".", "?", "!", "…", "..."])
"""What a sentence ends with: where "U.S." stands, one may have been cut in two."""
_FEWEST = 4
_MARKS = frozenset("“\"„«‘':")
"""What stands before words that are quoted, though their quotation may never close."""


def keep_own_sentence(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions without the parts of their contents that stand unquoted in another sentence than their cue, where
    some of the content stands unquoted beside it: not "It is old. | It will close, Moss said"."""
    return [_drop_manner(document, _keep(document, one)) if one.cue and not one.verbatim else one for one in found]


def _keep(document: Document, one: Attribution) -> Attribution:
    cue = document.list_letters(one.cue[0])
    if not cue:
        return one
    home = cue[0].sentence
    if all(_is_of_sentence(document, span, home) for span in one.content):
        return one
    text = document.article.text
    if any(text[max(0, start - 2) : start].rstrip()[-1:] in _MARKS for start, _ in one.content):
        return one
    parts = [part for span in one.content for part in _part(document, span)]
    own = [part for part, number in parts if number == home and not _is_quoted(document, part)]
    if not any(word.is_finite for part in own for word in document.list_words(part)):
        return one
    kept = tuple(
        part
        for part, number in parts
        if number == home or _is_quoted(document, part, any_word=True) or not _ends_between(document, number, home)
    )
    return one.with_spans(kept) if len(kept) < len(parts) else one


def _drop_manner(document: Document, one: Attribution) -> Attribution:
    """One without words that only tell how it was said, before a quotation of whole sentences: "Wiping her eyes |, she
    said, “It is over.”"."""
    if len(one.content) < 2 or one.content[0][1] > one.cue[0][0] or one.content[1][0] < one.cue[-1][1]:
        return one
    (start, end), second = one.content[:2]
    quotation = document.quotation_opening(second[0])
    if quotation is None or not document.article.text[quotation.span[0]].isupper() or document.is_quoted(end - 1):
        return one
    words = document.list_words((start, end))
    opens = bool(words) and words[0] == document.words[document.first[words[0].sentence]]
    told = any(word.is_finite or document.is_quoted(word.start) for word in words)
    short = len(words) < _FEWEST or words[0].tag == "VBG"
    return one.with_spans(one.content[1:]) if opens and short and not told else one


def _part(document: Document, span: Span) -> list[tuple[Span, int]]:
    """A span as its sentences have it, each with the number of its sentence."""
    numbers = _find_sentences(document, span)
    cuts = [span[0], *(document.words[document.first[number]].start for number in numbers[1:]), span[1]]
    return [((start, end), number) for (start, end), number in zip(pairwise(cuts), numbers, strict=True)]


def _find_sentences(document: Document, span: Span) -> range:
    """The numbers of the sentences that a span shares words with."""
    at = document.words_in(span)
    return range(document.words[at.start].sentence, document.words[at.stop - 1].sentence + 1) if at else range(1)


def _is_of_sentence(document: Document, span: Span, number: int) -> bool:
    """Whether all words of a span, one at least, stand in one sentence."""
    words = document.list_words(span)
    return bool(words) and words[0].sentence == number == words[-1].sentence


def _is_quoted(document: Document, span: Span, *, any_word: bool = False) -> bool:
    """Whether all words of a span, or any, stand in quotation marks."""
    letters = document.list_letters(span)
    count = document.count_quoted(letters)
    return count > 0 if any_word else count == len(letters)


def _ends_between(document: Document, number: int, home: int) -> bool:
    """Whether one of two sentences, or one between them, ends for certain before the other begins."""
    low, high = min(number, home), max(number, home)
    ends = any(document.words[document.first[k + 1] - 1].text in _STOPS for k in range(low, high))
    return ends or document.sentences[low].block != document.sentences[high].block
