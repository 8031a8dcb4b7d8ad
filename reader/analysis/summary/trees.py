"""A sum of small decision trees, kept in a JSON file and evaluated for all rows and trees at once."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.analysis.summary.graph import Floats, Ints


@dataclass(frozen=True, slots=True)
class Trees:
    """The nodes of all trees in parallel arrays.

    A node with `left` of -1 is a leaf and adds `value`; another sends a row left where its feature is at most
    `value`. `roots` are the first nodes of the trees, `depth` the longest way from a root to a leaf.
    """

    features: tuple[str, ...]
    column: Ints
    value: Floats
    left: Ints
    right: Ints
    roots: Ints
    depth: int

    def sums(self, rows: Floats) -> Floats:
        """The sum of the trees' values for each row; columns as in `features`."""
        if not len(rows):
            return np.zeros(0)
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        number = np.arange(len(rows))[:, np.newaxis]
        for _ in range(self.depth):
            leaf = self.left[at] < 0
            if leaf.all():
                break
            goes_left = rows[number, self.column[at]] <= self.value[at]
            at = np.where(leaf, at, np.where(goes_left, self.left[at], self.right[at]))
        total: Floats = self.value[at].sum(axis=1)
        return total


def load(path: Path) -> Trees:
    """Read trees from JSON: `features` (names) and `trees`, each a list of nodes in order.

    A node is [feature, at_most, left, right] with the numbers of nodes in its tree, or [value] for a leaf.
    """
    stored = json.loads(path.read_text("utf-8"))
    features = tuple(stored["features"])
    places = {name: place for place, name in enumerate(features)}
    column: list[int] = []
    value: list[float] = []
    left: list[int] = []
    right: list[int] = []
    roots: list[int] = []
    depth = 0
    for tree in stored["trees"]:
        base = len(column)
        roots.append(base)
        depth = max(depth, _depth(tree))
        for node in tree:
            split = len(node) == 4
            column.append(places[node[0]] if split else 0)
            value.append(float(node[1] if split else node[0]))
            left.append(base + node[2] if split else -1)
            right.append(base + node[3] if split else -1)
    return Trees(
        features,
        np.array(column, dtype=np.int64),
        np.array(value),
        np.array(left, dtype=np.int64),
        np.array(right, dtype=np.int64),
        np.array(roots, dtype=np.int64),
        depth,
    )


def _depth(tree: list[list[float]]) -> int:
    """The longest way from the root to a leaf; a node always comes before its children."""
    depths = [0] * len(tree)
    for place, node in enumerate(tree):
        if len(node) == 4:
            for child in (int(node[2]), int(node[3])):
                depths[child] = depths[place] + 1
    return max(depths, default=0)
