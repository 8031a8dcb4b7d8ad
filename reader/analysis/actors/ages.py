"""How old somebody is told to be beside a name: "Ann Lee, 27,", "17-year-old Bo Berg"."""

import re
from collections.abc import Collection, Mapping, Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place
from reader.analysis.actors.references import TEEN, TEENS, Reference
from reader.analysis.document.document import Document, Word
from reader.analysis.document.numbers import NUMBER_WORDS

_TOLD = r"(?:is|was|turns|turned) (?:now |only |just )?(?P<is>\d{1,3})(?![.,]\d)(?=[,.;\n]| and | years old)"
"""What tells how old somebody is behind a name or he, she; "is 57 per cent" does not."""
_AGE = re.compile(
    r",? (?:(?:who is |aged )?(?P<beside>\d{1,3})(?=[,. ])"
    rf"|\((?:aged )?(?P<bracketed>\d{{1,3}})(?=\))|(?:who )?{_TOLD})"
)
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w’'-]+ ){0,3}$")
_AGE_OF_PRONOUN = re.compile(
    rf"\b(?:[Aa]t|[Aa]ged) (?P<at>\d{{1,3}}),? (?P<whose>s?he)\b|\b(?P<who>[Ss]?[Hh]e) {_TOLD}"
)
"""How old he or she is told to be: "At 38 she", "He is 62."."""
_LONGEST_AGE = 60
"""So many characters before a name its bearer's age is looked for."""
_AGE_WITHIN = 30
"""So many characters behind a name its bearer's age stands."""
_GROWN = 16
_NUMBERS = {value: word for word, value in NUMBER_WORDS.items()}


def find_ages(document: Document, cluster: Cluster) -> frozenset[str]:
    """The ages that stand right behind a person's name or before it: "Ann Lee, 27,", "Ann Lee is 27.", "17-year-old Bo
    Berg"; in figures and as words."""
    text = document.article.text
    ages: set[str] = set()
    for start, end in cluster.spans:
        behind = _AGE.match(text, end, end + _AGE_WITHIN)
        match = behind or _AGE_BEFORE.search(text[max(0, start - _LONGEST_AGE) : start])
        if match:
            ages |= _spell(match[match.lastgroup or 1])
    return frozenset(ages)


def find_ages_by_pronoun(document: Document, places: Sequence[Place]) -> Mapping[int, frozenset[str]]:
    """The ages of people that he or she is told to have: "At 38 she is", "He is 62."; "At 18 she left" was long ago."""
    found: dict[int, frozenset[str]] = {}
    told = {
        max(match.start("whose"), match.start("who")): match
        for match in _AGE_OF_PRONOUN.finditer(document.article.text)
    }
    for place in places if told else ():
        match = told.get(place.start) if place.pronoun else None
        if match is None or (match["at"] and _is_past(document.words[place.word + 1 : place.word + 3])):
            continue
        found[place.cluster] = found.get(place.cluster, frozenset()) | _spell(match["at"] or match["is"])
    return found


def _is_past(words: Sequence[Word]) -> bool:
    return any(word.tag == "VBD" for word in words)


def is_child(ages: Collection[str]) -> bool:
    """Whether somebody of these ages is too young for any office."""
    return any(age.isdigit() and int(age) < _GROWN for age in ages)


def keep_aged(
    candidates: list[int | None], reference: Reference, ages: Mapping[int, frozenset[str]]
) -> list[int | None]:
    """Of the candidates those who are said to be as old as the phrase tells, and nobody; all where none is."""
    aged = list_aged(candidates, reference, ages)
    return [*aged, None] if aged else candidates


def list_aged(candidates: Sequence[int | None], reference: Reference, ages: Mapping[int, frozenset[str]]) -> list[int]:
    """The candidates who are said to be as old as the phrase tells."""
    return [one for one in candidates if one is not None and reference.age in ages.get(one, ())]


def _spell(age: str) -> frozenset[str]:
    """An age in figures and as words, and whether it is a teenager's."""
    number = int(age)
    return frozenset([age, _in_words(number)]) | ({TEEN} if number in TEENS else set())


def _in_words(number: int) -> str:
    if number < 20:
        return _NUMBERS[number]
    tens = _NUMBERS.get(number // 10 * 10, "")
    return f"{tens}-{_NUMBERS[number % 10]}" if number % 10 else tens
