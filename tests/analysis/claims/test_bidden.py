"""What somebody tells another to do, in what somebody says."""

import pytest

from tests.analysis.conftest import Read


def inner(text: str) -> list[tuple[str, str]]:
    """Each claim within another one as (source, content)."""
    got = Read(f"Mill shut\n\n{text}\n")
    return [(got.words(one.source), got.words(one.content)) for one in got.analysis.claims if one.within is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Last winter the bank told us to sell,” said Greta Holm.", [("the bank", "to sell")]),
        ("“I always tell my daughter to walk,” said Greta Holm.", [("I", "to walk")]),
        ("“I tell them to say no,” said Greta Holm.", [("I", "to say no")]),
        ("“The council had told them to close the gate,” said Greta Holm.", [("The council", "to close the gate")]),
        ("“The miller warned them not to row,” said Greta Holm.", [("The miller", "not to row")]),
    ],
)
def test_who_is_told_to_do_something_hears_it(text: str, found: list[tuple[str, str]]) -> None:
    assert inner(text) == found


def test_what_is_told_ends_before_the_next_clause() -> None:
    text = "“My mother told me to stay, so I locked the mill and they left,” said Greta Holm."
    assert ("My mother", "to stay") in inner(text)


@pytest.mark.parametrize(
    "text",
    [
        "“When they tell you to row, you row,” said Greta Holm.",
        "“Something told me to row,” said Greta Holm.",
        "“You could tell him to row,” said Greta Holm.",
        "“My son told me a way to row,” said Greta Holm.",
    ],
)
def test_what_nobody_is_said_to_have_told_is_none(text: str) -> None:
    assert inner(text) == []
