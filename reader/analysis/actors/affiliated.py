"""Of which body people without a name are: "the researchers" behind "researchers at the University of Ostmark"."""

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


def find_affiliated(document: Document, source: Span, namings: Namings) -> Span | None:
    """The words that last told of what body people are who speak as "the researchers"; None where others of that noun
    came between, or nothing was told."""
    at = document.words_in(source)
    words = [document.words[i] for i in at]
    if len(words) != 2 or words[0].text.lower() not in _MEANT or words[1].tag != "NNS":
        return None
    noun = words[1].text.lower()
    if not is_person_noun(noun.removesuffix("s")):
        return None
    for back in document.find_words({noun}, at.start):
        before = document.words[back - 1].text.lower() if back else ""
        told = _find_told(document, back, namings)
        if told is not None and before not in _NOT_ONE:
            return told
        if before not in _MEANT:
            return None
    return None


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
