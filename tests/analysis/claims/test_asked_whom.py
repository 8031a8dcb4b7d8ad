"""Who is asked to do a thing is part of what is asked."""

import pytest

from reader.analysis.claims.asked_whom import take_asked
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Moss urged the ministers to wait for rain.", "urged", "to wait for rain"),
        ("Moss has asked them not to wait for rain.", "has asked", "not to wait for rain"),
        ("Moss ordered the crew, Finn Holt, to wait for rain.", "ordered", "to wait for rain"),
        ("Moss called on sailors to wait for rain.", "called on", "to wait for rain"),
        ("Moss has advised sailors to “wait for rain”.", "has advised", "to “wait for rain”"),
    ],
)
def test_who_shall_do_it_stands_before_what_they_shall_do(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    asked = take_asked(page.document, [page.say("Moss", cue, content)])[0].content
    assert page.words(asked) == sentence.split(cue + " ")[1].removesuffix(".")


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Moss told the ministers to wait for rain.", "told", "to wait for rain"),
        ("Moss urged on Monday to wait for rain.", "urged", "to wait for rain"),
        ("Moss was asked by the mayor to wait for rain.", "was asked", "to wait for rain"),
        ("Moss asked the mayor why the quay was shut.", "asked", "why the quay was shut"),
        ("Moss urged sailors on Monday to wait for rain.", "urged", "to wait for rain"),
        ("So urged Moss to wait for rain.", "urged", "to wait for rain"),
        ("Moss was asked that day to wait for rain.", "was asked", "to wait for rain"),
        ("Moss asked to wait for rain.", "asked", "to wait for rain"),
        ("Moss asked sailors why not", "asked", "not"),
    ],
)
def test_who_only_hears_it_or_asks_it_does_not(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    one = page.say("Moss", cue, content)
    assert take_asked(page.document, [one]) == [one]


def test_words_that_another_claim_has_are_not_taken() -> None:
    page = Page("Moss urged the ministers to wait for rain.")
    one, other = page.say("Moss", "urged", "to wait for rain"), page.say("the ministers", "rain", "wait")
    assert take_asked(page.document, [one, other]) == [one, other]
