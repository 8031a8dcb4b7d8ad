"""One of many is picked by typing a part of its name; themes are put on while the cursor is on them."""

from pathlib import Path
from typing import Any

import pytest

from reader.app.screens.picker import Pick, Picker, PickRows, fitting
from tests.app.conftest import MakeApp, See
from tests.app.test_fast_hands import burst


def drawn(picker: Any) -> list[str]:
    rows = picker.query_one(PickRows)
    return [rows.render_line(y).text.strip() for y in range(rows.size.height)]


def test_every_typed_word_has_to_be_in_the_name_and_beginnings_come_first() -> None:
    picks = [Pick(name) for name in ("Copy summary", "Summary by news", "Narrower column", "Longer summary")]
    assert [picks[index].name for index in fitting(picks, "summ")] == [
        "Summary by news",
        "Copy summary",
        "Longer summary",
    ]
    assert [picks[index].name for index in fitting(picks, "SUMM long")] == ["Longer summary"]
    assert fitting(picks, "zebra") == []
    assert fitting(picks, " ") == [0, 1, 2, 3]


async def test_a_theme_is_seen_while_moving_and_kept_when_picked(make_app: MakeApp, see: See) -> None:
    kept: dict[str, Any] = {}
    app = make_app(remember=lambda **changes: kept.update(changes))
    async with app.run_test(size=(120, 30)) as pilot:
        await see.settled(pilot)
        first = app.theme
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, Picker)
        assert any(line.replace("▸", "").split()[:2] == ["✓", first] for line in drawn(app.screen))
        await pilot.press("down")
        await pilot.pause()
        assert app.theme != first
        assert kept == {}
        await pilot.press("escape")
        await pilot.pause()
        assert (app.theme, kept) == (first, {})
        await pilot.press("t", *"paper", "enter")
        await pilot.pause()
        assert (app.theme, kept) == ("paper", {"theme": "paper"})


async def test_our_themes_come_first_and_textuals_under_a_heading(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(120, 60)) as pilot:
        await see.settled(pilot)
        await pilot.press("t")
        await pilot.pause()
        picks = pilot.app.screen.query_one(PickRows).picks
        headings = [pick.heading for pick in picks]
        assert headings == sorted(headings)
        assert {pick.heading for pick in picks if pick.name in ("night", "paper")} == {"Reader's and yours"}
        assert {pick.heading for pick in picks if pick.name in ("nord", "dracula")} == {"Textual's"}
        await pilot.press("pageup", "pageup")
        assert drawn(pilot.app.screen)[0] == "Reader's and yours"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 48)])
async def test_a_burst_on_the_themes_picks_one(make_app: MakeApp, see: See, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        await burst(pilot, "t^^\r\r\r\r")
        assert pilot.app.screen is screen
        await burst(pilot, "tzebra\r\x1b")
        assert pilot.app.screen is screen
        await burst(pilot, "n")
        assert screen.now.current == "c1"


async def test_textuals_own_leftovers_are_not_among_the_commands(make_app: MakeApp, see: See, tmp_path: Path) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        await see.settled(pilot)
        names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert names == ["Theme", "Help", "Quit"]
