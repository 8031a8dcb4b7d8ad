"""Words that stand for somebody named elsewhere: it, they, "the company", "the 27-year-old", "the striker"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from reader.analysis.document.document import FINITE, Document, Word
from reader.analysis.document.lexicon import REMEMBERED, load_words
from reader.analysis.document.peoples import is_one_of_people
from reader.analysis.document.titles import is_office
from reader.article.model import Span

Form = Literal["it", "they", "body", "person"]
"""What stands there: a pronoun, or a phrase for an organisation or for one person."""

PRONOUNS: Final = {
    "it": "it",
    "its": "it",
    "itself": "it",
    "they": "they",
    "them": "they",
    "their": "they",
    "theirs": "they",
    "themselves": "they",
}
_AGE = re.compile(r"(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)-years?-olds?$", re.IGNORECASE)
_PARENT = re.compile(r"(?:mother|father|mum|mom|dad|grandmother|grandfather)-of-\w+$", re.IGNORECASE)
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "person", "ee")
_IMPERSONAL = load_words("not_people") | load_words("bodies_called")
TEENS: Final = range(13, 20)
TEEN: Final = "teen"
"""How old "the teenager" is."""
_TEENAGERS = frozenset(["teenager", "teen"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "our"])
_SEVERAL = frozenset(["couple", "pair", "duo", "trio", "twins", "majority", "minority", "rest"])
_OF_SEVERAL = frozenset(
    ["younger", "older", "other", "second", "third", "fourth", "remaining", "unnamed", "unidentified", "anonymous"]
)
"""Whoever is described so is told apart from others without a name: "the younger man"."""
_NAMELESS = frozenset(
    ["insider", "source", "protester", "demonstrator", "bystander", "onlooker", "eyewitness", "caller"]
)
"""Whoever is called so mostly came before as "an insider", and has no name."""
_OF_PARTY = frozenset(["republican", "democrat", "independent", "tory"])
"""One member of a party: "the Vermont Democrat"."""
PEOPLE: Final = frozenset(
    ["people", "police", "men", "women", "children", "couple", "pair", "family", "folk", "crew", "staff"]
)
"""Nouns for several people that no ending tells."""
COMPANIONS: Final = frozenset(
    ["friend", "neighbour", "neighbor", "colleague", "classmate", "flatmate", "housemate", "roommate", "teammate"]
)
"""Nouns for what somebody is to another, and no part of their own: whom they mean was called so."""
_PARTING = frozenset([",", "(", "—", "–", "--", ":", "-"])
_ENDS_CORE = frozenset(["IN", "TO", "WP", "WDT", "WP$", *FINITE])
_GOES_ON = ("NN", "JJ", "VBG", "CD")
"""Behind a participle one of these goes on with the phrase."""
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or phrase: its form, words, head in small letters, and for a person the age that it tells ("27")."""

    form: Form
    words: range
    head: str
    modifiers: frozenset[str] = frozenset()
    age: str | None = None
    definite: bool = True


def find_pronouns(document: Document) -> list[Reference]:
    """Every it and they, and their forms, in reading order."""
    found = document.find_all_words(PRONOUNS)
    heads = [document.words[at].text.lower() for at in found]
    return [
        Reference(PRONOUNS[head], range(at, at + 1), head)  # type: ignore[arg-type]
        for at, head in zip(found, heads, strict=True)
    ]


def read_reference(document: Document, source: Span) -> Reference | None:
    """What a source stands for, where it is one of these words; None where it names somebody or says nothing of who."""
    at = document.words_in(source)
    words = [document.words[i] for i in at]
    if not words:
        return None
    first = words[0].text.lower()
    if first in PRONOUNS and PRONOUNS[first] == first and not words[0].is_initials:
        behind = words[1].text.lower() if len(words) > 1 else ""
        return Reference(PRONOUNS[first], at[:1], first) if behind in ("", ",", "who", "all", "both") else None  # type: ignore[arg-type]
    core = words[: min(find_core_end(words), _MOST_WORDS + 1)]
    if _is_name(words, core):
        return None
    definite = first in _DEFINITE
    inside = core[1:] if definite or first in ("a", "an") else core
    if not inside or (inside[0].tag in ("PRP$", "POS") and not definite) or any(word.tag == "POS" for word in core):
        return None
    if inside[-1].text.lower().startswith("spokes") or (not definite and first not in ("a", "an")):
        return None
    if names_itself(words[len(core) :]):
        return None
    found = _classify(inside, at[: len(core)], definite)
    if found is not None and found.form == "person" and (found.modifiers & _OF_SEVERAL or found.head in _NAMELESS):
        return None
    # "a judge" is somebody new, "a 27-year-old" and "a mother-of-two" of a first sentence are told by their names later
    return found if found is not None and (definite or found.age or "-of-" in found.head) else None


