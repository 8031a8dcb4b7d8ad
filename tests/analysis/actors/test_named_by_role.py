"""Who is called by a role in a headline or a first paragraph, and named behind it."""

import pytest

from tests.analysis.conftest import speaker


@pytest.mark.parametrize(
    ("role", "name"), [("Sheriff", "Tucker Marlin"), ("Weir County Sheriff", "Tucker Marlin"), ("Norvik Sheriff", None)]
)
def test_the_holder_of_a_headlines_office_is_named_farther_on(role: str, name: str | None) -> None:
    text = (
        "Quay will be closed, Weir sheriff says\n\nA wall of the quay fell on Monday. It rained. The sea was high. The "
        f"town slept.\n\nThe road is wet.\n\nThe sea fell.\n\n“It is a loss,” {role} Tucker Marlin told the paper.\n"
    )
    assert speaker(text, "Quay will be closed") == (name or "Weir sheriff")


@pytest.mark.parametrize(
    ("told", "who"), [("prime minister", "A Norvik government minister"), ("transport minister", "Rolf Dahl")]
)
def test_a_minister_of_the_first_sentence_is_no_prime_minister_of_a_later_one(told: str, who: str) -> None:
    text = (
        "Fares up\n\nA Norvik government minister has accused the ferrymen of lying about fares.\n\nThe fares rose in "
        f"May, and nobody was told.\n\nThe board wrote to the Norvik {told}, Rolf Dahl, on Monday.\n"
    )
    assert speaker(text, "the ferrymen of lying") == who


@pytest.mark.parametrize(
    ("office", "who"),
    [("shadow transport secretary", "the transport secretary"), ("transport secretary", "Ida Moss")],
)
def test_a_shadow_secretary_is_not_the_secretary(office: str, who: str) -> None:
    text = (
        "Boats must wait, says minister\n\nRoads matter more than boats, the transport secretary has told MPs.\n\n"
        f"Rolf Dahl spoke for an hour on Monday. The {office}, Ida Moss, said that nobody agreed.\n"
    )
    assert speaker(text, "Roads matter more") == who
