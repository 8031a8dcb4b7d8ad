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
_OFTEN, _SELDOM, _SHORTER = 0.3, 0.1, 0.5
"""The same shares for one who also remarks: his own, the others' at most, and how long his turns are for theirs."""


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
        """Whether a sentence waits for an answer: a question that ends its turn, or whatever a questioner says."""
        turn = self.by_block.get(sentence.block)
        if turn is None:
            return False
        if self.article.words_of(turn.label) in self.askers:
            return True
        ends = sentence.span[1] >= self.article.blocks[sentence.block].span[1]
        return ends and is_question(self.article.words_of(sentence.span))

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
    """The labels under which little but questions is said, and the one that asks while the others answer at length."""
    every, asked, letters = Counter[str](), Counter[str](), Counter[str]()
    for turn in turns:
        label = article.words_of(turn.label)
        every[label] += 1
        blocks = [article.blocks[block].span for block in (turn.block, *turn.rest)]
        asked[label] += is_question(article.words_of(blocks[-1]))
        letters[label] += blocks[-1][1] - turn.begins
    found = set[str]()
    for label, number in asked.items():
        others, answered = every.total() - every[label], asked.total() - number
        if number < _ENOUGH or not others:
            continue
        short = letters[label] * others < _SHORTER * (letters.total() - letters[label]) * every[label]
        if number >= _MOSTLY * every[label] or (
            short and number >= _OFTEN * every[label] and answered <= _SELDOM * others
        ):
            found.add(label)
    return frozenset(found)


def _exchange(article: Article, one: Labelled, other: Labelled) -> bool:
    """Whether one turn follows the other at once, under another name, both in capitals."""
    labels = article.words_of(one.label), article.words_of(other.label)
    return other.block == one.block + 1 and labels[0] != labels[1] and all(map(str.isupper, labels))
