"""Quotations without a cue of their own: whose they are."""

import pytest

from tests.analysis.conftest import Read, speaker

BEFORE = "Fair\n\n“The fair was a joy from its first day to its last,” Ida Gray said.\n\n"
WE = "“We look at every bolt before the wheel turns and we will go on doing that, whatever they say of us in town.”\n\n"
LATER = (
    "The wheel has turned since 1931, longer than any other in the north.\n\n"
    "In a film that has since gone, Olga Roth, a teacher at the college, described the wheel as “a danger”.\n"
)


@pytest.mark.parametrize("told", ["said the wheel was looked at every morning", "insists that nobody is in danger"])
def test_a_quoted_paragraph_goes_on_with_whom_the_paragraph_before_tells_of(told: str) -> None:
    text = f"{BEFORE}The owner of the fair, Peter Dane, {told}.\n\n{WE}{LATER}"
    assert speaker(text, "We look at every bolt") == "Peter Dane"


@pytest.mark.parametrize("word", ["Again.", "Magic!"])
def test_a_word_that_is_a_sentence_of_its_own_goes_on_with_who_spoke(word: str) -> None:
    got = Read(f"Fair\n\n“I have won the wheel race,” said Ida Gray. “{word}” The crowd was glad.\n")
    assert got.said() == [("Ida Gray", f"I have won the wheel race … {word}")]


def test_a_title_that_opens_a_sentence_does_not_go_on_with_who_spoke() -> None:
    got = Read("Fair\n\n“I have won the wheel race,” said Ida Gray. “Magic” was played.\n")
    assert got.said() == [("Ida Gray", "I have won the wheel race")]
