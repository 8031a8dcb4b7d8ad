"""A summary of so many words: the choice that is expected to say most beyond the article's own first words.

Whoever has room for sixty words could read the first sixty instead. So a choice of sentences is worth what an editor's
summary is expected to share with it, repetitions taken off, less what it would share with the same number of words from
the top; the choice that is worth most is looked for from four starts, by adding, dropping and changing one line at a
time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, takewhile

from reader.analysis.summary.ranking import Ranking
from reader.analysis.summary.together import Together

LEAST_FILL = 0.6
"""The part of the words asked for that a summary fills where sentences allow it."""

_DENSE, _FIRST, _ROUNDS = 40, 5, 4
"""So many sentences by their worth a word, and so many of the first, are tried; so many times a line is changed."""

_PAIRED = 14
"""Of so many by their worth a word, and the first, the best line and the best two are starts of their own: from a full
summary a change of one line does not get everywhere."""

_EMPTY = 3.0
"""Hits taken off for words that are missing below LEAST_FILL, were it all of those asked for."""

_THIRD, _POOR = 0.35, 30.0
"""As much again for words that are missing below a third: six words are no summary of a hundred, though they may beat
the article's first six."""

_STAYS = 4.0
"""Hits that a choice gains where all its words are the article's first ones and the very first sentence has the
headline's words and no other; fewer as fewer are, and as that has fewer: such a beginning is the story in short, and is
left for what is much better."""

_BRIEF, _ROOM = 60, 100
"""From so many words asked for on a beginning gains less, and from so many nothing: the story in short is told there,
and what else there is room for may stand anywhere."""

Group = frozenset[int]


def choose_within(ranking: Ranking, most: int, groups: Mapping[int, Group]) -> Group:
    """The sentences, of at most `most` words together, that say most beyond the first words; empty where none fits.

    `ranking` has hits; `groups` are, for each sentence that may be picked, all that must stand together with it.
    """
    budget = _Budget(ranking, most)
    fitting = [group for _, group in sorted(groups.items()) if 0 < budget.count(group) <= most]
    dense = sorted(
        dict.fromkeys(fitting), key=lambda group: -sum(ranking.hits[index] for index in group) / budget.count(group)
    )
    tried = list(dict.fromkeys([*dense[:_DENSE], *fitting[:_FIRST]]))
    few = list(dict.fromkeys([*dense[:_PAIRED], *fitting[:_FIRST]]))
    pairs = [pair for one, other in combinations(few, 2) if budget.count(pair := one | other) <= most]
    best = [max(found, key=budget.worth) for found in (few, pairs) if found]
    ends = [budget.improve(start, tried) for start in (budget.fill(fitting), budget.fill(dense), *best) if start]
    return max(ends, key=budget.worth, default=frozenset())


def says_less(ranking: Ranking, most: int, chosen: Iterable[int]) -> bool:
    """Whether a choice is expected to say less than the article's own first words, as many, which gain what a beginning
    does."""
    budget = _Budget(ranking, most)
    return budget.worth(frozenset(chosen)) < budget.stays


class _Budget:
    """Choices of a ranking's sentences as they are weighed against each other; what was asked once is kept."""

    def __init__(self, ranking: Ranking, most: int) -> None:
        self.ranking, self.most = ranking, most
        self._together = Together(ranking)
        self.stays = _STAYS * ranking.told * min(1.0, max(0.0, (_ROOM - most) / (_ROOM - _BRIEF)))
        """What a choice gains whose words are all the article's first ones."""
        self._worth: dict[Group, float] = {}
        self._ordered = sorted(ranking.order)
        self._lead = self._read_lead()

    def count(self, group: Iterable[int]) -> int:
        """The words of some sentences."""
        return sum(self.ranking.words[index] for index in group)

    def worth(self, chosen: Group) -> float:
        """What a choice is expected to say beyond the same number of first words."""
        if chosen not in self._worth:
            words = self.count(chosen)
            filled = words / self.most
            missing = _EMPTY * max(0.0, LEAST_FILL - filled) + _POOR * max(0.0, _THIRD - filled)
            kept = self.count(takewhile(chosen.__contains__, self._ordered)) / max(words, LEAST_FILL * self.most)
            gained = self._together.count_hits(chosen) + self.stays * kept
            self._worth[chosen] = gained - self._lead[min(words, self.most, len(self._lead) - 1)] - missing
        return self._worth[chosen]

    def fill(self, groups: Iterable[Group]) -> Group:
        """One group after the other, those left out that no longer fit."""
        chosen: Group = frozenset()
        for group in groups:
            if self.count(chosen | group) <= self.most:
                chosen |= group
        return chosen

    def improve(self, chosen: Group, tried: Sequence[Group]) -> Group:
        """The choice after the best changes of one line each, as long as a change makes it better."""
        for _ in range(_ROUNDS):
            best = max(self._changed(chosen, tried), key=self.worth, default=chosen)
            if self.worth(best) <= self.worth(chosen):
                break
            chosen = best
        return chosen

    def _changed(self, chosen: Group, tried: Sequence[Group]) -> Iterator[Group]:
        """The choice with a line more, with one fewer, and with one in place of another."""
        held = [group for group in tried if group <= chosen]
        kept = [frozenset[int]().union(*(other for other in held if not other & group)) for group in held]
        for base in (chosen, *kept):
            if base and base != chosen:
                yield base
            for group in tried:
                made = base | group
                if made not in (base, chosen) and self.count(made) <= self.most:
                    yield made

    def _read_lead(self) -> list[float]:
        """For each number of words from 0 on the hits of so many first words, spread evenly over a sentence; the last
        is what all words have."""
        found, hits = [0.0], 0.0
        for index, new in zip(self._ordered, self._together.list_new(self._ordered), strict=True):
            words = self.ranking.words[index]
            found += [hits + new * part / words for part in range(1, words + 1)]
            hits += new
            if len(found) > self.most:
                break
        return [*found, hits]
