"""Part-of-speech tags by NLTK's averaged perceptron, trained by us (see nltk_data/README.md)."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from numpy.typing import NDArray

from reader.language import data


@cache
def load_tagger() -> PerceptronTagger:
    """The shipped tagger, loaded once a process."""
    return data.load_perceptron()


class _Rows(dict[str, NDArray[np.float64]]):
    """Of each feature met so far its weights for all tags, the last tag of the alphabet first."""

    def __init__(self, model: PerceptronTagger) -> None:
        super().__init__()
        self.labels = sorted(model.classes, reverse=True)
        self._weights = model.model.weights
        self._column = {label: place for place, label in enumerate(self.labels)}
        self._nothing = np.zeros(len(self.labels))

    def __missing__(self, feature: str) -> NDArray[np.float64]:
        weights = self._weights.get(feature)
        if weights is None:
            return self._nothing
        row = np.zeros(len(self.labels))
        for label, weight in weights.items():
            row[self._column[label]] = weight
        self[feature] = row
        return row


@cache
def _rows() -> _Rows:
    return _Rows(load_tagger())


def tag_words(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Penn Treebank tags for the words of each sentence: one list a sentence, one tag a word.

    The tags are those of NLTK's `PerceptronTagger.tag`, found with the same features and weights, which are added up as
    rows of numbers in a fraction of the time.
    """
    return [_tags(words) for words in sentences]


def _tags(words: Sequence[str]) -> list[str]:
    """The tags of one sentence."""
    model = load_tagger()
    known, normalize, rows = model.tagdict, model.normalize, _rows()
    first, second = model.START
    context = [first, second, *map(normalize, words), *model.END]
    found: list[str] = []
    before, before_that = first, second
    for place, word in enumerate(words):
        tag = known.get(word)
        if not tag:
            own, last, following = context[place + 2], context[place + 1], context[place + 3]
            weights = (
                rows["bias"],
                rows[f"i suffix {word[-3:]}"],
                rows[f"i pref1 {word[:1]}"],
                rows[f"i-1 tag {before}"],
                rows[f"i-2 tag {before_that}"],
                rows[f"i tag+i-2 tag {before} {before_that}"],
                rows[f"i word {own}"],
                rows[f"i-1 tag+i word {before} {own}"],
                rows[f"i-1 word {last}"],
                rows[f"i-1 suffix {last[-3:]}"],
                rows[f"i-2 word {context[place]}"],
                rows[f"i+1 word {following}"],
                rows[f"i+1 suffix {following[-3:]}"],
                rows[f"i+2 word {context[place + 4]}"],
            )
            # Of tags that score the same the last of the alphabet is taken, as NLTK does.
            tag = rows.labels[int(np.add.reduce(weights).argmax())]
        found.append(tag)
        before_that, before = before, tag
    return found
