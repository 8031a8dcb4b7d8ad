"""Quotations that a content does not reach: those around one cue of which the first stands behind a sentence about
somebody else, and those that call the speaker by name."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_phrase_after
from reader.article.model import Span


def part_far(document: Document, found: Sequence[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """Attributions without what their contents do not reach; and apart, with no cue, the quotations taken from them."""
    kept: list[Attribution] = []
    apart: list[Attribution] = []
    for one in found:
        far = _list_far(document, one) if one.cue and len(one.content) > 1 else []
        if not one.cue and any(calls_by_name(document, span, one.source) for span in one.content):
            far = list(one.content)
        near = tuple(span for span in one.content if span not in far)
        if near or one.cue:
            kept.append(one.with_spans(near or one.content))
        if far and (near or not one.cue):
            apart += [Attribution((span,), (), (), one.confidence) for span in far if document.is_quoted(span[0])]
    return kept, apart


def calls_by_name(document: Document, said: Span, source: Sequence[Span]) -> bool:
    """Whether words in quotation marks call whoever a source names, behind a comma: “Who will pay, Mr. Lee?”"""
    if not source or not document.is_quoted(said[0]):
        return False
    name = document.list_words(source[0])[-1:]
    words = document.words
    for at in document.words_in(said) if name and name[0].is_proper else ():
        if words[at].text == name[0].text:
            first = at - 1 if words[at - 1].is_proper else at
            behind = words[at + 1].text if at + 1 < len(words) else ""
            if words[first - 1].text == "," and behind[:1] in (",", ".", "?", "!", "”"):
                return True
    return False


def _list_far(document: Document, one: Attribution) -> list[Span]:
    """The parts of a content that its cue does not reach: only quoted ones."""
    quoted = [span for span in one.content if document.is_quoted(span[0])]
    if not quoted:
        return []
    numbers = {span: _find_sentences(document, span) for span in (*one.content, *one.cue, *one.source)}
    if any(not some for some in numbers.values()):
        return []
    home = {numbers[span][0] for span in (*one.cue, *one.source)}
    if max(numbers[span][-1] for span in one.content) == min(numbers[span][0] for span in one.content):
        return []
    around = numbers[max(one.content)][0] > max(home)
    return [
        span
        for span in quoted
        if home.isdisjoint(numbers[span])
        and (
            calls_by_name(document, span, one.source)
            or (
                around
                and numbers[span][-1] < min(home)
                and not _ends_in_comma(document, span)
                and _is_behind(document, numbers[span][0])
                and _tells_of_another(document, numbers[span][0] - 1, one)
            )
        )
    ]


def _ends_in_comma(document: Document, span: Span) -> bool:
    """Whether the quotation of some words ends in a comma, so that its cue is right behind: “It sank,” said Lee."""
    quotation = document.quotation_at(span[0])
    return quotation is not None and document.article.words_of(quotation.span).rstrip("”’\"'").endswith(",")


def _is_behind(document: Document, number: int) -> bool:
    """Whether a sentence stands behind another in its paragraph."""
    return number > 0 and document.sentences[number - 1].block == document.sentences[number].block


def _find_sentences(document: Document, span: Span) -> range:
    words = document.words_in(span)
    if not words:
        return range(0)
    return range(document.words[words.start].sentence, document.words[words.stop - 1].sentence + 1)


def _tells_of_another(document: Document, number: int, one: Attribution) -> bool:
    """Whether a sentence of the writer's begins with a name that is not in a source."""
    words = document.sentence_words(number)
    if not words or document.is_quoted(document.words[words.start].start):
        return False
    phrase = find_phrase_after(document, words.start, words.stop)
    names = [document.words[i] for i in phrase or () if document.words[i].is_proper]
    if not names or document.is_quoted(names[-1].start):
        return False
    said = {word.text for word in document.gather_words(one.source)}
    return said.isdisjoint(word.text for word in names)
