"""sumy's algorithms over our sentences, by sumy's own classes; the slow parts of some replaced by equal, fast ones.

What is replaced gives sumy's own ratings (tests hold them side by side); what is not is sumy's own code.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.random import RandomSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from reader.analysis.summary.graph import Floats, collect_edges, find_overlaps, make_bag, multiply, sum_at
from reader.analysis.summary.greedy import order_by_kl, order_by_sum_basic

Step = Callable[[], None]


def _ignore() -> None:
    """The step of a summariser that nobody watches."""


def _rated(document: Any, ratings: Sequence[float] | Floats) -> dict[Any, float]:
    """Ratings by sentence, as sumy's `_get_best_sentences` takes them."""
    return dict(zip(document.sentences, (float(rating) for rating in ratings), strict=True))


def _in_order(document: Any, order: Sequence[int]) -> dict[Any, float]:
    """Ratings that put sentences in this order: 0, -1, -2…; any left over come after, as they stand."""
    ordered = set(order)
    left = [index for index in range(len(document.sentences)) if index not in ordered]
    ratings = {index: -float(place) for place, index in enumerate([*order, *left])}
    return _rated(document, [ratings[index] for index in range(len(document.sentences))])


class LexRank(LexRankSummarizer):  # type: ignore[misc]
    """LexRank (Erkan and Radev 2004) as sumy computes it, over pairs of sentences that share a word."""

    on_step: Step = staticmethod(_ignore)

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """sumy's own call, with the matrix kept as its edges."""
        if not document.sentences:
            return ()
        ranks = self._ranks([self._to_words_set(sentence) for sentence in document.sentences])
        return self._get_best_sentences(document.sentences, sentences_count, _rated(document, ranks))

    def _ranks(self, sentences: list[list[str]]) -> Floats:
        words = make_bag(sentences)
        size = words.size
        found_in = np.bincount(words.terms, minlength=words.width)
        most = np.zeros(size)
        np.maximum.at(most, words.rows, words.counts)
        values = words.counts / most[words.rows] * np.log(size / (1 + found_in))[words.terms]
        norms = np.sqrt(np.bincount(words.rows, weights=values**2, minlength=size))
        norms[norms == 0] = np.inf

        def similar() -> Any:
            for first, block in multiply(words, values, self.on_step):
                cosine = block / norms[first : first + len(block), np.newaxis] / norms[np.newaxis, :]
                yield first, (cosine > self.threshold).astype(np.float64)

        graph = collect_edges(similar(), size)
        degrees = np.maximum(graph.total(), 1)
        ranks = np.full(size, 1 / size)
        change = 1.0
        while change > self.epsilon:
            spread = graph.spread(ranks / degrees)
            length = float(np.linalg.norm(spread))
            if length == 0:
                break
            spread /= length
            change = float(np.linalg.norm(spread - ranks))
            ranks = spread
        return ranks


class TextRank(TextRankSummarizer):  # type: ignore[misc]
    """TextRank (Mihalcea and Tarau 2004) as sumy computes it, over pairs of sentences that share a word."""

    on_step: Step = staticmethod(_ignore)

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """sumy's ratings, with the matrix kept as its edges."""
        graph = find_overlaps(make_bag([self._to_words_set(sentence) for sentence in document.sentences]), self.on_step)
        totals = graph.total() + self._ZERO_DIVISION_PREVENTION
        ranks = np.full(graph.size, 1 / graph.size)
        change = 1.0
        while change > self.epsilon:
            spread = (1 - self.damping) / graph.size * ranks.sum() + self.damping * graph.spread(ranks / totals)
            change = float(np.linalg.norm(spread - ranks))
            ranks = spread
        return _rated(document, ranks)


class Reduction(ReductionSummarizer):  # type: ignore[misc]
    """Reduction (github.com/adamfabish/Reduction) as sumy computes it, over pairs that share a word."""

    on_step: Step = staticmethod(_ignore)

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """sumy's ratings: the sum of a sentence's overlaps with every other."""
        words = make_bag([self._to_words_set(sentence) for sentence in document.sentences])
        graph = find_overlaps(words, self.on_step)
        apart = graph.sources != graph.targets
        apart &= (words.lengths[graph.sources] > 1) | (words.lengths[graph.targets] > 1)
        return _rated(document, sum_at(graph.sources[apart], graph.weights[apart], graph.size))


class Lsa(LsaSummarizer):  # type: ignore[misc]
    """LSA (Steinberger and Ježek 2004) as sumy computes it.

    sumy keeps every dimension of the decomposition, and with all of them a sentence's rank is the length of its column
    of the term matrix: computed here directly, without the decomposition.
    """

    smooth = 0.4

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """sumy's own call, with the rank of each sentence as its column's length."""
        dictionary = self._create_dictionary(document)
        if not dictionary:
            return self._get_best_sentences(document.sentences, sentences_count, lambda _: 0.0)
        ratings = []
        for sentence in document.sentences:
            counts: dict[str, int] = {}
            for word in map(self.stem_word, sentence.words):
                if word in dictionary:
                    counts[word] = counts.get(word, 0) + 1
            most = max(counts.values(), default=0)
            squares = sum((self.smooth + (1 - self.smooth) * count / most) ** 2 for count in counts.values())
            absent = self.smooth**2 * (len(dictionary) - len(counts)) if most else 0.0
            ratings.append((squares + absent) ** 0.5)
        return self._get_best_sentences(document.sentences, sentences_count, _rated(document, ratings))


class Luhn(LuhnSummarizer):  # type: ignore[misc]
    """Luhn's method (1958) by sumy, its significant words looked up in a set."""

    def _get_significant_words(self, words: Any) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))


class SumBasic(SumBasicSummarizer):  # type: ignore[misc]
    """SumBasic (Vanderwende and others 2007) as sumy computes it, a round of its loop at a time in arrays."""

    on_step: Step = staticmethod(_ignore)

    def _compute_ratings(self, sentences: Any) -> dict[Any, float]:
        words = make_bag([self._get_content_words_in_sentence(sentence) for sentence in sentences])
        return _in_order(_Sentences(sentences), order_by_sum_basic(words, self.on_step))


class KL(KLSummarizer):  # type: ignore[misc]
    """KL-Sum (Haghighi and Vanderwende 2009) as sumy computes it, a round of its loop at a time in arrays."""

    on_step: Step = staticmethod(_ignore)

    def _compute_ratings(self, sentences: Any) -> dict[Any, float]:
        content = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        lengths = np.array([len(sentence.words) for sentence in sentences], dtype=np.int64)
        return _in_order(_Sentences(sentences), order_by_kl(make_bag(content), lengths, self.on_step))


class Random(RandomSummarizer):  # type: ignore[misc]
    """sumy's random choice, the same at every call for the same sentences."""

    def _get_random_ratings(self, sentences: Any) -> dict[Any, float]:
        places = list(range(len(sentences)))
        random.Random("".join(str(sentence) for sentence in sentences)).shuffle(places)
        return _rated(_Sentences(sentences), places)


class Edmundson(EdmundsonSummarizer):  # type: ignore[misc]
    """Edmundson's method (1969) by sumy, with cue words of our own choice for news."""


class _Sentences:
    """Sentences alone, where a document is wanted."""

    def __init__(self, sentences: Any) -> None:
        self.sentences = sentences
