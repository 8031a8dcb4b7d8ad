"""Texts side by side: what both carry is walked through at once, what differs is marked."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.app.app import ReaderApp
from reader.app.comparing.screen import ComparingScreen
from reader.app.comparing.text import ComparedText
from reader.app.messages import Compare
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.dialogs import Chooser
from reader.app.screens.open_list import ListScreen
from reader.app.state.laid import Subject
from tests.app.comparing.conftest import article_of
from tests.app.conftest import Bench, See

Comparing = Callable[..., ReaderApp]


async def compared(pilot: Pilot[Any]) -> ComparingScreen:
    """Wait until the comparison is shown."""
    screen = await See.shows(pilot, ComparingScreen)
    await See.until(pilot, lambda: screen.compared is not None or screen.problem)
    return screen


def lines(text: ComparedText) -> list[str]:
    return [text.render_line(y).text.rstrip() for y in range(text.size.height)]


async def test_two_texts_are_walked_at_once_and_the_words_that_differ_stand_out(
    comparing: Comparing, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(ComparingScreen, "copy_text", lambda self, text: copied.append(text))
    async with comparing("ferry.txt", "rival.txt", compare="articles").run_test(size=(160, 40)) as pilot:
        screen = await compared(pilot)
        left, right = screen.texts
        assert "2 shared · 2 of them changed · only here 4 and 1" in str(screen.query_one("#told").render())
        assert any(line.rstrip().endswith("only here") for line in lines(right))
        await pilot.press("n")
        assert See.foot(screen).lstrip().startswith("1 of 2 · altered · Ivo Marchetti")
        assert any(line.startswith(" 1▌ “Nobody can steer a boat") for line in lines(left))
        assert any(line.startswith(" 1▌ “Nobody can steer a ferry") for line in lines(right))
        marked = [
            segment.text
            for text in screen.texts
            for y in range(text.size.height)
            for segment in text.render_line(y)
            if segment.style and segment.style.underline
        ]
        assert "boat" in marked
        assert "ferry" in marked
        await pilot.press("y")
        assert copied[0].startswith("altered · Ivo Marchetti:\n\n“Nobody can steer a boat")
        assert "Vale Post" in copied[0]
        await pilot.press("n", "n", "n", "d", "N", "tab")
        assert screen.focused is right
        assert "differences only" in See.foot(screen)
        await pilot.press("enter")
        reading = await See.shows(pilot, ReadingScreen)
        assert reading.session.source == "rival.txt"
        assert reading.now.lit is not None
        await See.until(pilot, lambda: "i goes back to the comparison" in See.told(reading))
        await pilot.press("i")
        again = await See.shows(pilot, ComparingScreen)
        assert (again.compared, again.laid) == (screen.compared, screen.laid)
        await pilot.press("enter")
        await See.shows(pilot, ReadingScreen)
        await pilot.press("escape")
        again = await See.shows(pilot, ComparingScreen)
        assert (again.compared, again.laid) == (screen.compared, screen.laid)
        await pilot.press("N")
        await pilot.press("escape")
        await See.shows(pilot, ReadingScreen)
        await pilot.press("i")
        await See.shows(pilot, ListScreen)


async def test_from_an_open_article_with_another_and_back(comparing: Comparing, see: See) -> None:
    async with comparing("ferry.txt", "rival.txt").run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        await pilot.press("C")
        await see.shows(pilot, Chooser)
        await pilot.press("enter")
        screen = await compared(pilot)
        assert [text.region.width for text in screen.texts] == [80, 80]
        await pilot.press("escape")
        await see.settled(pilot)
        await pilot.press("i")
        await see.shows(pilot, ListScreen)
        await pilot.press("m", "m", "C")
        await compared(pilot)
        await pilot.press("escape")
        await see.shows(pilot, ListScreen)


async def test_more_than_two_are_a_table_of_who_carries_what(comparing: Comparing, tmp_path: Path) -> None:
    async with comparing("ferry.txt", "rival.txt", "third.txt", compare="articles").run_test(size=(100, 30)) as pilot:
        screen = await compared(pilot)
        rows = [screen.rows.render_line(y).text.rstrip() for y in range(screen.rows.size.height)]
        first = next(row for row in rows if "Nobody can steer a boat" in row)
        assert first.split()[-3:] == ["■", "≠", "≠"]
        assert any(row.split()[-3:] == ["·", "■", "·"] for row in rows)
        await pilot.press("enter")
        await See.until(pilot, lambda: not screen.in_table)
        assert screen.laid is not None
        assert screen.laid.names == ("The Osmund Packet · 2026-05-04", "Vale Post · 2026-05-05")
        assert screen.laid.current is not None
        for ending, begins in ((".csv", "\ufeffrelation,"), (".md", "| relation |"), (".json", "{")):
            assert screen.save(str(tmp_path / f"saved{ending}")) == ""
            assert (tmp_path / f"saved{ending}").read_text(encoding="utf-8").startswith(begins)
        assert json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))["same_event"]
        assert "choose another name" in screen.save(str(tmp_path / "saved.csv"))
        await pilot.press("escape")
        assert screen.in_table
        await pilot.press("escape")
        await See.shows(pilot, ReadingScreen)


async def test_two_editions_are_one_text_and_a_record_stands_beside_its_article(
    comparing: Comparing, article: Any
) -> None:
    later = article_of(
        [(kind, text.replace("61 to 9", "64 to 9").replace(" [sic]", "")) for kind, text in _parts(article)]
    )
    record = article_of([("paragraph", "MARCHETTI: Nobody can steer a boat safely at four after a double shift.")])
    async with comparing("ferry.txt").run_test(size=(80, 24)) as pilot:
        await See.settled(pilot)
        pilot.app.screen.post_message(Compare([Subject("ferry.txt"), Subject("later", later, name="now")], "editions"))
        screen = await compared(pilot)
        assert screen.laid is not None
        assert len(screen.laid.texts) == 1
        await pilot.press("n")
        assert "figure changed" in See.foot(screen)
        assert any("61 64 to 9" in line for line in lines(screen.texts[0]))
        screen.post_message(Compare([Subject("ferry.txt"), Subject("said", record)], "record"))
        await See.until(pilot, lambda: pilot.app.screen is not screen)
        screen = await compared(pilot)
        assert "not found" in str(screen.query_one("#told").render())
        await pilot.press("n")
        assert "1 of 3" in See.foot(screen)


def _parts(article: Any) -> list[Any]:
    return [(block.kind, article.words_of(block.span)) for block in article.blocks]


async def test_what_cannot_be_opened_is_told_and_nothing_comes_to_a_screen_that_was_left(
    comparing: Comparing, bench: Bench
) -> None:
    async with comparing("ferry.txt", "gone.txt", compare="articles").run_test() as pilot:
        screen = await compared(pilot)
        assert "gone.txt does not exist" in str(screen.query_one("#waiting").render())
        assert screen.focused is None
        await pilot.press("n", "d", "y", "enter", "escape")
        await See.settled(pilot)
        go_on = threading.Event()
        bench.gate = lambda: go_on.wait(60)
        pilot.app.screen.post_message(Compare([Subject("rival.txt"), Subject("third.txt")]))
        left = await See.shows(pilot, ComparingScreen)
        await pilot.press("escape")
        await See.shows(pilot, ReadingScreen)
        go_on.set()
        await pilot.pause(0.1)
        assert left.compared is None
        assert isinstance(pilot.app.screen, ReadingScreen)


@pytest.mark.parametrize(
    ("sources", "keys", "size", "theme"),
    [
        (("ferry.txt", "rival.txt"), ["n"], (80, 24), "paper"),
        (("ferry.txt", "rival.txt"), ["n", "n", "tab"], (160, 48), "night"),
        (("ferry.txt", "rival.txt"), ["n"], (120, 30), "plain"),
        (("ferry.txt", "rival.txt", "third.txt"), ["j"], (80, 24), "night"),
    ],
    ids=["two-80-paper", "two-160-night", "two-120-plain", "table-80-night"],
)
def test_pictures(
    comparing: Comparing,
    snap_compare: Callable[..., bool],
    sources: tuple[str, ...],
    keys: list[str],
    size: tuple[int, int],
    theme: str,
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await compared(pilot)
        await pilot.press(*keys)

    app = comparing(*sources, theme=theme, compare="articles")
    assert snap_compare(app, terminal_size=size, run_before=before)
