"""What tells somebody's gender: the given name, or a noun: "the mother-of-two", "his widow, Dilys Pell"."""

from collections.abc import Sequence
from typing import Literal

from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.peoples import is_one_of_people
from reader.analysis.document.phrases import POSSESSIVES
from reader.article.model import Span

Gender = Literal["m", "f"]

_MALE = frozenset(
    [
        *("man", "boy", "father", "dad", "husband", "widower", "son", "brother", "grandfather", "uncle", "king"),
        *("nephew", "stepson", "stepfather", "grandson", "boyfriend", "fiancé", "groom", "businessman", "policeman"),
        *("fisherman", "sportsman", "salesman", "congressman", "half-brother", "ex-husband", "father-in-law"),
        *("brother-in-law", "son-in-law", "prince", "duke", "hunk", "heartthrob"),
    ]
)
_FEMALE = frozenset(
    [
        *("woman", "girl", "mother", "mum", "mom", "wife", "widow", "daughter", "sister", "grandmother", "aunt"),
        *("queen", "niece", "stepdaughter", "stepmother", "granddaughter", "girlfriend", "fiancée", "bride", "actress"),
        *("businesswoman", "policewoman", "sportswoman", "congresswoman", "half-sister", "ex-wife", "mother-in-law"),
        *("sister-in-law", "daughter-in-law", "heiress", "ballerina"),
        *("princess", "duchess", "songstress", "diva", "bombshell", "starlet", "matriarch"),
    ]
)
_NATIVE = ("woman", "shman", "chman", "tsman", "reman")
"""Of the words for one of a people, those that tell a gender end so: "Frenchman", not "German"."""
_LONGEST = 6
"""So many words of an apposition behind a name are looked at for its noun."""
_BEFORE, _BEHIND = 5, 3
"""So many words are looked at before a name, and behind the longest apposition."""
_INSIDE = ("JJ", "NN", "CD", "HYPH", "POS", "DT", "PRP$", "VBN")
_ENDS = frozenset([",", ".", "of", "who", "from", "in", "and", "to", "whose"])
_OWNERS = frozenset(["his", "her", "their", "my", "our", *POSSESSIVES])
_TELLING = _OWNERS | {"a", "an", "the"}


def find_gender(noun: str) -> Gender | None:
    """The gender that a noun for a person tells, in small letters: "mother-of-two" that of a woman."""
    last = noun.split("-")[0] if "-of-" in noun else noun
    if is_one_of_people(last) and last.endswith(_NATIVE):
        return "f" if last.endswith("woman") else "m"
    return "m" if last in _MALE else "f" if last in _FEMALE else None


def tell_gender_around(document: Document, name: Span) -> Gender | None:
    """The gender that the noun tells which stands right before a name, or in apposition to it on either side."""
    at, words = document.words_in(name), document.words
    sentence = words[at.start].sentence
    before = words[max(document.first[sentence], at.start - _BEFORE) : at.start]
    behind = words[at.stop : min(document.first[sentence + 1], at.stop + _LONGEST + _BEHIND)]
    return _tell_before(before, behind) or _tell_behind(behind)


def tell_given_gender(tokens: tuple[str, ...]) -> Gender | None:
    """The gender that the given name of a full name tells, where only men or only women have it."""
    if len(tokens) > 2 and len(tokens[0].rstrip(".")) == 1:
        tokens = tokens[1:]  # "J Stephen Morrison"
    if len(tokens) < 2:
        return None
    first = tokens[0].lower()
    male, female = first in load_words("men"), first in load_words("women")
    return None if male == female else "m" if male else "f"


def _tell_before(before: Sequence[Word], behind: Sequence[Word]) -> Gender | None:
    """ "the widow Dilys Pell", "His wife, Jean Stott, said"; "with his wife, Mark Stott runs" names another."""
    if before and before[-1].text.islower():
        return find_gender(before[-1].text)
    if len(before) < 3 or before[-1].text != "," or not before[-2].text.islower() or before[-2].tag != "NN":
        return None
    owned = any(word.text.lower() in _OWNERS for word in before[-5:-2])
    ended = not behind or behind[0].text in (",", ".", "”", "’", ";")
    return find_gender(before[-2].text) if owned and ended else None


def _tell_behind(behind: Sequence[Word]) -> Gender | None:
    """ "Dilys Pell, Huw’s widow, said", "Ann Lee, a mother of two"; no list ("Alan Stott, his wife, Jean")."""
    if len(behind) < 3 or behind[0].text != ",":
        return None
    stop = 1
    while stop < min(len(behind), _LONGEST + 1) and behind[stop].tag.startswith(_INSIDE):
        stop += 1
    head = behind[stop - 1]
    told = any(word.text.lower() in _TELLING for word in behind[1:stop])
    if not told or not head.text.islower() or stop == len(behind) or behind[stop].text not in _ENDS:
        return None
    follows = behind[stop + 1] if stop + 1 < len(behind) else None
    listed = follows is not None and (follows.tag in ("NNP", "CC") or follows.text.lower() in _OWNERS)
    return None if behind[stop].text in (",", "and") and listed else find_gender(head.text)
