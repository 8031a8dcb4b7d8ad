"""What reports no statement at all: somebody keeps silent, weighs a question, wants a thing or is nobody; a line that
leads to another page begins with where it leads."""

import re
from collections.abc import Sequence
from typing import Protocol

from reader.analysis.document.cues import NEGATIONS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_phrases, load_words
from reader.analysis.document.phrases import list_group
from reader.analysis.document.titles import is_office
from reader.article.model import HEADLINE_KINDS, Span

SILENT = 0.5
"""No surer is a claim that somebody is silent: who marks reports marks it, who reads for statements does not."""
_QUESTIONS = frozenset(["whether", "if", "how", "what", "who", "whom", "whose", "when", "where", "why", "which"])
_WEIGHED = _QUESTIONS - {"how", "why"}
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
_CLEFT = 12
"""So many words at most reach from "it was not" to "who"."""
_MORE = ("IN", "WP", "WDT", "WP$", "JJ", "TO", ",", "RB")
"""Tags of words that tell more of a noun behind it."""
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
    cue, content = document.gather_words(one.cue), document.list_letters(one.content[0])
    if cue and _is_neither(document, one):
        return True
    if not cue or not content or document.is_quoted(content[0].start):
        return False
    if _is_contradicted(document, one) or _is_condition(document, one) or _is_answered(cue, one):
        return True
    first = content[0].text.lower()
    if first in _WEIGHED and any(word.text.lower() in _listed("weighing") for word in cue):
        return True
    if cue[-1].text.lower() in _listed("wanting") and _is_thing(document, one):
        return True
    if cue[-1].text.lower() == "citing" and _is_somebody(content):
        return True
    if document.article.words_of(one.cue[-1]).strip() == ":":
        return first in _ASKED and _headline_of(document, one).endswith("?")
    source = document.article.words_of(one.source[0]).lower().split() if one.source else []
    return names_nobody(source)


def names_nobody(source: Sequence[str]) -> bool:
    """Whether the words of a source, in small letters, are nobody: "no minister", "none of them", but not "No 10"."""
    if not source or source[0] in _listed("nobody"):
        return bool(source)
    return source[0] == "no" and not any(word[0].isdigit() for word in source[1:2])


def _is_neither(document: Document, one: Parts) -> bool:
    """Whether those who are named said nothing: "neither Ann Lee nor Bob Hale said", "it was not Lee who said"."""
    if not one.source:
        return False
    words = document.words
    inside = document.words_in(one.source[0])
    if not inside:
        return False
    low = document.first[words[inside.start].sentence]
    before = [words[i].text.lower() for i in range(max(low, inside.start - 2), inside.start)]
    if words[inside.start].text.lower() == "neither" or before[-1:] == ["nor"]:
        return any(words[i].text.lower() == "nor" for i in range(max(low, inside.start - 1), inside.stop))
    if not any(word.text.lower() in ("who", "that") for word in words[inside[-1] : inside.stop + 1]):
        return False
    start = max(low, inside.start - _CLEFT)
    cleft = [words[i].text.lower() for i in range(start, inside.stop)]
    places = [k for k, text in enumerate(cleft) if text in ("was", "is") and cleft[k - 1 : k] == ["it"]]
    return any(set(cleft[k + 1 : k + 2]) & NEGATIONS for k in places)


def _is_contradicted(document: Document, one: Parts) -> bool:
    """Whether a content stands behind the clause of its cue, which says that it is otherwise: "contrary to what Hale
    claimed, the bank is open", "whatever Hale says, …"."""
    if not one.source or one.source[0][0] > one.cue[0][0] or one.content[0][0] < one.cue[-1][1]:
        return False
    words = document.words
    at, behind = document.words_in(one.source[0]).start, document.words_in(one.cue[-1]).stop
    if at >= len(words):
        return False
    low = document.first[words[at].sentence]
    before = [words[i].text.lower() for i in range(max(low, at - 4), at)]
    if behind >= len(words) or words[behind].text != "," or not before:
        return False
    return before[-1] in _listed("whatever") or (before[-1] == "what" and bool(set(before) & _listed("contrary")))


