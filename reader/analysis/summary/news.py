"""The trained default: the sentences that an editor's summary would be made of."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from sumy.summarizers._summarizer import AbstractSummarizer

from reader.analysis.summary.graph import Floats
from reader.analysis.summary.news_features import (
    FEATURES,
    NewsSentences,
    count_namings,
    make_matrix,
    measure_shared,
    read_sentences,
)
from reader.analysis.summary.news_reasons import find_reasons
from reader.analysis.summary.rated import REFERENCE
from reader.analysis.summary.trees import Trees, load_trees

MODEL = Path(__file__).with_name("news_model.npz")

LEAD_BONUS = 0.25
"""Hits added to the first sentence; it falls evenly to nothing over LEAD_REACH sentences."""

LEAD_REACH = 8

REPETITION = 0.7
"""The share of its hits that a sentence loses to a picked one that has all its words."""

SHORTNESS = 0.3
"""Hits taken off for each word that a sentence beyond the third has fewer than seven."""

SPOKEN = 0.05
"""Hits added to a sentence that carries what somebody says with their name, where others name them too: of lines that
are worth about the same the one with the story's main claims is taken."""

FAR, NEAR = 0.2, 10
"""Hits that a sentence of a news story loses for each time that its place is e times as far as the tenth: from there
down the trees expect too much."""

FEW_SPEAK, CENTRAL = 0.05, 0.5
"""Where fewer sentences than that share report what somebody says, the text is no news story (a guide, a lecture, a
letter), and the trees, which have read little but news, are helped out: sentences that are like the whole text gain up
to so many hits, beside those that are not."""

FROM_THE_TOP, TOP_REACH = 1.0, 4
"""In such a text, where words are counted and no headline tells what matters, the first sentence gains so many hits
more, the fourth a quarter of them: the beginning is left only for what is expected to be much better."""

_LIKE_ALL, _SAYS, _HEADLINE, _RECALL, _PRECISION = map(
    FEATURES.index, ("centrality", "said_cue", "headline", "headline_recall", "headline_precision")
)
_CUES = "said|says|told|added|warned|argued|announced|insisted|claimed|wrote|tweeted|admitted|denied|called|accused"
_WITH_NAME = re.compile(
    rf"\b[A-Z][\w'’-]+,? (?:{_CUES})\b|\b(?:{_CUES}|[Aa]ccording to)\s+(?:[a-z][\w'’-]*\s){{0,3}}[A-Z]"
)
_HINTS = (*_CUES.split("|"), "ccording to")

_BRIEF = 7
"""Picks of a brief summary."""

_CANDIDATES, _PICKS = 100, 30
"""Beyond these many the order is by each sentence alone."""

_EXPLAINED = 20
"""The best sentences, for which reasons are kept."""


@cache
def load_model() -> Trees:
    """The shipped trees, loaded once a process. Raises ValueError where they were trained on other features."""
    trees = load_trees(MODEL)
    if trees.features != FEATURES:
        raise ValueError(f"{MODEL.name} was trained on other features: run training/summary/train_news.py")
    return trees


def count_hits(given: NewsSentences, matrix: Floats) -> Floats:
    """For each sentence the word pairs that an editor's summary of 40 words is expected to share with it."""
    return adjust(given, matrix, load_model().sums(matrix))


def adjust(given: NewsSentences, matrix: Floats, expected: Floats) -> Floats:
    """The trees' expectation, with the bonus of the first sentences, of claims with their speakers and of what is
    central to a text that is no news, and without very short lines and what is far down in a story. `matrix` is that
    of `make_matrix`.

    The trees like brevity, but a line must say something.
    """
    places = np.arange(len(given.texts))
    lengths = np.array(list(map(len, given.runs)), dtype=np.float64)
    lost = SHORTNESS * np.maximum(0.0, 7 - lengths)
    lost[:3] = 0.0
    if not is_no_news(matrix):
        lost += FAR * np.log(np.maximum(1.0, (places + 1) / NEAR))
    lead = LEAD_BONUS * np.maximum(0.0, 1 - places / LEAD_REACH)
    return np.maximum(expected, 0.02) + lead + SPOKEN * carry_speakers(given) + add_central(matrix) - lost


def add_central(matrix: Floats) -> Floats:
    """For each sentence of a text that is no news story, what it has in common with the whole, as hits around 0."""
    if not is_no_news(matrix):
        return np.zeros(len(matrix))
    like = matrix[:, _LIKE_ALL] / max(1e-9, float(matrix[:, _LIKE_ALL].max()))
    return np.asarray(CENTRAL * (like - like.mean()))


def favour_top(matrix: Floats) -> Floats:
    """For each sentence of a text that is no news story and has no headline of some words, the hits that it gains by
    standing at the top."""
    gained = FROM_THE_TOP * np.maximum(0.0, 1 - np.arange(len(matrix)) / TOP_REACH)
    return np.asarray(gained * (is_no_news(matrix) and not matrix[0, _HEADLINE]))


