"""What somebody asks for, owns up to, calls a thing or puts it down to is reported by what stands behind the verb."""

import pytest

from reader.analysis.claims.asked import find_asked
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Moss asked for more time to study it.", "Moss", "asked for", "more time to study it"),
        ("The family has asked for privacy.", "The family", "has asked for", "privacy"),
        ("The captain asked to be relieved.", "The captain", "asked", "to be relieved"),
        ("Hale begged the court to spare his dog.", "Hale", "begged", "the court to spare his dog"),
        (
            "The coroner has repeatedly requested the files.",
            "The coroner",
            "has repeatedly requested",
            "the files",
        ),
        ("Coyle denied knowing her.", "Coyle", "denied", "knowing her"),
        ("Coyle admitted to sending the letters.", "Coyle", "admitted to", "sending the letters"),
        ("Lund branded the deal a betrayal of the north.", "Lund", "branded", "the deal a betrayal of the north"),
        ("The police identified the woman as Erika Moss.", "The police", "identified", "the woman as Erika Moss"),
        ("Voss characterised the firm as reckless.", "Voss", "characterised", "the firm as reckless"),
        ("Agents attribute the growth to cheap loans.", "Agents", "attribute", "the growth to cheap loans"),
        ("Moss put the loss down to the weather.", "Moss", "put", "the loss down to the weather"),
        ("The ministry put the cost at £40m.", "The ministry", "put", "the cost at £40m"),
        ("Hale takes the view that nobody would know.", "Hale", "takes the view", "that nobody would know"),
        ("The auditors flagged that the sums were wrong.", "The auditors", "flagged", "that the sums were wrong"),
    ],
)
def test_a_verb_reports_by_what_stands_behind_it(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_asked(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Coyle was denied boarding the plane.",
        "The car is branded a classic.",
        "Most men identified themselves as free.",
        "The growth is attributed to cheap loans.",
        "Moss put the cup on the table.",
        "The club requested a taxi.",
        "It asked for a password.",
        "I asked for more time.",
        "The Echo has requested comment from the firm.",
        "When guests ask for help, nobody comes.",
        "A guest who has asked for tea and cake left.",
        "Moss takes the view from the hill.",
        "She asked him where the boat was.",
        "He flagged a taxi.",
        "Moss said: “Coyle denied knowing her.”",
    ],
)
def test_nothing_is_reported(sentence: str) -> None:
    assert not [*find_asked(Page(sentence).document)]


def test_two_deeds_side_by_side_are_two_claims() -> None:
    page = Page("Coyle admitted taking the boat and denied sinking it.")
    told = [("Coyle", "admitted", "taking the boat"), ("Coyle", "denied", "sinking it")]
    assert list(map(page.told, find_asked(page.document))) == told
