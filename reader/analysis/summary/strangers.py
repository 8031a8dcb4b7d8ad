"""Who is called by the last name alone, and where the text says who that is.

Below "Council leader Anna Pryce voted to close the bridge" a line may speak of Pryce; in a summary without that
sentence nobody knows her.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, islice
from math import ceil

from reader.analysis.document.titles import is_civil, is_given, is_post, is_title
from reader.analysis.summary.wording import list_words

_REST = r"(?:[\w-]+|['’][A-Z]\w+)"
_RUN = re.compile(
    rf"[A-Z](?<![\w.'’-].)(?<!\bthe .){_REST}(?:\.?(?: (?:[A-Z]\.|de|van|von|al|bin|der|la))* [A-Z]{_REST})*"
)
"""Capitalised words in a row: "Anna Pryce", "Council", "Mr. de Vries"; what stands before is asked behind the first
letter, which is quicker looked for."""

_SAID = r"\b(?:said|says|told|added|asked|insisted|warned|argued|wrote|admitted|testified)\b"
_SPEAKS, _SPEAKS_NEXT = re.compile(_SAID), re.compile(rf"[ ,]*{_SAID}")
_FEW_SPEAK = 0.05
"""Where the words of speech are fewer a sentence, the text is a lecture, a guide or the like: not about people."""

_OPENERS = frozenset((
    "after", "although", "a", "an", "and", "as", "at", "because", "before", "but", "by", "for", "from", "he", "her",
    "here", "his", "how", "if", "in", "into", "it", "its", "no", "not", "now", "of", "on", "or", "our", "she",
    "since", "so", "that", "the", "their", "then", "there", "these", "they", "this", "though", "to", "until", "we",
    "what", "when", "where", "while", "who", "with", "yet",
))  # fmt: skip
_SMALL = re.compile(r"\b[a-z][a-z-]*")

Strangers = tuple[tuple[int, tuple[frozenset[int], ...]], ...]


def find_strangers(texts: Mapping[int, str], headline: str) -> Strangers:
    """For each sentence that calls people by the last name alone the sentences that tell who they are, a set a person.

    `texts` are sentences in reading order by their indices; who somebody is is told before. Whom the headline names is
    known, and "captain Lund" is told enough. A last name is one that stands behind a given name or a title, or whose
    bearer speaks, and that is no other word of the text.
    """
    small = frozenset(chain.from_iterable(map(_SMALL.findall, texts.values())))
    known, openers = small.union(list_words(headline)), small | _OPENERS
    told: dict[str, set[int]] = defaultdict(set)
    alone: dict[int, set[str]] = {}
    people: set[str] = set()
    for index, text in texts.items():
        bare: set[str] = set()
        full: set[str] = set()
        for run in _RUN.finditer(text):
            parts = _drop_opening(run.group().split(), openers)
            last = parts[-1] if parts else ""
            if len(last) < 3 or last.isupper() or last.lower() in known:
                continue
            courtesy = is_civil(parts[0])
            if (len(parts) > 1 and not courtesy) or _stands_behind_office(text, run.start()):
                full.add(last)
            elif told[last]:
                bare.add(last)
            if _SPEAKS_NEXT.match(text, run.end()) or (len(parts) > 1 and _opens_name(parts[0])):
                people.add(last)
        for last in full:
            told[last].add(index)
        if bare - full:
            alone[index] = bare - full
    found = {index: sorted(names & people) for index, names in alone.items()}
    return tuple(
        (index, tuple(frozenset(other for other in told[name] if other < index) for name in names))
        for index, names in found.items()
        if names
    )


def tells_of_people(texts: Collection[str]) -> bool:
    """Whether more than hardly anybody speaks in sentences."""
    enough = ceil(_FEW_SPEAK * len(texts))
    return len(list(islice(filter(_SPEAKS.search, texts), enough))) == enough


def count_strangers(strangers: Mapping[int, Sequence[frozenset[int]]], chosen: frozenset[int]) -> int:
    """How often sentences call somebody by the last name alone who is told of in none of them."""
    return sum(not told & chosen for index in chosen for told in strangers.get(index, ()))


def _opens_name(part: str) -> bool:
    """Whether a word is a title or a given name."""
    return is_title(part) or is_given(part.lower())


def _stands_behind_office(text: str, place: int) -> bool:
    """Whether a name's bearer is told by the word before it: "captain Lund"."""
    before = text[:place].rpartition(" ")[0].rpartition(" ")[2] if text[place - 1 : place] == " " else ""
    return before.islower() and is_post(before)


def _drop_opening(parts: Sequence[str], openers: frozenset[str]) -> list[str]:
    """A run without what opens the sentence before a name, and nothing of "The House"."""
    first = 0
    while first < len(parts) and parts[first].lower() in openers:
        first += 1
    return [] if first and parts[first - 1] == "The" else list(parts[first:])
