"""What is said of somebody by nobody named, and what reports and fears tell, are faint claims."""

import pytest

from reader.analysis.claims.faint_forms import find_faint
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Craven, 27, was reported to have sold the quay.", "", "was reported", "Craven, 27 … to have sold the quay"),
        ("The board is expected to meet in May.", "", "is expected", "The board … to meet in May"),
        ("Salt has been shown to eat a quay.", "", "has been shown", "Salt … to eat a quay"),
        ("Moss, who led it, is said to be ill.", "", "is said", "Moss … to be ill"),
        (
            "A plan drawn up for the quay is thought to be dead.",
            "",
            "is thought",
            "A plan drawn up for the quay … to be dead",
        ),
        ("The yard is believed to be for sale, with jobs at risk.", "", "is believed", "The yard … to be for sale"),
        ("Moss is understood not to be ill.", "", "is understood", "Moss … not to be ill"),
        ("Although nobody is expected to come, the quay is open.", "", "is expected", "nobody … to come"),
        ("Hale is thought to be ill and has left.", "", "is thought", "Hale … to be ill"),
        ("The poster was widely criticised as racist.", "", "was widely criticised", "The poster … as racist"),
        ("Hale was accused of lying to the board.", "", "was accused", "Hale … of lying to the board"),
        ("The clerk, 40, is accused of lying.", "", "is accused", "The clerk, 40 … of lying"),
        ("Its fall has fuelled speculation that it leaked.", "", "speculation", "that it leaked"),
        ("Moss was asked if the quay would close.", "", "was asked", "if the quay would close"),
        ("Moss was asked about the quay.", "", "was asked about", "the quay"),
        ("Courts have held that the quay is theirs.", "Courts", "have held", "that the quay is theirs"),
        ("He left amid reports that the quay was sinking.", "", "reports", "that the quay was sinking"),
        ("He left amid fears the quay would sink.", "", "fears", "the quay would sink"),
        ("Amid fears that the quay may sink, Hale left.", "", "fears", "that the quay may sink"),
        ("He ignored claims by the board that it had lied.", "the board", "claims", "that it had lied"),
        ("Moss brushed off concerns that it leaked.", "Moss", "brushed off concerns", "that it leaked"),
        ("Hale came to the conclusion that it leaked.", "Hale", "came to the conclusion", "that it leaked"),
        ("Moss has been criticised for failing to act.", "", "has been criticised", "Moss … for failing to act"),
        ("The storm has been likened to a great flood.", "", "has been likened", "The storm … to a great flood"),
        ("Hale is widely regarded as a thief.", "", "is widely regarded", "Hale … as a thief"),
        ("A film, believed to be by Moss, was burnt.", "", "believed", "A film … to be by Moss"),
        ("Police hold a man thought to be her friend.", "", "thought", "a man … to be her friend"),
        (
            "He heard concerns within the Harlow Union (HU) that it leaked.",
            "the Harlow Union",
            "concerns",
            "that it leaked",
        ),
        (
            "The radio aired speeches by Ann Lee urging sailors to join the march.",
            "Ann Lee",
            "urging",
            "sailors to join the march",
        ),
        ("He left after his admission on air that it leaked.", "his", "admission", "that it leaked"),
        ("Sailors were asked to return their keys.", "", "were asked", "Sailors … to return their keys"),
        ("Firms with masks are being urged to share them.", "", "are being urged", "Firms with masks … to share them"),
        ("The parade, which ends here, is expected to go ahead.", "", "is expected", "The parade … to go ahead"),
        ("They lost a sum that is expected to rise.", "", "is expected", "a sum … to rise"),
        ("Fuel fell in May, and is expected to rise in June.", "", "is expected", "Fuel … to rise in June"),
        ("A boat thought to be the oldest was sunk.", "", "thought", "A boat … to be the oldest"),
        ("The film – believed to be by Moss – was burnt.", "", "believed", "The film … to be by Moss"),
        ("Rumours have been swirling that it will sink.", "", "Rumours", "that it will sink"),
        ("The hope that the quay would stay open was dashed.", "", "hope", "that the quay would stay open"),
        ("He left in the hope that it would float.", "", "hope", "that it would float"),
        ("A woman accused of theft fled.", "", "accused", "A woman … of theft"),
        ("They sold a boat billed as the fastest.", "", "billed", "a boat … as the fastest"),
        ("Results are expected in June.", "", "are expected", "Results … in June"),
        ("The court met, with a ruling expected next month.", "", "expected", "a ruling … next month"),
        ("Moss has been lauded for her calm.", "", "has been lauded", "Moss … for her calm"),
        ("Moss is widely credited with saving the quay.", "", "is widely credited", "Moss … with saving the quay"),
    ],
)
def test_what_is_reported_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_faint(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale is not thought to be ill.",
        "What is thought to be gold is brass.",
        "You are expected to pay.",
        "Moss said: “Hale is thought to be ill.”",
        "The quay was seen to sink.",
        "The reports that he wrote were long.",
        "The idea that it leaked is odd.",
        "He calls from the quay to say so.",
        "The board is expected to.",
        "Hale could be seen as a thief.",
        "There are reports of the board on the shelf that nobody reads.",
        "Hale wrote reports of the trip.",
        "The thought to sell it came late.",
        "The lie that he told was long.",
        "A summons ordering the firm to appear was sent.",
        "Hale could be asked to return her keys.",
        "A way must be found to sell it.",
    ],
)
def test_nothing_is_reported(sentence: str) -> None:
    assert not [*find_faint(Page(sentence).document)]


def test_a_headline_of_rumours_tells_nothing() -> None:
    assert not [*find_faint(Page("He left.", headline="Rumours Hale Left Swirl").document)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Lund left the board after his son was accused of theft.", "his son … of theft"),
        ("Selling the quay was thought to be legal.", "Selling the quay … to be legal"),
        ("Lund will sail in a boat, rumoured to be sold in May.", "a boat … to be sold in May"),
    ],
)
def test_what_is_thought_is_of_a_thing_and_not_of_what_was_done_before(sentence: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_faint(page.document)
    assert page.words(one.content) == content
