"""He and she behind a sentence about somebody without a name."""

import pytest

from tests.analysis.conftest import Read, speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The victim’s mother was questioned by the court. “It was old,” she said.", "The victim’s mother"),
        ("At a school in Norvik, her mother was asked. “It was old,” she said.", "her mother"),
        ("A Norvik spokeswoman smiled. “It was old,” she said.", "A Norvik spokeswoman"),
    ],
)
def test_she_is_who_is_told_by_whose_she_is(text: str, name: str) -> None:
    before = "Ann Lee, the mayor, has led the town since May. Lee was cheered on Monday."
    assert Read(f"Harbour plan\n\n{before}\n\n{text}\n").speakers()[-1] == name


def test_he_whom_nobody_names_is_the_one_man_spoken_of() -> None:
    text = "My foot was broken. The doctor arrived in good humour. “Lean on me,” he said."
    assert Read(f"A fall\n\n{text}\n").speakers()[-1] == "The doctor"


@pytest.mark.parametrize(
    "text",
    [
        "The star felt the thin air in May. “It was cold,” she said.",
        "Her sister Ida Lee slept. The city’s mayor was tired. “It was cold,” she said.",
    ],
)
def test_she_is_still_who_was_named_where_the_words_may_mean_her(text: str) -> None:
    before = "Ann Lee, the mayor, has led the town since May. Lee was cheered on Monday."
    assert Read(f"Harbour plan\n\n{before}\n\n{text}\n").speakers()[-1] in ("Ann Lee", "Ida Lee")


def test_he_goes_on_who_told_of_somebody_without_a_name() -> None:
    text = (
        "Bo Ericson, 44, lives across the street from the river and said he plans to stay.\n\n"
        "His brother has a loader and they moved loads of sand, he said. They have “laid a hundred bags”, he said.\n"
    )
    assert Read(f"The flood\n\n{text}").speakers()[-1] == "Bo Ericson"


def test_he_is_nothing_written() -> None:
    text = (
        "Quay shut\n\nThe board met on Friday. The quay was lost, according to a story in Norvik Magazine. He told the "
        "magazine that it was cold.\n"
    )
    assert speaker(text, "it was cold") == "He"
