"""The trained default: the sentences that an editor's summary would be made of."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from sumy.summarizers._summarizer import AbstractSummarizer

from reader.analysis.summary.graph import Floats
from reader.analysis.summary.news_features import FEATURES, Sentences, matrix, sentences
from reader.analysis.summary.news_reasons import reasons
from reader.analysis.summary.trees import Trees, load

MODEL = Path(__file__).with_name("news_model.json")

LEAD_BONUS = 12.0
"""Added to the first sentence of an article with paragraphs: in those, editors' summaries follow its opening."""

LEAD_BONUS_ALONE = 0.5
"""The same for a text that came as one long paragraph."""

LEAD_REACH = 8
"""The bonus falls evenly to nothing over this many sentences."""

REPETITION = 1.0
"""Taken off a sentence for each picked one whose words it shares, times the share of the shorter one's words."""

SHORTNESS = 0.4
"""Taken off for each word that a sentence has fewer than seven."""

_CANDIDATES, _PICKS = 100, 30
"""Beyond these many the order is by score alone."""

_EXPLAINED = 20
"""The best sentences, for which reasons are kept."""


@cache
def model() -> Trees:
    """The shipped trees, loaded once a process. Raises ValueError where they were trained on other features."""
    trees = load(MODEL)
    if trees.features != FEATURES:
        raise ValueError(f"{MODEL.name} was trained on other features: run training/summary/train_news.py")
    return trees


def scores(given: Sentences) -> Floats:
    """The worth of each sentence by itself."""
    return model().sums(matrix(given)) + lead_bonus(given) - shortness(given)


def shortness(given: Sentences) -> Floats:
    """What a sentence of fewer than seven words loses, if it is not among the first three.

    The trees like brevity, but a line must say something.
    """
    lengths = np.array([len(text.split()) for text in given.texts], dtype=np.float64)
    lost = SHORTNESS * np.maximum(0.0, 7 - lengths)
    lost[:3] = 0.0
    return lost


def lead_bonus(given: Sentences) -> Floats:
    """What each sentence gets for standing near the beginning."""
    most = LEAD_BONUS if given.many_blocks else LEAD_BONUS_ALONE
    return most * np.maximum(0.0, 1 - np.arange(len(given.texts)) / LEAD_REACH)


def selection(given: Sentences, worth: Floats) -> list[tuple[int, float]]:
    """Places of the sentences, best first, each with its worth less what it repeats of those before it."""
    by_worth = np.argsort(-worth, kind="stable").tolist()
    left, rest = by_worth[:_CANDIDATES], by_worth[_CANDIDATES:]
    words = [frozenset(stems) for stems in given.stems]
    value = worth.copy()
    picked: list[tuple[int, float]] = []
    while left and len(picked) < _PICKS:
        best = max(left, key=lambda place: (value[place], -place))
        left.remove(best)
        picked.append((best, float(value[best])))
        for place in left:
            shorter = max(1, min(len(words[place]), len(words[best])))
            value[place] -= REPETITION * len(words[place] & words[best]) / shorter
    lowest = picked[-1][1] if picked else 0.0
    ranked = [*sorted(left, key=lambda place: -value[place]), *rest]
    return picked + [(place, min(lowest, float(value[place]))) for place in ranked]


class News(AbstractSummarizer):  # type: ignore[misc]
    """Ranks by trees fitted to editors' summaries, each pick costing the sentences that repeat it.

    `stop_words` as in sumy's summarisers. After a call `reasons` holds plain words on the best sentences, by their
    `index` attribute (or place). The paragraphs of sumy's document count as blocks, a heading before the first
    sentence as the headline.
    """

    stop_words: frozenset[str] = frozenset()

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """As every sumy summariser."""
        found = document.sentences
        given = self._given(document)
        ordered = selection(given, scores(given))
        ratings = {found[place]: value for place, value in ordered}
        texts = reasons(given, [place for place, _ in ordered[:_EXPLAINED]])
        self.reasons = {getattr(found[place], "index", place): text for place, text in texts.items()}
        return self._get_best_sentences(found, sentences_count, ratings)

    def _given(self, document: Any) -> Sentences:
        blocks: list[int] = []
        headline = ""
        for number, paragraph in enumerate(document.paragraphs):
            if not blocks and not headline and paragraph.headings:
                headline = str(paragraph.headings[0])
            blocks += [number] * len(paragraph.sentences)
        texts: Sequence[str] = [str(sentence) for sentence in document.sentences]
        return sentences(texts, blocks, headline, self._stemmer, self.stop_words)
