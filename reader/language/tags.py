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


_Told = tuple[tuple[int, int, int], tuple[int, int], int, tuple[int, int], int]
"""The rows of what a word tells of its own tag, of the next word's and of that behind it, of the tag of the word before
and of that before it."""
_MOST = 1 << 13
"""So many words are kept at most."""


class _Met(dict[str, tuple[str, _Told]]):
    """Of each word met lately its form in the features, and what it tells."""

    def __missing__(self, word: str) -> tuple[str, _Told]:
        if len(self) >= _MOST:
            self.clear()
        met = self[word] = _tell(word, _tagger().normalize(word))
        return met


_met = _Met()


def _tell(word: str, form: str) -> tuple[str, _Told]:
    row_of, end = _weights()[0].get, form[-3:]
    own = row_of(f"i suffix {word[-3:]}", 0), row_of(f"i pref1 {word[:1]}", 0), row_of(f"i word {form}", 0)
    ahead = row_of(f"i-1 word {form}", 0), row_of(f"i-1 suffix {end}", 0)
    behind = row_of(f"i+1 word {form}", 0), row_of(f"i+1 suffix {end}", 0)
    return form, (own, ahead, row_of(f"i-2 word {form}", 0), behind, row_of(f"i+2 word {form}", 0))


@cache
def _edges() -> tuple[list[_Told], list[_Told]]:
    """What the beginning and the end of a sentence tell, as if they were two words each."""
    start, end = ([_tell(form, form)[1] for form in forms] for forms in (_tagger().START, _tagger().END))
    return start, end


def tag_words(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Penn Treebank tags for the words of each sentence: one list a sentence, one tag a word.

    The tags are those of NLTK's `PerceptronTagger.tag`, found with the same features and weights, which are added up as
    rows of numbers in a fraction of the time.
    """
    return [_tags(words) for words in sentences]


def _tags(words: Sequence[str]) -> list[str]:
    """The tags of one sentence."""
    model, labels, (rows, table) = _tagger(), _labels(), _weights()
    known = list(map(model.tagdict.get, words))
    met = [_met[word] for word in words]
    start, end = _edges()
    told = [*start, *[one for _, one in met], *end]
    asked = [
        (*told[at + 2][0], *told[at + 1][1], told[at][2], *told[at + 3][3], told[at + 4][4])
        for at, tag in enumerate(known)
        if not tag
    ]
    by_words = iter(np.add.reduce(table[np.array(asked, np.intp).reshape(-1, 9)], 1, np.int32))
    found: list[str] = []
    before, before_that = model.START
    for place, tag in enumerate(known):
        if not tag:
            scores = next(by_words) + _weigh_tags(before, before_that)
            both = rows.get(f"i-1 tag+i word {before} {met[place][0]}", 0)
            if both:
                scores += table[both]
            # Of tags that score the same the last of the alphabet is taken, as NLTK does.
            tag = labels[int(scores.argmax())]
        found.append(tag)
        before_that, before = before, tag
    return found
