"""Sources that are two people or bodies: "both", "the pair", "Ann Lee and Bo Berg", and they behind such a pair."""

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.source_forms import is_part, is_written_before
from reader.analysis.document.document import Document, Word
from reader.article.model import Span

_PAIRS = frozenset(["pair", "couple", "duo", "two", "brothers", "sisters", "siblings", "twins", "trio"])
_BETWEEN = 8
"""So many words stand at most between two who are named together, an apposition among them."""
_BACK = 4
"""So many sentences back the two are named."""


def is_pair(words: Sequence[Word]) -> bool:
    """Whether a source says that there are two without naming them."""
    texts = [word.text.lower() for word in words]
    if texts[0] == "both":
        return len(texts) == 1 or texts[1] not in ("the", "men", "women")
    return len(texts) > 1 and texts[0] in ("the", "these") and texts[1] in _PAIRS and texts[2:3] != ["of"]


def name_several(document: Document, source: Span, namings: Namings) -> tuple[int, ...]:
    """The two or more whom a source names side by side, in its order; none where it names them in another way."""
    inside = [(span, index) for span, index in namings.inside(source) if namings.clusters[index].kind != "place"]
    text = document.article.text
    people = [one for one in inside if namings.clusters[one[1]].kind == "person"]
    if 1 < len(people) < len(inside) and _is_led_to(document, (source[0], people[0][0][0])):
        inside = people  # "the leaders of the Norvik union, Ann Lee and Bo Berg", "TSA officers Ann Lee and Bo Berg"
    if 1 < len(people) < len(inside) and inside[: len(people)] == people:
        inside = people  # "Ann Lee and Bo Berg of Norvik"
    if not inside:
        named = namings.inside(source)
        whole = len(named) == 2 and named[0][0][0] == source[0] and text[named[1][0][1] : source[1]][:1] in ("", ",")
        inside = list(named) if whole else []  # "France and Denmark", "Russia and Norway, which …"
    if len(inside) < 2:
        return ()
    linked: list[int] = [inside[0][1]]
    for (before, _), (after, index) in pairwise(inside):
        between = text[before[1] : after[0]].strip()
        if between.lower().startswith(("and ", ", and ")) and _is_part_run(document, (before[1], after[0])):
            between = "and"
        if is_written_before(between):
            between = "and"
        if between.lower() not in ("and", "&", ",", ", and", ", and the", "and the"):
            return ()
        linked.append(index)
    return tuple(dict.fromkeys(linked)) if len(set(linked)) > 1 else ()


def _is_led_to(document: Document, before: Span) -> bool:
    """Whether what stands before several people's names leads to them: a comma, or a plural of what they are."""
    words = document.list_ending(before)
    return bool(words) and (words[-1].text == "," or (words[-1].tag == "NNS" and words[-1].text.islower()))


def _is_part_run(document: Document, between: Span) -> bool:
    """Whether what stands between two names is "and" with a part of the second: "and Transport Secretary", "and his
    colleague Professor", "and development secretary", "and the U.S."."""
    words = document.list_ending(between)
    words = [word for word in words if word.text not in (",", ".")][1:]
    if not words or any(word.is_verb or word.tag in ("IN", "WP", "WDT", "CC") for word in words):
        return False
    theirs = words[0].text.lower() == "the" and len(words) > 1 and all(word.text[0].isupper() for word in words[1:])
    return theirs or is_part(words[-1])


def find_pair(
    document: Document, source: Span, clusters: Sequence[Cluster], places: Sequence[Place], *, loose: bool
) -> tuple[int, int] | None:
    """The two of one kind that were last named together, by "and" and nothing but an apposition between; in a `loose`
    search also the only two people of the sentences before."""
    at = document.words_in(source)
    if not at:
        return None
    sentence = document.words[at.start].sentence
    inside = places_between(places, *source)
    begin = document.words[document.first[max(0, sentence - _BACK)]].start
    named = places_between(places, begin, source[0])
    for first, second in reversed(list(pairwise([*named, *inside]))):
        if first.pronoun or second.pronoun or first.cluster == second.cluster or first.sentence != second.sentence:
            continue
        if clusters[first.cluster].kind != clusters[second.cluster].kind or clusters[first.cluster].kind == "place":
            continue
        if not loose and clusters[first.cluster].kind != "person" and not second.subject:
            continue
        between = [word.text.lower() for word in document.words[first.word : second.word]]
        if (
            "and" in between
            and len(between) <= _BETWEEN + 4
            and not any(word.is_finite for word in document.words[first.word : second.word])
        ):
            return (first.cluster, second.cluster) if loose or sentence - first.sentence <= 1 else None
    if loose:
        for back in (2, _BACK):
            near = [place for place in named if sentence - place.sentence <= back]
            people = list(dict.fromkeys(place.cluster for place in near if clusters[place.cluster].kind == "person"))
            if len(people) == 2:
                return people[0], people[1]
    return None
