"""Whom the tagger points at, told by actor, and how far it decides for it and they."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from reader.analysis.actors.antecedents import Asking, resolve_references
from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.mentions import locate
from reader.analysis.actors.pointing import lay_pointing
from reader.analysis.actors.references import find_pronouns, read_reference
from reader.analysis.document.document import Document, Pointed, read_document
from reader.analysis.document.sentences import split_sentences
from reader.analysis.names.by_rule import Name
from reader.article import article_from_text

TEXT = (
    "Norvik Energy bought Halden Timber last week after months of talks. The buyer has plants in four towns. "
    "Prices rose, and it will close a sawmill.\n"
)
NORVIK, HALDEN = "Norvik Energy", "Halden Timber"


def lay(pointed: Mapping[str, Sequence[tuple[str | None, float]]]) -> Document:
    """The text above, in which words point as told."""
    article = article_from_text(TEXT)
    document = read_document(article, split_sentences(article))

    def look_back(position: int) -> Pointed:
        links = next((links for word, links in pointed.items() if TEXT.index(word) == position), ())
        return [(None if to is None else (TEXT.index(to), TEXT.index(to) + len(to)), share) for to, share in links]

    return replace(document, look_back=look_back)


def name(words: str) -> Name:
    at = TEXT.index(words)
    return Name((at, at + len(words)), "organisation", 0.9)


@pytest.mark.parametrize(
    ("pointed", "shares"),
    [
        ({"it will": [("Energy", 0.5), ("Norvik", 0.25), ("Timber", 0.125), (None, 0.125)]}, (0.75, 0.125, 0.125)),
        ({"it will": [("buyer", 0.5), ("Prices", 0.5)], "buyer": [("Energy", 0.5), (None, 0.5)]}, (0.25, 0.0, 0.25)),
    ],
)
def test_all_that_points_at_an_actor_is_counted_together(
    pointed: Mapping[str, Sequence[tuple[str | None, float]]], shares: tuple[float, float, float]
) -> None:
    document = lay(pointed)
    clusters = cluster_names(document, [name(NORVIK), name(HALDEN)])
    found = lay_pointing(document, clusters).shares(TEXT.index("it will"))
    assert found is not None
    by_name = {None if who is None else clusters[who].name: share for who, share in found.items()}
    assert tuple(by_name.get(who, 0.0) for who in (NORVIK, HALDEN, None)) == pytest.approx(shares)


def test_where_the_tagger_says_nothing_there_are_no_shares() -> None:
    document = lay({})
    assert lay_pointing(document, cluster_names(document, [name(NORVIK)])).shares(TEXT.index("it will")) is None


@pytest.mark.parametrize(
    ("links", "who"),
    [
        ([("Energy", 0.95)], NORVIK),
        ([("Timber", 0.95)], HALDEN),
        ([("buyer", 0.95)], None),
        ([("Energy", 0.3), ("Timber", 0.3), ("talks", 0.4)], None),
        ([(None, 0.98)], None),
    ],
)
def test_it_is_whom_the_tagger_points_at_and_nobody_where_it_does_not_decide(
    links: Sequence[tuple[str | None, float]], who: str | None
) -> None:
    document = lay({"it will": links})
    clusters = cluster_names(document, [name(NORVIK), name(HALDEN)])
    places = [
        locate(document, index, document.words_in(span), pronoun=False)
        for index, one in enumerate(clusters)
        for span in one.spans
    ]
    asking = [Asking(one) for one in find_pronouns(document)]
    referents = resolve_references(document, clusters, [None, None], sorted(places, key=lambda p: p.start), asking, [])
    found = referents.named
    assert [clusters[one.cluster].name for one in found.values()] == ([] if who is None else [who])


def test_who_has_no_name_is_told_by_the_noun_that_is_pointed_at() -> None:
    document = lay({"it will": [("buyer", 0.9), ("Timber", 0.1)]})
    clusters = cluster_names(document, [name(NORVIK), name(HALDEN)])
    asking = [Asking(one) for one in find_pronouns(document)]
    referents = resolve_references(document, clusters, [None, None], [], asking, [])
    assert [TEXT[slice(*noun)] for noun in referents.nouns.values()] == ["buyer"]
    assert not referents.named


def test_he_is_not_sought_behind_she() -> None:
    text = "Ann Lee came. She spoke and he left.\n"
    article = article_from_text(text)
    document = read_document(article, split_sentences(article))
    to = {"he left": "She", "She": "Lee"}

    def look_back(position: int) -> Pointed:
        words = next((word for at, word in to.items() if text.index(at) == position), None)
        return [] if words is None else [((text.index(words), text.index(words) + len(words)), 1.0)]

    clusters = cluster_names(document, [Name((0, 7), "person", 0.9)])
    pointing = lay_pointing(replace(document, look_back=look_back), clusters)
    assert pointing.shares(text.index("She")) == {0: 1.0}
    assert pointing.shares(text.index("he left")) == {}


@pytest.mark.parametrize(("link", "who"), [((0, 0.9), ["Norvik Energy"]), ((None, 0.9), [])])
def test_a_body_that_points_at_nobody_before_it_is_none_that_stands_near(
    link: tuple[int | None, float], who: list[str]
) -> None:
    text = "Norvik Energy bought a mill. Prices rose in May. The research group says that it is too early.\n"
    article = article_from_text(text)
    document = read_document(article, split_sentences(article))
    source = text.index("The research"), text.index(" says")

    def look_back(position: int) -> Pointed:
        to, share = link
        pointed = None if to is None else (to, to + len("Norvik"))
        return [(pointed, share)] if text.startswith("group", position) else []

    document = replace(document, look_back=look_back)
    clusters = cluster_names(document, [Name((0, len(NORVIK)), "organisation", 0.9)])
    places = [locate(document, 0, document.words_in(span), pronoun=False) for span in clusters[0].spans]
    reference = read_reference(document, source)
    assert reference is not None
    asking = [Asking(reference, text.index("that it"))]
    referents = resolve_references(document, clusters, [None], places, asking, [])
    assert [clusters[one.cluster].name for one in referents.named.values()] == who
