"""Who speaks in a sentence of a transcript or interview, as its paragraph's label says."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.analysis.document.turn_labels import Labelled, list_labelled, take_turns
from reader.analysis.model import Sentence
from reader.article.model import Article

_ASKS = re.compile(r"\?[\"'”’»)\]]*$")
_ENOUGH, _MOSTLY = 2, 0.6
"""Turns that end in a question, and their share of all under a label, from which that is a questioner's."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a transcript by the blocks that they stand in; empty where an article is none."""

    article: Article
    by_block: dict[int, Labelled]
    askers: frozenset[str] = frozenset()

    def words_said(self, sentence: Sentence) -> str:
        """A sentence without the label that it may open with."""
        turn = self.by_block.get(sentence.block)
        start, end = sentence.span
        begins = turn.begins if turn is not None and start < turn.begins < end else start
        return self.article.words_of((begins, end))

    def asks(self, sentence: Sentence) -> bool:
        """Whether a turn ends in this sentence and waits for an answer: a question, or what a questioner says last."""
        turn = self.by_block.get(sentence.block)
        if turn is None or sentence.span[1] < self.article.blocks[sentence.block].span[1]:
            return False
        return self.article.words_of(turn.label) in self.askers or is_question(self.article.words_of(sentence.span))

    def name_speaker(self, sentence: Sentence) -> str:
        """The label of a sentence that does not open with it; none where that is one letter ("Q", "A")."""
        turn = self.by_block.get(sentence.block)
        if turn is None or sentence.span[0] <= turn.label[0] < sentence.span[1]:
            return ""
        label = self.article.words_of(turn.label)
        return label if len(label) > 1 else ""


def find_turns(article: Article) -> Turns:
    """The turns of an article: of a transcript all, elsewhere two next to each other in capitals, an exchange that is
    quoted."""
    found = list_labelled(article)
    if not take_turns(article, found):
        pairs = [pair for pair in pairwise(found) if _exchange(article, *pair)]
        found = tuple(dict.fromkeys(turn for pair in pairs for turn in pair))
    return Turns(
        article, {block: turn for turn in found for block in (turn.block, *turn.rest)}, _find_askers(article, found)
    )


def is_question(text: str) -> bool:
    """Whether a text ends as a question does, with or without the marks of whoever asks it."""
    return _ASKS.search(text) is not None


def _find_askers(article: Article, turns: Sequence[Labelled]) -> frozenset[str]:
    """The labels under which little but questions is said."""
    every = Counter(article.words_of(turn.label) for turn in turns)
    asked = Counter(
        article.words_of(turn.label)
        for turn in turns
        if is_question(article.words_of(article.blocks[(turn.block, *turn.rest)[-1]].span))
    )
    return frozenset(label for label, number in asked.items() if number >= max(_ENOUGH, _MOSTLY * every[label]))


def _exchange(article: Article, one: Labelled, other: Labelled) -> bool:
    """Whether one turn follows the other at once, under another name, both in capitals."""
    labels = article.words_of(one.label), article.words_of(other.label)
    return other.block == one.block + 1 and labels[0] != labels[1] and all(map(str.isupper, labels))
