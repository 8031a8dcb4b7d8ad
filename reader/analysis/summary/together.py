"""What sentences are expected to tell together: what one repeats of another counts once, and what reads badly costs."""

from collections.abc import Iterable, Iterator, Mapping

from reader.analysis.summary.ranking import Ranking, find_retold
from reader.analysis.summary.strangers import count_strangers

BRIEF, SCRAP = 12, 0.05
"""Hits that a line must bring, before it counts, for each word that it has fewer than so many: a few lines of substance
read better than many scraps."""

_RETOLD = 100.0
"""Hits taken off for two first sentences that tell the same."""

_UNTOLD = 0.5
"""Hits taken off for each time that a line calls somebody by the last name alone and none tells who that is."""


class Together:
    """Sentences of a ranking that has hits, weighed together; what two of them share is counted once."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._retold = find_retold(ranking)
        self._strangers: Mapping[int, tuple[frozenset[int], ...]] = dict(ranking.strangers)
        self._repeated = {(min(pair), max(pair)): 1.0 for pair in self._retold}

    def count_hits(self, chosen: frozenset[int]) -> float:
        """The hits of sentences that stand together, less what scraps, repeats and strangers cost."""
        hits, words = self.ranking.hits, self.ranking.words
        found = sum(self.list_new(sorted(chosen, key=lambda index: (-hits[index], index))))
        spent = SCRAP * sum(max(0, BRIEF - words[index]) for index in chosen)
        spent += _RETOLD * sum(pair <= chosen for pair in self._retold)
        return found - spent - _UNTOLD * count_strangers(self._strangers, chosen)

    def list_new(self, ordered: Iterable[int]) -> Iterator[float]:
        """Of sentences one after the other, the hits without the part that repeats one before."""
        seen: list[int] = []
        for index in ordered:
            lost = max((self._share(index, other) for other in seen), default=0.0)
            seen.append(index)
            yield self.ranking.hits[index] * (1 - lost)

    def _share(self, one: int, other: int) -> float:
        """The part of the shorter sentence's words that the other has too."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._repeated:
            left, right = self.ranking.content[one], self.ranking.content[other]
            self._repeated[pair] = len(left & right) / max(1, min(len(left), len(right)))
        return self._repeated[pair]
