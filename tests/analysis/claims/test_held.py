"""What somebody's fear, view or message is, is reported by a noun and a form of be."""

import pytest

from reader.analysis.claims.held import find_held, find_owned, find_seen_as, find_stances
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Her concern was that the quay would flood.", "Her", "concern was", "that the quay would flood"),
        ("Her goal is to win the cup in May.", "Her", "goal is", "to win the cup in May"),
        ("Her first tip is to wash the deck in May.", "Her", "tip is", "to wash the deck in May"),
        ("Hale’s advice is to stay in port.", "Hale", "advice is", "to stay in port"),
        ("Its conclusion was that the pump was old.", "Its", "conclusion was", "that the pump was old"),
        (
            "Hale's main argument is that a tunnel would cost less.",
            "Hale",
            "argument is",
            "that a tunnel would cost less",
        ),
        ("Moss's answer was simple: sell the boat.", "Moss", "answer was simple", "sell the boat"),
        ("His message was: buy less and walk more.", "His", "message was", "buy less and walk more"),
        (
            "The charity's upper estimate was 222,000 people without homes.",
            "The charity",
            "estimate was",
            "222,000 people without homes",
        ),
        (
            "The fear among nurses is that the ward will close.",
            "nurses",
            "fear … is",
            "that the ward will close",
        ),
        (
            "The view of the committee is that the bridge is unsafe, but it has no money.",
            "the committee",
            "view … is",
            "that the bridge is unsafe",
        ),
    ],
)
def test_a_noun_and_a_clause_report(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_held(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The problem is that the quay floods.",
        "My worry is that nobody listens.",
        "The official view is that the ward is safe.",
        "The fear of flooding is that it comes at night.",
        "The criticism of Hale is that he sleeps.",
        "Her concern was genuine.",
        "Its conclusion was delayed until May.",
        "Her concern for the quay that floods was great.",
        "The charity's estimate was wrong.",
        "Moss said: “Her concern was that the quay would flood.”",
    ],
)
def test_no_words_of_somebodys_are_told(sentence: str) -> None:
    assert not [*find_held(Page(sentence).document)]


def test_what_a_thing_is_for_somebody_is_said_in_quotation_marks() -> None:
    page = Page("For Hale, baking is “playing with fire” and a trade.")
    (one,) = find_seen_as(page.document)
    assert page.told(one) == ("Hale", "For", "baking is “playing with fire”")


@pytest.mark.parametrize(
    "sentence",
    [
        "For Hale, the season is over.",
        "For years, the bridge was “the lung of the town”.",
        "For Hale, who wrote “The Bridge”, the season is over.",
        "To Hale, she gave a “small” prize.",
    ],
)
def test_a_thing_that_is_so_for_somebody_is_not_said(sentence: str) -> None:
    assert not [*find_seen_as(Page(sentence).document)]


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        (
            "Hale has been sharply critical of the board's pay.",
            "has been sharply critical of",
            "the board's pay",
        ),
        ("Residents are opposed to the runway, and to the road.", "are opposed to", "the runway"),
        ("Lund was wary of the offer.", "was wary of", "the offer"),
        ("Lund is sceptical of the claim that nobody knew.", "is sceptical of", "the claim that nobody knew"),
    ],
)
def test_what_somebody_is_against_is_told(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_stances(page.document)
    assert page.told(one)[1:] == (cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is critical of late.",
        "The valve is critical to the pump.",
        "Hale was opposed by the union.",
        "Hale has to be critical of the plan.",
        "Hale will be proud of the boat.",
        "The plan is opposed to reason.",
    ],
)
def test_what_nobody_is_against_is_not(sentence: str) -> None:
    assert not [*find_stances(Page(sentence).document)]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("The vote reflects Hale's belief that the quay is safe.", "Hale", "that the quay is safe"),
        (
            "Work goes on despite the mayor's insistence that it is done, and costs rise.",
            "the mayor",
            "that it is done",
        ),
        ("Despite her claim that the quay is safe, it was shut.", "her", "that the quay is safe"),
    ],
)
def test_whose_belief_or_claim_it_is_is_told(sentence: str, source: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_owned(page.document)
    assert (page.words(one.source), page.words(one.content)) == (source, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale's belief that the quay is safe has cost him his job.",
        "The vote reflects the belief that the quay is safe.",
        "The paper printed Hale's claim that was false.",
        "The vote reflects its belief that the quay is safe.",
        "“It reflects Hale's belief that the quay is safe,” said Moss.",
    ],
)
def test_a_belief_of_nobody_or_that_is_spoken_of_is_not(sentence: str) -> None:
    assert not [*find_owned(Page(sentence).document)]
