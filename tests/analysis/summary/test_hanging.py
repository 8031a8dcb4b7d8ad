"""A line that speaks of what another one tells comes into a summary beside that, where it can."""

import pytest

from reader.analysis.summary import rank
from reader.analysis.summary.hanging import find_hanging
from tests.analysis.summary.conftest import Make

KILLING = "A motorist who shot a man at the border is being sought."
RIVER = "The river rose in the night."
SHIP = "A grey tanker ran aground off Halvik."


def find(*texts: str) -> dict[int, set[int]]:
    return {index: set(told[0]) for index, told in find_hanging(dict(enumerate(texts)))}


@pytest.mark.parametrize(
    "text",
    [
        "The victim, a 28-year-old from Halvik, was driving home.",
        "The gunman then took his own life.",
        "But the shooting was over by noon.",
        "The two men left by the same door.",
        "The early decision to let the bridge stand is now before the court.",
        "The accusation against the harbour police was made last week.",
        "Police said they had seen the pair on the pier.",
        "Investigators also went to the office of the pilot.",
        "The tanker has been empty since March.",
    ],
)
def test_what_a_line_speaks_of_is_told_by_the_first_sentence_or_those_above(text: str) -> None:
    above = (KILLING, SHIP, *["Rain fell on the hills, as it had for days."] * 3)
    assert {0, 3, 4} <= find(*above, text)[5]


def test_what_was_new_before_is_told_there() -> None:
    assert find(KILLING, SHIP, RIVER, RIVER, RIVER, "The tanker has been empty since March.")[5] == {0, 1, 3, 4}


def test_who_also_does_something_is_told_wherever_he_stands() -> None:
    assert find(KILLING, "Mr Lund sold his boat.", *[RIVER] * 4, "Lund also left the board.")[6] >= {0, 1, 4, 5}


@pytest.mark.parametrize(
    "text",
    [
        "The victim of the shooting at Halvik on Monday was a pilot.",
        "The case that the council lost was about a bridge.",
        "The president was in Halvik on Monday.",
        "The Karelund Study was over by noon.",
        "The weather is better now.",
        "The men's boats were on the pier.",
        "Anna Holm and Ida Lund were there until the two left.",
        "“We saw that the two left,” a trader said.",
        "A victim was driving home.",
        "Ida Lund, also a pilot, was driving home.",
    ],
)
def test_a_line_that_tells_it_all_needs_no_other(text: str) -> None:
    assert not find(KILLING, SHIP, RIVER, RIVER, RIVER, text)


def test_the_first_sentence_of_all_needs_none() -> None:
    assert not find("The victim was driving home.")


def test_a_ranking_knows_what_hangs_in_an_english_article(make: Make) -> None:
    texts = (KILLING, "Police said that he was armed.", RIVER, RIVER, "The victim, Ida Lund, was driving home.")
    article, sentences = make([("paragraph", text) for text in texts])
    assert dict(rank(article, sentences).strangers)[4] == (frozenset({0, 2, 3}),)
