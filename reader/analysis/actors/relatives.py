"""Whom who, which and that stand for: the noun phrase that they follow."""

from collections.abc import Sequence

from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import RELATIVES, find_phrase_before, skip_back
from reader.article.model import Span

_BEFORE_NOUN = ("DT", "JJ", "JJS", "NN", "NNP", "CD", "POS", "PRP$", "HYPH", "VBN", "VBG")
_APPOSED = 24
"""So many words an apposition before "who" has at most."""
_OPENING = frozenset(["DT", "JJ", "NN"])
_TELLING = ("NNP", "NNS", "PRP", "DT")
_BODIES = load_words("bodies_called")
_NOUNS = ("JJ", "NN", "HYPH", "CD", "VBG", "VBN", "POS")
_DIRECTED = frozenset(["against", "to", "about", "on", "concerning"])
"""Behind it stands whom a document is about or for."""
_BEING = frozenset(["is", "was", "’s", "'s"])
_BACK = 8
"""So many words stand at most between a name and the pronoun that stands for it: "of Lidl in May, which"."""


def is_relative(words: Sequence[Word]) -> bool:
    """Whether a source is a relative pronoun, with nobody told behind it: "who", "who also took care"."""
    found = bool(words) and words[0].text.lower() in RELATIVES and not words[0].is_initials
    return found and not any(word.tag.startswith(_TELLING) for word in words[1:])


def find_antecedent(document: Document, pronoun: Word, namings: Namings, places: Sequence[Place]) -> int | None:
    """The actor that a relative pronoun stands for, None where it follows people who are not named."""
    at = document.words_in((pronoun.start, pronoun.end)).start
    first = document.first[pronoun.sentence]
    personal = pronoun.text.lower() == "who"
    position = at
    if position > first and document.words[position - 1].text in (",", "—", "–", "--", "-", ")"):
        position -= 1
    noun = document.words[position - 1] if position > first else None
    if noun is None:
        return None
    if _find_ending(document, position, namings) is None and noun.text.lower() in load_words("documents"):
        owner = _find_ending(document, position - 1, namings) if position - 1 > first else None
        return _who_wrote(document, position, first, places) if owner is None else owner
    told = _find_described(document, position, first, namings, places) if personal else None
    for back in range(position, max(first, position - _BACK), -1):
        index = _find_ending(document, back, namings)
        if index is not None:
            document_at = None if personal else _find_directed(document, index, back, first, namings)
            if document_at is not None:
                return _who_wrote(document, document_at + 1, first, places)
            fits = (namings.clusters[index].kind == "person") == personal or pronoun.text.lower() == "that"
            if fits or (back == position and not personal):
                return index
            return told if told is not None or back != position else _find_owner_of(document, index, back, namings)
        word = document.words[back - 1]
        if word.is_finite or word.tag in ("NNS", "WP", "WDT") or word.text in (";", ":"):
            return told
        if personal and word.tag == "NN" and back == position:
            return told
    return told


def _find_directed(document: Document, index: int, stop: int, first: int, namings: Namings) -> int | None:
    """Where a document stands that the person named before a word is spoken of or to in: "a suit against Ann Lee |"."""
    if namings.clusters[index].kind != "person":
        return None
    words = document.words
    end = words[stop - 1].end
    start = min((a for (a, _), one in namings.ending_in((end, end)) if one == index), default=end)
    at = document.words_in((start, start + 1)).start - 1
    while at > first and words[at].tag.startswith(_NOUNS) and words[at].text.lower() not in _DIRECTED:
        at -= 1
    directed = at - 1 > first and words[at].text.lower() in _DIRECTED
    return at - 1 if directed and words[at - 1].text.lower() in load_words("documents") else None


def _find_owner_of(document: Document, index: int, stop: int, namings: Namings) -> int | None:
    """Whom "who" behind a body's name stands for: the body, or the person who is of it: "City, who", "Ann Lee of Lidl,
    who"."""
    if namings.clusters[index].kind not in ("organisation", "group"):
        return None
    end = document.words[stop - 1].end
    start = min((a for (a, _), one in namings.ending_in((end, end)) if one == index), default=end)
    before = document.words_in((start, start + 1)).start - 1
    word = document.words[before].text.lower() if before > 0 else ""
    if word in ("of", "at", "from", "for"):
        who = _find_ending(document, before, namings)
        return who if who is not None and namings.clusters[who].kind == "person" else None
    return None if word in ("the", "in", "&", "and") else index


