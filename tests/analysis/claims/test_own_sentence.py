"""What is told without quotation marks keeps to the sentence of its cue."""

import pytest

from reader.analysis.claims.own_sentence import keep_own_sentence
from tests.analysis.conftest import Page


def test_the_writers_sentence_before_it_is_no_part_of_it() -> None:
    page = Page("The quay was built in May. It will be shut by June, Moss said.")
    one = page.say("Moss", "said", "The quay was built in May. It will be shut by June")
    assert page.told(keep_own_sentence(page.document, [one])[0])[2] == "It will be shut by June"


def test_the_writers_sentence_behind_it_is_no_part_of_it() -> None:
    page = Page("The quay will be shut by June, Moss said. The harbour was busy on Monday.")
    one = page.say("Moss", "said", "The quay will be shut by June", "The harbour was busy on Monday")
    assert page.told(keep_own_sentence(page.document, [one])[0])[2] == "The quay will be shut by June"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The quay will be shut by June, Moss said. “The harbour was too busy.”",
            ("The quay will be shut by June", "The harbour was too busy."),
        ),
        (
            "The quay will be shut by June, Moss said. The harbour was “too busy”.",
            ("The quay will be shut by June", "The harbour was “too busy"),
        ),
        ("Moss said this. The quay will be shut by June.", ("The quay will be shut by June",)),
        ("Moss said: The quay is shut. It was old.", ("The quay is shut. It was old",)),
        ("Moss said 'The quay is shut. It was old.", ("The quay is shut. It was old",)),
        ("“The quay was busy. It is old,” Moss said.", ("The quay was busy. It is old",)),
        ("How to keep it dry? Leave the boats out, Moss said.", ("How to keep it dry? Leave the boats out",)),
    ],
)
def test_what_is_quoted_and_what_stands_in_no_sentence_with_its_cue_stays(text: str, contents: tuple[str, ...]) -> None:
    page = Page(text)
    one = page.say("Moss", "said", *contents)
    assert keep_own_sentence(page.document, [one]) == [one]


@pytest.mark.parametrize("opening", ["Wiping her eyes with a scarf", "Most firmly"])
def test_how_something_was_said_before_a_quotation_of_whole_sentences_is_no_part_of_it(opening: str) -> None:
    page = Page(f"{opening}, Moss said, “It is all over.”")
    one = page.say("Moss", "said", opening, "It is all over.")
    assert page.told(keep_own_sentence(page.document, [one])[0])[2] == "It is all over."


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Wiping them with a scarf, Moss said, “is no good.”", ("Wiping them with a scarf", "is no good.")),
        ("Wiping them was wrong, Moss said. “It is no good.”", ("Wiping them was wrong", "It is no good.")),
    ],
)
def test_what_a_quotation_goes_on_with_and_a_clause_before_it_are(text: str, contents: tuple[str, ...]) -> None:
    page = Page(text)
    one = page.say("Moss", "said", *contents)
    assert keep_own_sentence(page.document, [one]) == [one]
