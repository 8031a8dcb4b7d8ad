"""One of many is picked by typing a part of its name; themes are put on while the cursor is on them."""

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


async def test_the_palette_has_each_command_once_with_its_key_and_none_of_textuals(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(120, 60)) as pilot:
        await see.settled(pilot)
        await burst(pilot, ":")
        picks = pilot.app.screen.query_one(PickRows).picks
        keyed = [pick for pick in picks if not pick.when_typed]
        names = [pick.name for pick in keyed]
        assert len(names) == len(set(names))
        assert not {"Keys", "Maximize", "Minimize", "Screenshot", "Theme: change"} & set(names)
        assert {pick.name: pick.remark for pick in keyed}["Copy summary"] == "c"
        assert all(pick.remark for pick in keyed)
        await burst(pilot, "copy summary")
        shown = drawn(pilot.app.screen)
        assert any(line.endswith(" c") and "Copy summary" in line for line in shown)


@pytest.mark.parametrize(
    ("typed", "kind"), [("links", "Chooser"), ("this help", "HelpScreen"), ("theme", "Picker"), ("export", "Question")]
)
async def test_a_command_is_done_once_the_palette_is_gone(make_app: MakeApp, see: See, typed: str, kind: str) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        await burst(pilot, f":{typed}\r")
        await see.until(pilot, lambda: pilot.app.screen is not screen)
        assert type(pilot.app.screen).__name__ == kind
        await burst(pilot, "\x1b\x1b")
        assert pilot.app.screen is screen


async def test_the_palette_works_at_home_and_quits(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await see.settled(pilot)
        await burst(pilot, "h\x1b:")
        assert isinstance(app.screen, Picker)
        await burst(pilot, "quit\r")
        await see.until(pilot, lambda: not app.is_running)
