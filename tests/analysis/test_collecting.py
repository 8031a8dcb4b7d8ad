"""Garbage is not looked for while an article is analysed, and is again however that ends."""

import gc
from collections.abc import Iterator

import pytest

from reader.analysis.collecting import seldom_collecting, without_collecting
from reader.analysis.engine import analyse
from reader.article import article_from_text

ARTICLE = article_from_text("Bridge closed\n\nRuth Adeyemi said that the bridge was closed.\n")


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_garbage_is_not_looked_for_during_an_analysis_and_is_behind_it() -> None:
    looked_for: list[bool] = []
    analyse(ARTICLE, on_progress=lambda step: looked_for.append(gc.isenabled()))
    assert looked_for
    assert not any(looked_for)
    assert gc.isenabled()


def test_it_is_looked_for_again_where_an_analysis_breaks_off() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        analyse(ARTICLE, method="nonsense")
    assert gc.isenabled()


def test_whoever_had_stopped_looking_finds_it_stopped_behind_an_analysis() -> None:
    gc.disable()
    analyse(ARTICLE)
    assert not gc.isenabled()


def test_what_is_given_and_what_comes_back_goes_through_untouched() -> None:
    @without_collecting
    def divide(whole: int, *, by: int) -> float:
        return whole / by

    assert divide(3, by=2) == 1.5


def test_garbage_between_articles_is_looked_for_seldom_and_as_ever_behind_them() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, *before[1:])
    looked_for: list[str] = []
    gc.callbacks.append(lambda phase, about: looked_for.append(phase))
    try:
        with seldom_collecting():
            kept = [[number] for number in range(7000)]
            assert gc.isenabled()
            assert not looked_for
        kept += [[number] for number in range(7000)]
        assert looked_for
        assert gc.get_threshold()[0] == 700
    finally:
        gc.callbacks.pop()
        gc.set_threshold(*before)
