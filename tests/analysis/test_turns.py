"""While an article is analysed Python's threads take short turns, and their own again however that ends."""

import sys
from collections.abc import Iterator

import pytest

from reader.analysis.engine import analyse
from reader.analysis.turns import TURN
from reader.article import article_from_text

ARTICLE = article_from_text("Bridge closed\n\nRuth Adeyemi said that the bridge was closed.\n")
USUAL = 0.004


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(USUAL)
    yield
    sys.setswitchinterval(before)


def test_turns_are_short_during_an_analysis_and_as_before_behind_it() -> None:
    turns: list[float] = []
    analyse(ARTICLE, on_progress=lambda step: turns.append(sys.getswitchinterval()))
    assert turns
    assert all(turn == pytest.approx(TURN) for turn in turns)
    assert sys.getswitchinterval() == pytest.approx(USUAL)


def test_turns_are_as_before_where_an_analysis_breaks_off() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        analyse(ARTICLE, method="nonsense")
    assert sys.getswitchinterval() == pytest.approx(USUAL)


def test_shorter_ones_are_left_alone() -> None:
    sys.setswitchinterval(TURN / 2)
    analyse(ARTICLE)
    assert sys.getswitchinterval() == pytest.approx(TURN / 2)
