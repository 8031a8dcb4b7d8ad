"""Claims within others are doubted by their form, whoever found them: what somebody says is full of verbs that report
nothing."""

import pytest

from reader.analysis.model import Claim
from tests.analysis.conftest import Read

HEADLINE = "Council closes the river path\n\n"


def inside(text: str) -> dict[str, Claim]:
    """The claims within others, by the words of their content."""
    got = Read(HEADLINE + text + "\n")
    return {got.words(claim.content): claim for claim in got.analysis.claims if claim.within is not None}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“It feels good to have the path open again,” said Helga Sturm.", "good to have"),
        ("“We have to answer to the people who walk here,” said Helga Sturm.", "to the people"),
        ("“We welcomed thousands of walkers on the path this year,” said Helga Sturm.", "thousands of walkers"),
        ("“You know the river, and you never know what it does,” said Helga Sturm.", "the river"),
        ("“All the bridges proposed for the path were drawn by hand,” said Helga Sturm.", "for the path"),
    ],
)
def test_what_somebody_does_feels_or_gets_is_shown_as_no_claim(text: str, content: str) -> None:
    assert not [words for words, claim in inside(text).items() if content in words and not claim.is_doubtful]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The ferry company told us that the ramp was safe,” said Helga Sturm.", "that the ramp was safe"),
        ("“I think the ramp will be closed by winter,” said Helga Sturm.", "the ramp will be closed by winter"),
        ("Helga Sturm said the police had warned that the ramp was slippery.", "that the ramp was slippery"),
    ],
)
def test_what_somebody_reports_is_shown(text: str, content: str) -> None:
    assert not inside(text)[content].is_doubtful


def test_what_somebody_denies_thinking_is_not_shown_as_thought() -> None:
    text = "“We do not think that one letter closes a path,” said Helga Sturm. “I never said the ramp was safe.”"
    assert not [words for words, claim in inside(text).items() if not claim.is_doubtful]


def test_a_cue_holds_the_word_that_denies_it() -> None:
    got = Read(HEADLINE + "“I never said the ramp was safe,” said Helga Sturm.\n")
    inner = [claim for claim in got.analysis.claims if claim.within is not None]
    assert [got.words(claim.cue) for claim in inner] == ["never said"]


def test_what_stands_in_no_claim_stands_in_the_one_around_it() -> None:
    got = Read(
        "Ministers meet on the river\n\nAccording to Yann Moreau, an aide, the minister repeated that Harland would "
        "keep pushing to end what she called the river’s “old shame.”\n"
    )
    chains = {
        got.words(claim.cue): [got.words(one.cue) for one in got.analysis.chain(claim)] for claim in got.analysis.claims
    }
    assert chains["called"] == ["called", "repeated", "According to"]
