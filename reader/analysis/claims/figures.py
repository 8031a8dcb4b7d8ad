"""What somebody expects in figures: "Analysts had expected 51.0", "The yard is targeting $4 million in sales", "Polled
economists were looking for a 3% rise"."""

from collections.abc import Iterator

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import find_told_end, lay_form
from reader.analysis.claims.meant import find_verbs, is_joined
from reader.analysis.claims.stated import find_site
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import find_phrase_before, find_subject
from reader.analysis.document.titles import is_office

_NOBODY = frozenset(["i", "we", "you", "who", "which", "that", "this"])
_BEFORE = frozenset(
    ["a", "an", "about", "around", "roughly", "between", "up", "to", "at", "least", "most", "more", "than"]
)
_REACH = 3
_FOR = frozenset(["looking", "called", "calls", "calling", "guided"])
"""Verbs behind which "for" stands."""


def find_figures(document: Document) -> Iterator[Attribution]:
    """What somebody forecasts, expects or aims at, where it is a figure, in no order."""
    words = document.words
    for start, at, high in find_verbs(document, load_group("cues_stated", "foreseeing")):
        opens = at + 1
        if words[at].text.lower() in _FOR:
            if opens >= high or words[opens].text.lower() != "for":
                continue
            opens += 1
        if not _opens_figure(document, opens, high):
            continue
        low = document.first[words[at].sentence]
        who = find_subject(document, start, low)
        who = None if who is None else _find_polled(document, who, low)
        if who is None or words[who.start].text.lower() in _NOBODY or is_joined(document, who):
            continue
        named = all(words[i].is_proper or is_office(words[i].text.lower()) for i in who)
        if (
            words[who[-1]].tag != "DT"
            and not cannot_ask([words[i] for i in who])
            and (named or words[at].text.lower() != "sees")
        ):
            yield lay_form(document, range(opens, find_told_end(words, opens, high)), range(start, opens), who)


def _find_polled(document: Document, who: range, low: int) -> range | None:
    """Who expects it, with those who were "polled by" somebody; None where a phrase stands behind a preposition."""
    words = document.words
    who = find_site(document, who, low)
    if (
        who.start - 3 >= low
        and words[who.start - 1].text.lower() == "by"
        and words[who.start - 2].tag in ("VBN", "VBD")
    ):
        polled = find_phrase_before(document, who.start - 2, low)
        return None if polled is None else range(polled.start, who.stop)
    return None if who.start > low and words[who.start - 1].tag == "IN" else who


def _opens_figure(document: Document, at: int, high: int) -> bool:
    """Whether a figure begins at a word, behind few small words: "about 400", "between $3", "a 2.5 % rise"."""
    words = document.words
    for i in range(at, min(high, at + _REACH + 1)):
        if document.is_quoted(words[i].start):
            return False
        if words[i].tag in ("CD", "$", "£", "€") or words[i].text[0].isdigit() or words[i].text in "$£€":
            return words[i].text[0].isdigit() or not words[i].text[0].isalnum()
        if words[i].text.lower() not in _BEFORE and words[i].tag not in ("JJ", "RB"):
            return False
    return False
