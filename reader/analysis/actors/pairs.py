"""Sources that are two people or bodies: "both", "the pair", "Ann Lee and Bo Berg", and they behind such a pair."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.actors.called import MADE_BY
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.reporters import only_reports
from reader.analysis.actors.sorts import agree
from reader.analysis.actors.source_forms import is_part
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import OWNING, is_of_many
from reader.analysis.document.titles import is_given
from reader.article.model import Span

_PAIRS = frozenset(["pair", "couple", "duo", "two", "brothers", "sisters", "siblings", "twins", "trio"])
_CHIEFS = frozenset(["CEO", "COO", "CFO", "CTO", "CMO", "CIO"])
_MANY = frozenset(["men", "women", "people", "children", "spokesmen", "spokeswomen", "spokespeople"])
_TWO = frozenset(["two", "both"])
_PARTS = frozenset(["NN", "JJ", "PRP$", "DT", "HYPH"])
_NO_PAIR = MADE_BY | {"contractor", "landlord", "employer", "builder", "driller", "miner", "body", "side", "team"}
"""Nouns for a body that in the plural are people, or anything."""
_BESIDE = re.compile(r"^(?:, (?:aged )?\d{1,3}(?=[, ])|\s?\(\d{1,3}\)(?=[, ])|(?: ?\([\w.]{2,8})?\))")
"""How old the one before is, or initials in brackets: "Ann Lee, 42, and Bo Berg", "Norvik Trust (NT) and Bo Berg"."""
_BETWEEN = 8
"""So many words stand at most between two who are named together, an apposition among them."""
_BACK = 4
"""So many sentences back the two are named."""


def is_pair(words: Sequence[Word]) -> bool:
    """Whether a source says that there are two without naming them."""
    texts = [word.text.lower() for word in words]
    if len(texts) > 1 and texts[0] in (*_TWO, "the", "these") and not _may_be_people(words[1:]):
        return False
    if texts[0] == "both":
        if any(word.is_proper and word.text[0].isupper() for word in words[1:]):
            return False  # "both Norvik voters and Harlow voters", "both Ann Lee and Bo Berg"
        return len(texts) == 1 or texts[1] not in ("the", "men", "women") or texts[1:] in (["men"], ["women"])
    return len(texts) > 1 and texts[0] in ("the", "these") and texts[1] in _PAIRS and texts[2:3] != ["of"]


def _may_be_people(words: Sequence[Word]) -> bool:
    """Whether what stands behind "both" or "the" may be people: no "sides", "two countries", "of her sons"."""
    head = words[find_core_end(words) - 1]
    noun = head.text.lower()
    if words[0].text.lower() == "of":
        return len(words) > 1 and words[1].text.lower() in ("them", "us")
    return head.tag != "NNS" or noun in _PAIRS | _MANY or is_person_noun(noun.removesuffix("s"))


def may_be(words: Sequence[Word], pair: Sequence[int], clusters: Sequence[Cluster]) -> bool:
    """Whether nothing that is known of two speaks against what a source calls them: "both women" are no man."""
    other = {"men": "f", "women": "m"}.get(words[-1].text.lower())
    return other is None or all(clusters[index].gender != other for index in pair)


def name_several(document: Document, source: Span, namings: Namings) -> tuple[int, ...]:
    """The two or more whom a source names side by side, in its order; none where it names them in another way."""
    inside = [(span, index) for span, index in namings.inside(source) if namings.clusters[index].kind != "place"]
    inside = _join_bracketed(document, inside)
    text = document.article.text
    while len(inside) > 2 and text.startswith(("'s ", "’s "), inside[0][0][1]):
        inside = inside[1:]  # "Callum's parents, Ann and Bo Berg"
    people = [one for one in inside if namings.clusters[one[1]].kind == "person"]
    if 1 < len(people) < len(inside) and _is_led_to(document, (source[0], people[0][0][0])):
        inside = people  # "the leaders of the Norvik union, Ann Lee and Bo Berg", "TSA officers Ann Lee and Bo Berg"
    if 1 < len(people) < len(inside) and inside[: len(people)] == people:
        inside = people  # "Ann Lee and Bo Berg of Norvik"
    led = [
        one for at, one in enumerate(inside) if not _leads_to_person(document, inside[at : at + 2], namings.clusters)
    ]
    inside = led if led == people and len(people) > 1 else inside  # "Norvik CEO Ann Lee and Weir COO Bo Berg"
    if not inside:
        named = namings.inside(source)
        whole = len(named) > 1 and named[0][0][0] == source[0] and text[named[-1][0][1] : source[1]][:1] in ("", ",")
        inside = list(named) if whole else []  # "France and Denmark", "Russia and Norway, which …"
    if len(inside) < 2 or _leads_to_people(document, inside[-1][0]):
        return ()
    linked: list[int] = [inside[0][1]]
    both = len(inside) == 2 and document.list_words(source)[0].text.lower() == "both"
    for (before, _), (after, index) in pairwise(inside):
        between = before[1], after[0]
        if not (_joins(document, between) or (both and _is_apposed(document, between))):
            return ()
        linked.append(index)
    return tuple(dict.fromkeys(linked)) if len(set(linked)) > 1 else ()


def _joins(document: Document, between: Span) -> bool:
    """Whether what stands between two names puts them side by side: a comma or "and", with whose or what the second is
    behind it at most, and how old the first is or what kind of body before it."""
    joint = _BESIDE.sub("", document.article.text[slice(*between)]).strip()
    called, _, rest = joint.partition(" ")
    joint = rest if called in load_words("bodies_called") else joint  # "the Norvik thinktank and Harrow"
    return (
        joint.lower() in ("and", "&", ",", ", and", ", and the", "and the")
        or (joint.lower().startswith(("and ", "& ")) and joint.endswith(OWNING))  # "and Norvik’s"
        or (joint.lower().startswith(("and ", ", and ")) and _is_part_run(document, between))
        or _is_whose(document, between)
    )


def _join_bracketed(document: Document, inside: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Names of which those in brackets behind a longer form are one with it: "the Norvik Trust (NT)"."""
    joined: list[tuple[Span, int]] = []
    for (start, end), index in inside:
        before = joined[-1] if joined else None
        if before is not None and before[1] == index and document.article.text[before[0][1] : start].strip() == "(":
            joined[-1] = (before[0][0], end), index
        else:
            joined.append(((start, end), index))
    return joined


