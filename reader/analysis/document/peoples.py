"""What people are called for their country, city, faith or side (`lexicon/peoples.txt`)."""

from collections.abc import Sequence
from functools import lru_cache

from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Word
from reader.analysis.document.lexicon import REMEMBERED, load_group

_LIVING = frozenset(["live", "lived", "settled", "ruled", "fought", "speak", "spoke", "worship", "worshipped"])
"""What people do and no place or prize."""


def _load_peoples(mark: str) -> frozenset[str]:
    """With `of` the nouns that have a plural, with `as` the rest."""
    return load_group("peoples", mark, ",")


def list_peoples() -> frozenset[str]:
    """The nouns that have a plural, in small letters, one of them each."""
    return _load_peoples("of")


@lru_cache(REMEMBERED)
def is_people(name: str) -> bool:
    """Whether a name in small letters means a whole people or side: "americans", "north koreans", "russian jews"."""
    one = name.removesuffix("s")
    first, _, last = one.partition(" ")
    return one != name and (one in _load_peoples("of") or (is_of_people(first) and last in _load_peoples("of")))


@lru_cache(REMEMBERED)
def is_of_people(name: str) -> bool:
    """Whether words in small letters say but where somebody belongs: "spaniard", "scottish"."""
    return name in _load_peoples("of") or name in _load_peoples("as")


def is_one_of_people(noun: str) -> bool:
    """Whether a word in small letters may be one person of a people: "spaniard", "german"."""
    return noun in _load_peoples("of")


def do_as_people(words: Sequence[Word], at: int) -> bool:
    """Whether a word is followed by what people alone do: "the Tagbanuas who belong", "the Stavers say"."""
    behind = words[at + 1 : at + 2]
    if not behind:
        return False
    text = behind[0].text.lower()
    return text == "who" or text in _LIVING or (behind[0].is_finite and bool(lemma_of(text)))
