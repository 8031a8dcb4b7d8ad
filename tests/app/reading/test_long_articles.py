"""A megabyte is read as a page is: what a key costs depends on the screen, never on the article's length."""

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.screen_steps import repeated
from reader.analysis.model import Analysis
from reader.app.page import view as article_view
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See

pytestmark = pytest.mark.frames


@pytest.fixture
def megabyte(bench: Bench, article: Article, analysis: Analysis) -> Article:
    """The bench's article, said so often that it is a megabyte long, and everything found in it as often."""
    long, found = repeated(replace(article, source="ferry.txt"), analysis, 1_000_000 // len(article.text.encode()))
    bench.articles["ferry.txt"] = long
    bench.result = found
    return long


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many lines of the article were drawn, and how often it was laid out."""
    counts = {"lines": 0, "layouts": 0}
    draw, lay_out = article_view.line_strip, article_view.lay_out

    def counted_draw(*arguments: Any) -> Any:
        counts["lines"] += 1
        return draw(*arguments)

    def counted_layout(*arguments: Any) -> Any:
        counts["layouts"] += 1
        return lay_out(*arguments)

    monkeypatch.setattr(article_view, "line_strip", counted_draw)
    monkeypatch.setattr(article_view, "lay_out", counted_layout)
    return counts


async def test_a_key_draws_two_screenfuls_at_most_and_lays_out_nothing(
    make_app: MakeApp, see: See, megabyte: Article, drawn: dict[str, int]
) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        assert len(screen.now.claims) > 3_000
        for key in ["n", "n", "space", "N", "G", "N", "g", "n", "slash", "z", "q", "escape"]:
            drawn.update(lines=0, layouts=0)
            await pilot.press(key)
            await pilot.pause()
            assert drawn["layouts"] == 0
            assert drawn["lines"] <= 80


async def test_stepping_to_the_last_claim_and_resizing_keeps_the_place(
    make_app: MakeApp, see: See, megabyte: Article, drawn: dict[str, int]
) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("G", "N")
        claim, position = screen.now.current_claim, screen.article_view.top_position
        assert claim.span[0] > 980_000
        drawn.update(lines=0, layouts=0)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert drawn["layouts"] <= 2
        view = screen.article_view
        top = view.scroll_offset.y
        assert view.page.starts[top] <= position <= view.page.ends[top] + 1
