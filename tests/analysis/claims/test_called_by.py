"""What something is called by somebody is that one's word."""

import pytest

from reader.analysis.claims.called_by import find_called_by
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("He was described by neighbours as a quiet man.", "neighbours", "He … as a quiet man"),
        ("The plan was branded “a disgrace” by Hale.", "Hale", "The plan … “a disgrace"),
        ("The deal was hailed as a fresh start by Moss.", "Moss", "The deal … as a fresh start"),
        ("The fire is referred to by Hale as “a freak event”.", "Hale", "The fire … as “a freak event"),
        ("She beat Norvik in a race described by Hale as “mad”.", "Hale", "a race … as “mad"),
        ("Ida Voss, described by friends as a saint, has died.", "friends", "Ida Voss … as a saint"),
        ("The match is seen by many fans as a decider.", "many fans", "The match … as a decider"),
        ("The man was identified by police as Carl Nyberg.", "police", "The man … as Carl Nyberg"),
    ],
)
def test_a_thing_and_its_name_are_said(sentence: str, source: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_called_by(page.document)
    assert (page.words(one.source), page.words(one.content)) == (source, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan was dismissed by the court.",
        "The clerk was dismissed by Moss as the clock was wound.",
        "He was called by his mother at noon.",
        "The well is referred to as deep by habit.",
        "She read a letter described by Hale.",
        "She was not described as ill by Hale.",
        "The clerk is identified by her initials as a rule.",
    ],
)
def test_what_is_not_called_so_is_not(sentence: str) -> None:
    assert not [*find_called_by(Page(sentence).document)]
