"""What is written to a terminal on which the same stands already."""

import re
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.background.terminal_shown import Shown, sparing
from tests.app.conftest import MakeApp, See
from tests.terminal import Terminal

LINES, COLUMNS = 3, 12
TOKEN = re.compile(r"\x1b\[\d+;\d+H|\x1b\[[0-9;]*m|\x1b\[\?1049h|\x1b\][^\x07]*\x07|\x07|\n|.", re.DOTALL)

Cells = dict[tuple[int, int], tuple[str, str]]


def draw(cells: Cells, written: str) -> None:
    """What a terminal makes of it: a character in its cells, the other half of a wide one that is overwritten gone."""
    line, column, style = 1, 1, ""
    for token in TOKEN.findall(written):
        if token.endswith("H"):
            line, column = map(int, token[2:-1].split(";"))
        elif token == "\x1b[?1049h":
            cells.clear()
        elif token.startswith("\x1b[") and token.endswith("m"):
            style = "" if token == "\x1b[0m" else token
        elif token == "\n":
            line += 1
        elif token[0] not in "\x1b\x07":
            wide = cell_len(token)
            for place in range(column, column + wide):
                before = cells.get((line, place), ("", " "))[1]
                if cell_len(before) == 2:
                    cells[line, place + 1] = ("", " ")
                elif before == "" and place == column:
                    cells[line, place - 1] = ("", " ")
                cells[line, place] = (style, token if place == column else "")
            column += wide


@st.composite
def paintings(draw_from: Any) -> str:
    """Pieces of lines in any order, as Textual writes them, or something else that a program tells its terminal."""
    if draw_from(st.integers(0, 9)) == 0:
        return str(draw_from(st.sampled_from(["\x1b[?1049h", "\x07", "\x1b]52;c;QQ==\x07", "\x1b[?2026h", ""])))
    written = ""
    for _ in range(draw_from(st.integers(1, 6))):
        line, column = draw_from(st.integers(1, LINES)), draw_from(st.integers(1, COLUMNS - 1))
        written += f"\x1b[{line};{column}H"
        for words in draw_from(st.lists(st.text("ab 水", min_size=1, max_size=4), max_size=3)):
            style = draw_from(st.sampled_from(["", "\x1b[1m", "\x1b[38;5;1m"]))
            written += f"{style}{words}\x1b[0m" if style else words
        written += draw_from(st.sampled_from(["", "\n"]))
    return f"{written}\x1b[1;1H"


@given(st.lists(paintings(), max_size=12))
@settings(max_examples=300, deadline=None)
def test_the_terminal_shows_the_same_whatever_is_spared(written: list[str]) -> None:
    shown, whole, spared = Shown(), Cells(), Cells()
    for painting in written * 2:
        draw(whole, painting)
        draw(spared, shown.spared(painting))
        assert spared == whole


def test_what_stands_there_is_not_written_again() -> None:
    shown = Shown()
    first = "\x1b[1;1H\x1b[1mThe quay\x1b[0m is dry\n\x1b[2;1Hand shut\x1b[1;1H"
    assert shown.spared(first) == first.replace("\n", "")
    assert shown.spared(first) == "\x1b[1;1H", "the cursor alone"
    assert shown.spared("\x1b[1;1H\x1b[1mThe quay\x1b[0m is wet\x1b[2;1Hand shut\x1b[1;1H") == (
        "\x1b[1;1H\x1b[1mThe quay\x1b[0m is wet\x1b[1;1H"
    )
    assert shown.spared("\x07\x1b[?2026h") == "\x07\x1b[?2026h"
    assert shown.spared("\x1b[2;1Hand shut") == ""


def test_after_what_may_have_changed_the_screen_all_is_written() -> None:
    shown, painting = Shown(), "\x1b[1;1HThe quay\x1b[1;1H"
    for other in ("\x1b[?1049h", "\x1b[2J", "words", "\x1b[2;1Hup\x1b[A"):
        shown.spared(painting)
        assert shown.spared(other) == other
        assert shown.spared(painting) == painting, other
    shown.forget()
    assert shown.spared(painting) == painting


def test_a_driver_writes_what_is_left() -> None:
    class Plain:
        def __init__(self, written: list[str]) -> None:
            self.written = written

        def write(self, data: str) -> None:
            self.written.append(data)

    written: list[str] = []
    make: Any = sparing
    driver = make(Plain)(written)
    for data in ("\x1b[?1049h", "\x1b[1;1HThe quay", "\x1b[1;1HThe quay", "\x1b[1;1HThe mill"):
        driver.write(data)
    assert written == ["\x1b[?1049h", "\x1b[1;1HThe quay", "\x1b[1;1HThe mill"]


def test_ctrl_l_draws_all_anew(tmp_path: Path) -> None:
    article = tmp_path / "quay.txt"
    article.write_text("The quay is dry\n\nThe quay has been dry since the morning, said Ann Lee.\n", encoding="utf-8")
    terminal = Terminal([str(article)], tmp_path)
    terminal.until("Ann Lee, unnamed", "1 claim")
    terminal.seen = ""
    terminal.press("\x0c")
    terminal.until("dry since the morning")
    terminal.press("q")
    assert terminal.status() == 0


async def test_a_terminal_of_another_size_is_written_wholly(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        shown, painting = Shown(), "\x1b[1;1HThe quay\x1b[1;1H"
        driver: Any = app._driver
        driver.shown = shown
        shown.spared(painting)
        assert shown.spared(painting) != painting
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert shown.spared(painting) == painting
