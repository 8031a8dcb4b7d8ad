"""Words as they are searched for: case and accents folded, with the place of each in its text."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reader.article.model import Span

_WORD = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])[\p{L}\p{N}]\p{M}*)+"
)
"""A run of letters and digits; one character where a script writes no spaces."""
FOLDING = "1"
"""Changed whenever the same text would fold otherwise, so that the index is made anew."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands."""

    key: str
    span: Span


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(fold(found[0]), found.span()) for found in _pattern().finditer(text)]


def keys_of(text: str) -> list[str]:
    """The words of a text as they are compared, without their places."""
    return [fold(found) for found in _pattern().findall(text)]


@cache
def _pattern() -> Any:
    import regex  # only where something is searched or kept

    return regex.compile(_WORD)


def folded(text: str) -> str:
    """A text as it is compared: its words, one space between them."""
    return " ".join(keys_of(text))


def fold(word: str) -> str:
    """One word without case and accents ("Łódź" keeps its stroke, which no accent makes)."""
    return word.lower() if word.isascii() else _fold(word)


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(letter for letter in parts if not "\u0300" <= letter <= "\u036f")
    return "".join(part for part in unicodedata.normalize("NFC", kept).casefold() if part.isalnum() or _is_mark(part))


class _Letters(dict[int, str]):
    """What each letter becomes, found out when it is met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        simple = _fold(letter) if letter.isalnum() else letter
        self[code] = found = simple if len(simple) == 1 else letter
        return found


_LETTERS = _Letters()


def fold_letters(text: str) -> str:
    """A text of the same length in which each letter is folded by itself: a quick look, not the last word."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")
