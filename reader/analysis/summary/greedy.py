"""SumBasic's and KL-Sum's loops: pick the best sentence, update, and again; each round a few array operations."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from reader.analysis.summary.graph import Bag, Floats, Ints, sum_at

Step = Callable[[], None]

MOST_ROUNDS = 2_500
"""Rounds before the rest of a very long article is left in reading order."""


@dataclass(frozen=True, slots=True)
class _ByTerm:
    """The entries of a bag, by the term they are of: those of term k are `entries[starts[k] : starts[k + 1]]`."""

    entries: Ints
    starts: Ints

    def of(self, terms: Ints) -> Ints:
        """The entries of these terms."""
        return np.concatenate([self.entries[self.starts[term] : self.starts[term + 1]] for term in terms.tolist()])


def _group_by_term(words: Bag) -> _ByTerm:
    """Group the entries of a bag by term."""
    counts = np.bincount(words.terms, minlength=words.width)
    return _ByTerm(np.argsort(words.terms, kind="stable"), np.concatenate(([0], np.cumsum(counts))))


def _pick_greedily(words: Bag, worth: Callable[[], Floats], take: Callable[[int, Ints], None], step: Step) -> list[int]:
    """Pick the sentence of greatest worth, tell `take` of it and of its entries, and again."""
    starts = np.searchsorted(words.rows, np.arange(words.size + 1))
    left = np.ones(words.size, dtype=bool)
    order: list[int] = []
    for round_ in range(min(words.size, MOST_ROUNDS)):
        if round_ % 50 == 0:
            step()
        best = int(np.argmax(np.where(left, worth(), -np.inf)))
        order.append(best)
        left[best] = False
        if starts[best] < starts[best + 1]:
            take(best, np.arange(starts[best], starts[best + 1]))
    return order


def order_by_sum_basic(words: Bag, on_step: Step) -> list[int]:
    """Sentence numbers, best first: highest mean probability of its words, whose probabilities are then squared."""
    totals = sum_at(words.terms, words.counts, words.width)
    chances = totals / max(1.0, float(totals.sum()))
    lengths = np.maximum(sum_at(words.rows, words.counts, words.size), 1)
    index = _group_by_term(words)
    starts = np.searchsorted(words.rows, np.arange(words.size + 1))
    total = sum_at(words.rows, chances[words.terms] * words.counts, words.size)

    left = np.ones(words.size, dtype=bool)

    def take(best: int, entries: Ints) -> None:
        left[best] = False
        terms = words.terms[entries]
        before = chances[terms]
        chances[terms] = before ** (2.0 ** words.counts[entries])
        touched = np.zeros(words.size, dtype=bool)
        touched[words.rows[index.of(terms)]] = True
        rows = np.flatnonzero(touched & left)
        if not len(rows):
            return
        lengths_here = starts[rows + 1] - starts[rows]
        ends = np.cumsum(lengths_here)
        moved = np.arange(ends[-1]) + np.repeat(starts[rows] - (ends - lengths_here), lengths_here)
        values = chances[words.terms[moved]] * words.counts[moved]
        total[rows] = sum_at(np.repeat(np.arange(len(rows)), lengths_here), values, len(rows))

    return _pick_greedily(words, lambda: total / lengths, take, on_step)


def order_by_kl(words: Bag, lengths: Ints, on_step: Step) -> list[int]:
    """Sentence numbers, best first: each the one that brings the summary's words nearest to the article's.

    `words` are the content words; `lengths` are the sentences' lengths in all words, which sumy counts for what is
    already picked. The divergence of document from summary d·log(d/s) is summed over the words of the summary.
    """
    totals = sum_at(words.terms, words.counts, words.width)
    chances = totals / max(1.0, float(totals.sum()))
    logs = np.log(np.where(chances > 0, chances, 1.0))
    own = sum_at(words.rows, words.counts, words.size)
    index = _group_by_term(words)
    picked = np.zeros(words.width)
    gain = chances[words.terms] * (logs[words.terms] - np.log(words.counts))
    gains = sum_at(words.rows, gain, words.size)
    masses = sum_at(words.rows, chances[words.terms], words.size)
    so_far = {"length": 0.0, "mass": 0.0, "sum": 0.0}

    def worth() -> Floats:
        mass = so_far["mass"] + masses
        spread = np.log(np.maximum(own + so_far["length"], 1.0)) * mass
        return -(so_far["sum"] + spread + gains)

    def take(best: int, entries: Ints) -> None:
        terms = words.terms[entries]
        fresh = terms[picked[terms] == 0]
        if len(fresh):
            new = index.of(fresh)
            np.subtract.at(masses, words.rows[new], chances[words.terms[new]])
        before = picked[terms]
        chance, log = chances[terms], logs[terms]
        old = np.where(before > 0, chance * (log - np.log(np.where(before > 0, before, 1.0))), 0.0)
        picked[terms] += words.counts[entries]
        so_far["length"] += float(lengths[best])
        so_far["mass"] += float(chances[fresh].sum())
        so_far["sum"] += float((chance * (log - np.log(picked[terms])) - old).sum())
        changed = index.of(terms)
        now = picked[words.terms[changed]]
        value = chances[words.terms[changed]] * (np.log(now) - np.log(now + words.counts[changed]))
        np.add.at(gains, words.rows[changed], value - gain[changed])
        gain[changed] = value

    return _pick_greedily(words, worth, take, on_step)
