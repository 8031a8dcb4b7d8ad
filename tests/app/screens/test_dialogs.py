"""The box to choose from, as wide as its rows want where there is room; and the page of keys, walked like any page."""

import pytest
from textual.containers import VerticalScroll

from reader.app.screens.dialogs import Choice, ChoiceRows, Chooser
from reader.app.screens.help import HelpScreen
from tests.app.conftest import MakeApp, See

UNNAMED = "Her neighbour, a retired pilot who did not want to be named, and his brother 弟"
CHOICES = (
    Choice("Markdown report", "summary, who said what, and the whole article"),
    Choice("CSV", "for a spreadsheet", on=True),
    Choice(UNNAMED, "12 claims"),
)


@pytest.mark.parametrize(("width", "whole"), [(50, 2), (80, 2), (120, 3)])
async def test_a_choice_is_cut_only_where_the_screen_is_too_narrow_and_then_keeps_what_is_told_of_it(
    make_app: MakeApp, see: See, width: int, whole: int
) -> None:
    app = make_app()
    async with app.run_test(size=(width, 24)) as pilot:
        await see.settled(pilot)
        chooser = Chooser("Save …", CHOICES)
        app.push_screen(chooser)
        await see.shows(pilot, Chooser)
        rows = chooser.query_one(ChoiceRows)
        lines = [rows.render_line(y).text for y in range(rows.size.height)]
        assert sum(any(choice.words in line for line in lines) for choice in CHOICES) == whole
        told = " ".join(" ".join(lines).split())
        assert all(choice.remark in told for choice in CHOICES), lines


async def test_what_is_told_of_a_choice_stands_below_it_where_it_has_no_room_behind_it(
    make_app: MakeApp, see: See
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 24)) as pilot:
        await see.settled(pilot)
        chooser = Chooser("Save …", CHOICES)
        app.push_screen(chooser)
        await see.shows(pilot, Chooser)
        rows = chooser.query_one(ChoiceRows)
        assert rows.size.height == 3
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        lines = [rows.render_line(y).text.strip(" ▸") for y in range(rows.size.height)]
        assert lines[0] == CHOICES[0].words
        assert " ".join(lines[1:3]) == CHOICES[0].remark
        assert lines[3].split() == ["✓", "CSV", "for", "a", "spreadsheet"]
        assert lines[5:] == [CHOICES[2].remark]


async def test_a_list_of_short_words_keeps_its_box(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await see.settled(pilot)
        chooser = Chooser("Which?", [Choice("this"), Choice("that")])
        app.push_screen(chooser)
        await see.shows(pilot, Chooser)
        assert chooser.children[0].outer_size.width == 64


async def test_the_page_of_keys_is_walked_with_the_keys_that_walk_an_article(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        await pilot.press("?")
        shown = await see.shows(pilot, HelpScreen)
        place = shown.query_one(VerticalScroll)
        height = place.scrollable_content_region.height
        last = place.max_scroll_y
        assert last > 2 * height
        for key, at in (
            ("G", last),
            ("g", 0),
            ("space", height - 1),
            ("ctrl+d", height - 1 + round((height - 1) / 2)),
            ("ctrl+u", height - 1),
            ("b", 0),
            ("end", last),
            ("home", 0),
            ("j", 1),
            ("k", 0),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert round(place.scroll_y) == at, key
