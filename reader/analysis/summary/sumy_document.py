"""Our sentences as sumy's document, so that sumy's own classes can rank them.

Two of sumy's habits are worked round here, both for good reason: its sentences are equal when their text is, so that
a repeated sentence would share one rating; and its tokenizer drops every word with a digit ("COVID-19", years).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from reader.analysis.summary import light_sumy as light_sumy  # isort: skip  (before anything that imports sumy)
from nltk.stem.snowball import EnglishStemmer
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.nlp.stemmers import Stemmer, null_stemmer
from sumy.utils import expand_resource_path, get_stop_words, read_stop_words

from reader.analysis.model import Sentence
from reader.analysis.summary.wording import list_words
from reader.article.model import Article


class OneSentence(SumySentence):  # type: ignore[misc]
    """A sentence of ours for sumy: equal to nothing but itself, its words given. `index` counts our sentences."""

    __slots__ = ("_given", "index")

    def __init__(self, text: str, index: int, is_heading: bool = False) -> None:
        super().__init__(text, None, is_heading)
        self._given = list_words(text)
        self.index = index

    @property
    def words(self) -> tuple[str, ...]:
        """The sentence's words, in lower case."""
        return self._given

    __eq__ = object.__eq__
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class SumyLanguage:
    """What sumy has for a language: stop words and a stemmer (the identity where it has none) and what it lacks."""

    stop_words: frozenset[str]
    stem: Callable[[str], str]
    lacking: tuple[str, ...] = ()


@cache
def load_language(code: str) -> SumyLanguage:
    """Stop words and a caching stemmer for a language, given its ISO 639 code (a region after it is ignored)."""
    code = code.lower().partition("-")[0].partition("_")[0]
    code = {"el": "greek", "nb": "norwegian", "nn": "norwegian", "no": "norwegian"}.get(code, code)
    if code == "en":  # sumy would read the names of all the world's languages first to look it up
        words = read_stop_words(expand_resource_path("stopwords/english.txt"))
        return SumyLanguage(words, cache(EnglishStemmer().stem))
    if not code.isalpha():
        return SumyLanguage(frozenset(), null_stemmer, ("stop words", "a stemmer"))
    lacking: list[str] = []
    try:
        stop_words: frozenset[str] = get_stop_words(code)
    except LookupError:
        stop_words = frozenset()
        lacking.append("stop words")
    try:
        stemmer = Stemmer(code)
        stemmer("a")  # that of Polish and of Greek asks for a package of its own at its first word
    except (LookupError, ValueError):
        stemmer = null_stemmer
        lacking.append("a stemmer")
    return SumyLanguage(stop_words, cache(stemmer), tuple(lacking))


def build_document(article: Article, sentences: Sequence[Sentence], chosen: Sequence[int]) -> ObjectDocumentModel:
    """sumy's document of the chosen sentences, by blocks, with the title and headings as headings."""
    by_block: dict[int, list[OneSentence]] = {}
    for index in chosen:
        sentence = sentences[index]
        by_block.setdefault(sentence.block, []).append(OneSentence(article.words_of(sentence.span), index))
    for number, block in enumerate(article.blocks):
        if block.kind in ("title", "heading"):
            by_block[number] = [OneSentence(article.words_of(block.span), -1, is_heading=True)]
    return ObjectDocumentModel([Paragraph(by_block[number]) for number in sorted(by_block)])
