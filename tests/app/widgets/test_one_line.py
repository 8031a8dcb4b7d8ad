"""What is pasted into a line that is typed into stays on it and drives nothing, whichever line that is."""

import unicodedata

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.conftest import MakeApp, See


async def open_line(pilot: Pilot[None], *keys: str) -> Input:
    """The line that is typed into behind these keys."""
    await pilot.press(*keys)
    await pilot.pause()
    typed = pilot.app.screen.focused
    assert isinstance(typed, Input)
    return typed


@pytest.mark.parametrize("keys", [["slash"], ["a", "slash"], ["L", "slash"], ["colon"], ["t"], ["o"], ["A"]])
@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("night \x1b[31mboats\x07 \u202egnp.exe", "night [31mboats gnp.exe"),
        ("night \u2066boats\x9b 👩\u200d🚀", "night boats 👩\u200d🚀"),
        ("double\tshift", "double shift"),
    ],
)
async def test_a_paste_drives_nothing(make_app: MakeApp, see: See, keys: list[str], pasted: str, line: str) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await see.settled(pilot)
        typed = await open_line(pilot, *keys)
        typed.value = "what was there"
        typed.select_all()
        typed.post_message(events.Paste(pasted))
        await see.until(pilot, lambda: typed.value != "what was there")
        assert typed.value == line


@pytest.mark.parametrize("keys", [["slash"], ["o"], ["A"], ["colon"]])
@pytest.mark.parametrize("words", ["می\u200cخواهم", "👩\u200d🚀", "क्\u200dष"])
async def test_joiners_are_typed_as_they_are(make_app: MakeApp, see: See, keys: list[str], words: str) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await see.settled(pilot)
        typed = await open_line(pilot, *keys)
        for letter in words:
            typed.post_message(events.Key(unicodedata.name(letter, "letter").lower(), letter))
        await see.until(pilot, lambda: words[-1] in typed.value)
        assert typed.value == words


async def test_lines_that_a_terminal_broke_are_sought_as_one(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        typed = await open_line(pilot, "slash")
        typed.post_message(events.Paste("steer a boat\nsafely at four"))
        await see.until(pilot, lambda: bool(screen.now.search and screen.now.search.hits))


async def test_a_paste_of_a_whole_book_is_cut(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await see.settled(pilot)
        typed = await open_line(pilot, "slash")
        typed.post_message(events.Paste("the night boats of Osmund\n" * 20_000))
        await see.until(pilot, lambda: bool(typed.value))
        assert len(typed.value) <= 1000
        assert typed.size.width > 50  # what is told of it leaves room for it