def is_no_news(matrix: Floats) -> bool:
    """Whether hardly anybody says anything in a text of these features."""
    return len(matrix) > 0 and bool(matrix[:, _SAYS].mean() < FEW_SPEAK)


def tells_headline(matrix: Floats) -> float:
    """How much the first sentence is the headline in other words: the mean of the part of the headline's words that it
    has and of the part of its own that stand there; 0 without a headline, and in a text that is no news story, whose
    headline is its subject."""
    if not len(matrix) or is_no_news(matrix):
        return 0.0
    return float(matrix[0, _RECALL] + matrix[0, _PRECISION]) / 2


def carry_speakers(given: NewsSentences) -> Floats:
    """1 for each sentence that has a word of speech beside a name, and a name that stands in another sentence too."""
    shared, whole = count_namings(given) >= 2, "\n".join(given.texts)
    hints = [hint for hint in _HINTS if hint in whole]
    spoken = [
        one and any(map(text.__contains__, hints)) and _WITH_NAME.search(text) is not None
        for one, text in zip(shared, given.texts, strict=True)
    ]
    return np.array(spoken, dtype=np.float64)


def select(given: NewsSentences, expected: Floats) -> list[tuple[int, float]]:
    """Places of the sentences, best first, each with a worth that falls from one to the next.

    Each pick is the sentence that makes the F-measure of hits against length highest for the summary so far, so that a
    long line must bring more, the more so in an article whose first picks are good; what a sentence repeats of those
    before it no longer counts. Who wants more than a brief summary wants what the article says, and no longer the
    shortest of what is left: from then on a sentence is measured by itself.
    """
    lengths = np.array([max(1, len(words)) for words in given.words], dtype=np.float64)
    left = expected.copy()
    alone = expected / (lengths + REFERENCE)
    by_worth = np.argsort(-alone, kind="stable")
    candidates, rest = by_worth[:_CANDIDATES], by_worth[_CANDIDATES:].tolist()
    open_hits, sizes = left[candidates], lengths[candidates] + REFERENCE
    lost = REPETITION * measure_shared([given.stems[place] for place in candidates.tolist()]) * expected[candidates]
    hits_so_far = words_so_far = 0.0
    picked: list[int] = []
    while len(picked) < min(_PICKS, len(candidates)):
        best = int(((hits_so_far + open_hits) / (words_so_far + sizes)).argmax())
        place = int(candidates[best])
        picked.append(place)
        left[place] = open_hits[best]
        brief = len(picked) < _BRIEF
        hits_so_far = hits_so_far + left[place] if brief else 0.0
        words_so_far = words_so_far + lengths[place] if brief else 0.0
        open_hits -= lost[best]
        open_hits[best] = -np.inf
    still = open_hits > -np.inf
    left[candidates[still]] = open_hits[still]
    others = sorted(candidates[still].tolist(), key=lambda place: -left[place] / (lengths[place] + REFERENCE))
    worth, ordered = np.inf, []
    for place in [*picked, *others, *rest]:
        worth = min(worth - 1e-9, float(left[place] / (lengths[place] + REFERENCE)))
        ordered.append((place, worth))
    return ordered


class News(AbstractSummarizer):  # type: ignore[misc]
    """Ranks by trees fitted to editors' summaries, each pick weighed against its length and what it repeats.

    `stop_words` as in sumy's summarisers. After a call `reasons` holds plain words on the best sentences, where they
    are to be `explained`, and `hits` what each is expected to share with an editor's summary, by their `index`
    attribute (or place); `told` is how much of the headline the first one tells. The paragraphs of sumy's document
    count as blocks, a heading before the first sentence as the headline.
    """

    stop_words: frozenset[str] = frozenset()
    explained: bool = True

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """As every sumy summariser."""
        found = document.sentences
        given = self._given(document)
        matrix = make_matrix(given)
        hits = count_hits(given, matrix)
        ordered = select(given, hits)
        ratings = {found[place]: value for place, value in ordered}
        texts = find_reasons(given, [place for place, _ in ordered[:_EXPLAINED]]) if self.explained else {}
        self.reasons = {getattr(found[place], "index", place): text for place, text in texts.items()}
        counted = hits + favour_top(matrix)
        self.told = tells_headline(matrix)
        self.hits = {getattr(one, "index", place): float(counted[place]) for place, one in enumerate(found)}
        return self._get_best_sentences(found, sentences_count, ratings)

    def _given(self, document: Any) -> NewsSentences:
        blocks: list[int] = []
        headline = ""
        for number, paragraph in enumerate(document.paragraphs):
            if not blocks and not headline and paragraph.headings:
                headline = str(paragraph.headings[0])
            blocks += [number] * len(paragraph.sentences)
        texts: Sequence[str] = [str(sentence) for sentence in document.sentences]
        return read_sentences(texts, blocks, headline, self._stemmer, self.stop_words)
