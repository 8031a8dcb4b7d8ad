"""What somebody said, according to another, is the other's claim with the first one's within."""

import pytest

from reader.analysis.claims.relayed import relay_claims
from tests.analysis.conftest import Page, Read

Parts = tuple[str, str, str]


def relay(sentence: str, *found: Parts) -> list[Parts]:
    """Source, cue and content of what is left of attributions, told by their words."""
    page = Page(sentence)
    given = [page.say(source, cue, *content.split(" … ")) for source, cue, content in found]
    return sorted(map(page.told, relay_claims(page.document, given)))


@pytest.mark.parametrize(
    ("sentence", "inside", "source", "content"),
    [
        (
            "“The quay is safe,” Moss said in May, according to the Harbour Times.",
            ("Moss", "said", "The quay is safe,"),
            "the Harbour Times",
            "“The quay is safe,” Moss said in May,",
        ),
        (
            "Moss told the crew it was “a fair day”, according to Lund.",
            ("Moss", "told", "it was “a fair day"),
            "Lund",
            "Moss told the crew it was “a fair day”,",
        ),
        (
            "But “the quay is safe,” Moss said, according to Lund.",
            ("Moss", "said", "the quay is safe,"),
            "Lund",
            "“the quay is safe,” Moss said,",
        ),
        (
            "“It is dry. The quay is safe,” Moss said, according to Lund.",
            ("Moss", "said", "It is dry. The quay is safe,"),
            "Lund",
            "“It is dry. The quay is safe,” Moss said,",
        ),
        (
            "More than ten sailors say the quay is safe, according to Lund.",
            ("ten sailors", "say", "the quay is safe"),
            "Lund",
            "More than ten sailors say the quay is safe,",
        ),
    ],
)
def test_all_of_it_is_whose_account_it_is(sentence: str, inside: Parts, source: str, content: str) -> None:
    assert relay(sentence, inside) == [(source, "according to", content)]


@pytest.mark.parametrize(
    ("sentence", "inside", "others", "left"),
    [
        (
            "“I sank it,” Moss told the crew, police said.",
            ("Moss", "told the crew", "I sank it,"),
            [],
            [("police", "said", "“I sank it,” Moss told the crew,")],
        ),
        (
            "“I sank it,” Moss said, the Harbour Times reported on Monday.",
            ("Moss", "said", "I sank it,"),
            [("the Harbour Times", "reported", "Moss said,")],
            [("the Harbour Times", "reported", "“I sank it,” Moss said,")],
        ),
        ("“I sank it,” Moss told the crew, another said.", ("Moss", "told the crew", "I sank it,"), [], []),
        ("“I sank it,” Moss told the crew, he said.", ("Moss", "told the crew", "I sank it,"), [], []),
        ("“I sank it,” Moss told the crew, and police said.", ("Moss", "told the crew", "I sank it,"), [], []),
        ("“I sank it,” Moss told the crew, who wept, police guessed.", ("Moss", "told the crew", "I sank it,"), [], []),
    ],
)
def test_whoever_is_told_of_last_reports_all_of_it(
    sentence: str, inside: Parts, others: list[Parts], left: list[Parts]
) -> None:
    assert relay(sentence, inside, *others) == (left or [inside])


def test_what_police_say_that_somebody_said_is_a_chain() -> None:
    got = Read("Quay shut\n\n“I sank it for the money,” Lorne Pike told the crew, prosecutors said.\n")
    assert [(one.speaker_name, one.within) for one in got.analysis.claims] == [
        ("prosecutors", None),
        ("Lorne Pike", "c1"),
    ]


def test_per_does_as_well() -> None:
    sentence = "“The quay is safe,” Moss said, per Harbour News."
    assert relay(sentence, ("Moss", "said", "The quay is safe,")) == [
        ("Harbour News", "per", "“The quay is safe,” Moss said,")
    ]


def test_what_is_said_behind_stays_with_who_says_it() -> None:
    sentence = "“The quay is safe,” Moss said, according to Lund. “It is dry.”"
    assert relay(sentence, ("Moss", "said", "The quay is safe, … It is dry.")) == [
        ("Lund", "according to", "“The quay is safe,” Moss said,"),
        ("Moss", "", "It is dry."),
    ]


def test_an_account_that_stops_at_what_is_said_goes_on_to_who_says_it() -> None:
    sentence = "The quay is safe, Moss said, according to Lund."
    inside, whole = ("Moss", "said", "The quay is safe"), ("Lund", "according to", "The quay is safe, Moss said,")
    assert relay(sentence, inside, ("Lund", "according to", "The quay is safe")) == [whole]
    assert relay(sentence, inside, whole) == [whole, inside]


def test_a_claim_that_lacks_who_says_it_is_widened() -> None:
    sentence = "The quay is safe, the council said Tuesday, according to Lund."
    assert relay(sentence, ("Lund", "according to", "The quay is safe")) == [
        ("Lund", "according to", "The quay is safe, the council said Tuesday")
    ]


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        (
            "Moss said the quay is safe, and it will open in May, according to Lund.",
            ("Moss", "said", "the quay is safe"),
        ),
        ("The quay is safe, Moss feared, according to Lund.", ("Moss", "feared", "The quay is safe")),
        ("“The quay is safe,” Moss said, according to a transcript.", ("Moss", "said", "The quay is safe,")),
        ("“The quay is safe,” Moss said, according to his office.", ("Moss", "said", "The quay is safe,")),
    ],
)
def test_what_is_apart_or_a_record_of_the_same_words_changes_nothing(sentence: str, inside: Parts) -> None:
    assert relay(sentence, inside) == [inside]


def test_a_text_that_opens_with_whose_account_it_is_has_nothing_before_it() -> None:
    got = Read("According to Lund of the Vessen Times, the quay is safe, Moss said.\n")
    assert got.said() == [("Moss", "the quay is safe")]
