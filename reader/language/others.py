"""Sentences of languages other than English, by sentencex, with titles before names seen to."""

import re

from sentencex import segment

from reader.language.abbreviations import split

Span = tuple[int, int]

_TITLES = {
    "fr": split("m mm mme mmes mlle me dr pr prof st ste mgr"),
    "de": split("dr prof hr fr nr st bzw ca abs mag ing"),
    "es": split("sr sra srta dr dra prof ud uds gral lic ing sto sta d dña"),
    "it": split("sig sigg dott prof avv ing on sen dr s"),
    "pt": split("sr sra dr dra prof profa eng gen d sto sta"),
    "nl": split("dhr mevr mr dr prof ir drs st nr"),
}
_LAST_WORD = re.compile(r"([^\W\d_]+)\.\s*$")
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")


def split_other(text: str, code: str) -> list[Span]:
    """Sentence spans of one paragraph, white space still at their ends; `code` is a two-letter language code."""
    titles = _TITLES.get(code, frozenset())
    found: list[Span] = []
    at = start = 0
    for piece in segment(code, text):
        at += len(piece)
        last = _LAST_WORD.search(piece)
        title = last is not None and (last[1].lower() in titles or (len(last[1]) == 1 and last[1].isupper()))
        ordinal = _DAY.search(piece) is not None and text[at : at + 1].isalpha()
        if (title or ordinal) and at < len(text):
            continue
        found.append((start, at))
        start = at
    if start < len(text):
        found.append((start, len(text)))
    return found
