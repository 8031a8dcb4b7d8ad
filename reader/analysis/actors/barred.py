"""Who is not meant by it, "the company" or "the striker", however near: what somebody makes, who had a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Seen
from reader.analysis.actors.references import Reference
from reader.analysis.actors.sorts import agree
from reader.analysis.document.document import Document

HANDED_ON: Final = frozenset(
    [
        *("seen", "obtained", "reviewed", "presented", "viewed", "read", "cited", "quoted", "leaked", "reported"),
        *("shared", "posted", "acquired", "uncovered", "unearthed", "received", "consulted", "examined", "analysed"),
        *("analyzed", "passed", "accessed", "verified"),
    ]
)
"""Behind such a word "by" names who had a document and not who wrote it."""
OWN = frozenset(
    [
        *(
            "alliance",
            "institute",
            "trust",
            "foundation",
            "council",
            "commission",
            "committee",
            "association",
            "museum",
        ),
        *("federation", "league", "coalition", "society", "academy", "authority", "bureau", "tribunal", "museum"),
    ]
)
"""Nouns of bodies that stand in their names: where one is named so, no other is meant."""
_SORTED = frozenset(["force"])
"""Nouns for a body whose name says that it is one."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Who stands aside in an article: `made` are clusters for what a body makes that never speak, `handed` where bodies
    are named that only had what is spoken of."""

    made: frozenset[int]
    handed: frozenset[int]


def list_aside(document: Document, clusters: Sequence[Cluster], speaking: Iterable[int]) -> Aside:
    """Look for them once; `speaking` are the clusters that speak by their names."""
    bodies = [index for index, one in enumerate(clusters) if one.kind == "organisation"]
    begun = tuple(f"{clusters[index].name} " for index in bodies)
    made = frozenset(index for index in bodies if clusters[index].name.startswith(begun)) - frozenset(speaking)
    starts = (start for index in bodies for start, _ in clusters[index].spans)
    return Aside(made, frozenset(start for start in starts if _is_handed(document, start)))


def list_barred(
    reference: Reference, seen: Seen, clusters: Sequence[Cluster], aside: Aside, *, sourced: bool
) -> set[int | None]:
    """The clusters that a reference does not mean."""
    form, head = reference.form, reference.head
    barred: set[int | None] = set()
    if form == "person":
        barred |= _list_named(seen, clusters, reference)
    elif sourced and form != "they":
        barred |= aside.made
    if form == "it":
        barred |= {index for index, last in seen.last.items() if last.start in aside.handed}
    if form == "body" and head in OWN and not reference.modifiers:
        so_called = {index for index in seen.last if head in clusters[index].name.lower().split()}
        barred |= set(seen.last) - so_called if so_called else set()
    if head in _SORTED:
        barred |= {index for index in seen.last if not agree(head, clusters[index].name)}
    return barred


def _is_handed(document: Document, start: int) -> bool:
    """Whether a name stands behind "seen by the" and the like: "a copy of which was seen by the Herald"."""
    at = document.words_in((start, start + 1)).start
    before = [word.text.lower() for word in document.words[max(0, at - 3) : at]]
    before = before[:-1] if before[-1:] == ["the"] else before[1:]
    return len(before) == 2 and before[1] == "by" and before[0] in HANDED_ON


def _list_named(seen: Seen, clusters: Sequence[Cluster], reference: Reference) -> set[int]:
    """Whose last name a phrase for one person has: "the Peterson lawyer" is no Peterson."""
    words = reference.modifiers | {word.removesuffix("s") for word in reference.modifiers}
    return {index for index in seen.last if clusters[index].name.split()[-1].lower() in words}
