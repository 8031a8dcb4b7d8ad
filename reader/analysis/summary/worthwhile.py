"""Which lines are worth their words: where the third tells next to nothing, two are the better summary."""

from collections.abc import Sequence

from reader.analysis.summary.ranking import Ranking
from reader.analysis.summary.together import Together

WEIGHED = 60
"""Words beside which a line's own are weighed: the fewer, the sooner it is left out."""

USUAL = 3
"""Lines of a summary of which no length is asked."""


def keep_worthwhile(ranking: Ranking, picked: Sequence[int], wanted: int) -> tuple[int, ...]:
    """The picked sentences without those that make the summary better by being left out, in reading order.

    Better is a greater F-measure of expected hits against length, as in the choice of the lines; where more than the
    usual three are wanted, what is told counts for more beside its length. One line in three that are wanted may go,
    each with those that need it.
    """
    together, needs = Together(ranking), dict(ranking.needs)
    reference = WEIGHED * max(1.0, wanted / USUAL) ** 3

    def rate(chosen: frozenset[int]) -> float:
        return together.count_hits(chosen) / (sum(ranking.words[index] for index in chosen) + reference)

    chosen = frozenset(picked)
    for _ in range(wanted // USUAL):
        fewer = [chosen.difference((index,), _list_leaning(needs, chosen, index)) for index in sorted(chosen)]
        best = max(filter(None, fewer), key=rate, default=chosen)
        if rate(best) <= rate(chosen):
            break
        chosen = best
    return tuple(sorted(chosen))


def _list_leaning(needs: dict[int, tuple[int, ...] | None], chosen: frozenset[int], index: int) -> list[int]:
    """The chosen sentences that cannot stand without one of them."""
    return [other for other in chosen if index in (needs.get(other) or ())]
