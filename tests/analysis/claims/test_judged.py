"""What somebody thinks of a thing, or makes known, is reported by a verb and the thing alone."""

import pytest

from reader.analysis.claims.judged import find_judged_by, find_judging
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The raid was condemned by the bishop.", "the bishop", "was condemned by", "The raid"),
        ("The gate is a move welcomed by traders.", "traders", "welcomed by", "a move"),
        (
            "The plan, criticised by residents, is off.",
            "residents",
            "criticised by",
            "The plan",
        ),
        ("The allegations were denied by Hale.", "Hale", "were denied by", "The allegations"),
        ("Fresh concerns have been raised by traders.", "traders", "have been raised by", "Fresh concerns"),
    ],
)
def test_who_judges_a_thing_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_judged_by(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The striker was denied by the post.",
        "The striker was denied by a fine save.",
        "The plan was rejected by a vote.",
        "The plan must be welcomed by all.",
        "The plan was not endorsed by Hale.",
        "The raid was condemned.",
        "He said it was criticised by “everybody”.",
    ],
)
def test_what_nobody_judges_is_not(sentence: str) -> None:
    assert not [*find_judged_by(Page(sentence).document)]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Hale has criticised the board's pay.", "Hale", "has criticised", "the board's pay"),
        ("The union opposes the tram, and the bridge.", "The union", "opposes", "the tram"),
        ("Moss rejected the idea and went home.", "Moss", "rejected", "the idea"),
        ("The club has rejected two bids.", "The club", "has rejected", "two bids"),
        ("The council unveiled a plan for the quay.", "The council", "unveiled", "a plan for the quay"),
    ],
)
def test_who_judges_or_makes_known_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_judging(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The club rejected two boats.",
        "The inn welcomed guests.",
        "Hale endorsed one in May.",
        "I criticised the pay.",
        "The beam supports the roof.",
        "Hale will oppose the tram.",
        "Those who opposed the tram left.",
        "Hale never endorsed the tram.",
        "The tram was announced by Hale.",
    ],
)
def test_what_is_done_to_a_thing_is_no_judgement(sentence: str) -> None:
    assert not [*find_judging(Page(sentence).document)]
