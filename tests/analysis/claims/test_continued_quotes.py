"""Quotations without a cue of their own: whose they are."""

import pytest

from tests.analysis.conftest import speaker

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
