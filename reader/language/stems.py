"""Words without their endings, by NLTK's English stemmer (Porter's second, "Snowball")."""

from functools import cache

from nltk.stem.snowball import SnowballStemmer


def stem_of(word: str) -> str:
    """A word in small letters without its ending."""
    return str(_stemmer().stem(word))


@cache
def _stemmer() -> SnowballStemmer:
    return SnowballStemmer("english")
