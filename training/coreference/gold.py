"""What both models of this folder are fitted with: whose cluster is whose in the gold, and the fit over choices."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from reader.analysis.actors.clusters import Cluster
from reader.article.model import Span

NEWS = ("news", "interview", "bio", "speech", "court", "letter", "podcast")
"""GUM's genres that are read twice as closely: news, and what news quotes."""

Rows = tuple[np.ndarray, np.ndarray]
"""The features of a choice's candidates (candidates x features), and which of them are right."""


def find_owners(
    doc: dict[str, Any], groups: Sequence[Cluster], span: Callable[[int, int], Span | None]
) -> dict[int, int | str]:
    """For each cluster the gold group that most of its matched names belong to, of equals the first met; `span` leads
    into the gold's text."""
    gold_at = {m["name"][0]: m["group"] for m in doc["mentions"] if m["named"] and not m["outer"]}
    gold_end = {m["name"][1]: m["group"] for m in doc["mentions"] if m["named"] and not m["outer"]}
    owner: dict[int, int | str] = {}
    for index, one in enumerate(groups):
        votes: Counter[int | str] = Counter()
        for a, b in one.spans:
            raw = span(a, b)
            if raw:
                ends = {gold_at.get(raw[0]), gold_end.get(raw[1])}
                votes.update(sorted((group for group in ends if group is not None), key=str))  # a set has no order
        if votes:
            owner[index] = votes.most_common(1)[0][0]
    return owner


def fit_softmax(data: Sequence[tuple[Rows, float]], penalty: float, near: np.ndarray | None = None) -> np.ndarray:
    """Weights of a softmax over each choice's candidates, by L-BFGS with an L2 penalty on how far they are from those
    `near` which they begin, or from 0; each choice has its weight."""
    rows = np.vstack([rows for (rows, _), _ in data])
    right = np.concatenate([right for (_, right), _ in data])
    sizes = [len(right) for (_, right), _ in data]
    starts, choice = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    weights = np.array([weight for _, weight in data])
    begin = np.zeros(rows.shape[1]) if near is None else near

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        away, score = w - begin, rows @ w
        p = np.exp(score - np.maximum.reduceat(score, starts)[choice])
        p /= np.add.reduceat(p, starts)[choice]
        mass = np.add.reduceat(np.where(right, p, 0.0), starts) + 1e-12
        posterior = np.where(right, p / mass[choice], 0.0)
        total = penalty * float(away @ away) - float(weights @ np.log(mass))
        return total, 2 * penalty * away - ((posterior - p) * weights[choice]) @ rows

    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x)
