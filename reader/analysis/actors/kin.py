"""Who "her grandson" and "Berg’s wife" are, where the article names that one relative: "Bo Berg, her grandson"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.analysis.actors.families import KIN
from reader.analysis.actors.namings import Namings
from reader.analysis.document.document import Document, Word
from reader.article.model import Span

_PRONOUNS = frozenset(["his", "her", "their"])
_OWNER = r"(?P<owner>\b(?:[Hh]is|[Hh]er|[Tt]heir)|\b[^\W\d_][\w-]*[’']s?)"


def find_relative(document: Document, source: Span, namings: Namings) -> int | None:
    """The one person of the article who is called by a source's word for a relative, by the same owner; None else."""
    read = _read(document.list_words(source))
    if read is None:
        return None
    owner, noun = read
    named = [one for one in _find_named(document.article.text, noun, namings) if one[1] is not None]
    people = {who for _, who in named}
    owners = {theirs for theirs, _ in named}
    if len(people) != 1 or (owner in _PRONOUNS and owners & (_PRONOUNS - {owner})):
        return None
    if owner not in _PRONOUNS and not owners & {owner, *_PRONOUNS}:
        return None
    who = people.pop()
    return None if who is None or owner in namings.clusters[who].name.lower().split()[:1] else who


def is_kin(words: Sequence[Word]) -> bool:
    """Whether a source is no more than a word for somebody's relative, and whose: "his wife"."""
    return _read(words) is not None


def _read(words: Sequence[Word]) -> tuple[str, str] | None:
    """Whose relative a source is and with what word: "his wife", "Berg’s older sister"."""
    if not 2 <= len(words) <= 5 or words[-1].text.lower() not in KIN:
        return None
    if any(word.tag not in ("JJ", "JJR", "JJS", "HYPH", "POS", "NNP", "PRP$", "NN") for word in words):
        return None
    if words[0].text.lower() in _PRONOUNS:
        return words[0].text.lower(), words[-1].text.lower()
    at = next((i for i, word in enumerate(words) if word.tag == "POS"), 0)
    return (words[at - 1].text.lower(), words[-1].text.lower()) if at and words[at - 1].is_proper else None


def _find_named(text: str, noun: str, namings: Namings) -> Iterator[tuple[str, int | None]]:
    """Whose relatives are named with a word for one, and who they are: "his wife, Ann", "Ann, his wife"."""
    before, behind = _patterns(noun)
    for found in before.finditer(text):
        yield _fold(found["owner"]), _person(namings.starting_at(found.end()), namings)
    for found in behind.finditer(text):
        yield _fold(found["owner"]), _person(namings.ending_at(found.start()), namings)


@lru_cache(maxsize=64)
def _patterns(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    kin = rf"{_OWNER} (?:[a-z-]+ )?{noun}"
    return re.compile(rf"{kin},? (?=[A-Z])"), re.compile(rf", {kin}(?=[,.;])")


def _fold(owner: str) -> str:
    return re.sub(r"[’']s?$", "", owner.lower())


def _person(index: int | None, namings: Namings) -> int | None:
    return index if index is not None and namings.clusters[index].kind == "person" else None
