"""What is told of a candidate for "the striker" or "the judge" beside what is told of all: another office, his or her
behind; and of nobody: what bystanders are called, who was brought in without a name, what more is told."""

from collections.abc import Sequence, Set
from typing import Final

from reader.analysis.actors.asked import Asked, Posed, name_countries
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.features import Features
from reader.analysis.actors.introduced import find_introduced
from reader.analysis.actors.namings import list_called, list_offices
from reader.analysis.actors.pointing import tell_share
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.numbers import NUMBER_WORDS
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.titles import is_office

PEOPLE_FEATURES: Final = (
    "another role is told, of an office",
    "gender of his or her behind disagrees",
    "gender of he or she behind agrees",
    "gender of he or she behind disagrees",
    "meant by the same noun before",
    "nobody and more is told behind",
    "nobody and brought in without a name",
    "nobody and a bystander",
    "nobody and a relative",
    "nobody and an age",
    "nobody and nobody by the same noun before",
    "nobody and within a claim, nobody called so",
    "nobody, people's rest of the pointing",
)
BESIDE_OTHERS: Final = frozenset(
    ["captain", "vice-captain", "skipper", "star", "champion", "veteran", "favourite", "chief"]
)
"""Roles that somebody has beside another: the captain may be the striker."""
_YOUNG = frozenset(["girl", "boy", "child", "baby", "toddler", "schoolboy", "schoolgirl", "pupil", "newborn"])
"""Who is called so holds no office."""
_NEVER_PRIME = _YOUNG | {
    *("chair", "chairman", "chairwoman", "adviser", "advisor", "aide", "director", "chief", "boss", "executive"),
    *("judge", "officer", "editor", "analyst", "professor", "spokesman", "spokeswoman", "chancellor", "lawyer"),
    *("economist", "expert", "captain", "coach", "manager", "actor", "singer", "author"),
}
"""Nor does who is called so lead a government."""
_BYSTANDERS = frozenset(
    [
        *("judge", "doctor", "officer", "official", "dispatcher", "reporter", "driver", "nurse", "teacher", "witness"),
        *("woman", "man", "girl", "boy", "person", "magistrate", "clerk", "landlord", "examiner"),
        *("interviewer", "neighbour", "neighbor", "agent", "employee", "worker", "priest", "coroner", "expert", "aide"),
        *("diplomat", "resident", "customer", "caller", "passenger", "accused", "sender", "owner", "staffer", "source"),
        *("consultant", "supervisor", "protester", "protestor", "survivor", "newscaster", "presenter", "victim"),
        *("announcer", "speaker", "purchaser", "patient", "client", "counselor", "principal", "leaker"),
    ]
)
"""Whom a story has without a name as often as with one."""
_LOOSE = frozenset(
    [
        *("minister", "official", "politician", "executive", "leader", "chief", "boss", "head", "candidate", "nominee"),
        *("lawmaker", "expert", "officer", "scientist", "academic", "author", "editor", "founder", "member", "owner"),
        *("chairman", "chair", "chairwoman", "coach", "manager"),
    ]
)
"""Words for offices, of which somebody has another name as well: a health secretary is a minister."""
_ANY = frozenset(["chief", "boss", "head", "leader", "official"])
_PAST = frozenset(["former", "ex", "then", "onetime", "retired", "longtime"])
HALVES: Final = frozenset(["prime", "vice", "first", "shadow", "deputy"])
"""What makes another office of one: a health minister is no prime minister."""
_OF_NO_FIELD = frozenset(
    ["government", "state", "public", "local", "people", "cabinet", "coalition", "party", "opposition"]
)
_FIELDS = (load_words("portfolios") - _OF_NO_FIELD) | HALVES
"""What a minister is in charge of, for "a government minister" may be in charge of anything, and halves of offices."""
_IN_CHARGE = frozenset(["minister", "secretary", "commissioner", "spokesman", "spokeswoman", "spokesperson"])
"""Who is called by what he or she is in charge of, whatever it is: "the suicide prevention minister"."""
_RELATIVES = frozenset(
    [
        *("mother", "father", "sister", "brother", "son", "daughter", "wife", "husband", "mum", "dad", "mom", "parent"),
        *("ex-wife", "ex-husband", "grandmother", "grandfather", "widow", "child", "uncle", "aunt", "cousin"),
    ]
)
_MORE = frozenset(["of", "for", "at", "from", "in", "who", "whose", "with", "on"])


