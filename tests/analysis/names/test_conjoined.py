"""Bodies of whose names "and" has parted."""

import pytest

from reader.analysis.names import Name, join_over_and
from tests.analysis.conftest import Page


def _join(text: str, *names: str) -> list[str]:
    page = Page(text)
    return [
        page.document.article.words_of(name.span)
        for name in join_over_and(page.document, [Name(page.span(name), "organisation") for name in names])
    ]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("She is head of nursing at Foss and Women's Hospital.", "Foss", "Foss and Women's Hospital"),
        (
            "They asked a doctor of Weir Health & Science University to come.",
            "Weir Health",
            "Weir Health & Science University",
        ),
        ("It was built by Vane and Vane in May.", "Vane", "Vane and Vane"),
        (
            "It went to the Local Transport and Harbour Care Ombudsman.",
            "Harbour Care Ombudsman",
            "Local Transport and Harbour Care Ombudsman",
        ),
    ],
)
def test_and_stands_inside_a_bodys_name(text: str, found: str, whole: str) -> None:
    assert _join(text, found) == [whole]


@pytest.mark.parametrize(
    ("both", "names"),
    [
        ("Norvik and Merrow University", ("Norvik", "Merrow University")),
        ("Norvik Bank and Merrow University", ("Norvik Bank",)),
        ("Norvik and The Merrow University", ("Norvik",)),
        ("Norvik and Ida Hospital", ("Norvik",)),
        ("Norvik and Harbour Boats", ("Norvik",)),
        ("Boats and Harbour Care Ombudsman", ("Harbour Care Ombudsman",)),
    ],
)
def test_two_bodies_with_and_between_are_two(both: str, names: tuple[str, ...]) -> None:
    assert _join(f"They asked a man of {both} to come to the quay in the morning.", *names) == list(names)


def test_a_field_taken_for_a_body_belongs_to_the_body_behind_and() -> None:
    text = "The boat was lent to the Food and Agriculture Organization. The Home Office and Harbour Agency met."
    assert _join(text, "Food", "Agriculture Organization", "Home Office", "Harbour Agency") == [
        "Food and Agriculture Organization",
        "Home Office",
        "Harbour Agency",
    ]


def test_two_fields_and_an_office_are_one_office() -> None:
    text = "The stairs lead up to the Foreign and Commonwealth Office."
    assert _join(text, "Foreign", "Commonwealth Office") == ["Foreign and Commonwealth Office"]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        (
            "He is of the Association of School and Harbour Leaders.",
            "Association of School",
            "Association of School and Harbour Leaders",
        ),
        (
            "The dock belongs to U.S. Immigration and Customs Enforcement, it said.",
            "Customs Enforcement",
            "Immigration and Customs Enforcement",
        ),
    ],
)
def test_a_name_is_not_broken_off_within_what_its_body_is_of(text: str, found: str, whole: str) -> None:
    assert _join(text, found) == [whole]
