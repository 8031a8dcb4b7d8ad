"""Who is not meant by it, "the company" or "the striker", however near: what somebody makes, who had a document."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Seen
from reader.analysis.actors.references import Reference
from reader.analysis.actors.reporters import is_handed, may_be_press, only_reports
from reader.analysis.actors.sorts import FIRMS, NO_FIRMS, agree
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.peoples import is_people

OWN: Final = frozenset(
    [
        *("alliance", "institute", "trust", "foundation", "council", "commission", "committee", "association"),
        *("federation", "league", "coalition", "society", "academy", "authority", "bureau", "tribunal", "museum"),
        *("university", "ministry", "inspectorate", "hospital"),
    ]
)
"""Nouns of bodies that stand in their names: where one is named so, no other is meant."""
_OF_FIELDS = frozenset(["ministry", "department", "service"])
"""Nouns of bodies of which a state or town has one for each field."""
_FIELDS = (load_words("portfolios") | {"fire", "ambulance", "forest", "park", "prison", "probation"}) - {
    *("government", "public", "local", "people", "older", "middle", "higher", "power", "resources", "social"),
}
_ALIKE: Final = {"interior": "home", "home": "interior", "foreign": "external", "external": "foreign"}
"""Fields that some states call otherwise."""
_STEM = 4
"""So many letters tell that two words are of one field: "defence" and "defense"."""
_SORTED = load_group("bodies_sorted", "force noun") | load_group("bodies_sorted", "arms noun")
"""Nouns for a body whose name says that it is one."""
_OWNED = ("-owned", "-backed", "-controlled", "-funded")
_CHAMBERS = frozenset(["senate", "house", "commons", "lords", "parliament", "congress", "court"])
_MET = _CHAMBERS | {"body", "chamber", "tribunal", "assembly", "institution", "government", "administration"}
"""Nouns for a chamber or a court, which is no agency and no company."""
_PRINTED = load_group("bodies_sorted", "print noun") | load_group("bodies_sorted", "air noun")
"""Nouns that tell what sort of press a body is."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Who stands aside in an article: `made` are clusters for what a body makes that never speak, `handed` where bodies
    are named that only had what is spoken of, `reporting` papers and the like that only report."""

    made: frozenset[int]
    handed: frozenset[int]
    reporting: frozenset[int]


def list_aside(document: Document, clusters: Sequence[Cluster], speaking: Iterable[int]) -> Aside:
    """Look for them once; `speaking` are the clusters that speak by their names."""
    bodies = [index for index, one in enumerate(clusters) if one.kind == "organisation"]
    begun = tuple(f"{clusters[index].name} " for index in bodies)
    made = frozenset(index for index in bodies if clusters[index].name.startswith(begun)) - frozenset(speaking)
    starts = (start for index in bodies for start, _ in clusters[index].spans)
    reporting = frozenset(index for index in bodies if only_reports(document, clusters[index]))
    return Aside(made, frozenset(start for start in starts if is_handed(document, start)), reporting)


def list_barred(
    reference: Reference,
    seen: Seen,
    clusters: Sequence[Cluster],
    aside: Aside,
    called: Mapping[int, Collection[str]],
    *,
    sourced: bool,
) -> set[int | None]:
    """The clusters that a reference does not mean; `called` are the nouns that each is told by."""
    form, head = reference.form, reference.head
    barred: set[int | None] = set()
    if form == "person":
        barred |= _list_named(seen, clusters, reference)
    elif sourced and form != "they":
        barred |= aside.made
    if form == "it" or (form == "body" and not may_be_press(head)):
        barred |= aside.reporting
    if form == "body" and head in FIRMS:
        barred |= _list_lesser_press(seen, clusters)
        barred |= {index for index in seen.last if not NO_FIRMS.isdisjoint(called.get(index, ()))}
    if form == "it":
        barred |= {index for index, last in seen.last.items() if last.start in aside.handed}
    if form == "body" and head in OWN and not reference.modifiers:
        so_called = {index for index in seen.last if head in clusters[index].name.lower().split()}
        if so_called:
            barred |= set(seen.last) - so_called
    if form == "body" and reference.modifiers:
        words = {head, *reference.modifiers}
        whole = {index for index in seen.last if words.issubset(clusters[index].name.lower().split())}
        if whole:
            barred |= set(seen.last) - whole  # "the transport department" is the Department for Transport
    if form == "body":
        barred |= {index for index in seen.last if is_people(clusters[index].name.lower())}
    if head in _OF_FIELDS and reference.modifiers & _FIELDS:
        fields = reference.modifiers & _FIELDS
        barred |= {index for index in seen.last if is_of_other_field(head, fields, clusters[index].name)}
    if form == "body" and reference.modifiers:
        barred |= {index for index in seen.last if is_owner(reference, clusters[index].name)}
    if form == "body" and head not in _MET:
        barred |= {index for index in seen.last if clusters[index].name.lower().split()[-1] in _CHAMBERS}
    if head in _PRINTED:
        press = {index for index in seen.last if agree("outlet", clusters[index].name)}
        barred |= {index for index in press if not agree(head, clusters[index].name)}
    if head in _SORTED:
        barred |= {index for index in seen.last if not agree(head, clusters[index].name)}
    return barred


def is_owner(reference: Reference, name: str) -> bool:
    """Whether a phrase tells that a body owns or backs who is meant: "the Orbit-owned firm" is not Orbit."""
    words = name.lower().split()
    return any(f"{word}{behind}" in reference.modifiers for word in (words[0], words[-1]) for behind in _OWNED)


def is_of_other_field(noun: str, fields: Collection[str], name: str) -> bool:
    """Whether a body's name tells none of some fields: "the health ministry" is no Ministry of Foreign Affairs, "the
    city fire department" no police department. Initials tell nothing, nor does a ministry's name of one word."""
    told = name.lower().split()
    stems = {word[:_STEM] for field in fields for word in (field, _ALIKE.get(field, field))}
    plain = len(told) > 1 or (noun == "service" and not name.isupper())
    return plain and not any(word.startswith(tuple(stems)) for word in told)


def _list_lesser_press(seen: Seen, clusters: Sequence[Cluster]) -> set[int]:
    """The papers and the like that are named no oftener than some body that is none: no firm of which is told."""
    bodies = [index for index in seen.last if clusters[index].kind == "organisation"]
    press = {index for index in bodies if agree("outlet", clusters[index].name)}
    most = max(
        (seen.counts.get(i, 0) for i in bodies if i not in press and agree("firm", clusters[i].name) is None), default=0
    )
    return {index for index in press if seen.counts.get(index, 0) <= most}


def _list_named(seen: Seen, clusters: Sequence[Cluster], reference: Reference) -> set[int]:
    """Whose last name a phrase for one person has: "the Peterson lawyer" is no Peterson."""
    words = reference.modifiers | {word.removesuffix("s") for word in reference.modifiers}
    return {index for index in seen.last if clusters[index].name.split()[-1].lower() in words}
