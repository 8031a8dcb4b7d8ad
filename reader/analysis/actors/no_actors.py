"""Names that what stands beside them tells to be no actor's: letters short for a thing that is told in small letters
("beta blockers (BBs)"), and whoever a disease has its name from ("Berg's disease")."""

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.actors.naming import Naming
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES
from reader.analysis.document.titles import is_office
from reader.analysis.names.short_forms import is_among

_DISEASES = frozenset(["disease", "syndrome", "palsy", "lymphoma", "sarcoma", "disorder"])
_MORE = 3
"""So many words more than it has letters a thing's name has at most."""


def list_no_actors(document: Document, namings: Sequence[Naming]) -> set[str]:
    """The spellings that are short for things or stand before diseases."""
    return {one.key for one in namings if _names_disease(document, one) or _is_short_for_thing(document, one)}


def _names_disease(document: Document, naming: Naming) -> bool:
    words = document.words
    at = document.words_in(naming.span).stop
    at += at < len(words) and words[at].text in POSSESSIVES
    return at < len(words) and words[at].text in _DISEASES and len(naming.tokens) == 1


def _is_short_for_thing(document: Document, naming: Naming) -> bool:
    """Whether capitals stand alone in brackets behind words in small letters that they are initials of, none of which
    is a body or a person: not "the office of drinking water (ODW)", "chief executive officer (CEO)"."""
    text = document.article.text
    start, end = naming.span
    letters = naming.tokens[0].rstrip("s")
    if len(naming.tokens) > 1 or len(letters) <= 1 or not letters.isupper():
        return False
    if not text.startswith((")", ",", ";"), end) or not text.endswith("(", 0, start):
        return False
    at = document.words_in(naming.span).start - 1
    first = document.first[document.words[at].sentence]
    before = document.words[max(first, at - len(letters) - _MORE) : at]
    spelled = [before[-count:] for count in range(1, len(before) + 1) if _spells(before[-count:], letters.lower())]
    return bool(spelled) and not any(_has_actor(words) for words in spelled)


def _spells(words: Sequence[Word], letters: str) -> bool:
    """Whether words in small letters have letters in their order, the first of them at their beginning."""
    begins = words[0].text[0].lower() == letters[0] and words[0].tag not in ("IN", "DT")
    small = all(word.text.islower() for word in words[1:]) and words[-1].text.islower()
    return begins and small and is_among(letters, "".join(word.text.lower() for word in words))


def _has_actor(words: Sequence[Word]) -> bool:
    """Whether a noun that a phrase is about, at its end or before "of", is a word for a body or a person."""
    heads = [word for word, after in pairwise(words) if after.tag == "IN"]
    return any(_is_actor(word.text.lower()) for word in (*heads, words[-1]))


def _is_actor(noun: str) -> bool:
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"}
    called = (load_words("bodies_called"), load_words("people_called"))
    return any(not forms.isdisjoint(words) for words in called) or any(map(is_office, forms))
