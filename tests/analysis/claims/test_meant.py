"""What somebody means to do, wants or hopes is reported by a verb or an adjective before an infinitive."""

import pytest

from reader.analysis import analyse
from reader.analysis.claims.meant import find_meant, find_minded, find_ordered, find_seen, lift_meant
from reader.article import article_from_text
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The board plans to sell the quay in May.", "The board", "plans", "to sell the quay in May"),
        ("Hale is hoping to win the cup.", "Hale", "is hoping", "to win the cup"),
        ("She had long intended to retire.", "She", "had long intended", "to retire"),
        ("Moss did not want to leave.", "Moss", "did not want", "to leave"),
        ("Moss wants the ward to close by spring.", "Moss", "wants", "the ward to close by spring"),
        ("It plans to build a bridge.", "It", "plans", "to build a bridge"),
        ("Earlier this year he had planned to go.", "he", "had planned", "to go"),
        ("The council plans to buy a crane and has asked for a loan.", "The council", "plans", "to buy a crane"),
        ("Moss wants to stay but fears the cold.", "Moss", "wants", "to stay"),
        ("They all want to stay (and to eat) here.", "They all", "want", "to stay (and to eat) here"),
        ("Moss plans to move to the U.S. in May.", "Moss", "plans", "to move to the U.S. in May"),
        ("Women in the village want to vote.", "Women in the village", "want", "to vote"),
    ],
)
def test_who_means_to_do_something_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_meant(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "I want to go.",
        "We all want to go.",
        "People want to vote.",
        "Hale will want to win.",
        "The bridge was intended to carry trams.",
        "What the board wants to sell is the quay.",
        "If Moss wants to stay, she can.",
        "This is the boat he wanted to buy.",
        "They told how much they wanted to avoid it.",
        "They had the news that fans wanted to hear.",
        "The rules aim to protect swimmers.",
        "Hale wants a boat.",
        "Hale used to want to leave.",
        "The harbour's plans to expand failed.",
        "“The board plans to sell the quay,” said Moss.",
    ],
)
def test_what_nobody_means_is_not(sentence: str) -> None:
    assert not [*find_meant(Page(sentence).document)]


def test_two_words_whose_tags_are_in_each_others_place_are_read_without_a_slip() -> None:
    text = "The storm\n\nThe storm came on Friday.\n\nHughes wants goalkeeper Asmir Bekov to agree a new deal.\n"
    assert [claim.speaker_name for claim in analyse(article_from_text(text)).claims] == ["Hughes"]


def test_a_headline_means_what_its_verb_says() -> None:
    page = Page("Nobody was asked.", headline="Harlow Council plans to sell quay")
    (one,) = find_meant(page.document)
    assert page.words(one.content) == "to sell quay"


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Moss is keen to stay.", "is keen", "to stay"),
        ("Owners are reluctant to sell, and wait.", "are reluctant", "to sell"),
        ("The board came under attack but is determined to stay.", "is determined", "to stay"),
        ("Hale was well aware that the pump was old.", "was well aware", "that the pump was old"),
    ],
)
def test_who_is_minded_to_do_something_is_heard(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_minded(page.document)
    assert page.told(one)[1:] == (cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Moss must be keen to stay.",
        "Ninety homes were determined to be unsafe.",
        "Hale was aware of the leak.",
        "Divers eager to help came early.",
        "When the board met, it lost and is keen to stay.",
    ],
)
def test_who_is_only_so_described_means_nothing(sentence: str) -> None:
    assert not [*find_minded(Page(sentence).document)]


def test_who_orders_others_is_heard() -> None:
    page = Page("The mayor has ordered residents near the dam to leave at once.")
    (one,) = find_ordered(page.document)
    assert page.told(one) == ("The mayor", "has ordered", "residents near the dam to leave at once")


@pytest.mark.parametrize(
    "sentence",
    ["The mayor ordered a coffee.", "Residents were ordered to leave.", "The signs encouraged drivers to slow down."],
)
def test_what_is_ordered_by_nobody_is_not(sentence: str) -> None:
    assert not [*find_ordered(Page(sentence).document)]


def test_what_somebody_takes_a_thing_for_is_told() -> None:
    page = Page("Traders see the tram as a threat to the harbour.")
    (one,) = find_seen(page.document)
    assert page.told(one) == ("Traders", "see", "the tram as a threat to the harbour")


@pytest.mark.parametrize(
    "sentence", ["Hale saw the tram as the doors closed.", "Hale saw the tram.", "The tram is seen as a threat."]
)
def test_what_somebody_sees_is_not(sentence: str) -> None:
    assert not [*find_seen(Page(sentence).document)]


def test_what_the_tagger_found_of_them_is_as_sure_and_ends_before_the_next_verb() -> None:
    page = Page("Hale has opened a yard and plans to build boats and is looking for workers.")
    found = page.say("Hale", "plans", "to build boats and is looking for workers", confidence=0.6)
    one = lift_meant(page.document, found)
    assert page.words(one.content) == "to build boats"
    assert one.by_form
    assert one.confidence is not None
    assert one.confidence > 0.75


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Hale's plans to build boats failed.", "Hale's", "plans", "to build boats"),
        ("I hope to build boats.", "I", "hope", "to build boats"),
        ("Hale plans a yard.", "Hale", "plans", "a yard"),
        ("The pump was planned to last.", "The pump", "was planned", "to last"),
        ("Hale hurried to build boats.", "Hale", "hurried", "to build boats"),
    ],
)
def test_what_is_none_of_them_stays_as_it_was(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    one = page.say(source, cue, content, confidence=0.6)
    assert lift_meant(page.document, one) == one


def test_what_the_tagger_hardly_believes_stays_so() -> None:
    page = Page("Hale plans to build boats.")
    one = page.say("Hale", "plans", "to build boats", confidence=0.3)
    assert lift_meant(page.document, one) == one
