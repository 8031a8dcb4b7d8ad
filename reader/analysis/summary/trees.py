"""A sum of small decision trees, kept in a JSON file and evaluated for all rows and trees at once."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.analysis.summary.graph import Floats, Ints

_ROWS = 256
"""Rows evaluated at a time, so that the work stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Trees:
    """The nodes of all trees in parallel arrays.

    A row at node k goes on to `children[2 * k]` where its feature `column[k]` is at most `limit[k]`, else to
    `children[2 * k + 1]`; a leaf leads to itself and adds `value[k]`. `roots` are the first nodes of the trees,
    `depth` the longest way from a root to a leaf.
    """

    features: tuple[str, ...]
    column: Ints
    limit: Floats
    children: Ints
    value: Floats
    roots: Ints
    depth: int

    def sums(self, rows: Floats) -> Floats:
        """The sum of the trees' values for each row; columns as in `features`."""
        totals = np.zeros(len(rows))
        for first in range(0, len(rows), _ROWS):
            part = rows[first : first + _ROWS]
            flat = part.ravel()
            offsets = (np.arange(len(part)) * part.shape[1])[:, np.newaxis]
            at = np.broadcast_to(self.roots, (len(part), len(self.roots)))
            for _ in range(self.depth):
                right = flat.take(self.column.take(at) + offsets) > self.limit.take(at)
                at = self.children.take(2 * at + right)
            totals[first : first + _ROWS] = self.value.take(at).sum(axis=1)
        return totals


def load(path: Path) -> Trees:
    """Read trees from JSON: `features` (names) and `trees`, each a list of nodes in order.

    A node is [feature, at_most, left, right] with the numbers of nodes in its tree, or [value] for a leaf.
    """
    stored = json.loads(path.read_text("utf-8"))
    features = tuple(stored["features"])
    places = {name: place for place, name in enumerate(features)}
    column: list[int] = []
    limit: list[float] = []
    children: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    for tree in stored["trees"]:
        base = len(column)
        roots.append(base)
        for place, node in enumerate(tree):
            if len(node) == 4:
                column.append(places[node[0]])
                limit.append(float(node[1]))
                children += [base + node[2], base + node[3]]
                value.append(0.0)
            else:
                column.append(0)
                limit.append(0.0)
                children += [base + place, base + place]
                value.append(float(node[0]))
    return Trees(
        features,
        np.array(column, dtype=np.int64),
        np.array(limit),
        np.array(children, dtype=np.int64),
        np.array(value),
        np.array(roots, dtype=np.int64),
        max(map(_depth, stored["trees"]), default=0),
    )


def _depth(tree: list[list[float]]) -> int:
    """The longest way from the root to a leaf; a node always comes before its children."""
    depths = [0] * len(tree)
    for place, node in enumerate(tree):
        if len(node) == 4:
            for child in (int(node[2]), int(node[3])):
                depths[child] = depths[place] + 1
    return max(depths, default=0)
