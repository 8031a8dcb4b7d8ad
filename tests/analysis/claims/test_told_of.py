"""What somebody said who is only told of."""

import pytest

from reader.analysis.claims.told_of import find_told_of
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Lund met a man who says the quay broke his arm.", "who", "says", "the quay broke his arm"),
        ("Lund met a nurse who said Moss was ill in bed.", "who", "said", "Moss was ill in bed"),
        ("Moss, who had claimed the fee was a tax, left.", "who", "had claimed", "the fee was a tax"),
        ("Lund met Moss, who added the fee was a tax.", "who", "added", "the fee was a tax"),
        ("It was a letter in which she said she was ill in bed.", "she", "said", "she was ill in bed"),
    ],
)
def test_what_is_said_in_a_relative_clause_is_a_claim(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_told_of(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anyone who says the quay is safe is wrong.",
        "Who says the quay is safe?",
        "Lund met a man who never said the quay was safe.",
        "Lund wants a man who may say the quay is safe.",
        "Lund knows the day that said it all.",
        "Lund met a man who says so.",
        "“I met a man who says the quay broke his arm,” Lund said.",
        "She said she was ill.",
    ],
)
def test_what_is_no_report_or_has_no_certain_end_is_none(sentence: str) -> None:
    assert not [*find_told_of(Page(sentence).document)]
