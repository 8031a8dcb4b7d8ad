"""Contents go on over what stands between two of their parts, where it is theirs."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.holes import fill_holes
from tests.analysis.conftest import Page


def _fill(page: Page, *found: Attribution) -> list[str]:
    return [page.words(one.content) for one in fill_holes(page.document, found)]


@pytest.mark.parametrize(
    ("sentence", "parts", "whole"),
    [
        (
            "Moss said the plan had gone to the board, and is likely to be backed by the yard.",
            ["the plan had gone to the board", "to be backed by the yard"],
            "the plan had gone to the board, and is likely to be backed by the yard",
        ),
        (
            "Moss said the ferry, which now takes forty cars, needs a new mast.",
            ["the ferry", "a new mast"],
            "the ferry, which now takes forty cars, needs a new mast",
        ),
        (
            "Moss said the yard would close if its owner does not agree to mend the roof.",
            ["the yard would close if", "to mend the roof"],
            "the yard would close if its owner does not agree to mend the roof",
        ),
    ],
)
def test_a_clause_that_goes_on_in_a_hole_is_told_too(sentence: str, parts: list[str], whole: str) -> None:
    page = Page(sentence)
    assert _fill(page, page.say("Moss", "said", *parts)) == [whole]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Moss said the yard – the oldest on the coast – would close in May.", ["the yard", "would close in May"]),
        (
            "Moss said the ferry had no mast. He rang the yard. It had no oars.",
            ["the ferry had no mast", "It had no oars"],
        ),
        ("Moss said it was “a shame” and went on to call the yard a ruin.", ["it was “a shame”", "the yard a ruin"]),
        ("Moss blamed the rules, which they say harm the yard.", ["the rules, which", "harm the yard"]),
        ("The ferry has no mast, and never had, Moss said.", ["The ferry", "never had"]),
    ],
)
def test_an_aside_a_quotation_and_what_stands_before_the_cue_keep_their_holes(sentence: str, parts: list[str]) -> None:
    page = Page(sentence)
    cue = "blamed" if "blamed" in sentence else "said"
    assert _fill(page, page.say("Moss", cue, *parts)) == [" … ".join(parts)]


def test_a_hole_in_which_somebody_else_says_something_stays() -> None:
    page = Page("Moss said the yard would close, as Hale warned in May that it might, for good.")
    one = page.say("Moss", "said", "the yard would close", "for good")
    other = page.say("Hale", "warned", "it might")
    assert _fill(page, one, other) == ["the yard would close … for good", "it might"]
