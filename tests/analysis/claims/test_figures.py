"""What somebody expects or aims at is told by a figure alone."""

import pytest

from reader.analysis.claims.figures import find_figures
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Analysts had expected 51.0.", "Analysts", "had expected", "51.0"),
        (
            "Sailors polled by Harbour Works were looking for $3 a day.",
            "Sailors polled by Harbour Works",
            "were looking for",
            "$3 a day",
        ),
        (
            "For next year, the company is targeting $4.1 to $4.2 a share.",
            "the company",
            "is targeting",
            "$4.1 to $4.2 a share",
        ),
        ("Harbour Works called for a 30.5% margin.", "Harbour Works", "called for", "a 30.5% margin"),
        ("Quay.example forecasted between 40 and 50 boats.", "Quay.example", "forecasted", "between 40 and 50 boats"),
        ("CEO Ida Hale sees $1 million in orders.", "CEO Ida Hale", "sees", "$1 million in orders"),
    ],
)
def test_a_figure_is_expected(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_figures(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The work will support an estimated 235,000 jobs.",
        "And an estimated 55,000 people came to the quay.",
        "The plan targets $650 million in fees.",
        "A single year sees 19,000 new boats.",
        "Moss, who expects 40 guests, is late.",
        "The board could expect 40 boats.",
        "Moss said: “The board expects 40 boats.”",
        "The board expects more boats in May.",
        "Fewer than half of the board expects 40 boats.",
    ],
)
def test_other_figures_are_expected_by_nobody(sentence: str) -> None:
    assert not [*find_figures(Page(sentence).document)]
