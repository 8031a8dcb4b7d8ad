"""Several who are spoken of as one: two named side by side, a family, and what such are called ("the couple")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.families import CALLED, list_singles
from reader.analysis.actors.mentions import Place, locate
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import OWNING
from reader.article.model import Span
from reader.article.text.counted import listed

_BETWEEN = 14
"""So many words stand at most between two who are named side by side, an apposition among them."""
_LONGEST = 100
"""So many letters stand there at most."""
_FAR = 8
"""So many sentences back two are still the couple; a family always is."""
_PEOPLE: Final[Mapping[str, int | None]] = {
    "couple": 2,
    "pair": 2,
    "duo": 2,
    "two": 2,
    "twins": 2,
    "trio": 3,
    "parents": 2,
    "spouses": 2,
    "newlyweds": 2,
    "brothers": None,
    "sisters": None,
    "siblings": None,
    "family": None,
}
"""What several people are called, with how many they are where that says it."""
_KIN = frozenset(
    [
        *("wife", "husband", "spouse", "partner", "brother", "sister", "son", "daughter", "mother", "father"),
        *("girlfriend", "boyfriend", "fiance", "fiancée", "fiancee", "fiancé", "twin"),
    ]
)
_OTHER: Final[Mapping[str, str]] = {"brothers": "f", "sisters": "m"}
_LEADING = ("NN", "JJ", "DT", "PRP$", "HYPH", "CD", "POS")
"""Tags of what leads to the second of two names: "and her husband"."""
_LOOSE = frozenset(["pair", "two", "duo", "trio"])
"""Nouns that may mean bodies as well, and others at every time."""
_LED = frozenset(["the", "both", "these", "all"])


@dataclass(frozen=True)
class Together:
    """The clusters of an article with those beyond their number that are several people; who these are, where they are
    named, and under which the naming of one of them counts that stands in such a place."""

    clusters: Sequence[Cluster]
    base: int
    """So many are actors; a family is one of them."""
    members: Mapping[int, tuple[int, ...]]
    kin: frozenset[int]
    """Which of them are of one family."""
    places: Sequence[Place]
    inside: Mapping[Span, int]

    def list_members(self, cluster: int) -> tuple[int, ...]:
        """The actors whom a cluster stands for."""
        return (cluster,) if cluster < self.base else self.members[cluster]


@dataclass(frozen=True, slots=True)
class Calling:
    """A phrase for several people: its words, and the noun in small letters."""

    words: range
    head: str


def gather(document: Document, clusters: Sequence[Cluster]) -> Together:
    """Who is named side by side, and who of them is a family that has a name of its own in the article."""
    families = _list_families(clusters)
    found = list(clusters)
    members: dict[int, tuple[int, ...]] = {}
    numbers: dict[frozenset[int], int] = {}
    places: list[Place] = []
    inside: dict[Span, int] = {}
    kin = set(families.values())
    for run in _find_runs(document, clusters):
        several = tuple(dict.fromkeys(index for _, index in run))
        start, stop = run[0][0][0], run[-1][0][1]
        number = _find_family(document, clusters, families, run)
        if number is None:
            number = numbers.setdefault(frozenset(several), len(found))
        if number == len(found):
            name = listed([clusters[index].name for index in several])
            found.append(Cluster(name, "group", ((start, stop),), (), None))
        members.setdefault(number, several)
        if _are_kin(document, clusters, run):
            kin.add(number)
        inside.update({span: number for span, _ in run})
        place = locate(document, number, document.words_in((start, stop)), pronoun=False)
        last = run[-1][0]
        places.append(place._replace(start=last[0], word=document.words_in(last).start))
    members.update({number: () for number in families.values() if number not in members})
    return Together(found, len(clusters), members, frozenset(kin), places, inside)


def _list_families(clusters: Sequence[Cluster]) -> dict[str, int]:
    """By the last name the families that are named: "the Marlows", "the Marlow family"."""
    found: dict[str, int] = {}
    surnames = {one.name.split()[-1].lower() for one in clusters if one.kind == "person"}
    for index, one in enumerate(clusters):
        if one.kind != "group":
            continue
        first, *rest = one.name.lower().split()
        if rest and rest[-1] in CALLED:
            found[" ".join([first, *rest[:-1]])] = index
        elif not rest:
            found.update(dict.fromkeys(list_singles(first) & surnames, index))
    return found


def _find_family(
    document: Document, clusters: Sequence[Cluster], families: Mapping[str, int], run: Sequence[tuple[Span, int]]
) -> int | None:
    """The family that some who are named side by side are: all have its name, or are called by a given name or as
    somebody's husband or sister."""
    if not families:
        return None
    names = [clusters[index].name.lower().split() for _, index in run]
    family = next((families[name[-1]] for name in names if name[-1] in families), None)
    if family is None:
        return None
    kin = _are_joined_by_kin(document, run)
    return family if all(kin or len(name) == 1 or families.get(name[-1]) == family for name in names) else None


def _are_kin(document: Document, clusters: Sequence[Cluster], run: Sequence[tuple[Span, int]]) -> bool:
    """Whether some who are named side by side have one last name, or are called each other's wife or brother."""
    lasts = {clusters[index].name.split()[-1] for _, index in run if " " in clusters[index].name}
    return len(lasts) == 1 or _are_joined_by_kin(document, run)


