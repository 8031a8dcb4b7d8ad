"""The sentences of two editions laid together, whatever their order."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.article.model import Span
from reader.compare.model import Side
from reader.compare.words import SMALL_WORDS, Token, letters_of, likeness, tokens_of

_PASSED_OVER = frozenset(("title", "byline", "date", "dateline"))
_ALIKE = 0.5
"""The share of words in common from which two sentences are one sentence changed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its words, its letters, and the index of the block it stands in."""

    span: Span
    words: tuple[Token, ...]
    letters: str
    block: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(token.key for token in self.words)


@dataclass(frozen=True, slots=True)
class Laid:
    """The sentences of two editions, and which new one each old one has become."""

    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    pairs: dict[int, int]


def lay(old: Side, new: Side) -> Laid:
    """Lay the sentences of two editions together; what is one sentence in one of them and several in the other is one
    passage in both."""
    before, after = _passages_of(old), _passages_of(new)
    pairs = _align(before, after)
    texts = old.article.text, new.article.text
    after, pairs = _join_parts(before, after, pairs, texts[1])
    turned = {other: one for one, other in pairs.items()}
    before, turned = _join_parts(after, before, turned, texts[0])
    return Laid(tuple(before), tuple(after), dict(sorted((one, other) for other, one in turned.items())))


def is_untouched(one: Passage, other: Passage) -> bool:
    """Whether two sentences are written with the same letters."""
    return one.letters == other.letters and one.keys == other.keys


def header_letters(side: Side) -> set[str]:
    """The letters of each line that is passed over as no part of the body."""
    blocks = side.article.blocks
    return {letters_of(side.article.words_of(block.span)) for block in blocks if block.kind in _PASSED_OVER}


def _passages_of(side: Side) -> list[Passage]:
    """The sentences of an article's body, in order."""
    found = []
    for sentence in side.analysis.sentences:
        block = side.article.block_at(sentence.span[0])
        if side.article.blocks[block].kind not in _PASSED_OVER:
            passage = _passage(side.article.text, sentence.span, block)
            if passage.words:
                found.append(passage)
    return found


def _passage(text: str, span: Span, block: int) -> Passage:
    return Passage(span, tokens_of(text, (span,)), letters_of(text[slice(*span)]), block)


def _align(before: Sequence[Passage], after: Sequence[Passage]) -> dict[int, int]:
    """Which sentence of the new edition each old one has become: equal ones first, those in the same order before
    others, then the most alike."""
    pairs = _in_order(before, after)
    taken = set(pairs.values())
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, passage in enumerate(after):
        if at not in taken:
            waiting[passage.keys].append(at)
    for at, passage in enumerate(before):
        if at not in pairs and waiting[passage.keys]:
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
            if alike >= _ALIKE:
                scores.append((alike, at, other))
    for _, at, other in sorted(scores, key=lambda score: (-score[0], abs(score[1] - score[2]))):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs


_REPEATED = 50
"""Times that a sentence may stand in an edition for the common order to be looked for by it."""


def _in_order(before: Sequence[Passage], after: Sequence[Passage]) -> dict[int, int]:
    """The equal sentences that stand in the same order in both editions."""
    ends = min(len(before), len(after))
    start = next((at for at in range(ends) if before[at].keys != after[at].keys), ends)
    pairs = {at: at for at in range(start)}
    rest = [[passage.keys for passage in side[start:]] for side in (before, after)]
    counts = Counter(rest[1])
    if counts and max(counts.values()) <= _REPEATED:
        for a, b, size in SequenceMatcher(None, rest[0], rest[1], autojunk=False).get_matching_blocks():
            pairs |= {start + a + nth: start + b + nth for nth in range(size)}
    return pairs


def _join_parts(
    whole: list[Passage], parts: list[Passage], pairs: dict[int, int], text: str
) -> tuple[list[Passage], dict[int, int]]:
    """Join to a sentence of the second edition those beside it that became no other, where it is more like the first
    edition's with them; gives the second edition's sentences and the pairs."""
    owner = {other: one for one, other in pairs.items()}
    joined: dict[int, Passage] = {}
    gone: set[int] = set()
    for at, one in sorted(owner.items()):
        if is_untouched(whole[one], parts[at]):
            continue
        for step in (1, -1):
            beside = at + step
            while 0 <= beside < len(parts) and beside not in owner and beside not in gone:
                mine, theirs = joined.get(at, parts[at]), parts[beside]
                if mine.block != theirs.block:
                    break
                span = min(mine.span[0], theirs.span[0]), max(mine.span[1], theirs.span[1])
                both = _passage(text, span, mine.block)
                if likeness(whole[one].words, both.words) <= likeness(whole[one].words, mine.words):
                    break
                joined[at] = both
                gone.add(beside)
                beside += step
    if not gone:
        return parts, pairs
    kept = [at for at in range(len(parts)) if at not in gone]
    place = {at: nth for nth, at in enumerate(kept)}
    return [joined.get(at, parts[at]) for at in kept], {one: place[other] for one, other in pairs.items()}
