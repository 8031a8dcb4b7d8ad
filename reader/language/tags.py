"""Part-of-speech tags by NLTK's averaged perceptron, trained by us (see nltk_data/README.md)."""

from collections.abc import Sequence
from functools import cache
from threading import Lock

import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from numpy.typing import NDArray

from reader.language import data


@cache
def load_tagger() -> PerceptronTagger:
    """The shipped tagger, loaded once a process."""
    return data.load_perceptron()


class _Rows(dict[str, int]):
    """Of each feature met so far its row in `table`: its weights for all tags in thousandths, the last tag of the
    alphabet first. The weights have three decimals, and whole numbers may be added up in any order."""

    def __init__(self, model: PerceptronTagger) -> None:
        super().__init__()
        self.labels = sorted(model.classes, reverse=True)
        self._weights = model.model.weights
        self.table = np.zeros((len(self._weights) + 1, len(self.labels)), np.int32)
        self._column = {label: place for place, label in enumerate(self.labels)}
        self._adding = Lock()

    def __missing__(self, feature: str) -> int:
        weights = self._weights.get(feature)
        if weights is None:
            return 0
        with self._adding:
            number = self.get(feature) or len(self) + 1
            for label, weight in weights.items():
                self.table[number, self._column[label]] = round(1000 * weight)
            self[feature] = number
        return number


@cache
def _rows() -> _Rows:
    return _Rows(load_tagger())


@cache
def _weigh_tags(before: str, before_that: str) -> NDArray[np.int32]:
    """What is always so, and what the two tags before say of a tag."""
    rows = _rows()
    own = ("bias", f"i-1 tag {before}", f"i-2 tag {before_that}", f"i tag+i-2 tag {before} {before_that}")
    return np.asarray(rows.table[[rows[feature] for feature in own]].sum(0), np.int32)


def tag_words(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Penn Treebank tags for the words of each sentence: one list a sentence, one tag a word.

    The tags are those of NLTK's `PerceptronTagger.tag`, found with the same features and weights, which are added up as
    rows of numbers in a fraction of the time.
    """
    return [_tags(words) for words in sentences]


def _tags(words: Sequence[str]) -> list[str]:
    """The tags of one sentence."""
    model = load_tagger()
    normalize, rows = model.normalize, _rows()
    first, second = model.START
    context = [first, second, *map(normalize, words), *model.END]
    known = [model.tagdict.get(word) for word in words]
    told = [
        row
        for place, (word, tag) in enumerate(zip(words, known, strict=True))
        if not tag
        for row in (
            rows[f"i suffix {word[-3:]}"],
            rows[f"i pref1 {word[:1]}"],
            rows[f"i word {context[place + 2]}"],
            rows[f"i-1 word {context[place + 1]}"],
            rows[f"i-1 suffix {context[place + 1][-3:]}"],
            rows[f"i-2 word {context[place]}"],
            rows[f"i+1 word {context[place + 3]}"],
            rows[f"i+1 suffix {context[place + 3][-3:]}"],
            rows[f"i+2 word {context[place + 4]}"],
        )
    ]
    by_words = iter(np.add.reduce(rows.table[np.array(told, np.intp).reshape(-1, 9)], 1))
    found: list[str] = []
    before, before_that = first, second
    for place, tag in enumerate(known):
        if not tag:
            scores = next(by_words) + _weigh_tags(before, before_that)
            both = rows[f"i-1 tag+i word {before} {context[place + 2]}"]
            if both:
                scores += rows.table[both]
            # Of tags that score the same the last of the alphabet is taken, as NLTK does.
            tag = rows.labels[int(scores.argmax())]
        found.append(tag)
        before_that, before = before, tag
    return found
