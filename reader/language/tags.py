"""Part-of-speech tags by NLTK's averaged perceptron, trained by us (see nltk_data/README.md)."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from threading import local

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


@cache
def _list_settled() -> dict[str, int]:
    """The columns of the words that always have the same tag."""
    columns = {tag: column for column, tag in enumerate(_labels())}
    return {word: columns[tag] for word, tag in _tagger().tagdict.items() if tag}


_weights = cache(data.load_weights)


@cache
def _weigh_tags() -> NDArray[np.int32]:
    """What is always so, and what the two tags before say of a tag: a row for each tag before and each before that, the
    two marks of a sentence's beginning behind the tags."""
    rows, table = _weights()
    tags = [*_labels(), *_tagger().START]
    near, far = ([rows.get(f"i-{back} tag {tag}", 0) for tag in tags] for back in (1, 2))
    both = [[rows.get(f"i tag+i-2 tag {before} {before_that}", 0) for before_that in tags] for before in tags]
    found = table[both].astype(np.int32) + table[near][:, np.newaxis] + table[far]
    return np.asarray(found + table[rows.get("bias", 0)], np.int32).reshape(-1, table.shape[1])


_Told = tuple[int, ...]
"""The rows of what a word tells of its own tag (three), of the next word's (two) and of that behind it, of the tag of
the word before (two) and of that before it."""
_BY = ((0, slice(0, 3)), (-1, slice(3, 5)), (-2, slice(5, 6)), (1, slice(6, 8)), (2, slice(8, 9)))
"""How far from a word those stand that tell of its tag, and which of their rows do."""
_MOST = 1 << 14
"""So many words are kept at most when a text is begun."""
_AT_ONCE = 64
"""So many sentences are tagged at once."""


class _Met(dict[str, int]):
    """The words met lately by their numbers; of each number the word's form in the features, what it tells, and the
    column of its tag: -1 where that must be weighed. The first four are a sentence's beginning and end, as if they were
    two words each."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[str] = []
        self.told = np.zeros((2 * _AT_ONCE, sum(part.stop - part.start for _, part in _BY)), np.intp)
        self.tags = np.zeros(len(self.told), np.intp)
        self.behind: dict[int, int] = {}
        """The row of what the tag before says of a word, by both."""
        start, following = len(_labels()), len(_labels()) + 1
        for form, tag in zip((*_tagger().START, *_tagger().END), (following, start, start, start), strict=True):
            self._put(form, _tell(form, form), tag)

    def __missing__(self, word: str) -> int:
        form = _tagger().normalize(word)
        number = self[word] = len(self.forms)
        self._put(form, _tell(word, form), _list_settled().get(word, -1))
        return number

    def _put(self, form: str, told: _Told, tag: int) -> None:
        number = len(self.forms)
        if number == len(self.told):
            self.told = np.concatenate((self.told, np.zeros_like(self.told)))
            self.tags = np.concatenate((self.tags, np.zeros_like(self.tags)))
        self.told[number], self.tags[number] = told, tag
        self.forms.append(form)


def _tell(word: str, form: str) -> _Told:
    row_of, end = _weights()[0].get, form[-3:]
    own = row_of(f"i suffix {word[-3:]}", 0), row_of(f"i pref1 {word[:1]}", 0), row_of(f"i word {form}", 0)
    ahead = row_of(f"i-1 word {form}", 0), row_of(f"i-1 suffix {end}", 0)
    behind = row_of(f"i+1 word {form}", 0), row_of(f"i+1 suffix {end}", 0)
    return (*own, *ahead, row_of(f"i-2 word {form}", 0), *behind, row_of(f"i+2 word {form}", 0))


class _Kept(local):
    """What a thread keeps of the words that it met."""

    met: _Met | None = None


_kept = _Kept()


def tag_words(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Penn Treebank tags for the words of each sentence: one list a sentence, one tag a word.

    The tags are those of NLTK's `PerceptronTagger.tag`, found with the same features and weights, which are added up as
    rows of numbers in a fraction of the time, for many sentences at once.
    """
    met = _kept.met
    if met is None or len(met) > _MOST:
        met = _kept.met = _Met()
    parts = (sentences[at : at + _AT_ONCE] for at in range(0, len(sentences), _AT_ONCE))
    return [tags for part in parts for tags in _tag_some(part, met)]


def _tag_some(sentences: Sequence[Sequence[str]], met: _Met) -> list[list[str]]:
    """The tags of some sentences. Of the words whose tag must be weighed the first of each sentence comes first, then
    the second, for a tag hangs on the two before it."""
    every: list[int] = []
    begins: list[int] = []
    for sentence in sentences:
        every += (0, 1)
        begins.append(len(every))
        every += map(met.__getitem__, sentence)
        every += (2, 3)
    word = np.array(every, np.intp)
    tag = met.tags.take(word)
    _weigh_open(word, tag, np.array(begins, np.intp), met)
    found = list(map([*_labels(), "", ""].__getitem__, tag.tolist()))
    return [found[at : at + len(sentence)] for at, sentence in zip(begins, sentences, strict=True)]


def _weigh_open(word: NDArray[np.intp], tag: NDArray[np.intp], begins: NDArray[np.intp], met: _Met) -> None:
    """Put tags in the places of those that are open (-1). Words are their numbers; `begins` are the places of each
    sentence's first."""
    places = np.flatnonzero(tag < 0)
    if not len(places):
        return
    (rows, table), by_tags = _weights(), _weigh_tags()
    names = [*_labels(), *_tagger().START]
    first = places.searchsorted(begins)
    turn = np.arange(len(places)) - first[begins.searchsorted(places, "right") - 1]
    places = places[turn.argsort(kind="stable")]
    asked = np.concatenate([met.told[word[places + step], part] for step, part in _BY], 1)
    by_words = np.add.reduce(table.take(asked, 0), 1, np.int32)
    ends = np.bincount(turn).cumsum().tolist()
    near, far, own_words = places - 1, places - 2, word.take(places) * len(names)
    for begin, end in pairwise([0, *ends]):
        before, before_that = tag.take(near[begin:end]), tag.take(far[begin:end])
        keys = (own_words[begin:end] + before).tolist()
        try:
            both = list(map(met.behind.__getitem__, keys))
        except KeyError:
            for key in keys:
                if key not in met.behind:
                    own, last = divmod(key, len(names))
                    met.behind[key] = rows.get(f"i-1 tag+i word {names[last]} {met.forms[own]}", 0)
            both = list(map(met.behind.__getitem__, keys))
        scores = by_words[begin:end]
        scores += by_tags.take(before * len(names) + before_that, 0)
        scores += table.take(both, 0)
        # Of tags that score the same the last of the alphabet is taken, as NLTK does.
        tag[places[begin:end]] = scores.argmax(1)