def names_itself(behind: Sequence[Word]) -> bool:
    """Whether a name in commas behind a phrase tells who that is, known or not: "the buyer, Norvik Estates"; not "the
    bank, Norway's largest"."""
    if not behind or behind[0].text != ",":
        return False
    end = next(
        (i for i, word in enumerate(behind) if i and not (word.is_proper and word.text[0].isupper())), len(behind)
    )
    return end > 1 and not any(word.tag == "POS" for word in behind[end : end + 1])


def _is_name(words: Sequence[Word], core: Sequence[Word]) -> bool:
    """Whether a phrase is a name: "the Guardian", "the Farm Committee", "the Bureau of Health", "the Department for the
    Arts"; not "the Company"."""
    last = core[-1]
    if not last.is_proper or not last.text[0].isupper():
        return False
    if core[0].text.lower() == "the" and (last.text.lower() in _OF_PARTY or is_office_in_letters(last)):
        return False
    if len(words) == len(core) == 2 and core[0].text.lower() == "the" and is_one_of_people(last.text.lower()):
        return False
    if last.text.lower() not in load_words("bodies_called"):
        return True
    if any(word.is_proper and word.text[0].isupper() for word in core[:-1]):
        return True
    behind = words[len(core) :]
    if len(behind) < 2 or behind[0].text.lower() not in ("of", "for", "to", "on"):
        return False
    return behind[1].text[0].isupper() or (behind[1].tag == "DT" and len(behind) > 2 and behind[2].text[0].isupper())


def is_office_in_letters(word: Word) -> bool:
    """Whether a word is the letters of an office: "MP", "CEO"."""
    return word.text.isupper() and is_office(word.text)


def find_phrases(document: Document) -> list[Reference]:
    """Every definite phrase of the kinds above, wherever it stands; for training."""
    found: list[Reference] = []
    for at, word in enumerate(document.words):
        if word.text.lower() not in ("the", "this", "that"):
            continue
        end = at + 1
        while end < len(document.words) and end - at <= 5 and document.words[end].sentence == word.sentence:
            if not document.words[end].tag.startswith(("NN", "JJ", "CD", "HYPH")):
                break
            end += 1
        if end == at + 1 or document.words[end - 1].tag.startswith("NNP"):
            continue
        one = _classify([document.words[i] for i in range(at + 1, end)], range(at, end), True)
        if one is not None:
            found.append(one)
    return found


def find_span(document: Document, reference: Reference) -> Span:
    """Where the words of a reference stand."""
    return document.words[reference.words.start].start, document.words[reference.words.stop - 1].end


def find_core_end(words: Sequence[Word]) -> int:
    """How many words of a phrase stand before what tells more of its noun: a preposition, a relative or participle
    clause, an apposition. "The acting mayor" is one core, "the men accused of theft" ends with "men"."""
    for at, word in enumerate(words[1:], 1):
        if word.tag in ("VBN", "VBG"):
            if at + 1 == len(words) or not words[at + 1].tag.startswith(_GOES_ON):
                return at
        elif word.tag in _ENDS_CORE or word.text in _PARTING:
            return at
    return len(words)


def find_apposed_noun(document: Document, name: range, reach: int) -> Word | None:
    """The noun of an apposition that opens with an article behind a name, within so many words: "Orbit, the software
    firm,"; none where a verb follows: "Ann Lee, the company said,"."""
    words = document.words
    stop = min(document.first[words[name.start].sentence + 1], name.stop + reach)
    if stop - name.stop < 3 or document.tags[name.stop + 1] != "DT" or words[name.stop].text != ",":
        return None
    behind = words[name.stop : stop]
    end = find_core_end(behind[1:])
    return None if any(word.is_verb for word in behind[end + 1 : end + 2]) else behind[end]


def _classify(inside: Sequence[Word], words: range, definite: bool) -> Reference | None:
    head = inside[-1].text.lower()
    modifiers = frozenset(word.text.lower() for word in inside[:-1])
    age = _AGE.match(head)
    if age is not None and not head.endswith("olds"):
        return Reference("person", words, head, modifiers, age["age"], definite)
    if _PARENT.match(head):
        return Reference("person", words, head, modifiers, None, definite)
    if head in _SEVERAL or (inside[-1].tag in ("NNS", "NNPS") and head not in load_words("bodies_called")):
        return None
    if head in load_words("bodies_called"):
        return Reference("body", words, head, modifiers, None, definite)
    if (
        is_person_noun(head)
        or (definite and head in COMPANIONS)
        or (len(inside) == 1 and definite and is_one_of_people(head))
    ):
        return Reference("person", words, head, modifiers, TEEN if head in _TEENAGERS else None, definite)
    return None


@lru_cache(REMEMBERED)
def is_person_noun(head: str) -> bool:
    """Whether a noun in small letters is a word for one person: an office, a trade, a part that somebody plays."""
    last = head.split("-")[-1]
    if head in load_words("people_called") or last in load_words("people_called") or is_office(last):
        return True
    return len(last) > 4 and last.endswith(_PERSONAL) and last not in _IMPERSONAL
