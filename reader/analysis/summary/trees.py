"""A sum of small decision trees, kept in a JSON file and evaluated for all rows and trees at once."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.summary.graph import Floats

_ROWS = 32
"""Rows evaluated at a time, so that the work stays in the processor's cache."""

_MOST_LEAVES = 16
"""Leaves of the largest tree: each has a bit of its own."""


@dataclass(frozen=True, slots=True)
class Trees:
    """All forks of all trees, by the feature they look at.

    As in QuickScorer (Lucchese et al., SIGIR 2015) a row needs no walk down each tree: every fork whose limit its
    feature is above rules out the leaves on one side, and of the leaves left over the first is the row's own.
    `limits` are a feature's limits in order, each once; `left` has a line for each number of them that a value can be
    above, feature after feature from the line `begins` says, and in it each tree's leaves still in reach, a bit each.
    `values` holds the leaves' values, of shape (trees, leaves of the largest tree).
    """

    features: tuple[str, ...]
    limits: tuple[Floats, ...]
    begins: tuple[int, ...]
    left: Any
    values: Floats

    def sums(self, rows: Floats) -> Floats:
        """The sum of the trees' values for each row; columns as in `features`."""
        columns = np.ascontiguousarray(rows.T)
        lines = np.empty(columns.shape, dtype=np.intp)
        for line, limits, begins, column in zip(lines, self.limits, self.begins, columns, strict=True):
            np.add(limits.searchsorted(column), begins, out=line)
        totals = np.zeros(len(rows))
        values, most = self.values.ravel(), self.values.shape[1]
        begin_of_tree = np.arange(0, len(values), most)
        for first in range(0, len(rows), _ROWS):
            part = np.bitwise_and.reduce(self.left.take(lines[:, first : first + _ROWS], axis=0), axis=0)
            leaves = _LOWEST.take(part) + begin_of_tree
            totals[first : first + _ROWS] = values.take(leaves).sum(axis=1)
        return totals


_SETS = np.arange(1 << _MOST_LEAVES)
_LOWEST = np.frexp((_SETS & -_SETS).astype(np.float64))[1] - 1
"""The place of the lowest bit that is set, for each number of as many bits as a tree has leaves."""


def load_trees(path: Path) -> Trees:
    """Read trees from JSON: `features` (names) and `trees`, each a list of nodes in order.

    A node is [feature, at_most, left, right] with the numbers of nodes in its tree, or [value] for a leaf. Raises
    ValueError for a tree of more than 16 leaves.
    """
    stored = json.loads(path.read_text("utf-8"))
    features = tuple(stored["features"])
    trees = [_read(tree) for tree in stored["trees"]]
    most = max(len(values) for _, values in trees)
    if most > _MOST_LEAVES:
        raise ValueError(f"{path.name} has a tree of {most} leaves: {_MOST_LEAVES} are the most")
    values = np.zeros((len(trees), most))
    by_feature: dict[str, list[tuple[float, int, int]]] = {name: [] for name in features}
    for number, (forks, found) in enumerate(trees):
        values[number, : len(found)] = found
        for feature, limit, kept in forks:
            by_feature[feature].append((limit, number, kept))
    limits: list[Floats] = []
    begins: list[int] = []
    left: list[Any] = []
    for name in features:
        ordered = sorted({limit for limit, _, _ in by_feature[name]})
        places = {limit: place for place, limit in enumerate(ordered, 1)}
        lines = np.full((len(ordered) + 1, len(trees)), 0xFFFF, dtype=np.uint16)
        for limit, number, kept in by_feature[name]:
            lines[places[limit], number] &= kept
        begins.append(sum(len(part) for part in left))
        limits.append(np.array(ordered))
        left.append(np.bitwise_and.accumulate(lines, axis=0))
    return Trees(features, tuple(limits), tuple(begins), np.concatenate(left), values)


def _read(tree: list[list[Any]]) -> tuple[list[tuple[str, float, int]], list[float]]:
    """A tree's forks, each with its feature, its limit and the leaves still in reach above it, and its leaves' values
    from left to right."""
    forks: list[tuple[str, float, int]] = []
    values: list[float] = []

    def walk(number: int) -> None:
        node = tree[number]
        if len(node) == 1:
            values.append(float(node[0]))
            return
        first = len(values)
        walk(node[2])
        below = (1 << len(values)) - (1 << first)
        forks.append((node[0], float(node[1]), ~below & 0xFFFF))
        walk(node[3])

    walk(0)
    return forks, values
