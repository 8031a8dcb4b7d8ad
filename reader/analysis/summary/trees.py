"""A sum of small decision trees, kept in a file and evaluated for all rows and trees at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.summary.graph import Floats

_ROWS = 16
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
    """Read trees from an archive of NumPy's arrays: `features` are names, `nodes` counts each tree's nodes, and the
    others have an element a node, each fork before the nodes below it, those at most its limit first. `feature` is the
    number of the fork's feature, -1 for a leaf; `number` is the fork's limit or the leaf's value; `below` counts the
    leaves at most the limit, 0 for a leaf.

    Raises ValueError for a tree of more than 16 leaves.
    """
    with np.load(path) as kept:
        features = tuple(kept["features"].tolist())
        nodes, feature, number, below = (kept[name] for name in ("nodes", "feature", "number", "below"))
    is_leaf = feature < 0
    tree = np.repeat(np.arange(len(nodes)), nodes)
    leaves = np.concatenate(([0], is_leaf.cumsum()))
    before = leaves[:-1] - leaves[np.cumsum(nodes) - nodes][tree]
    """Leaves of the same tree before a node."""
    most = int(before.max()) + 1
    if most > _MOST_LEAVES:
        raise ValueError(f"{path.name} has a tree of {most} leaves: {_MOST_LEAVES} are the most")
    values = np.zeros((len(nodes), most))
    values[tree[is_leaf], before[is_leaf]] = number[is_leaf]
    in_reach = (~(((1 << below.astype(np.intp)) - 1) << before) & 0xFFFF).astype(np.uint16)
    limits: list[Floats] = []
    begins: list[int] = []
    left: list[Any] = []
    count = 0
    for one in range(len(features)):
        forks = np.flatnonzero(feature == one)
        ordered, places = np.unique(number[forks], return_inverse=True)
        lines = np.full((len(ordered) + 1, len(nodes)), 0xFFFF, dtype=np.uint16)
        np.bitwise_and.at(lines, (places + 1, tree[forks]), in_reach[forks])
        np.bitwise_and.accumulate(lines, axis=0, out=lines)
        limits.append(ordered)
        begins.append(count)
        left.append(lines)
        count += len(lines)
    return Trees(features, tuple(limits), tuple(begins), np.concatenate(left), values)
