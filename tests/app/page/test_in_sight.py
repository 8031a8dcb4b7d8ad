"""What the reader stands at stays in sight, whatever becomes of the terminal's size."""

from typing import Any

import pytest
from textual.pilot import Pilot

from reader.app.reading.screen import ReadingScreen
from reader.app.state.place_words import stood_at
from tests.app.conftest import MakeApp, See

SMALLER = [(60, 15), (50, 20), (80, 12), (40, 24), (40, 12), (120, 10), (160, 48), (30, 8)]
MANY = [(60, 15), (40, 12), (200, 60), (40, 24), (80, 10), (160, 48), (50, 9), (80, 24)]


async def resize(pilot: Pilot[Any], size: tuple[int, int]) -> None:
    await pilot.resize_terminal(*size)
    await pilot.pause()
    await pilot.pause()


def is_seen(screen: ReadingScreen) -> bool:
    """Whether the first words of what the reader stands at are drawn on the screen."""
    span, view = stood_at(screen.now), screen.article_view
    assert span is not None
    line = view.page.line_of(span[0])
    return view.scroll_offset.y <= line < view.scroll_offset.y + view.size.height


@pytest.mark.parametrize("size", SMALLER)
async def test_the_current_claim_stays_in_sight_at_every_size(
    make_app: MakeApp, see: See, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        for step in (1, 2, 3, 4, 5):
            await resize(pilot, (80, 24))
            await pilot.press("n")
            assert is_seen(screen)
            await resize(pilot, size)
            assert is_seen(screen)
            assert f"claim {step}" in see.foot(screen)


@pytest.mark.parametrize("keys", [("n",) * 5, ("G", "N"), ("slash", *"boat", "enter", "n", "n", "n")])
@pytest.mark.parametrize("panel", ["", "s", "a", "l", "z"])
async def test_many_sizes_one_after_the_other_lose_neither_claim_nor_match(
    make_app: MakeApp, see: See, keys: tuple[str, ...], panel: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press(*keys, *panel)
        stood, top = stood_at(screen.now), screen.article_view.place
        for size in MANY:
            await resize(pilot, size)
            assert is_seen(screen), size
        assert stood_at(screen.now) == stood
        assert screen.article_view.place == top


async def test_sizes_that_come_faster_than_they_are_drawn_lose_nothing(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "n", "n", "n")
        for size in MANY * 3 + [(40, 12)]:
            await pilot.resize_terminal(*size)
        await resize(pilot, (40, 12))
        assert is_seen(screen)


async def test_the_sentence_lit_from_the_summary_stays_in_sight(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("s", "down", "down", "enter")
        await pilot.pause()
        assert screen.now.lit
        for size in SMALLER:
            await resize(pilot, size)
            assert is_seen(screen), size


async def test_a_panel_opened_at_another_size_keeps_its_row_in_sight(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "n", "n", "n", "l")
        rows = screen.query_one("#claims-rows")
        for size in ((60, 9), (120, 10), (160, 12), (40, 8)):
            await resize(pilot, size)
            top = rows._tops[rows.cursor] - rows.scroll_offset.y
            assert 0 <= top < rows.size.height, size


async def test_a_claim_that_the_reader_scrolled_away_from_is_not_fetched_back(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 12)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "G")
        place = screen.article_view.top_position
        await resize(pilot, (70, 10))
        assert not is_seen(screen)
        assert screen.article_view.top_position <= place <= screen.article_view.top_position + 400
