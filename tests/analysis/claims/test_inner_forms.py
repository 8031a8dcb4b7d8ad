"""What others hold by what somebody said, told by a form in words that the writer could have told it in."""

import pytest

from tests.analysis.conftest import Read


def _read(text: str) -> Read:
    return Read(f"Quay shut\n\n{text}\n")


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Ida Moss said the sailors were believed to have drowned.", "the sailors … to have drowned", None),
        ("Ida Moss said the board had endorsed the plan for the quay.", "the plan for the quay", "the board"),
        ("Ida Moss said Tom Lund was furious about the delay.", "the delay", "Tom Lund"),
        ("Ida Moss said the board had met amid fears that the quay was sinking.", "that the quay was sinking", None),
        ("Ida Moss said Tom Lund is keen to sell the quay.", "to sell the quay", "Tom Lund"),
        (
            "Ida Moss said the radio aired speeches by Tom Lund urging sailors to join the march.",
            "sailors to join the march",
            "Tom Lund",
        ),
    ],
)
def test_what_others_hold_by_what_somebody_said_is_doubtful(text: str, content: str, speaker: str | None) -> None:
    found = _read(text)
    (one,) = [claim for claim in found.analysis.claims if claim.within is not None]
    around = found.analysis.claim(one.within or "")
    assert found.words(one.content).startswith(content)
    assert (one.speaker_name, one.is_doubtful, around.speaker_name) == (speaker, True, "Ida Moss")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Moss said Tom Lund intends to sell the quay by May.", "to sell the quay by May"),
        ("“Tom Lund wants the ward to close (and the shop) by May,” said Ida Moss.", "the ward to close (and"),
    ],
)
def test_what_others_mean_by_what_somebody_said_is_as_sure_as_other_claims_there(text: str, content: str) -> None:
    found = _read(text)
    (one,) = [claim for claim in found.analysis.claims if claim.within is not None]
    assert found.words(one.content).startswith(content)
    assert (one.speaker_name, one.is_doubtful) == ("Tom Lund", False)


@pytest.mark.parametrize(
    "text",
    [
        "“We all want to get home,” said Ida Moss.",
        "Ida Moss said she was worried about it.",
        "Ida Moss said that if Tom Lund wants to sell, he can.",
    ],
)
def test_what_all_mean_or_what_names_nothing_is_none(text: str) -> None:
    found = _read(text)
    assert not [claim for claim in found.analysis.claims if claim.within is not None]


def test_what_is_told_so_outside_of_what_is_said_stays_there() -> None:
    found = _read("Tom Lund was furious about the delay, and Ida Moss said the quay was shut.")
    assert all(claim.within is None for claim in found.analysis.claims)
