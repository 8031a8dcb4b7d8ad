"""The methods by name: what each does in one line, and how long an article it can take."""

from dataclasses import dataclass

DEFAULT_METHOD = "news"


class MethodRefused(ValueError):
    """A method that is unknown, or that would take too long on this article; says so before it starts."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method's one-line description, what it is worth, and the longest article, in sentences, that it accepts.

    `gain` is ROUGE-2 recall with people's summaries at 60 words, less that of the article's own beginning at the same
    number of words, 0 to 100, over 881 news articles that no method was fitted on.
    """

    description: str
    gain: float
    most_sentences: int = 1_000_000


_PAIRS = 8_000
"""Sentences whose every pair can be compared in a few seconds and 300 MB."""

_BY_NAME = {
    "news": Method("trained on news: place in the article, words of the title, what the others share", 1.8),
    "lead": Method("the article's first sentences", 0.2),
    "lexrank": Method("sentences most like the others, by a graph of similar pairs (LexRank)", -5.7, _PAIRS),
    "textrank": Method("sentences that share most words with the others (TextRank)", -5.7, _PAIRS),
    "lsa": Method("sentences richest in words, by sumy's latent semantic analysis (LSA)", -7.2),
    "luhn": Method("sentences with dense runs of frequent words (Luhn)", -3.9),
    "edmundson": Method("sentences with words of the headings, cue words and a good place (Edmundson)", -4.4),
    "sumbasic": Method("sentences of frequent words, counted down as they are used (SumBasic)", -9.0),
    "kl": Method("sentences whose words are spread as in the whole article (KL-Sum)", -6.8),
    "reduction": Method("sentences with the greatest overlap with all others (Reduction)", -4.6, _PAIRS),
    "random": Method("sentences picked by chance, always the same for one text: a yardstick", -9.7),
}

METHODS: tuple[str, ...] = tuple(_BY_NAME)
"""Names of the methods, the default first."""


def describe(name: str) -> str:
    """One line on what a method does. Raises MethodRefused for an unknown name."""
    return find_method(name).description


def rank_methods() -> tuple[tuple[str, float], ...]:
    """The methods' names with their gains, the one worth most first."""
    return tuple(sorted(((name, one.gain) for name, one in _BY_NAME.items()), key=lambda each: -each[1]))


def find_method(name: str) -> Method:
    """The method of this name. Raises MethodRefused, with the names there are, for any other."""
    method = _BY_NAME.get(name.lower())
    if method is None:
        raise MethodRefused(f"unknown method {name!r}: choose from {', '.join(METHODS)}")
    return method


def check_length(name: str, sentences: int) -> None:
    """Raises MethodRefused where the article has more sentences than the method can take."""
    most = find_method(name).most_sentences
    if sentences > most:
        raise MethodRefused(
            f"{name} compares every sentence with every other and takes at most {most:,} sentences;"
            f" this article has {sentences:,}: choose news, lead or luhn"
        )
