"""How a candidate's name, role, age and gender go with the phrase that may mean it, told as features by name."""

import re

from reader.analysis.actors.asked import Asked, Posed
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.sorts import agree, is_sorted

_GENERAL = frozenset(["company", "firm", "business"])
"""What every firm may be called."""


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
