"""A line that a page's data say and the page shows is one line, however each writes it."""

import pytest

from reader.article.text.same_words import are_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quay shut after storm", "QUAY SHUT – after storm."),
        ("“It is over”, says Lund", "It is over says  Lund"),
        ("Straße gesperrt", "STRASSE GESPERRT"),
        ("…", ""),
    ],
)
def test_case_signs_and_spaces_make_no_difference(one: str, other: str) -> None:
    assert are_same(one, other)


@pytest.mark.parametrize("other", ["Quay shut", "After storm quay shut", "Quays shut after storm", ""])
def test_other_words_or_another_order_do(other: str) -> None:
    assert not are_same("Quay shut after storm", other)
