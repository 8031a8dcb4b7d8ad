"""Names that the tagger broke in two are whole."""

import pytest

from reader.analysis.names import Name, complete_names
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("Jan", "ten", "Brug"), True),
        (("Mia", "van der", "Wal"), True),
        (("Ida", "and", "Moss"), False),
        (("Ida", "took", "Moss"), False),
    ],
)
def test_a_small_word_of_a_foreign_name_parts_nobody(parts: tuple[str, str, str], whole: bool) -> None:
    first, between, last = parts
    page = Page(f"On Monday they saw {first} {between} {last} at the gate.")
    names = [Name(page.span(one), "person", 0.9) for one in (first, last)]
    found = [page.document.article.words_of(name.span) for name in complete_names(page.document, names, [])]
    assert found == ([f"{first} {between} {last}"] if whole else [first, last])