def _are_joined_by_kin(document: Document, run: Sequence[tuple[Span, int]]) -> bool:
    return any(word.text in _KIN for word in document.list_words((run[0][0][1], run[-1][0][0])))


def _find_runs(document: Document, clusters: Sequence[Cluster]) -> list[list[tuple[Span, int]]]:
    """Runs of people, or of bodies, that "and" makes one: "Ann Lee, a nurse, and her husband Bo Berg"."""
    found: list[list[tuple[Span, int]]] = []
    for kinds in (("person",), ("organisation", "group")):
        named = sorted((span, index) for index, one in enumerate(clusters) if one.kind in kinds for span in one.spans)
        run: list[tuple[Span, int]] = named[:1]
        for before, after in pairwise(named):
            same = before[1] == after[1]
            joint = "" if same else _read_joint(document, before[0], after[0], kinds[0] == "person")
            if joint == ",":
                run.append(after)
                continue
            if joint == "and":
                found.append([*run, after])
            run = [after]
    return found


def _read_joint(document: Document, before: Span, after: Span, person: bool) -> str:
    """What joins two names: a comma, "and" with no more than what is told of either around it, or nothing ("")."""
    text = document.article.text
    between = text[before[1] : after[0]].strip()
    if len(between) > _LONGEST or "\n" in between:
        return ""
    if between == ",":
        return ","
    if between in ("and", "&", ", and", "and the") and not text.startswith(OWNING, after[1]):
        return "and"
    if not person or " and " not in text[before[1] : after[0]]:
        return ""
    words = document.list_words((before[1], after[0]))
    if len(words) > _BETWEEN or words[0].sentence != words[-1].sentence or any(word.is_finite for word in words):
        return ""
    at = max(i for i, word in enumerate(words) if word.text == "and")
    told, led = words[:at], words[at + 1 :]
    closed = not told or (told[0].text == "," and told[-1].text == ",") or (told[0].text in ("of", "("))
    plain = all(word.tag.startswith(_LEADING) or word.text == "," for word in led)
    return "and" if closed and plain and not text.startswith(OWNING, after[1]) else ""


def find_callings(document: Document) -> list[Calling]:
    """The phrases for several people, in reading order: "the couple", "the two", "both parents"; not "the family
    home", "a couple of"."""
    found: list[Calling] = []
    words = document.words
    for at in document.find_all_words(_PEOPLE):
        head = words[at].text.lower()
        if at == 0 or words[at - 1].text.lower() not in _LED or words[at].sentence != words[at - 1].sentence:
            continue
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is not None and (behind.text == "of" or behind.tag.startswith(("NN", "CD"))):
            continue
        if head == "two" and (behind is None or not (behind.is_finite or behind.tag in ("MD", "RB"))):
            continue
        found.append(Calling(range(at - 1, at + 1), head))
    return found


def find_called(together: Together, calling: Calling, last: dict[int, Place], here: Word) -> int | None:
    """Whom a phrase means: those named last who can be called so."""
    for index in reversed(last):
        far = index >= together.base and here.sentence - last[index].sentence > _FAR
        if index in together.members and not far and _may_be_called(together, index, calling.head):
            return index
    return None


def list_bound(together: Together) -> Mapping[tuple[str, str], int]:
    """Nouns with their tags that mean the same people wherever they stand: those who alone can be called so."""
    found: dict[tuple[str, str], int] = {}
    for head in _PEOPLE if together.members else ():
        fits = [index for index in together.members if _may_be_called(together, index, head)]
        if len(fits) == 1 and head not in _LOOSE:
            found[head, "NNS" if head.endswith("s") else "NN"] = fits[0]
    return found


def find_equated(document: Document, together: Together) -> Mapping[int, int]:
    """Where plural nouns stand of which the text says who they are: "The first inhabitants of Coron were the
    Tagbanuas"; by the letter where they begin."""
    found: dict[int, int] = {}
    words = document.words
    for index, one in enumerate(together.clusters):
        for span in one.spans if one.kind in ("group", "organisation") else ():
            at = document.words_in(span).start
            begin = document.first[words[at].sentence]
            at -= at > begin and words[at - 1].text == "the"
            if at <= begin or words[at - 1].text not in ("are", "were"):
                continue
            before = words[begin : at - 1]
            noun = next((i for i, word in enumerate(before) if word.tag == "NNS"), None)
            if noun is not None and not any(word.is_verb or word.text == "," for word in before):
                found[before[noun].start] = index
    return found


def _may_be_called(together: Together, index: int, head: str) -> bool:
    """Whether some can be called by a noun in small letters, as many as they are, men or women, bodies or people."""
    people = [together.clusters[one] for one in together.members[index]]
    if head in CALLED | {"parents", "spouses"} and index not in together.kin:
        return False
    number = _PEOPLE[head]
    if people and number is not None and len(people) != number:
        return False
    if head == "family" and index >= together.base:
        return False
    if any(one.kind != "person" for one in people) and head not in _LOOSE:
        return False
    return all(one.gender != _OTHER.get(head, "-") for one in people)
