"""The sentences of two editions laid together, whatever their order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.article.model import Span
from reader.compare.model import Side
from reader.compare.words import SMALL_WORDS, Token, likeness, tokens_of

_PASSED_OVER = frozenset(("title", "byline", "date", "dateline"))
ALIKE = 0.5
"""The share of words in common from which two sentences are one sentence changed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its words, its number, and the index of the block it stands in."""

    span: Span
    words: tuple[Token, ...]
    number: int
    block: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(token.key for token in self.words)


def passages_of(side: Side) -> list[Passage]:
    """The sentences of an article's body, in order."""
    found = []
    for number, sentence in enumerate(side.analysis.sentences):
        block = side.article.block_at(sentence.span[0])
        if side.article.blocks[block].kind in _PASSED_OVER:
            continue
        words = tokens_of(side.article.text, (sentence.span,))
        if words:
            found.append(Passage(sentence.span, words, number, block))
    return found


def align(before: Sequence[Passage], after: Sequence[Passage]) -> dict[int, int]:
    """Which sentence of the new edition each old one has become: equal ones first, then the most alike."""
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, passage in enumerate(after):
        waiting[passage.keys].append(at)
    pairs: dict[int, int] = {}
    for at, passage in enumerate(before):
        if waiting[passage.keys]:
            pairs[at] = waiting[passage.keys].pop(0)
    taken = set(pairs.values())
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(after):
        if at not in taken:
            for key in set(passage.keys) - SMALL_WORDS:
                holders[key].append(at)
    scores = []
    for at, passage in enumerate(before):
        if at in pairs:
            continue
        for other in {holder for key in set(passage.keys) - SMALL_WORDS for holder in holders[key]}:
            alike = likeness(passage.words, after[other].words)
            if alike >= ALIKE:
                scores.append((alike, at, other))
    for _, at, other in sorted(scores, key=lambda score: (-score[0], abs(score[1] - score[2]))):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs
