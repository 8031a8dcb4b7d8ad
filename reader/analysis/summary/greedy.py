"""SumBasic's and KL-Sum's loops: pick the best sentence, update, and again; each round a few array operations."""

from collections.abc import Callable

import numpy as np

from reader.analysis.summary.graph import Bag, Ints

MOST_ROUNDS = 2_500
"""Rounds before the rest of a very long article is left in reading order."""


def sum_basic_order(words: Bag, on_step: Callable[[], None]) -> list[int]:
    """Sentence numbers, best first: highest mean probability of its words, whose probabilities are then squared."""
    totals = np.bincount(words.terms, weights=words.counts, minlength=words.width)
    chances = totals / max(1.0, float(totals.sum()))
    lengths = np.maximum(np.bincount(words.rows, weights=words.counts, minlength=words.size), 1)
    starts = np.searchsorted(words.rows, np.arange(words.size + 1))
    left = np.ones(words.size, dtype=bool)
    order: list[int] = []
    for round_ in range(min(words.size, MOST_ROUNDS)):
        if round_ % 50 == 0:
            on_step()
        means = np.bincount(words.rows, weights=chances[words.terms] * words.counts, minlength=words.size) / lengths
        means[~left] = -1.0
        best = int(np.argmax(means))
        order.append(best)
        left[best] = False
        here = slice(starts[best], starts[best + 1])
        chances[words.terms[here]] **= 2.0 ** words.counts[here]
    return order


def kl_order(words: Bag, lengths: Ints, on_step: Callable[[], None]) -> list[int]:
    """Sentence numbers, best first: each the one that brings the summary's words nearest to the article's.

    `words` are the content words; `lengths` are the sentences' lengths in all words, which sumy counts for what is
    already picked. The divergence of document from summary d·log(d/s) is summed over the words of the summary.
    """
    size, width = words.size, words.width
    totals = np.bincount(words.terms, weights=words.counts, minlength=width)
    chances = totals / max(1.0, float(totals.sum()))
    logs = np.log(np.where(chances > 0, chances, 1.0))
    starts = np.searchsorted(words.rows, np.arange(size + 1))
    own = np.bincount(words.rows, weights=words.counts, minlength=size)
    picked = np.zeros(width)
    picked_length, picked_mass, picked_sum = 0.0, 0.0, 0.0
    left = np.ones(size, dtype=bool)
    order: list[int] = []
    for round_ in range(min(size, MOST_ROUNDS)):
        if round_ % 50 == 0:
            on_step()
        chance, before = chances[words.terms], picked[words.terms]
        new = before == 0
        gain = np.where(
            new,
            chance * (logs[words.terms] - np.log(words.counts)),
            chance * (np.log(np.where(new, 1.0, before)) - np.log(before + words.counts)),
        )
        mass = picked_mass + np.bincount(words.rows, weights=np.where(new, chance, 0.0), minlength=size)
        spread = np.log(np.maximum(own + picked_length, 1.0)) * mass
        divergence = picked_sum + spread + np.bincount(words.rows, weights=gain, minlength=size)
        divergence[~left] = np.inf
        best = int(np.argmin(divergence))
        order.append(best)
        left[best] = False
        here = words.terms[starts[best] : starts[best + 1]]
        picked_length += float(lengths[best])
        picked[here] += words.counts[starts[best] : starts[best + 1]]
        used = picked > 0
        picked_mass = float(chances[used].sum())
        picked_sum = float((chances[used] * (logs[used] - np.log(picked[used]))).sum())
    return order
