"""Titles before names."""

import pytest

from reader.analysis.document.titles import read_before
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("They told Gov. Lee so.", "Gov"),
        ("They told Queen Lee so.", "Queen"),
        ("It was seen by the Queen. Lee was glad.", ""),
        ("It was seen by the Queen\n\nLee was glad.", ""),
        ("Lee was glad.", ""),
    ],
)
def test_the_word_before_a_name_stands_in_its_sentence(text: str, before: str) -> None:
    page = Page(text)
    assert read_before(page.document.words, page.document.words_in(page.span("Lee")).start).rstrip(".") == before