def _is_thing(document: Document, one: Parts) -> bool:
    """Whether a content is a thing, of which only when or why is told: "a seat on the board before she retires"."""
    letters = document.gather_letters(one.content)
    if any(document.is_quoted(word.start) for word in letters):
        return False
    ends = (i for i, word in enumerate(letters) if i and word.text.lower() in _listed("circumstance"))
    return not any(word.is_verb for word in letters[: next(ends, len(letters))])


def _is_somebody(content: Sequence[Word]) -> bool:
    """Whether what is cited is who said it: "two officials who were there", "people familiar with the matter"."""
    end = next((i for i, word in enumerate(content) if i and (word.is_verb or word.tag in _MORE)), len(content))
    noun = content[end - 1].text.lower().removesuffix("s")
    return noun in ("people", "source", "insider") or is_office(noun) or noun in load_words("people_called")


def is_silence(document: Document, one: Parts) -> bool:
    """Whether somebody does not tell something, or declines to: "did not say whether", "declined to comment on", "made
    no mention of", "sidestepped a question of"."""
    cue, content = document.gather_words(one.cue), document.list_letters(one.content[0])
    if not cue or not content or document.is_quoted(content[0].start):
        return False
    words = {word.text.lower() for word in cue}
    if not words.isdisjoint(_listed("dodging")) or ("no" in words and words & _listed("nothing")):
        return True
    first, second = content[0].text.lower(), content[1].text.lower() if len(content) > 1 else ""
    if not words.isdisjoint(_listed("declining")):
        return bool(words & _listed("silent")) or (first == "to" and second in _listed("silent"))
    if first not in _QUESTIONS:
        return False
    verb = next((word for word in reversed(cue) if lemma_of(word.text) in _listed("silent")), None)
    if verb is None:
        return False
    who = document.article.words_of(one.source[0]).partition(" ")[0].lower() if one.source else ""
    return who in NEGATIONS or bool(NEGATIONS & (words | {word.text.lower() for word in list_group(document, verb)}))


def _is_answered(cue: Sequence[Word], one: Parts) -> bool:
    """Whether a content is what somebody answers, and no word of the answer: "responded to rumours that", "commenting
    on the attention"."""
    return (
        len(one.content) == 1
        and len(cue) > 1
        and cue[-1].text.lower() in ("to", "on")
        and cue[-2].text.lower() in _listed("answering")
        and one.content[0][0] > cue[-1].start
    )


def _is_condition(document: Document, one: Parts) -> bool:
    """Whether it is only supposed that somebody says something: "if Lee says", "had Lee said"."""
    if not one.source or not one.cue or document.is_quoted(one.source[0][0]) or one.source[0][0] > one.cue[0][0]:
        return False
    words = document.words
    inside = document.words_in(one.source[0])
    if not inside or inside.start == document.first[words[inside.start].sentence]:
        return False
    at = inside.start
    before = words[at - 1]
    if before.text == "Had" and at - 1 == document.first[before.sentence]:
        return True
    return before.text.lower() in _listed("supposing")


def is_link(document: Document, one: Parts) -> bool:
    """Whether these are a line that leads elsewhere, or tells of a place, in nobody's words: "Harlow.example: Ten
    quays", "London: Plane Restaurant"."""
    if not one.cue or not one.source or document.article.words_of(one.cue[-1]).strip() != ":":
        return False
    block = document.article.blocks[document.article.block_at(one.cue[0][0])]
    lead = document.article.words_of(one.source[0])
    listed = lead.lower() in load_phrases("places") and not document.is_quoted(one.content[0][0])
    return one.source[0][0] == block.span[0] and (listed or _SITE.fullmatch(lead) is not None)


def _headline_of(document: Document, one: Parts) -> str:
    """The headline that a cue stands in; elsewhere nothing."""
    block = document.article.blocks[document.article.block_at(one.cue[0][0])]
    return document.article.words_of(block.span).strip() if block.kind in HEADLINE_KINDS else ""


def _listed(group: str) -> frozenset[str]:
    return load_group("cues_unsaid", group)
