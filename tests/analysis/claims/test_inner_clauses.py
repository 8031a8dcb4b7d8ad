"""What is no claim within another one by the clauses that it stands in."""

import pytest

from tests.analysis.conftest import Read


def inner(text: str) -> list[tuple[str, str]]:
    """Each claim within another one as (source, content)."""
    got = Read(f"Quay shut\n\n{text}\n")
    return [(got.words(one.source), got.words(one.content)) for one in got.analysis.claims if one.within is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“If they phone, tell them the boat is gone,” Ida Moss wrote to her brother.", []),
        ("“If anyone phones, say the boat is gone,” Ida Moss wrote to her brother.", []),
        ("“When the inspector phones, say you were at sea,” Ida Moss told the cook.", []),
        ("“If they phone, the cooks say the boat is gone,” Ida Moss wrote.", [("the cooks", "the boat is gone")]),
        ("“The cooks say the boat is gone,” Ida Moss wrote to her brother.", [("The cooks", "the boat is gone")]),
        ("“‘The boat is gone,’ say the cooks,” Ida Moss wrote to her brother.", [("the cooks", "The boat is gone")]),
    ],
)
def test_who_is_bidden_to_say_something_has_not_said_it(text: str, found: list[tuple[str, str]]) -> None:
    assert inner(text) == found


def test_a_second_clause_of_the_speaker_around_is_no_word_of_who_acts_in_the_first() -> None:
    assert inner("Police said that Moss had called his wife and that she believed he was at sea.") == [
        ("she", "he was at sea")
    ]
