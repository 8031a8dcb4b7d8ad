"""Names that what stands beside them tells to be a place's: whoever governs it, what is based there."""

from collections.abc import Sequence

from reader.analysis.actors.naming import Naming
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import is_legal_form, load_words
from reader.analysis.document.titles import is_given

_GOVERNING = frozenset(["governor", "mayor", "mayoress", "village", "town", "city", "island", "suburb"])
"""Nouns behind which "of" leads to a place."""
_DWELLING = frozenset(["police", "voters", "residents", "villagers", "councillors", "farmers", "shopkeepers"])
"""Nouns behind which "in" leads to a place."""
_REACH = 2
"""So many words behind "-based" the noun for who is based there is looked for."""


def list_governed(document: Document, namings: Sequence[Naming]) -> set[str]:
    """The spellings that somebody governs, or in which people live or something is based, and so no people: "the mayor
    of North Harlow", "police in Great Weir", "the Weir-based firm"; no given name in front."""
    return {
        naming.key
        for naming in namings
        if not is_given(naming.tokens[0].lower())
        and (is_based_in(document, naming) or _is_led(document, document.words_in(naming.span).start))
    }


def is_based_in(document: Document, naming: Naming) -> bool:
    """Whether a body or person is based in what a name means: "the Weir-based airline", not "an Orbit-based game"."""
    if not document.article.text.startswith("-based", naming.span[1]) or is_legal_form(naming.tokens[-1]):
        return False
    at = document.words_in((naming.span[1], naming.span[1] + len("-based"))).stop
    behind = [word.text.lower() for word in document.words[at : at + _REACH]]
    return any(word in load_words("bodies_called") or is_person_noun(word) for word in behind)


def _is_led(document: Document, at: int) -> bool:
    words = document.words
    joint = words[at - 1].text.lower() if at > 1 else ""
    if joint not in ("of", "in") or words[at - 2].sentence != words[at].sentence:
        return False
    return words[at - 2].text.lower() in (_GOVERNING if joint == "of" else _DWELLING)