def _find_described(
    document: Document, position: int, first: int, namings: Namings, places: Sequence[Place]
) -> int | None:
    """The person in whose apposition the last word before a comma and "who" stands: "Ann Lee, a barrister at the Lion
    Chambers in Norvik, who"."""
    words = document.words
    if position >= len(words) or words[position].text != ",":
        return _find_apposed(document, position, first, namings, places)
    for at in range(position - 1, max(first, position - _APPOSED), -1):
        word = words[at]
        if word.is_finite or word.tag in ("WP", "WDT") or word.text in (";", ":", "—", "–", "--"):
            return None
        if word.text == ",":
            who = _find_ending(document, at, namings)
            if who is None or words[at + 1].tag not in _OPENING:
                continue
            if namings.clusters[who].kind == "person" or words[position - 1].text.lower() in _BODIES:
                return who
    return None


def _find_apposed(
    document: Document, position: int, first: int, namings: Namings, places: Sequence[Place]
) -> int | None:
    """The person in apposition to whom the noun right before "who" stands, or of whom it is told: "Ann Lee, the
    swimming teacher who", "Ann Lee is a teacher who", "she was the one who"."""
    words = document.words
    at = position - 1
    while at > first and words[at].tag.startswith(_NOUNS):
        at -= 1
    if at <= first or at == position - 1 or words[at].tag != "DT":
        return None
    if words[at - 1].text in _BEING and at - 1 > first:
        here = places_between(places, words[at - 2].start, words[at - 2].end)
        if here and here[0].pronoun:
            return here[0].cluster
    elif words[at - 1].text != ",":
        return None
    who = _find_ending(document, at - 1, namings)
    return who if who is not None and namings.clusters[who].kind == "person" else None


def find_phrase(document: Document, pronoun: Word) -> Span | None:
    """The noun phrase that a relative pronoun follows: "employers, who"; None where there is none."""
    at = document.words_in((pronoun.start, pronoun.end)).start
    first = document.first[pronoun.sentence]
    end = at - 1 if at > first and document.words[at - 1].text == "," else at
    phrase = _find_aged(document, end, first) or find_phrase_before(document, end, first)
    if phrase is None or document.words[phrase.start].tag in ("PRP", "WP", "WDT"):
        return None
    start = _begin_person(document, phrase) if pronoun.text.lower() == "who" else phrase.start
    return document.words[start].start, document.words[phrase.stop - 1].end


def _find_aged(document: Document, end: int, first: int) -> range | None:
    """The people whose ages stand before "who": "500 Britons aged 18 to 25"."""
    words = document.words
    at = end - 1
    while at > first and (words[at].tag == "CD" or words[at].text in ("to", "and", "-", "–")):
        at -= 1
    if at == end - 1 or at <= first or words[at].text != "aged" or not words[at - 1].tag.startswith("NN"):
        return None
    return range(skip_back(words, at - 1, first, tags=_BEFORE_NOUN), end)


def _begin_person(document: Document, phrase: range) -> int:
    """Where the last person in a phrase begins: "a man in the town" of "the home of a man in the town",
    "sailors of the port" of "links with sailors of the port"."""
    words = document.words
    for at in reversed(phrase):
        noun = words[at].text.lower()
        if (words[at].tag == "NN" and is_person_noun(noun)) or (
            words[at].tag == "NNS" and is_person_noun(noun.rstrip("s"))
        ):
            return skip_back(words, at, phrase.start, tags=_BEFORE_NOUN)
    return phrase.start


def _find_ending(document: Document, stop: int, namings: Namings) -> int | None:
    """The last cluster of which a naming ends with the word before another."""
    last = document.words[stop - 1]
    ending = namings.ending_in((last.start + 1, max(last.start + 1, last.end)))
    return max((index for span, index in ending if document.words_in(span).stop == stop), default=None)


def _who_wrote(document: Document, position: int, first: int, places: Sequence[Place]) -> int | None:
    """Who is named first as a subject, or at all, in the sentence up to here: “Bell sent a letter that …”."""
    low, high = document.words[first].start, document.words[position - 1].start
    here = places_between(places, low, high)
    subjects = [place for place in here if place.subject]
    words = document.words
    owners = [place for place in here if place.word > first and words[place.word - 1].text.lower() in ("by", "from")]
    at = position - 2
    while at > first and words[at].tag.startswith(_NOUNS) and words[at].tag != "POS":
        at -= 1
    owner = [place for place in here if words[at].tag == "POS" and place.word < at]
    found = owner[-1:] or subjects or owners  # "Google's latest research, which"
    return found[0].cluster if found else None
