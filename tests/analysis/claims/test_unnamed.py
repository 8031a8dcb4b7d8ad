"""What is reported by nobody named is a claim without a source."""

import pytest

from reader.analysis.claims.unnamed import find_unnamed
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("It was alleged during the trial that Coyle had hidden it.", "was alleged", "that Coyle had hidden it"),
        ("The quay was sold in May, it has emerged.", "has emerged", "The quay was sold in May"),
        ("The quay was sold for a song, it was revealed on Friday.", "was revealed", "The quay was sold for a song"),
        ("It is feared there will be a strike.", "is feared", "there will be a strike"),
        ("It has emerged that the club will appeal.", "has emerged", "that the club will appeal"),
        ("It emerged on Tuesday that the club had left.", "emerged", "that the club had left"),
        ("It later emerged that the club had left.", "later emerged", "that the club had left"),
        ("It has since emerged the club was sold.", "has since emerged", "the club was sold"),
        ("It transpires that the club had left.", "transpires", "that the club had left"),
        ("It is understood that the club will appeal.", "is understood", "that the club will appeal"),
        ("It is understood the club will appeal.", "is understood", "the club will appeal"),
        ("After it was revealed that the boat leaked, Moss left.", "was revealed", "that the boat leaked"),
        ("It has also been suggested that the quay could move.", "has also been suggested", "that the quay could move"),
        ("It is believed that the boat leaked, but Moss left.", "is believed", "that the boat leaked"),
        ("It is hoped the quay will stay open.", "is hoped", "the quay will stay open"),
        ("It emerged this week that the club had left.", "emerged", "that the club had left"),
        ("It is understood clerks from the port will visit.", "is understood", "clerks from the port will visit"),
        (
            "It is understood Moss, who has sold her boat, is ill.",
            "is understood",
            "Moss, who has sold her boat, is ill",
        ),
        (
            "It is hoped that it helps not only Moss but also Lund.",
            "is hoped",
            "that it helps not only Moss but also Lund",
        ),
        (
            "It is thought that the ship, built in 1742, sank.",
            "is thought",
            "that the ship, built in 1742, sank",
        ),
    ],
)
def test_nobody_tells_it(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_unnamed(page.document)
    assert page.told(one) == ("", cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was reported by the Echo that the shop had been sold.",
        "It was announced on Monday.",
        "When the deal was done, it was announced by the board.",
        "It emerged from the water that night.",
        "It emerges from the water that night.",
        "It claimed that the club would appeal.",
        "It also suggested that the club would appeal.",
        "The plan was announced that night.",
        "It is believed to be safe.",
        "It was confirmed, and that was that.",
        "Moss said: “It is understood that the club will appeal.”",
    ],
)
def test_somebody_tells_it_or_nothing_is_told(sentence: str) -> None:
    assert not [*find_unnamed(Page(sentence).document)]
