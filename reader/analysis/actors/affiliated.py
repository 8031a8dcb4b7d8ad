"""Of which body people without a name are: "the researchers" behind "researchers at the University of Ostmark"."""

from bisect import bisect_left
from typing import Final

from reader.analysis.actors.namings import Namings
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import skip_back
from reader.article.model import Span

_MEANT: Final = frozenset(["the", "these", "those"])
_AT: Final = frozenset(["at", "from", "of", "with", "for"])
_JOINTS: Final = frozenset([",", "and", "&", "the"])
_TELLING: Final = ("JJ", "CD", "NN")
_NOT_ONE: Final = frozenset(["other", "some", "many", "most", "more", "few", "several", "all"])
_WITHIN: Final = 3
"""So many words behind a preposition the name of a body begins at most."""


class Affiliated:
    """What an article told of people without a name, noun by noun, each noun read through once."""

    def __init__(self, document: Document, namings: Namings) -> None:
        self._document = document
        self._namings = namings
        self._told: dict[str, tuple[list[int], list[Span | None]]] = {}

    def find(self, source: Span) -> Span | None:
        """The words that last told of what body people are who speak as "the researchers"; None where others of that
        noun came between, or nothing was told."""
        at = self._document.words_in(source)
        words = [self._document.words[i] for i in at]
        if len(words) != 2 or words[0].text.lower() not in _MEANT or words[1].tag != "NNS":
            return None
        noun = words[1].text.lower()
        if not is_person_noun(noun.removesuffix("s")):
            return None
        if noun not in self._told:
            self._told[noun] = self._read(noun)
        places, told = self._told[noun]
        before = bisect_left(places, at.start)
        return told[before - 1] if before else None

    def _read(self, noun: str) -> tuple[list[int], list[Span | None]]:
        """Where the noun stands, and what is told of its people from there on."""
        places = self._document.find_all_words({noun})
        last: Span | None = None
        known: list[Span | None] = []
        for at in places:
            before = self._document.words[at - 1].text.lower() if at else ""
            told = _find_told(self._document, at, self._namings) if before not in _NOT_ONE else None
            if told is not None or before not in _MEANT:
                last = told
            known.append(last)
        return places, known


def _find_told(document: Document, at: int, namings: Namings) -> Span | None:
    """A noun with what tells it from others before it, and the bodies behind it, where a preposition leads these."""
    words = document.words
    stop = document.first[words[at].sentence + 1]
    if at + 2 >= stop or words[at + 1].text.lower() not in _AT:
        return None
    end, position = None, at + 2
    while position < stop:
        bodies = [span for span, index in namings.starting_with(words[position].start) if _is_body(namings, index)]
        if bodies:
            end = bodies[-1][1]
            position = document.words_in((end - 1, end)).stop
        elif words[position].text.lower() in _JOINTS or (end is None and position < at + 2 + _WITHIN):
            position += 1
        else:
            break
    begin = skip_back(words, at, document.first[words[at].sentence], tags=_TELLING)
    return None if end is None else (words[begin].start, end)


def _is_body(namings: Namings, index: int) -> bool:
    return namings.clusters[index].kind in ("organisation", "group")
