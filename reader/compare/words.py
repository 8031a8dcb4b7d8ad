"""The words of a text as they are compared: without case, punctuation, quotation style and ways of spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reader.analysis.document.numbers import NUMBER_WORDS
from reader.article.model import Span
from reader.language.stems import stem_of

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]", re.IGNORECASE)
_WRITTEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALE_LETTERS = {"m": 1_000_000, "bn": 1_000_000_000, "k": 1000}


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands in its text."""

    key: str
    span: Span


def stretch_of(words: Sequence[Token]) -> tuple[Span, ...]:
    """The one span from the first of some words to the last; none where there are none."""
    return ((words[0].span[0], words[-1].span[1]),) if words else ()


def tokens_of(text: str, spans: Iterable[Span]) -> tuple[Token, ...]:
    """The words inside spans of a text, in order; numbers in words or digits have one key ("12", "twelve")."""
    found: list[Token] = []
    for start, end in spans:
        raw = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
        found += _keyed(raw)
    return tuple(found)


def _keyed(raw: Sequence[tuple[str, int, int]]) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(raw):
        number = _number_at(raw, at)
        if number is not None:
            value, length = number
            found.append(Token(value, (raw[at][1], raw[at + length - 1][2])))
            at += length
            continue
        word, start, end = raw[at]
        low = word.casefold().replace("’", "'")
        if low == "per" and at + 1 < len(raw) and raw[at + 1][0].casefold() == "cent":
            found.append(Token("%", (start, raw[at + 1][2])))
            at += 2
            continue
        found.append(Token(_spelling(low), (start, end)))
        at += 1
    return found


def _number_at(raw: Sequence[tuple[str, int, int]], at: int) -> tuple[str, int] | None:
    """A number's digits and how many tokens it takes, when one is written here."""
    word = raw[at][0].casefold()
    if word[0].isdigit():
        digits = word.replace(",", "")
        if at + 1 < len(raw) and raw[at + 1][0].casefold() in (*_SCALES, *_SCALE_LETTERS) and _is_plain(digits):
            unit = raw[at + 1][0].casefold()
            scale = _SCALES.get(unit) or _SCALE_LETTERS[unit]
            if unit in _SCALES or raw[at + 1][1] == raw[at][2]:
                return _shown(float(digits) * scale), 2
        return digits, 1
    if word not in NUMBER_WORDS and word not in _SCALES:
        return None
    total = current = 0
    length = 0
    while at + length < len(raw):
        part = raw[at + length][0].casefold()
        if part in NUMBER_WORDS:
            current += NUMBER_WORDS[part]
        elif part in _SCALES:
            current = (current or 1) * _SCALES[part]
            if _SCALES[part] > 100:
                total, current = total + current, 0
        elif not (
            part == "and"
            and length
            and raw[at + length - 1][0].casefold() in _SCALES
            and at + length + 1 < len(raw)
            and raw[at + length + 1][0].casefold() in NUMBER_WORDS
        ):
            break
        length += 1
    return (None if word == "hundred" and length == 1 else (_shown(float(total + current)), length)) or None


def _is_plain(digits: str) -> bool:
    return digits.replace(".", "", 1).isdigit()


def _shown(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


@lru_cache(maxsize=65536)
def _spelling(word: str) -> str:
    """One key for the ways that a word is spelled on the two sides of the ocean."""
    if (known := _pairs().get(word)) is not None:
        return known
    for ending, other in (
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
    ):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word.removesuffix(ending) + other
    if len(word) > 5 and word.endswith(("our", "ours", "oured", "ouring")):
        return re.sub(r"our(s|ed|ing)?$", r"or\1", word)
    return word


@cache
def _pairs() -> dict[str, str]:
    lines = (files(__package__) / "spellings.txt").read_text(encoding="utf-8").split("\n")
    pairs = (line.split() for line in lines if line[:1].isalpha())
    return {pair[0]: pair[1] for pair in pairs}


def letters_of(text: str) -> str:
    """What is written, whatever its case, its marks and its blanks: letters, digits, signs of money and per cent."""
    if text.isascii():
        return "".join(sign for sign in text.lower() if sign.isalnum() or sign in "%$")
    return "".join(
        sign
        for sign in text.casefold()
        if sign.isalnum() or sign == "%" or unicodedata.category(sign) in ("Mn", "Mc", "Sc")
    )


def written_words(text: str) -> list[str]:
    """The words of a text as they are written, each with its hyphens and apostrophes; no numbers."""
    return _WRITTEN.findall(text)


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """A word without its ending and without a possessive 's."""
    return stem_of(key.removesuffix("'s").removesuffix("'"))


SMALL_WORDS = frozenset((files(__package__) / "small_words.txt").read_text(encoding="utf-8").split())
"""Words that say little of what a statement is about: articles, pronouns, prepositions, auxiliaries."""


def is_number(key: str) -> bool:
    """Whether a word's key is a number."""
    return key[:1].isdigit()


def likeness(left: Sequence[Token], right: Sequence[Token]) -> float:
    """Twice the words in common, as often as both have them, over all words of both (Dice 1945)."""
    common = Counter(token.key for token in left) & Counter(token.key for token in right)
    return 2 * common.total() / max(1, len(left) + len(right))
