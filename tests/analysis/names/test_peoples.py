"""Peoples in the plural that were passed over."""

import pytest

from reader.analysis.names import Name, add_peoples
from tests.analysis.conftest import Page


def _peoples(text: str, *known: str) -> list[tuple[str, str]]:
    page = Page(text)
    names = [Name(page.span(one), "organisation", 0.9) for one in known]
    return page.tell(add_peoples(page.document, names))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The ferry was full of Kenyans on their way home.", "Kenyans"),
        ("He taught Sri Lankans and nobody else to sail.", "Sri Lankans"),
        ("Muslims in the town pray at the old quay.", "Muslims"),
        ("The town has few African Americans.", "African Americans"),
        ("The quay was built by the Huguenots long ago.", "Huguenots"),
    ],
)
def test_a_people_in_the_plural_is_a_group_wherever_it_stands(text: str, people: str) -> None:
    assert _peoples(text) == [(people, "group")]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was full of kenyans on their way home.",
        "Poles were driven into the mud, and the poles held.",
        "He gave to Veterans and Americans United on Monday.",
        "The Kenyan skipper sailed home.",
        "Kenyans Win Every Race In Lowport",
    ],
)
def test_what_is_written_small_or_but_a_piece_of_a_name_or_a_headline_is_none(text: str) -> None:
    assert _peoples(text) == []


def test_a_people_inside_a_name_that_was_found_is_its_piece() -> None:
    text = "He leads the London Kenyans and met Danes there."
    assert _peoples(text, "London Kenyans") == [("London Kenyans", "organisation"), ("Danes", "group")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The first to come were the Orrinas who belong to the hills.", [("Orrinas", "group")]),
        ("The Stavers say little. Few ask the Stavers twice.", [("Stavers", "group")] * 2),
    ],
)
def test_who_does_what_people_alone_do_is_a_people_though_in_no_list(text: str, people: list[tuple[str, str]]) -> None:
    assert _peoples(text) == people


@pytest.mark.parametrize("text", ["The Kettles stand by the quay.", "The Oscars are late.", "The Harriss said so."])
def test_what_others_do_as_well_is_none(text: str) -> None:
    assert _peoples(text) == []


def test_a_family_is_found_beside_somebody_of_its_name() -> None:
    page = Page("Nell Dorran left. Few knew the Dorrans well.")
    known = [Name(page.span("Nell Dorran"), "person", 0.9)]
    assert page.tell(add_peoples(page.document, known))[1:] == [("Dorrans", "group")]


def test_the_members_of_one_side_are_not_all_members() -> None:
    page = Page("Three Senators met. Republican Senators stayed away.")
    known = [Name(page.span("Senators"), "group", 0.9)]
    at = page.article.text.rindex("Senators")
    known.append(Name((at, at + len("Senators")), "group", 0.9))
    assert [page.article.words_of(name.span) for name in add_peoples(page.document, known)] == [
        "Senators",
        "Republican Senators",
    ]
