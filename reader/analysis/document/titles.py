"""Titles and offices: what a word before a name, or for a person's part, says of its bearer. One list tells all of it
(`lexicon/titles.txt`); two more tell which words are given names."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from reader.analysis.document.document import Word
from reader.analysis.document.lexicon import REMEMBERED, load_groups, load_words

Mark = Literal["before", "office", "civil", "man", "woman", "heads", "inside", "short", "governs", "of"]
"""What the list says of a word; `lexicon/titles.txt` explains each."""


@cache
def load_titles(mark: Mark) -> frozenset[str]:
    """The words that the list says this of, in small letters and without a stop."""
    return frozenset(word for marks, words in load_groups("titles").items() if mark in marks.split() for word in words)


@lru_cache(REMEMBERED)
def is_title(word: str) -> bool:
    """Whether a word stands before names and is no part of them: "Mr", "Gov.", "president"; two letters for an office
    are capitals ("DI Ann Lee", but "Eusebio Di Francesco")."""
    bare = _bare(word)
    short = len(bare) == 2 and bare not in load_titles("civil")
    return bare in load_titles("before") and not (short and not word.rstrip(".").isupper())


def read_before(words: Sequence[Word], at: int) -> str:
    """The word before another, without a stop that is a word of its own behind it ("Gov", "."); empty where none is in
    the same sentence ("was crowned king. Lee left")."""
    if not at or (at < len(words) and words[at - 1].sentence != words[at].sentence):
        return ""
    last = words[at - 1].text
    return words[at - 2].text if last == "." and at > 1 else last


@lru_cache(REMEMBERED)
def is_office(word: str) -> bool:
    """Whether a word is a common noun for a person's office or part, alone or behind a hyphen: "vice-president", or by
    its ending: "glaciologist"."""
    bare = _bare(word)
    offices = load_titles("office")
    return bare in offices or bare.rpartition("-")[2] in offices or bare.endswith("ologist")


def is_post(word: str) -> bool:
    """Whether a word is an office or a title."""
    return is_office(word) or is_title(word)


def is_civil(word: str) -> bool:
    """Whether a title is courtesy alone: "Mrs", "Sir"."""
    return _bare(word) in load_titles("civil")


@lru_cache(REMEMBERED)
def tell_gender(word: str) -> Literal["m", "f"] | None:
    """The gender of those who bear a title, where it tells one."""
    bare = _bare(word)
    return "m" if bare in load_titles("man") else "f" if bare in load_titles("woman") else None


@lru_cache(REMEMBERED)
def is_given(word: str) -> bool:
    """Whether a word in small letters is a given name: "anna"."""
    return word in load_words("men") or word in load_words("women")


def find_title_end(words: Sequence[Word], at: int) -> int:
    """The first word behind a title at a word: behind "General" in "Attorney General", behind "Secretary of State"."""
    end = at + 1
    if end < len(words) and words[end].text == "General":
        end += 1
    if end + 1 < len(words) and words[end].text == "of" and _bare(words[at].text) in load_titles("of"):
        end += 2
    return end


def _bare(word: str) -> str:
    return word.lower().rstrip(".")
