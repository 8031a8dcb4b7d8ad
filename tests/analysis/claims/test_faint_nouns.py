"""What somebody holds, told by a noun that they have, give or take, is a faint claim."""

import pytest

from reader.analysis.claims.faint_nouns import find_faint_nouns
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Moss has grave doubts about the quay.", "Moss", "has grave doubts about", "the quay"),
        ("Moss paid tribute to the nurses.", "Moss", "paid tribute to", "the nurses"),
        ("The union has no plans to sell it.", "The union", "has no plans", "to sell it"),
        ("The union has no intention of striking.", "The union", "has no intention of", "striking"),
        ("Moss made no secret of her anger.", "Moss", "made no secret of", "her anger"),
        ("Moss threw the union’s weight behind the vote.", "Moss", "threw the union’s weight behind", "the vote"),
        ("Craven went home with hopes of winning.", "Craven", "with hopes of", "winning"),
        ("He spoke of the board’s pledge to build a quay.", "the board", "pledge", "to build a quay"),
        ("Her plans to sell the boat were dropped.", "Her", "plans", "to sell the boat"),
        ("The fear is that it may sink.", "", "fear is", "that it may sink"),
        ("The suggestion is Moss will sell the quay.", "", "suggestion is", "Moss will sell the quay"),
        ("The expectation had been that Moss would win.", "", "expectation had been", "that Moss would win"),
        (
            "The hope is that Moss, who is ill, will come.",
            "",
            "hope is",
            "that Moss, who is ill, will come",
        ),
        ("They met Craig Moss, a self-styled prophet.", "Craig Moss", "self-styled", "prophet"),
        ("They met self-described sailor Ida Moss.", "Ida Moss", "self-described", "sailor"),
    ],
)
def test_what_somebody_holds_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_faint_nouns(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Moss would have doubts about the quay.",
        "The hall has a view of the sea.",
        "Moss paid interest on the loan.",
        "The sale has raised doubts about the quay.",
        "The plan to sell the boat was dropped.",
        "They met self-described Ida Moss.",
    ],
)
def test_other_nouns_tell_nothing(sentence: str) -> None:
    assert not [*find_faint_nouns(Page(sentence).document)]