def tell_people(told: dict[str, float], cluster: Cluster, asked: Asked, posed: Posed, candidate: int) -> None:
    """What is told of one candidate for a phrase for a person."""
    head = asked.reference.head
    called = asked.called.get(candidate, frozenset())
    if candidate in asked.roles and head not in called and _is_held_once(asked) and called.isdisjoint(BESIDE_OTHERS):
        told["another role is told, of an office"] = 1.0
    if asked.so_called == (candidate,):
        told["meant by the same noun before"] = 1.0
    if cluster.gender is None:
        return
    if posed.his not in (None, cluster.gender):
        told["gender of his or her behind disagrees"] = 1.0
    if posed.he is not None:
        told[f"gender of he or she behind {'agrees' if posed.he == cluster.gender else 'disagrees'}"] = 1.0


def tell_no_people(document: Document, asked: Asked, posed: Posed) -> Features:
    """What is told of nobody for a phrase for a person."""
    reference, head = asked.reference, asked.reference.head
    at = reference.words
    behind = document.words[at.stop].text.lower() if at.stop < len(document.words) else ""
    told: dict[str, float] = {
        "nobody and more is told behind": behind in _MORE and not _is_of_number(document, at.stop),
        "nobody and brought in without a name": find_introduced(document, at.start, head) is not None,
        "nobody and a bystander": head in _BYSTANDERS and not posed.named,
        "nobody and a relative": head in _RELATIVES and not _is_of_number(document, at.stop),
        "nobody and an age": reference.age is not None,
        "nobody and nobody by the same noun before": asked.so_called == (None,),
        "nobody and within a claim, nobody called so": asked.within and not posed.named,
    }
    if posed.rest is not None:
        told["nobody, people's rest of the pointing"] = tell_share(posed.rest)
    return {name: float(value) for name, value in told.items() if value}


def is_other_office(phrase: Sequence[Word], called: Set[str]) -> bool:
    """Whether whoever is called so holds another office than a phrase for a person tells, or none: "the interior
    minister" is no prime minister and no health minister, "the mayor" no schoolgirl."""
    head, modifiers = phrase[-1].text.lower(), {word.text.lower() for word in phrase[:-1]}
    if head not in called:
        lesser = _NEVER_PRIME if head == "minister" and "prime" in modifiers else _YOUNG
        return is_office(head) and not called.isdisjoint(lesser)
    fields = _FIELDS
    if head in _IN_CHARGE:
        fields |= {word.text for word in phrase[:-1] if word.tag in ("NN", "NNS")} - _OF_NO_FIELD
    said = modifiers & fields
    return bool(modifiers & HALVES - called) or bool(said and called & fields and said.isdisjoint(called))


def is_called(role: str, phrase: Sequence[Word]) -> bool:
    """Whether a role is what a phrase for a person tells: by its noun or another word for it ("Rep." is a
    congresswoman), or where its noun is one for any office, by all that it tells beside: "the Norvik police chief" is
    its "Norvik Police Commissioner"."""
    words = list_offices(role)
    head = phrase[-1].text.lower()
    modifiers = {word.text.lower().rstrip(".") for word in phrase[:-1]} - {"the", "a", "an"}
    whose = {word.text.lower().rstrip(".") for word in phrase[1:-1] if word.is_proper}
    if head in words or (head in list_called(words) and whose <= words):
        return True
    return head in _ANY and len(modifiers) > 1 and modifiers <= words and any(is_office(word) for word in words)


def is_of_other_country(country: Set[str], role: str | None) -> bool:
    """Whether a phrase is of one people and a role of another: "the Russian president" is no US president."""
    own = {word for word in country if is_of_people(word)}
    theirs = {word for word in name_countries((role or "").split()) if is_of_people(word)}
    return bool(own and theirs) and own.isdisjoint(theirs)


def _is_of_number(document: Document, at: int) -> bool:
    """Whether "of" and a number stand behind a phrase: "the mum of three", not "of three of them"."""
    behind = [word.text for word in document.words[at : at + 3]]
    return len(behind) > 1 and behind[0] == "of" and behind[1] in NUMBER_WORDS and behind[2:] != ["of"]


def _is_held_once(asked: Asked) -> bool:
    """Whether a phrase is an office that nobody has beside another: "the prime minister", not "the minister"."""
    head, modifiers = asked.reference.head, asked.reference.modifiers
    return is_office(head) and (head not in _LOOSE or "prime" in modifiers) and modifiers.isdisjoint(_PAST)
