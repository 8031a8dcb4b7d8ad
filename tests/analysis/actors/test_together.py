"""Two named side by side, families, and what such are called."""

from collections.abc import Sequence

import pytest

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place, locate
from reader.analysis.actors.together import (
    Together,
    find_called,
    find_callings,
    find_equated,
    gather,
    list_bound,
)
from reader.analysis.model import ActorKind
from tests.analysis.conftest import Page, Read


def _gather(text: str, *names: str, kind: ActorKind = "person", families: Sequence[str] = ()) -> tuple[Page, Together]:
    page = Page(text)
    clusters = [Cluster(name, kind, (page.span(name),), (), None) for name in names]
    clusters += [Cluster(name, "group", (page.span(name),), (), None) for name in families]
    return page, gather(page.document, clusters)


def _members(together: Together) -> list[list[str]]:
    return [[together.clusters[one].name for one in several] for several in together.members.values()]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and Bo Berg met in Dell.",
        "Ann Lee, 61, and her husband Bo Berg were fined.",
        "Ann Lee, a nurse, and her neighbour, Bo Berg, were fined.",
    ],
)
def test_two_named_side_by_side_are_together(text: str) -> None:
    _, together = _gather(text, "Ann Lee", "Bo Berg")
    assert _members(together) == [["Ann Lee", "Bo Berg"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee left and Bo Berg stayed.",
        "Ann Lee met Bo Berg in Dell.",
        "They spoke of Ann Lee. And Bo Berg laughed.",
        "Ann Lee and Bo Berg’s son met.",
    ],
)
def test_others_are_not(text: str) -> None:
    _, together = _gather(text, "Ann Lee", "Bo Berg")
    assert _members(together) == []


def test_three_are_together_with_commas_between() -> None:
    _, together = _gather("Ann Lee, Bo Berg and Cy Dorn met.", "Ann Lee", "Bo Berg", "Cy Dorn")
    assert _members(together) == [["Ann Lee", "Bo Berg", "Cy Dorn"]]


def test_a_couple_whose_name_is_the_familys_are_that_family() -> None:
    text = "Ann Marlow and her husband Tom moved to Dell. The Marlows sold up."
    _, together = _gather(text, "Ann Marlow", "Tom", families=["Marlows"])
    assert together.members == {2: (0, 1)}
    assert list_bound(together)["parents", "NNS"] == 2


def test_ministers_are_no_parents() -> None:
    _, together = _gather("Ann Lee and Bo Berg met in Dell.", "Ann Lee", "Bo Berg")
    assert ("parents", "NNS") not in list_bound(together)


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("The couple", True),
        ("The two", True),
        ("The pair", True),
        ("The trio", False),
        ("The family", False),
        ("The brothers", False),
    ],
)
def test_a_phrase_means_those_who_can_be_called_so(phrase: str, means: bool) -> None:
    page, together = _gather(f"Ann Lee and Bo Berg met in Dell. {phrase} were tired.", "Ann Lee", "Bo Berg")
    (calling,) = find_callings(page.document)
    last: dict[int, Place] = {2: locate(page.document, 2, page.document.words_in(page.span("Bo Berg")), pronoun=False)}
    found = find_called(together, calling, last, page.document.words[calling.words.start])
    assert (found == 2) is means


@pytest.mark.parametrize("text", ["The family home burned.", "A couple of boats sank.", "The two sides met."])
def test_a_family_home_and_two_sides_are_nobody(text: str) -> None:
    assert find_callings(Page(text).document) == []


def test_who_the_first_inhabitants_were_is_who_they_are() -> None:
    text = "The first inhabitants of Coron were the Orrinas. They fished."
    page, together = _gather(text, families=["Orrinas"])
    assert find_equated(page.document, together) == {page.span("inhabitants")[0]: 0}


def test_they_are_the_two_named_side_by_side_and_what_they_said_is_both_theirs() -> None:
    text = (
        "Bakers open second shop\n\nTom Ferris and Nell Adeyo opened a second bakery in Harwick on Saturday. They said "
        "the first one had outgrown its kitchen. The couple told the Harwick Echo that rents were low.\n"
    )
    got = Read(text)
    both = {"Tom Ferris", "Nell Adeyo"}
    for content in ("outgrown its kitchen", "rents were low"):
        assert {got.analysis.actor(one).name for one in got.claim(content).speakers} == both
    they = got.article.text.index("They said")
    assert not [actor for actor in got.analysis.actors if (they, they + 4) in actor.mentions]


def test_they_behind_a_familys_name_are_the_family() -> None:
    text = (
        "Hedge row\n\nRobert Hale, 61, and his wife Joan Hale, 58, were fined on Monday. The Hales had argued with a "
        "neighbour for years. They said in a statement that they would not appeal.\n"
    )
    got = Read(text)
    they = got.article.text.index("They said")
    assert (they, they + 4) in got.actor("Hales").mentions
    assert got.claim("would not appeal").speaker_name == "Hales"
