"""How much is said in an article and who says most: counted as on the reading screen."""

from dataclasses import replace

import pytest

from reader.analysis.counting import find_leading, share_voices
from reader.library import Library
from tests.library.conftest import analysed, make_article


def test_home_and_lists_count_as_the_reading_screen_does(library: Library) -> None:
    article = make_article()
    found = analysed(
        article,
        ("Ruth Adeyemi", "We were told it was safe in January, and it was not."),
        ("Tom Pryce", "the closure would ruin the street"),
        ("Tom Pryce", "Nobody asked the café across the river."),
    )
    first, second, doubtful = found.claims
    found = replace(found, claims=(first, second, replace(doubtful, confidence=0.3)))
    entry = library.keep(article, found).entry
    (row,) = library.rows([library.entry(entry)])
    shares = share_voices(article, found)
    assert row.claims == row.entry.claims == 2
    assert row.voice == "Adeyemi"
    assert row.voice_share == pytest.approx(shares[find_leading(shares)])
