"""Who is known under another name is one person under both."""

import pytest

from tests.analysis.conftest import Read


@pytest.mark.parametrize(
    "called",
    [
        "Pierre Auter – known to all as Pierrot –",
        "Pierre Auter, better known as Pierrot,",
        "Pierre Auter (also known as Pierrot)",
        "Pierre Auter, who is known as Pierrot,",
    ],
)
def test_what_somebody_is_known_as_is_that_persons_name(called: str) -> None:
    got = Read(f"Quay shut\n\nThe quay is closed, {called} told the paper.\n\n“It is the sea,” said Pierrot.\n")
    assert got.claim("It is the sea").speaker_name == "Pierre Auter"
    assert "Pierrot" in got.actor("Pierre Auter").aliases


@pytest.mark.parametrize(
    "other",
    [
        "Pierre Auter said that his brother was known as Pierrot.",
        "Pierre Auter told of the man known as Pierrot.",
        "The quay was known to Pierre Auter. As Pierrot left, it fell.",
    ],
)
def test_what_another_is_known_as_is_not(other: str) -> None:
    got = Read(f"Quay shut\n\n{other}\n\n“It is the sea,” said Pierrot.\n")
    assert got.claim("It is the sea").speaker_name == "Pierrot"
