"""What reports no statement at all: somebody keeps silent, weighs a question, wants a thing or is nobody; a line that
leads to another page begins with where it leads."""

import re
from typing import Protocol

from reader.analysis.document.cues import NEGATIONS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_phrases
from reader.analysis.document.phrases import list_group
from reader.article.model import HEADLINE_KINDS, Span

SILENT = 0.5
"""No surer is a claim that somebody is silent: who marks reports marks it, who reads for statements does not."""
_QUESTIONS = frozenset(["whether", "if", "how", "what", "who", "whom", "whose", "when", "where", "why", "which"])
_ASKED = _QUESTIONS | {
    "is",
    "are",
    "was",
    "were",
    "can",
    "could",
    "will",
    "would",
    "should",
    "does",
    "do",
    "did",
    "has",
}
_SITE = re.compile(r"[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)


class Parts(Protocol):
    """A content with its cue and source, whatever else is known of them."""

    @property
    def content(self) -> tuple[Span, ...]: ...

    @property
    def cue(self) -> tuple[Span, ...]: ...

    @property
    def source(self) -> tuple[Span, ...]: ...


def is_unsaid(document: Document, one: Parts) -> bool:
    """Whether nothing is stated: "is considering whether", "nobody says that", a headline that asks who somebody is."""
    cue, content = _list_cue(document, one), document.list_letters(one.content[0])
    if not cue or not content or document.is_quoted(content[0].start):
        return False
    first = content[0].text.lower()
    if first in _QUESTIONS - {"how", "why"} and any(word.text.lower() in _listed("weighing") for word in cue):
        return True
    if cue[-1].text.lower() in _listed("wanting") and _is_thing(document, one):
        return True
    if document.article.words_of(one.cue[-1]).strip() == ":":
        return first in _ASKED and _headline_of(document, one).endswith("?")
    source = document.article.words_of(one.source[0]).lower().split() if one.source else []
    return source == ["no", "one"] or (len(source) == 1 and source[0] in _listed("nobody"))


def _is_thing(document: Document, one: Parts) -> bool:
    """Whether a content is a thing, of which only when or why is told: "a seat on the board before she retires"."""
    letters = [word for span in one.content for word in document.list_letters(span)]
    if any(document.is_quoted(word.start) for word in letters):
        return False
    ends = (i for i, word in enumerate(letters) if i and word.text.lower() in _listed("circumstance"))
    return not any(word.is_verb for word in letters[: next(ends, len(letters))])


def is_silence(document: Document, one: Parts) -> bool:
    """Whether somebody does not tell something, or declines to: "did not say whether", "declined to comment on", "made
    no mention of", "sidestepped a question of"."""
    cue, content = _list_cue(document, one), document.list_letters(one.content[0])
    if not cue or not content or document.is_quoted(content[0].start):
        return False
    words = {word.text.lower() for word in cue}
    if words & _listed("dodging") or ("no" in words and words & _listed("nothing")):
        return True
    first, second = content[0].text.lower(), content[1].text.lower() if len(content) > 1 else ""
    if words & _listed("declining"):
        return bool(words & _listed("silent")) or (first == "to" and second in _listed("silent"))
    verb = next((word for word in reversed(cue) if lemma_of(word.text) in _listed("silent")), None)
    if verb is None or first not in _QUESTIONS:
        return False
    who = document.article.words_of(one.source[0]).partition(" ")[0].lower() if one.source else ""
    return who in NEGATIONS or bool(NEGATIONS & (words | {word.text.lower() for word in list_group(document, verb)}))


def is_link(document: Document, one: Parts) -> bool:
    """Whether these are a line that leads elsewhere, or tells of a place, in nobody's words: "Harlow.example: Ten
    quays", "London: Plane Restaurant"."""
    if not one.cue or not one.source or document.article.words_of(one.cue[-1]).strip() != ":":
        return False
    block = document.article.blocks[document.article.block_at(one.cue[0][0])]
    lead = document.article.words_of(one.source[0])
    listed = lead.lower() in load_phrases("places") and not document.is_quoted(one.content[0][0])
    return one.source[0][0] == block.span[0] and (listed or _SITE.fullmatch(lead) is not None)


def _list_cue(document: Document, one: Parts) -> list[Word]:
    return [word for span in one.cue for word in document.list_words(span)]


def _headline_of(document: Document, one: Parts) -> str:
    """The headline that a cue stands in; elsewhere nothing."""
    block = document.article.blocks[document.article.block_at(one.cue[0][0])]
    return document.article.words_of(block.span).strip() if block.kind in HEADLINE_KINDS else ""


def _listed(group: str) -> frozenset[str]:
    return load_group("cues_unsaid", group)
