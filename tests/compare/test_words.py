"""Words are compared without case, punctuation and ways of spelling; numbers have one key."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.words import tokens_of


def keys(text: str) -> list[str]:
    return [token.key for token in tokens_of(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve cows", "12 cows"),
        ("three hundred and twelve people", "312 people"),
        ("£1.4 million", "£1.4m"),
        ("two thousand and six", "2,006"),
        ("five per cent", "5%"),
        ("“Close the gate!”", "‘close the gate’"),
        ("The programme was organised", "the program was organized"),
        ("its colour", "its color"),
        ("that’s it", "that's it"),
    ],
)
def test_one_key_for_the_ways_of_writing_a_word(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("that's", "that is"), ("12", "13"), ("one and two", "3"), ("fast", "faster")]
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@given(st.text())
def test_the_words_of_any_text_stand_in_it_in_order(text: str) -> None:
    spans = [token.span for token in tokens_of(text, [(0, len(text))])]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
