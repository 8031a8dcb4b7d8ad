"""How a body that "the company" may mean is spoken of: as a subject, or beside one, as a backer or an employer."""

from collections.abc import Sequence
from typing import Final

from reader.analysis.actors.mentions import Place
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import skip_back

SUBJECT: Final = "last as a subject"
PHRASE: Final = "last in a phrase"
_MARGIN = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "CC", "HYPH", "VBN", ","])
"""What may stand between a preposition and a name that it leads in a list: "with Orbit, the firm Hinway and"."""
_BACKING = frozenset(
    [
        *(
            "led",
            "backed",
            "investor",
            "investors",
            "backers",
            "backer",
            "participation",
            "funding",
            "owned",
            "invested",
        ),
        *("investment", "raised", "funded", "round", "owner", "shareholder", "shareholders"),
    ]
)
_BACKED_WITHIN = 14
_COMPARED = frozenset(["like", "including", "than", "unlike", "against", "as", "behind", "alongside", "over"])
_RIVALS = frozenset(["rival", "rivals", "competitor", "competitors", "competes", "competing", "competed"])
_REACH = 12


def stand(document: Document, place: Place) -> frozenset[str]:
    """How one mention of a body stands in its sentence."""
    words = document.words
    first = document.first[place.sentence]
    at = place.word
    begin = skip_back(words, at, max(first, at - 3), tags=("DT", "JJ", "PRP$"))
    direct = begin > first and words[begin - 1].tag in ("IN", "TO")
    if not direct and (place.subject or begin == first):
        return frozenset([SUBJECT])
    found: set[str] = set()
    led = _find_preposition(words, first, at)
    around = {word.text.lower() for word in words[max(first, at - _BACKED_WITHIN) : at]}
    if led is not None:
        found.add(PHRASE)
        if words[led].text.lower() in _COMPARED or not around.isdisjoint(_RIVALS):
            found.add("last compared")
        if words[led].text.lower() in ("at", "of", "for", "from") and led > first and _is_of_person(words[led - 1]):
            found.add("last an employer")
    if not around.isdisjoint(_BACKING):
        found.add("last a backer")
    if "former" in around and {word.text.lower() for word in words[max(first, at - 3) : at]} & {"former", "ex"}:
        found.add("last an employer")
    stop = document.first[place.sentence + 1]
    behind = next((i for i in range(at + 1, min(stop, at + 6)) if not words[i].is_proper), stop)
    if behind < stop and words[behind].tag == "POS":
        found.add("last an owner")
    elif behind + 1 < stop and _is_of_person(words[behind]) and words[behind + 1].is_proper:
        found.add("last an employer")
    return frozenset(found)


def _find_preposition(words: Sequence[Word], first: int, at: int) -> int | None:
    """The preposition that leads a name, or the list of names that it stands in."""
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if words[i].tag in ("IN", "TO"):
            return i
        if words[i].tag not in _MARGIN:
            return None
    return None


def _is_of_person(word: Word) -> bool:
    return not word.is_proper and is_person_noun(word.text.lower().removesuffix("s"))
