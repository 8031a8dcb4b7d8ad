"""Why a sentence stands in the summary, in plain words."""

from reader.analysis.summary.methods import describe
from reader.analysis.summary.ranking import Ranking


def why(ranking: Ranking, index: int) -> str:
    """One plain sentence on why a sentence (by its index) is ranked where it is."""
    if index not in ranking.order:
        return "Not a line that a summary may pick: no prose, a repeat, or a credit or link."
    place = ranking.order.index(index) + 1
    reasons = dict(ranking.reasons).get(index, ())
    opening = f"Ranked {place} of {len(ranking.order)} by {ranking.method}"
    if reasons:
        return f"{opening}: {', '.join(reasons)}."
    return f"{opening}: {describe(ranking.method)}."
