"""Part-of-speech tags by NLTK's averaged perceptron, trained by us (see nltk_data/README.md)."""

from collections.abc import Sequence
from functools import cache

from nltk.tag.perceptron import PerceptronTagger

from reader.language import data as _data  # noqa: F401  (puts the shipped data on nltk's path)


@cache
def _tagger() -> PerceptronTagger:
    """The shipped tagger, loaded once a process."""
    return PerceptronTagger(lang="eng")


def tag_words(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Penn Treebank tags for the words of each sentence: one list a sentence, one tag a word."""
    tagger = _tagger()
    return [[tag for _, tag in tagger.tag(words)] for words in sentences]
