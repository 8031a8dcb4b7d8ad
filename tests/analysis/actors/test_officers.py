"""Whom "police", "officers" and "prosecutors" mean where an article names their force or office."""

import pytest

from tests.analysis.conftest import Read


def speaker(text: str, content: str) -> str | None:
    """The speaker of the claim with these words, None where it is no actor."""
    claim = Read(text).claim(content)
    return None if claim.speaker is None else claim.speaker_name


@pytest.mark.parametrize("who", ["Police", "Officers", "Police, who came at noon,", "Detectives"])
def test_police_are_the_one_force_that_is_named(who: str) -> None:
    text = f"Ashby police arrested two men after a raid on Thursday.\n\n{who} said the men had stolen forty bicycles.\n"
    assert speaker(text, "forty bicycles") == "Ashby police"


def test_police_are_the_force_that_is_named_soon_behind() -> None:
    text = "The boy was found unhurt, police said. The Norvik Police Department thanked the searchers.\n"
    assert speaker(text, "found unhurt") == "Norvik Police Department"
    assert speaker(text.replace(", police", ", authorities"), "found unhurt") is None


@pytest.mark.parametrize("who", ["Authorities", "The authorities"])
def test_authorities_may_be_others_than_the_force_that_is_named(who: str) -> None:
    text = f"Ashby police arrested two men after a raid on Thursday.\n\n{who} said the men had stolen forty bicycles.\n"
    assert speaker(text, "forty bicycles") is None


def test_prosecutors_are_the_one_office_of_theirs_and_no_police() -> None:
    text = (
        "Norvik police held Bo Marlow in May. The Hale County District Attorney’s Office charged him with fraud.\n\n"
        "Prosecutors said that he had sold the same house four times.\n"
    )
    assert speaker(text, "the same house four times") == "Hale County District Attorney’s Office"


@pytest.mark.parametrize(
    "other",
    [
        "Harlow police want the same man.",
        "Spanish police had looked for him since May.",
        "He had escaped from police in Malaga.",
    ],
)
def test_of_two_forces_police_are_neither(other: str) -> None:
    text = f"Ashby police arrested a man after a raid on Thursday. {other}\n\nPolice said that he had no passport.\n"
    assert speaker(text, "he had no passport") is None


def test_what_police_say_that_they_did_they_did() -> None:
    text = "Ashby police searched a garage.\n\nOfficers said they believed that the men had fled.\n"
    assert speaker(text, "the men had fled") == "Ashby police"


def test_a_report_of_an_office_is_the_office_s() -> None:
    text = "A boy was hurt by a bus in Harlow. According to a Weir County Sheriff’s Office report, he had run out.\n"
    assert speaker(text, "he had run out") == "Weir County Sheriff’s Office"
