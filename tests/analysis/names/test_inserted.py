"""A part of a person's name that stands in square brackets."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text


def _list_people(text: str) -> set[str]:
    analysis = analyse(article_from_text(f"The quay is shut in the rain\n\n{text}\n"))
    return {actor.name for actor in analysis.actors if actor.kind == "person"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("“I like Ida [Berg] and her plan,” Tom Lee said.", {"Tom Lee", "Ida [Berg]"}),
        ("“[Ida] Berg was late,” Tom Lee said.", {"Tom Lee", "[Ida] Berg"}),
        ("Ida Berg came. “I like Ida [Berg] and her plan,” Tom Lee said.", {"Tom Lee", "Ida Berg"}),
        ("“It is all about Ida [Berg, 38],” Tom Lee said.", {"Tom Lee", "Ida"}),
        ("“It is all about Ida [Berg’s] boat,” Tom Lee said.", {"Tom Lee", "Ida"}),
    ],
)
def test_a_name_with_a_part_in_brackets_is_one_persons(text: str, people: set[str]) -> None:
    assert _list_people(text) == people


def test_a_place_in_brackets_is_no_last_name() -> None:
    assert _list_people("“We met Florence [Nevada] people,” Tom Lee said.") == {"Tom Lee"}
