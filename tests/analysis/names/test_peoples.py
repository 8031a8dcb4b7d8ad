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
