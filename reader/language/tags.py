"""Part-of-speech tags by NLTK's averaged perceptron, trained by us (see nltk_data/README.md)."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from numpy.typing import NDArray

from reader.language import data


@cache
def _tagger() -> PerceptronTagger:
    """The shipped tagger without its weights, loaded once a process."""
    return data.load_perceptron(weighed=False)


@cache
def _labels() -> list[str]:
    """The tags of the table's columns."""
    return sorted(_tagger().classes, reverse=True)


_weights = cache(data.load_weights)


@cache
def _weigh_tags(before: str, before_that: str) -> NDArray[np.int32]:
    """What is always so, and what the two tags before say of a tag."""
    rows, table = _weights()
    own = ("bias", f"i-1 tag {before}", f"i-2 tag {before_that}", f"i tag+i-2 tag {before} {before_that}")
    return np.asarray(table[[rows.get(feature, 0) for feature in own]].sum(0, np.int32))


def tag_words(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Penn Treebank tags for the words of each sentence: one list a sentence, one tag a word.

    The tags are those of NLTK's `PerceptronTagger.tag`, found with the same features and weights, which are added up as
    rows of numbers in a fraction of the time.
    """
    return [_tags(words) for words in sentences]


def _tags(words: Sequence[str]) -> list[str]:
    """The tags of one sentence."""
    model, labels = _tagger(), _labels()
    normalize, (rows, table) = model.normalize, _weights()
    row_of = rows.get
    first, second = model.START
    context = [first, second, *map(normalize, words), *model.END]
    known = [model.tagdict.get(word) for word in words]
    told = [
        row
        for place, (word, tag) in enumerate(zip(words, known, strict=True))
        if not tag
        for row in (
            row_of(f"i suffix {word[-3:]}", 0),
            row_of(f"i pref1 {word[:1]}", 0),
            row_of(f"i word {context[place + 2]}", 0),
            row_of(f"i-1 word {context[place + 1]}", 0),
            row_of(f"i-1 suffix {context[place + 1][-3:]}", 0),
            row_of(f"i-2 word {context[place]}", 0),
            row_of(f"i+1 word {context[place + 3]}", 0),
            row_of(f"i+1 suffix {context[place + 3][-3:]}", 0),
            row_of(f"i+2 word {context[place + 4]}", 0),
        )
    ]
    by_words = iter(np.add.reduce(table[np.array(told, np.intp).reshape(-1, 9)], 1, np.int32))
    found: list[str] = []
    before, before_that = first, second
    for place, tag in enumerate(known):
        if not tag:
            scores = next(by_words) + _weigh_tags(before, before_that)
            both = row_of(f"i-1 tag+i word {before} {context[place + 2]}", 0)
            if both:
                scores += table[both]
            # Of tags that score the same the last of the alphabet is taken, as NLTK does.
            tag = labels[int(scores.argmax())]
        found.append(tag)
        before_that, before = before, tag
    return found
