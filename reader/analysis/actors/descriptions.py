"""Who "the president" and "the ministry" are: definite descriptions to clusters, only where that is safe."""

import re
from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import OFFICES, SHORT, Namings
from reader.analysis.actors.reporters import may_be_press, only_reports
from reader.analysis.actors.sorts import agree
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.titles import is_office, load_titles
from reader.article.model import Span

_BODIES = load_words("bodies")
_PUBLIC = load_words("bodies_public")
_NEAR, _NEAR_BODY = 2, 3
"""So many sentences back one of several is named that a description means, and the one body that "the company" does."""
_LONGEST = 4
"""A description of more words describes somebody new."""
_COMPLEMENT = re.compile(
    r"(?P<owner>[^\W\d_]+)[’']s |\b(?:of|for) (?P<of>.+)|(?P<whose>[A-Z].*) spokes(?:man|woman|person)\b"
)
"""Of what a role is one: "Harlow’s mayor", "mayor of Harlow"; and for whom a spokesman speaks: "Norvik spokesman"."""
_SIDES = frozenset(["republican", "democratic", "labour", "conservative"])
_PARTY = _SIDES | {"former"}


def _list_near(
    document: Document, position: int, sentence: int, clusters: Sequence[Cluster], places: Sequence[Place]
) -> list[int]:
    """The organisations named in the three sentences before a position, and in its own."""
    begin = document.words[document.first[max(0, sentence - _NEAR_BODY)]].start
    found = {
        place.cluster
        for place in places_between(places, begin, position)
        if clusters[place.cluster].kind in ("organisation", "group")
        and clusters[place.cluster].name.lower().split()[-1] not in _PUBLIC
    }
    return sorted(found)


def _spell(document: Document, words: Sequence[Word]) -> str:
    return document.article.words_of((words[0].start, words[-1].end)).lower().replace("’", "'").rstrip(".")


def _find_called(noun: str, source: Span, namings: Namings) -> int | None:
    """The one body or place so far whose name ends in a noun, with whose it is: "the park" behind "Virunga National
    Park", "the sheriff's office" behind "Weir County Sheriff's Office"."""
    ending = [
        index
        for index, one in enumerate(namings.clusters)
        if one.kind != "person" and one.spans[0][0] < source[0] and _ends_in(one.name, noun)
    ]
    return ending[0] if len(ending) == 1 else None


def _ends_in(name: str, noun: str) -> bool:
    return name.lower().replace("’", "'").endswith(f" {noun}")


def resolve_description(
    document: Document,
    source: Span,
    namings: Namings,
    places: Sequence[Place],
) -> int | None:
    """The actor whose role or name has the head of a phrase like "the president"; of several such actors the one named
    last, in this sentence or the two before; None otherwise."""
    forms = document.list_words(source)
    if not forms or forms[0].text.lower() not in ("the", "this", "that"):
        return None
    stop = next((i for i, w in enumerate(forms) if i and (w.tag in ("IN", "WP", "WDT") or w.text == ",")), len(forms))
    core = [word.text.lower().rstrip(".") for word in forms[1:stop]]
    if not core or len(core) > _LONGEST:
        return None
    if all(not word.text[0].isupper() for word in forms[1:stop]):
        called = _find_called(_spell(document, forms[1:stop]), source, namings)
        if called is not None:
            return called
    head, modifiers = core[-1], set(core[:-1])
    if (
        head not in _BODIES
        and head not in SHORT
        and not any(head in others for others in OFFICES.values())
        and head not in load_titles("office") | load_titles("before") | load_words("organisations")
    ):
        return None
    clusters = namings.clusters
    options: list[int] = []
    holders: list[int] = []
    for index in namings.called.get(head, ()):
        if clusters[index].kind == "person":
            if head in load_words("bodies_called") and not is_office(head):
                continue  # "the ministry" is not the ministry's spokesman
            if is_of_another(forms, namings.roles[index]):
                continue
            offices = namings.offices[index]
            if modifiers & _SIDES - offices and head not in offices:
                continue  # a prime minister is a leader, and need not be the Labour leader
            if not modifiers or modifiers <= offices | _PARTY:
                options.append(index)
            elif offices & OFFICES.keys():
                holders.append(index)
        elif modifiers <= set(clusters[index].name.lower().split()):
            options.append(index)
    options = [index for index in options if clusters[index].spans[0][0] < source[0]]
    holders = [index for index in holders if clusters[index].spans[0][0] < source[0]]
    if not options and len(holders) == 1:
        return holders[0]
    if not options and head in _BODIES - _PUBLIC and not modifiers:
        near = _list_near(document, source[0], forms[0].sentence, clusters, places)
        options = [index for index in near if agree(head, clusters[index].name) is not False]
        if not may_be_press(head):
            options = [index for index in options if not only_reports(document, clusters[index])]
        return options[0] if len(options) == 1 else None
    if len(options) <= 1:
        return options[0] if options else None
    begin = document.words[document.first[max(0, forms[0].sentence - _NEAR)]].start
    for place in reversed(places_between(places, begin, source[0])):
        if place.cluster in options:
            return place.cluster
    return None


def is_of_another(words: Sequence[Word], role: str | None) -> bool:
    """Whether a description says of what somebody is something, and a role names something else: "the head of the Coast
    Board" is not the "head of Harlow’s council". Names that begin alike, or with each other's letters, may be one."""
    of = next((i for i, word in enumerate(words) if i and word.text.lower() in ("of", "for")), len(words))
    stop = next((i for i in range(of, len(words)) if words[i].text == "," or words[i].tag in ("WP", "WDT")), len(words))
    theirs = [word.text for word in words[of:stop] if word.text[0].isupper()]
    own = [match["owner"] or match["of"] or match["whose"] for match in _COMPLEMENT.finditer(role or "")]
    own = [word for words in own for word in own for word in word.split() if word[0].isupper()]
    letters = "".join(word[0] for word in theirs)
    alike = any(
        a[:2].lower() == b[:2].lower() or b == letters or a == "".join(c[0] for c in own) for a in theirs for b in own
    )
    return bool(theirs and own) and not alike
