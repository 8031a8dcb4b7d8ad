"""A quotation that begins in the middle of a clause is told with the words that lead up to it."""

import pytest

from reader.analysis.claims.led_quotes import take_leads
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "quoted", "whole"),
    [
        (
            "The tests show “it is a wreck at best,” Moss said.",
            "it is a wreck at best,",
            "The tests show “it is a wreck at best,”",
        ),
        (
            "Captain Holt “has told me it is shut,” Moss said.",
            "has told me it is shut,",
            "Captain Holt “has told me it is shut,”",
        ),
        ("Moss said it was “a wreck at best”.", "a wreck at best", "it was “a wreck at best”"),
        (
            "Moss said Holt agreed, “as long as it is dry”.",
            "as long as it is dry",
            "Holt agreed, “as long as it is dry”",
        ),
        ("Moss said to call it “a wreck”.", "a wreck", "to call it “a wreck”"),
    ],
)
def test_the_clause_that_it_ends_is_part_of_what_is_said(sentence: str, quoted: str, whole: str) -> None:
    page = Page(sentence)
    content = take_leads(page.document, [page.say("Moss", "said", quoted)])[0].content
    assert page.words(content) == whole.removesuffix("”")


def test_a_sentence_behind_that_of_the_cue_is_whole_too() -> None:
    page = Page("“It is shut,” Moss said. Boats may come, “but nobody will land.”")
    one = page.say("Moss", "said", "It is shut,", "but nobody will land.")
    assert (
        page.words(take_leads(page.document, [one])[0].content)
        == "It is shut, … Boats may come, “but nobody will land."
    )


@pytest.mark.parametrize(
    ("sentence", "cue", "quoted"),
    [
        ("The tests are old. “It is a wreck,” Moss said.", "said", "It is a wreck,"),
        ("Moss told a crowd “that it is a wreck”.", "told", "that it is a wreck"),
        ("Moss told the man who was ill “it is a wreck”.", "told", "it is a wreck"),
        ("Moss told Holt, as it was wet, “it is a wreck”.", "told", "it is a wreck"),
        ("The tests were old, “it is a wreck,” Moss said.", "said", "it is a wreck,"),
        ("The “old” quay “is a wreck,” Moss said.", "said", "is a wreck,"),
        ("When asked, “is it a wreck,” Moss said.", "said", "is it a wreck,"),
        ("In May “it was a wreck,” Moss said.", "said", "it was a wreck,"),
    ],
)
def test_whole_sentences_hearers_and_occasions_are_left(sentence: str, cue: str, quoted: str) -> None:
    page = Page(sentence)
    one = page.say("Moss", cue, quoted)
    assert take_leads(page.document, [one]) == [one]


def test_words_that_another_claim_has_are_left() -> None:
    page = Page("The tests show “it is a wreck,” Moss said.")
    one, other = page.say("Moss", "said", "it is a wreck,"), page.say("The tests", "show", "wreck")
    assert take_leads(page.document, [one, other]) == [one, other]
