"""A theme file that the user saves while reading is shown at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.color import Color
from textual.pilot import Pilot

from reader.app.settings.settings import Settings
from tests.app.conftest import MakeApp, See

THEME = '[colours]\nbackground = "#101418"\nforeground = "#d8d8d0"\naccent = "#e0a040"\ntitle = "{}"\n'


async def test_a_saved_theme_repaints_the_article_and_its_mistakes_are_told(
    make_app: MakeApp, see: See, tmp_path: Path
) -> None:
    (tmp_path / "ocean.toml").write_text(THEME.format("#aabbcc"), encoding="utf-8")
    app = make_app(themes_folder=tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        (tmp_path / "river.toml").write_text(THEME.format("#aabbcc"), encoding="utf-8")
        await seen(pilot, lambda: "river" in app.available_themes)
        app.theme = "river"
        await pilot.pause()
        assert see.styled(screen, "Ferry crews").color == Color.parse("#aabbcc")
        (tmp_path / "river.toml").write_text(THEME.format("#ffffff") + "diim = 1\n", encoding="utf-8")
        await seen(pilot, lambda: see.styled(screen, "Ferry crews").color == Color.parse("#ffffff"))
        await seen(pilot, lambda: "diim" in see.told(app.screen))


async def test_a_theme_that_the_settings_ask_for_is_put_on_as_soon_as_it_can_be_read(
    make_app: MakeApp, see: See, tmp_path: Path
) -> None:
    app = make_app(themes_folder=tmp_path, settings=Settings(theme="river"))
    async with app.run_test(size=(120, 40)) as pilot:
        await see.settled(pilot)
        assert app.theme == "night"
        (tmp_path / "river.toml").write_text(THEME.format("#aabbcc"), encoding="utf-8")
        await seen(pilot, lambda: app.theme == "river")


async def seen(pilot: Pilot[Any], told: Callable[[], bool]) -> None:
    """Wait until something is so."""
    await See.until(pilot, told)
