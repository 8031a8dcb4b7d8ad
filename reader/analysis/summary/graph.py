"""Pairs of sentences that share words, without the dense matrices that make sumy quadratic in memory and time.

A bag of words is kept as three parallel arrays (sentence, term, count). The products of all pairs come block by
block, each block a few rows of the matrix that sumy would fill cell by cell in Python.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_CELLS = 2_000_000
"""Cells of a block: 16 MB of float64."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Which term stands how often in which sentence: entries sorted by sentence; `lengths` in words, repeats counted.

    `rows`, `terms` and `counts` have one element an entry, `lengths` one a sentence; there are `width` terms.
    """

    rows: Ints
    terms: Ints
    counts: Floats
    lengths: Ints
    width: int

    @property
    def size(self) -> int:
        """The number of sentences."""
        return len(self.lengths)


def make_bag(sentences: Sequence[Sequence[str]]) -> Bag:
    """The bag of sentences given as lists of terms. Terms are numbered as they first appear."""
    numbers: dict[str, int] = {}
    rows: list[int] = []
    terms: list[int] = []
    counts: list[float] = []
    for row, words in enumerate(sentences):
        found: dict[int, int] = {}
        for word in words:
            number = numbers.setdefault(word, len(numbers))
            found[number] = found.get(number, 0) + 1
        rows += [row] * len(found)
        terms += found.keys()
        counts += found.values()
    return Bag(
        np.array(rows, dtype=np.int64),
        np.array(terms, dtype=np.int64),
        np.array(counts, dtype=np.float64),
        np.array([len(words) for words in sentences], dtype=np.int64),
        len(numbers),
    )


def multiply(words: Bag, values: Floats, on_block: Callable[[], None]) -> Iterator[tuple[int, Floats]]:
    """For blocks of rows: the first row, and the (rows × sentences) sums over shared terms of value times value.

    `values` has one element an entry of the bag. `on_block` is called before each block; what it raises ends the work.
    """
    size = words.size
    order = np.argsort(words.terms, kind="stable")
    ends = np.cumsum(np.bincount(words.terms, minlength=words.width))
    rows, weights = words.rows[order], values[order]
    height = max(1, min(size, _CELLS // max(1, size)))
    for first in range(0, size, height):
        on_block()
        last = min(size, first + height)
        block = np.zeros((last - first, size))
        begin = 0
        for end in ends.tolist():
            here = rows[begin:end]
            if len(here) == 1:
                row = int(here[0])
                if first <= row < last:
                    block[row - first, row] += weights[begin] ** 2
            else:
                low, high = np.searchsorted(here, (first, last)).tolist()
                if low < high:
                    weight = weights[begin:end]
                    block[np.ix_(here[low:high] - first, here)] += np.outer(weight[low:high], weight)
            begin = end
        yield first, block


def sum_at(places: Ints, values: Floats, size: int) -> Floats:
    """For each of `size` places the sum of the values that fall on it."""
    return np.bincount(places, weights=values, minlength=size).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Edges:
    """A weighted graph of sentences: edge k runs from `sources[k]` to `targets[k]` with `weights[k]`."""

    sources: Ints
    targets: Ints
    weights: Floats
    size: int

    def spread(self, ranks: Floats) -> Floats:
        """What each sentence receives when every sentence sends its rank along its edges."""
        return sum_at(self.targets, self.weights * ranks[self.sources], self.size)

    def total(self) -> Floats:
        """The sum of the weights of each sentence's outgoing edges."""
        return sum_at(self.sources, self.weights, self.size)


def collect_edges(blocks: Iterator[tuple[int, Floats]], size: int) -> Edges:
    """The cells above zero of a matrix that comes in blocks of rows."""
    parts: list[tuple[Any, Any, Any]] = []
    for first, block in blocks:
        rows, columns = np.nonzero(block > 0)
        parts.append(((rows + first).astype(np.int32), columns.astype(np.int32), block[rows, columns]))
    if not parts:
        empty = np.zeros(0, dtype=np.int64)
        return Edges(empty, empty, np.zeros(0), size)
    sources, targets, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Edges(sources, targets, weights, size)


def find_overlaps(words: Bag, on_block: Callable[[], None]) -> Edges:
    """The edges of TextRank and Reduction: words shared by a pair, over the sum of the logarithms of its lengths.

    A sentence's edge to itself is among them. Pairs of one-word sentences keep the bare count, as in sumy's TextRank.
    """
    logs = np.log(np.maximum(words.lengths, 1))

    def weighed() -> Iterator[tuple[int, Floats]]:
        for first, block in multiply(words, words.counts, on_block):
            norm = logs[first : first + len(block), np.newaxis] + logs[np.newaxis, :]
            norm[norm < 1e-8] = 1.0
            yield first, block / norm

    return collect_edges(weighed(), words.size)
