"""Which words a phrase for a candidate may have, and how its name, role, age and gender go with one that may mean it,
told as features by name."""

import re

from reader.analysis.actors.asked import Asked, Posed
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.namings import CALLED
from reader.analysis.actors.references import COMPANIONS
from reader.analysis.actors.sorts import agree, is_sorted, list_sorts
from reader.analysis.document.document import Document
from reader.analysis.document.titles import is_office

_GENERAL = frozenset(["company", "firm", "business"])
"""What every firm may be called."""


def list_words_for(document: Document, one: Cluster, role: str | None) -> frozenset[str]:
    """The words that a phrase for somebody may have: those of the name and role, and what stands beside the name."""
    beside = _list_beside(document, one, role) if one.kind == "person" else list_sorts(document, one.spans)
    return _list_called(one.name, role or "") | beside


def _list_called(name: str, role: str) -> frozenset[str]:
    """The words of a name and a role, and what else the holders of such an office are called."""
    words = frozenset(re.findall(r"[\w-]+", f"{name} {role}".lower())) - COMPANIONS
    return words.union(*(CALLED.get(word, ()) for word in re.findall(r"[\w-]+", role.lower())))


def _list_beside(document: Document, one: Cluster, role: str | None) -> frozenset[str]:
    """The office right before a name at its first mention, where a role is told as well: "Actor Jude Finch, my son";
    or "friend" and the like, which tell whom "the friend" means only there: "the friend, Ann Lee,"."""
    at = document.words_in(one.spans[0]).start
    word = document.words[at - 1].text.lower() if at else ""
    led = document.words[at - 2].text.lower() if word == "," and at > 1 else word
    if led in COMPANIONS:
        return frozenset([led])
    return frozenset([word]) if role and is_office(word) else frozenset()


def tell_called(told: dict[str, float], cluster: Cluster, asked: Asked, posed: Posed, candidate: int) -> None:
    """What is told of how a candidate's name, role, age and gender go with a phrase."""
    reference, head = asked.reference, asked.reference.head
    called = asked.called.get(candidate, frozenset())
    if posed.phrase:
        if head in _words(cluster.name):
            told["name has the head"] = 1.0
        if head in called:
            told["role has the head"] = 1.0
        if posed.named - {candidate}:
            told["another's name or role has the head"] = 1.0
    if not reference.modifiers.isdisjoint(called):
        told["role has a modifier"] = 1.0
    if head in called and asked.of_countries(candidate) - asked.country:
        told["role is of another country"] = 1.0
    if reference.age is not None and reference.age in asked.ages.get(candidate, ()):
        told["age agrees"] = 1.0
    if asked.meant == candidate:
        told["meant by the same words before"] = 1.0
    if reference.form == "body":
        fits = agree(head, cluster.name)
        if fits is not None:
            told["sort of body agrees" if fits else "sort of body disagrees"] = 1.0
        elif head not in called and is_sorted(head):
            told["sort of body untold"] = 1.0
        whole = bool(reference.modifiers) and {head, *reference.modifiers} <= _words(cluster.name)
        if whole or posed.named == {candidate}:
            told["alone called a firm" if head in _GENERAL else "alone called so"] = 1.0
    if posed.gender is not None and cluster.gender not in (None, posed.gender):
        told["gender disagrees"] = 1.0


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower()))
