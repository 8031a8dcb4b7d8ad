"""Why a sentence stands in the summary, in plain words."""

from collections.abc import Sequence

from reader.analysis.summary.methods import METHODS, describe
from reader.analysis.summary.ranking import Ranking


def explain(ranking: Ranking, index: int) -> str:
    """One plain sentence on why a sentence (by its index) is ranked where it is, or why it is not."""
    if index not in ranking.order:
        leaning = [other for other, group in ranking.needs if group and index in group and other in ranking.order]
        if leaning:
            return "Kept with a line that cannot be read without it."
        if ranking.method not in METHODS:
            return f"Not one of the sentences for “{ranking.method}”."
        return "Not a line that a summary may pick: no prose, a repeat, or a credit or link."
    opening = f"Ranked {ranking.order.index(index) + 1} of {len(ranking.order)} by {ranking.method}"
    if ranking.method not in METHODS:
        opening = f"Ranked {ranking.order.index(index) + 1} of {len(ranking.order)} for “{ranking.method}”"
    reasons = dict(ranking.reasons).get(index, ())
    if reasons:
        return f"{opening}: {_together(reasons)}."
    if ranking.method in METHODS:
        return f"{opening}: {describe(ranking.method)}."
    return f"{opening}."


def _together(reasons: Sequence[str]) -> str:
    """The two strongest reasons as one clause: "it opens the article and is short"."""
    return " and ".join(reason if not place else reason.removeprefix("it ") for place, reason in enumerate(reasons[:2]))
