"""A screen is drawn for the terminal's width from its first frame on: none flashes another layout."""

from typing import Any

import pytest
from textual.app import App

from tests.app.conftest import MakeApp, See

pytestmark = pytest.mark.frames


def frames_of(app: App[None], monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every frame that is drawn from now on, as lines of text."""
    frames: list[list[str]] = []
    draw = app._display

    def display(screen: Any, renderable: Any) -> None:
        if screen is app.screen:
            frames.append(["".join(part.text for part in strip) for strip in screen._compositor.render_strips()])
        draw(screen, renderable)

    monkeypatch.setattr(app, "_display", display)
    return frames


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (160, 48)])
async def test_going_back_from_an_error_draws_the_article_at_once_as_it_was(
    make_app: MakeApp, see: See, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with make_app("ferry.txt", "missing.txt").run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        width, column = screen.article_view.size.width, screen.article_view.region.x
        await pilot.press("J")
        await pilot.pause(0.3)
        frames = frames_of(pilot.app, monkeypatch)
        await pilot.press("escape")
        await see.settled(pilot)
        await pilot.pause(0.3)
        first = "Ferry crews vote to strike"
        assert any(first in line for line in frames[-1])
        place = next(line.index(first) for line in frames[-1] if first in line)
        for frame in frames:
            shown = [line for line in frame if first in line]
            assert not shown or shown[0].index(first) == place, "\n".join(frame)
            assert size[0] >= 100 or not any("SUMMARY" in line for line in frame), "\n".join(frame)
        assert (pilot.app.screen.article_view.size.width, pilot.app.screen.article_view.region.x) == (width, column)