def _is_led_to(document: Document, before: Span) -> bool:
    """Whether what stands before several people's names leads to them: a comma, or a plural of what they are."""
    words = document.list_ending(before)
    return bool(words) and (words[-1].text == "," or (words[-1].tag == "NNS" and words[-1].text.islower()))


def _leads_to_people(document: Document, name: Span) -> bool:
    """Whether a word for several stands right behind a name: "Norvik voters"."""
    at = document.words_in(name).stop
    behind = document.words[at] if at < len(document.words) else None
    return behind is not None and behind.tag == "NNS" and behind.text.islower()


def _is_part(word: Word) -> bool:
    return is_part(word) or word.text in _CHIEFS


def _leads_to_person(document: Document, pair: Sequence[tuple[Span, int]], clusters: Sequence[Cluster]) -> bool:
    """Whether the first of two names is the body whose part the second, a person, has: "Norvik CEO Ann Lee"."""
    if len(pair) < 2 or clusters[pair[0][1]].kind == "person" or clusters[pair[1][1]].kind != "person":
        return False
    words = document.list_words((pair[0][0][1], pair[1][0][0]))
    return (
        bool(words) and _is_part(words[-1]) and all(word.tag.startswith(("NN", "JJ", "HYPH", "VBG")) for word in words)
    )


def _is_part_run(document: Document, between: Span) -> bool:
    """Whether what stands between two names is "and" with a part of the second: "and Transport Secretary", "and his
    colleague Professor", "and development secretary", "and the U.S."."""
    words = document.list_ending(between)
    words = [word for word in words if word.text not in (",", ".")][1:]
    if not words or any(word.is_verb or word.tag in ("IN", "WP", "WDT", "CC") for word in words):
        return False
    theirs = words[0].text.lower() == "the" and len(words) > 1 and all(word.text[0].isupper() for word in words[1:])
    return theirs or _is_part(words[-1])


def _is_whose(document: Document, between: Span) -> bool:
    """Whether a comma or "and" with whose the second is stands between two names: ", Venezuela's"."""
    words = document.list_ending(between)
    joined = bool(words) and words[0].text.lower() in (",", "and")
    return joined and len(words) > 2 and words[-1].tag == "POS" and all(word.is_proper for word in words[1:-1])


