"""What the rules find is told where the tagger saw nothing in the way, and its form is certain."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.ruled import find_ruled
from reader.analysis.claims.rules import find_by_rules
from tests.analysis.conftest import Page


def find(page: Page, *found: Attribution) -> list[tuple[str, str, str]]:
    made = find_ruled(page.document, found, lambda blocks: find_by_rules(page.document, blocks), 0.6)
    return [page.told(one) for one in made]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Profits fell by a tenth, it added.", ("it", "added", "Profits fell by a tenth")),
        (
            "The quay, which is old, will shut in May, the mayor told Harbour Radio on Monday.",
            ("the mayor", "told", "The quay, which is old, will shut in May"),
        ),
        (
            "The owner sold two boats and has mended a third, said the report.",
            ("the report", "said", "The owner sold two boats and has mended a third"),
        ),
    ],
)
def test_a_clause_before_a_verb_of_speech_is_told(sentence: str, told: tuple[str, str, str]) -> None:
    assert find(Page(sentence)) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay will be shut in May, which adds to the cost.",
        "But when the board cut the pay two years later, the union said in May.",
        "The quay was shut in May, the board revealed at its last meeting a new plan.",
        "The gate was shut in May, its third year, added to the delay.",
        "Harlow, which has seen a rapid rise in fees, reported four deaths.",
    ],
)
def test_half_a_sentence_or_a_thing_that_adds_is_none(sentence: str) -> None:
    assert find(Page(sentence)) == []


def test_a_poll_in_which_others_say_it_is_in_nobodys_way() -> None:
    page = Page("In a poll of May, half of all sailors said they were late.")
    poll = page.say("a poll of May", "In", "half of all sailors said they were late")
    assert find(page, poll) == [("half of all sailors", "said", "they were late")]
    other = page.say("a poll of May", "poll", "half of all sailors said they were late")
    assert find(page, other) == []
