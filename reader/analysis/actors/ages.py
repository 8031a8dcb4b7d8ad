"""How old somebody is told to be beside a name: "Ann Lee, 27,", "17-year-old Bo Berg"."""

import re
from collections.abc import Collection

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import TEEN, TEENS
from reader.analysis.document.document import Document
from reader.analysis.document.numbers import NUMBER_WORDS

_AGE = re.compile(r",? (?:who is |aged )?(\d{1,3})(?=[,. ])")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w’'-]+ ){0,3}$")
_LONGEST_AGE = 60
"""So many characters before a name its bearer's age is looked for."""
_GROWN = 16
_NUMBERS = {value: word for word, value in NUMBER_WORDS.items()}


def find_ages(document: Document, cluster: Cluster) -> frozenset[str]:
    """The ages that stand right behind a person's name or before it: "Ann Lee, 27,", "17-year-old Bo Berg"; in figures
    and as words."""
    text = document.article.text
    ages: set[str] = set()
    for start, end in cluster.spans:
        match = _AGE.match(text, end, end + 16) or _AGE_BEFORE.search(text[max(0, start - _LONGEST_AGE) : start])
        if match:
            number = int(match[1])
            ages.update((match[1], _in_words(number)))
            if number in TEENS:
                ages.add(TEEN)
    return frozenset(ages)


def is_child(ages: Collection[str]) -> bool:
    """Whether somebody of these ages is too young for any office."""
    return any(age.isdigit() and int(age) < _GROWN for age in ages)


def _in_words(number: int) -> str:
    if number < 20:
        return _NUMBERS[number]
    tens = _NUMBERS.get(number // 10 * 10, "")
    return f"{tens}-{_NUMBERS[number % 10]}" if number % 10 else tens