def _is_apposed(document: Document, between: Span) -> bool:
    """Whether a comma with what the first of two is, and "and", stand between them: ", the largest charity, and"."""
    words = document.list_ending(between)
    joined = [word.text.lower() for word in words[-2:]]
    return words[0].text == "," and "and" in joined and not any(word.is_finite for word in words)


def find_joined(document: Document, pronoun: Word, namings: Namings) -> tuple[int, ...]:
    """The people joined by "and" right before "who" with a verb in the plural: "Ann Lee and Bo Berg, who say"."""
    words = document.words
    at = document.words_in((pronoun.start, pronoun.end)).start
    first = document.first[pronoun.sentence]
    verb = next((i for i in range(at + 1, len(words)) if words[i].tag != "RB"), at)
    if pronoun.text.lower() != "who" or not is_of_many(words[verb]):
        return ()
    found: list[int] = []
    stop = at - 1 if words[at - 1].text == "," else at
    while stop > first:
        end = words[stop - 1].end
        named = [(a, index) for (a, b), index in namings.ending_in((end, end)) if b == end]
        if not named or namings.clusters[named[0][1]].kind != "person":
            return ()
        start, index = min(named)
        found.insert(0, index)
        stop = document.words_in((start, start + 1)).start
        while stop > first and words[stop - 1].tag in _PARTS and words[stop - 1].text.islower():
            stop -= 1  # "and her sister Joy"
        joint = words[stop - 1].text.lower() if stop > first else ""
        if joint not in ("and", "&") and not (joint == "," and len(found) > 1):
            break
        stop -= 1
    return tuple(dict.fromkeys(found)) if len(set(found)) > 1 else ()


def read_bodies(words: Sequence[Word]) -> str | None:
    """The noun for a body, in the singular, where a source is two of them or more: "the companies", "both clubs"."""
    texts = [word.text.lower() for word in words]
    if len(texts) not in (2, 3) or texts[0] not in ("the", "both", "these") or words[-1].tag != "NNS":
        return None
    if len(texts) == 3 and texts[1] not in _TWO:
        return None
    one = f"{texts[-1][:-3]}y" if texts[-1].endswith("ies") else texts[-1].removesuffix("s")
    return one if one in load_words("bodies_called") - _NO_PAIR else None


def find_bodies(
    document: Document, source: Span, noun: str, clusters: Sequence[Cluster], places: Sequence[Place]
) -> tuple[int, int] | None:
    """The two bodies whom "the companies" means: the only two of the sentences before, of which none only reports."""
    sentence = document.words[document.words_in(source).start].sentence
    for back in (1, _BACK):
        begin = document.words[document.first[max(0, sentence - back)]].start
        named = places_between(places, begin, source[0])
        fits = [
            index
            for index in dict.fromkeys(place.cluster for place in named)
            if agree(noun, clusters[index].name) is not False and not only_reports(document, clusters[index])
        ]
        bodies = [index for index in fits if clusters[index].kind in ("organisation", "group")]
        if len(bodies) == 1:
            bodies = [index for index in fits if index in bodies or _may_be_firm(clusters[index])]
        if len(bodies) != 2:
            if bodies:
                return None
            continue
        beside = [{place.sentence for place in named if place.cluster == index} for index in bodies]
        start = min(place.start for place in named if place.cluster == bodies[0])
        others = [i for i, one in enumerate(clusters) if i not in bodies and one.spans[0][0] < source[0]]
        three = _is_listed(document, start) or any(agree(noun, clusters[index].name) for index in others)
        return None if three or beside[0].isdisjoint(beside[1]) else (bodies[0], bodies[1])
    return None


def _is_listed(document: Document, start: int) -> bool:
    """Whether a name stands behind another's comma, and so in a list of three: "Tarn, Medbed and Fenjet"."""
    before = document.list_ending((max(0, start - 40), start))
    return len(before) > 1 and before[-1].text == "," and before[-2].is_proper and before[-2].text[0].isupper()


def _may_be_firm(one: Cluster) -> bool:
    """Whether one word that was taken for a person may be a firm's name."""
    return one.kind == "person" and one.gender is None and " " not in one.name and not is_given(one.name.lower())


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
