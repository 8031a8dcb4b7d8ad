"""A summary's length as it is typed."""

import pytest

from reader.app.state.length import Length, length_of


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("5", Length(sentences=5)),
        (" 7 sentences ", Length(sentences=7)),
        ("120 words", Length(words=120)),
        ("120W", Length(words=120)),
        ("20 %", Length(share=0.2)),
        ("500%", Length(share=1.0)),
    ],
)
def test_sentences_words_and_shares_are_lengths(typed: str, length: Length) -> None:
    assert length_of(typed) == length


@pytest.mark.parametrize("typed", ["", "0", "0 %", "banana", "-3", "4banana", "1234567", "5 5"])
def test_anything_else_is_none(typed: str) -> None:
    assert length_of(typed) is None
