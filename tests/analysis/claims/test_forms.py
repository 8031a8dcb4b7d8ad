"""What somebody rules out, or is sure of, is reported though no verb of speech stands there."""

import pytest

from reader.analysis.claims.forms import find_forms, find_rejected
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The union has ruled out further strikes before May.",
            "The union",
            "has ruled out",
            "further strikes before May",
        ),
        ("Moss ruled out a sale after claiming it was late.", "Moss", "ruled out", "a sale"),
        ("Moss did not rule out a rise in fares.", "Moss", "did not rule out", "a rise in fares"),
        (
            "Moss has rejected claims that the port leaks, saying it is new.",
            "Moss",
            "has rejected claims",
            "that the port leaks",
        ),
        ("Moss offered assurances that no jobs would go.", "Moss", "offered assurances", "that no jobs would go"),
        ("Moss is adamant the plan is sound.", "Moss", "is adamant", "the plan is sound"),
        (
            "The board was convinced that the quay leaked, but paid.",
            "The board",
            "was convinced",
            "that the quay leaked",
        ),
        ("Moss is adamant that it is safe -- and new.", "Moss", "is adamant", "that it is safe"),
        ("The clerk shot back that the quay was his.", "The clerk", "shot back", "that the quay was his"),
        ("Moss then fired back that nobody had paid.", "Moss", "then fired back", "that nobody had paid"),
        ("She remains hopeful that it will hold.", "She", "remains hopeful", "that it will hold"),
    ],
)
def test_a_form_reports(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = [*find_forms(page.document), *find_rejected(page.document)]
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The police fired back that night.",
        "The ball hit back that was thrown.",
        "A rise in fares was ruled out by the board.",
        "It is too early to rule out a rise.",
        "Moss ruled the claim out of order.",
        "Claims that the port leaks were rejected by Moss.",
        "Moss rejected claims of the port's owners.",
        "Moss rejected the bill that the board sent.",
        "It is certain that the plan is sound.",
        "A certain man was convinced of it.",
        "I am adamant the plan is sound.",
        "Moss said: “She is adamant the plan is sound.”",
    ],
)
def test_no_form_reports_what_nobody_holds(sentence: str) -> None:
    document = Page(sentence).document
    assert [*find_forms(document), *find_rejected(document)] == []
