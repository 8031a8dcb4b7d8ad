"""Who "the president" and "the ministry" are: definite descriptions to clusters, only where that is safe."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_groups, load_words
from reader.analysis.document.titles import load_titles
from reader.article.model import Span

_BODIES = load_words("bodies")
_PUBLIC = load_words("bodies_public")
_NEAR, _NEAR_BODY = 2, 3
"""So many sentences back one of several is named that a description means, and the one body that "the company" does."""
_LONGEST = 4
"""A description of more words describes somebody new."""
_PARTY = frozenset(["former", "republican", "democratic", "labour", "conservative"])
_OFFICES = load_groups("offices_held_once")
"""Offices of which an article seldom has two, with what else their holders are called."""


def _list_near(position: int, sentence: int, clusters: Sequence[Cluster], places: Sequence[Place]) -> list[int]:
    """The organisations named in the three sentences before a position, and in its own."""
    found = {
        place.cluster
        for place in places
        if place.start < position
        and sentence - place.sentence <= _NEAR_BODY
        and clusters[place.cluster].kind in ("organisation", "group")
        and clusters[place.cluster].name.lower().split()[-1] not in _PUBLIC
    }
    return sorted(found)


def resolve_description(
    document: Document,
    source: Span,
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    places: Sequence[Place],
) -> int | None:
    """The actor whose role or name has the head of a phrase like "the president"; of several such actors the one named
    last, in this sentence or the two before; None otherwise."""
    forms = [document.words[i] for i in document.words_in(source)]
    if not forms or forms[0].text.lower() not in ("the", "this", "that"):
        return None
    stop = next((i for i, w in enumerate(forms) if i and (w.tag in ("IN", "WP", "WDT") or w.text == ",")), len(forms))
    core = [word.text.lower().rstrip(".") for word in forms[1:stop]]
    if not core or len(core) > _LONGEST:
        return None
    head, modifiers = core[-1], set(core[:-1])
    if (
        head not in _BODIES
        and not any(head in others for others in _OFFICES.values())
        and head not in load_titles("office") | load_titles("before") | load_words("organisations")
    ):
        return None
    options: list[int] = []
    holders: list[int] = []
    for index, one in enumerate(clusters):
        called = (roles[index] or "").lower().replace("’s", "").replace("'s", "").split()
        name = one.name.lower().split()
        if one.kind == "person":
            offices = {word.rstrip(".,") for word in called}
            wider = offices.union(*(_OFFICES.get(office, ()) for office in offices))
            if head in wider and (not modifiers or modifiers <= offices | _PARTY):
                options.append(index)
            elif head in wider and offices & _OFFICES.keys():
                holders.append(index)
        elif one.kind != "place" and head in name and modifiers <= set(name):
            options.append(index)
    options = [index for index in options if clusters[index].spans[0][0] < source[0]]
    holders = [index for index in holders if clusters[index].spans[0][0] < source[0]]
    if not options and len(holders) == 1:
        return holders[0]
    if not options and head in _BODIES and not modifiers:
        options = _list_near(source[0], forms[0].sentence, clusters, places)
        return options[0] if len(options) == 1 else None
    if len(options) <= 1:
        return options[0] if options else None
    last = bisect_right([place.start for place in places], source[0]) - 1
    sentence = forms[0].sentence
    while last >= 0 and sentence - places[last].sentence <= _NEAR:
        if places[last].cluster in options and places[last].start < source[0]:
            return places[last].cluster
        last -= 1
    return None
