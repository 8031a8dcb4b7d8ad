"""Sentence spans: NLTK's Punkt, trained by us on English news, with our own rules over its boundaries.

Other languages are split by sentencex, since the shipped Punkt knows English alone.
"""

import re
from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from reader.language import data
from reader.language.abbreviations import NOT_KEPT, ORDINARY, TITLES
from reader.language.boundaries import find_missed, is_false, skip_marks, skip_references

Span = tuple[int, int]

_LONGEST = 6_000
"""Characters beyond which a run of words without an end is cut: lists, tables and logs, no sentence of a news article.
Much that reads a sentence reads on to its end from many of its words."""
_CUTS = (re.compile(r"\n"), re.compile(r"[;:]\s|[。！？]”?"), re.compile(r"[,)]\s|[、，；：]"), re.compile(r"\s"))
"""Where such a run is cut, the best first."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class _Splitter(PunktSentenceTokenizer):  # type: ignore[misc]  # NLTK has no types
    """NLTK's Punkt, which is asked nothing where its answer is plain: behind a word in small letters that is no
    abbreviation, and parts no two words that belong together, a stop ends a sentence."""

    def __init__(self, parameters: PunktParameters) -> None:
        super().__init__(parameters)
        self._unplain = parameters.abbrev_types | {first for first, _ in parameters.collocations}

    def text_contains_sentbreak(self, text: str) -> bool:
        plain = _PLAIN.match(text)
        if plain is not None and plain[1] not in self._unplain:
            return True
        return bool(super().text_contains_sentbreak(text))


_PLAIN = re.compile(r"([a-z]{2,})[.!?](?:\s+\S|[”\"’')\]]$)")


@cache
def _punkt() -> _Splitter:
    """The shipped splitter, loaded once a process."""
    parameters = data.load_punkt()._params
    parameters.abbrev_types.update((TITLES | ORDINARY) - NOT_KEPT)
    return _Splitter(parameters)


def _trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _paragraph_spans(text: str) -> list[Span]:
    """Sentence spans of one paragraph, at most one line break between two lines."""
    ends = [end for start, end in _punkt().span_tokenize(text) if start < end]
    if not ends:
        return []
    ends[-1] = len(text)
    joined: list[Span] = []
    start = 0
    for end in ends:
        end = skip_references(text, skip_marks(text, max(start, end)))
        following = end
        while following < len(text) and text[following].isspace():
            following += 1
        if following < len(text) and is_false(text, start, end, following):
            continue
        if start < end:
            joined.append((start, end))
            start = following
    spans: list[Span] = []
    for begin, end in joined:
        for stop in find_missed(text, begin, end):
            if begin < stop < end:
                spans.append((begin, stop))
                begin = stop
        spans.append((begin, end))
    return spans


def _cut_long(text: str, start: int, end: int) -> list[Span]:
    """A sentence as it is; a run of words without an end in pieces, where it has a place to cut it."""
    pieces: list[Span] = []
    while end - start > _LONGEST:
        half, most = start + _LONGEST // 2, start + _LONGEST
        found = (max((each.end() for each in cut.finditer(text, half, most)), default=0) for cut in _CUTS)
        stop = next(filter(None, found), 0)
        if not stop:
            further = _CUTS[-1].search(text, most, end)
            stop = further.start() if further else end
        pieces.append(_trim(text, start, stop))
        start, _ = _trim(text, stop, end)
    return [*pieces, (start, end)] if start < end else pieces


def _other(text: str, code: str) -> list[Span]:
    """Sentence spans of one paragraph in another language than English."""
    from reader.language.others import split_other

    return split_other(text, code)


def sentence_spans(text: str, language: str = "en") -> list[Span]:
    """Spans of the sentences of a text, in order, without the white space around them.

    `language` is an ISO 639 code, a region after it ("pt-BR") ignored.

    Blank lines always end a sentence; a single line break is a space. Each span is `[start, end)` in code
    points; together they cover every character of the text but white space.
    """
    code = language.lower().partition("-")[0].partition("_")[0]
    spans: list[Span] = []
    at = 0
    for match in [*_BLANK_LINE.finditer(text), None]:
        until = match.start() if match else len(text)
        paragraph = text[at:until]
        if not paragraph.isspace() and paragraph:
            for start, end in _paragraph_spans(paragraph) if code in ("en", "") else _other(paragraph, code):
                spans += _cut_long(text, *_trim(text, at + start, at + end))
        at = match.end() if match else until
    return spans
