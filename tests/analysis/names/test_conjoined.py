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
    ("text", "names"),
    [
        ("They asked Norvik and Merrow University on Monday.", ("Norvik", "Merrow University")),
        ("They asked Norvik Bank and Merrow University on Monday.", ("Norvik Bank",)),
        ("They asked Norvik and The Merrow University on Monday.", ("Norvik",)),
        ("They asked Norvik and Ida Hospital on Monday.", ("Norvik",)),
        ("They asked Norvik and Harbour Boats on Monday.", ("Norvik",)),
        ("They asked Boats and Harbour Care Ombudsman on Monday.", ("Harbour Care Ombudsman",)),
    ],
)
def test_two_bodies_with_and_between_are_two(text: str, names: tuple[str, ...]) -> None:
    assert _join(text, *names) == list(names)
