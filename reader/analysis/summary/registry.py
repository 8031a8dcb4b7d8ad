"""From a method's name to its sumy summariser, imported on first use, and from a summariser to ratings."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reader.analysis.summary import light_sumy as light_sumy  # isort: skip  (before anything that imports sumy)
from sumy.summarizers._summarizer import AbstractSummarizer

from reader.analysis.model import Sentence
from reader.analysis.summary.cue_words import BONUS, STIGMA
from reader.analysis.summary.news import News
from reader.analysis.summary.rated import Rated
from reader.analysis.summary.sumy_document import SumyLanguage, build_document, load_language
from reader.article.model import Article


class Everything:
    """A sentence count for sumy that means all of them, and keeps the ratings that sumy sorted them by."""

    def __init__(self) -> None:
        self.rated: list[Any] = []

    def __call__(self, rated: list[Any]) -> list[Any]:
        """sumy's (sentence, order, rating) triples, best first."""
        self.rated = rated
        return rated


def _find_class(method: str) -> type[AbstractSummarizer]:
    if method == "news":
        return News
    from reader.analysis.summary import classic

    classes: Mapping[str, type[AbstractSummarizer]] = {
        "lexrank": classic.LexRank,
        "textrank": classic.TextRank,
        "lsa": classic.Lsa,
        "luhn": classic.Luhn,
        "edmundson": classic.Edmundson,
        "sumbasic": classic.SumBasic,
        "kl": classic.KL,
        "reduction": classic.Reduction,
        "random": classic.Random,
    }
    return classes[method]


def make_summariser(method: str, words: SumyLanguage, step: Callable[[], None]) -> AbstractSummarizer:
    """The summariser of this name, with the language's stop words and stemmer."""
    made = _find_class(method)(words.stem)
    if method == "edmundson":
        made.bonus_words = BONUS
        made.stigma_words = STIGMA
        made.null_words = words.stop_words or ("the",)
    elif hasattr(made, "stop_words"):
        made.stop_words = words.stop_words
    if hasattr(made, "on_step"):
        made.on_step = step
    return made


def rate(
    article: Article,
    sentences: Sequence[Sentence],
    chosen: Sequence[int],
    method: str,
    step: Callable[[], None],
    *,
    explained: bool = True,
) -> Rated:
    """What one of sumy's methods or ours thinks of the chosen sentences, with its reasons where they are asked."""
    made = make_summariser(method, load_language(article.language), step)
    if hasattr(made, "explained"):
        made.explained = explained
    everything = Everything()
    made(build_document(article, sentences, chosen), everything)
    found = {info.sentence.index: float(info.rating) for info in everything.rated}
    ratings = {index: found.get(index, 0.0) for index in chosen}
    return Rated(
        ratings, dict(getattr(made, "reasons", {})), dict(getattr(made, "hits", {})), getattr(made, "told", 0.0)
    )
