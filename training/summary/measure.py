"""What summaries share with those of people beyond the article's first words, as many of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from reader.analysis.summary import cut
from reader.analysis.summary.news import favour_top, select, tells_headline
from training.summary.articles import Example, bigrams

WORDS = (40, 60, 100)

Expect = Callable[[Example], np.ndarray]
"""The hits expected of each sentence of an article that may be picked."""


def gains(one: Example, hits: np.ndarray) -> list[float]:
    """ROUGE-2 recall of summaries of so many words, less that of the article's first words, as many; 0 to 100."""
    ordered = [one.places[place] for place, _ in select(one.given, hits)]
    kept = set(one.ranking.order)
    counted = map(float, hits + favour_top(one.features))
    every = dict.fromkeys(range(len(one.texts)), 0.0) | dict(zip(one.places, counted, strict=True))
    ranking = replace(
        one.ranking,
        method="news",
        order=tuple(index for index in ordered if index in kept),
        hits=tuple(every[index] for index in range(len(one.texts))),
        told=tells_headline(one.features),
    )
    found = []
    for words in WORDS:
        picked = cut(ranking, words=words).sentences
        mine = bigrams([token for index in picked for token in one.tokens[index]])
        length = sum(len(one.texts[index].split()) for index in picked)
        first = bigrams([token for word in one.opening[:length] for token in word])
        found.append(float(np.mean([_recall(mine, each) - _recall(first, each) for each in one.references])))
    return found


def _recall(found: Counter[tuple[str, str]], reference: Counter[tuple[str, str]]) -> float:
    """The share of a reference's bigrams, 0 to 100."""
    return 100 * (found & reference).total() / max(1, reference.total())


def tell(
    name: str, examples: Sequence[Example], expect: Expect, by: Callable[[Example], str] | None = None
) -> np.ndarray:
    """Print the gains with their 95 % intervals (2,000 draws of the articles), and their means by a part.

    Returns the means, one for each of WORDS.
    """
    found = np.array([gains(one, expect(one)) for one in examples])
    draws = np.random.default_rng(1).integers(0, len(found), (2000, len(found)))
    for words, column in zip(WORDS, found.T, strict=True):
        low, high = np.percentile(column[draws].mean(axis=1), (2.5, 97.5))
        parts = {by(one) for one in examples} if by else set()
        told = [f"{part} {column[[by(one) == part for one in examples]].mean():+.2f}" for part in sorted(parts) if by]
        print(f"{name}, {words} words: {column.mean():+.2f} [{low:+.2f}, {high:+.2f}] {', '.join(told)}", flush=True)
    return np.asarray(found.mean(axis=0))
