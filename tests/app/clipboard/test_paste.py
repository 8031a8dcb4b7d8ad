"""The clipboard is read by the platform's tools, and opened as an article, a path or an address."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from reader.analysis.model import Analysis
from reader.app.app import ReaderApp
from reader.app.background.work import Work
from reader.app.clipboard import paste as pasting
from reader.app.messages import OpenSource
from reader.app.reading.screen import ReadingScreen
from reader.app.screens import dialogs as chooser
from reader.app.screens.question import Question
from reader.app.start import bundled_start
from reader.article import article_from_text
from tests.app.conftest import See


def names(environ: dict[str, str], platform: str = "linux") -> list[str]:
    return [tool.name for tool in pasting.tools(environ, platform)]


def test_each_platform_has_its_tool() -> None:
    assert names({}, "darwin") == ["pbpaste"]
    assert names({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}) == ["wl-paste", "xclip", "xsel"]
    assert names({}, "win32") == ["powershell.exe"]
    assert names({"TERMUX_VERSION": "1"}) == ["termux-clipboard-get"]


def test_over_ssh_only_tmux_knows_what_was_copied() -> None:
    assert names({"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0", "TMUX": "/nowhere,1,0"}) == ["tmux"]


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A stand-in for xclip that prints what it is told to."""

    def make(text: str, status: int = 0) -> None:
        (tmp_path / "held").write_text(text, encoding="utf-8")
        (tmp_path / "xclip").write_text(f"#!/bin/sh\ncat '{tmp_path}/held'\nexit {status}\n")
        (tmp_path / "xclip").chmod(0o755)

    for name in ("WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "SSH_CLIENT", "SSH_CONNECTION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return make


async def test_a_tools_text_is_given_and_a_failing_tool_gives_none(tool: Callable[..., None]) -> None:
    tool("Zwölf Lampen 文")
    assert await pasting.pasted() == "Zwölf Lampen 文"
    tool("half a text", status=1)
    assert await pasting.pasted() == ""


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the clipboard holds, without any tool."""
    held = {"text": ""}

    async def pasted() -> str:
        return held["text"]

    monkeypatch.setattr(chooser, "pasted", pasted)
    return held


def app() -> ReaderApp:
    work = Work(open=lambda source, *_: article_from_text(f"Opened {source}."), analyse=_no_analysis)
    return ReaderApp(["first.txt"], work=work, start=bundled_start())


def text(screen: object) -> str:
    """The article that a screen shows; nothing where it shows none."""
    return screen.now.article.text if isinstance(screen, ReadingScreen) else ""


def _no_analysis(*_: object) -> Analysis:
    raise RuntimeError("not here")


async def test_a_text_on_the_clipboard_is_read_as_an_article(clipboard: dict[str, str], see: See) -> None:
    clipboard["text"] = "Lamps of Quay Street\n\nThe lamps were lit at nine."
    async with app().run_test(size=(80, 24)) as pilot:
        await see.shows(pilot, ReadingScreen)
        await pilot.press("o", "ctrl+v")
        await see.until(pilot, lambda: "lit at nine" in text(pilot.app.screen))


async def test_an_address_on_the_clipboard_goes_into_the_line(clipboard: dict[str, str], see: See) -> None:
    clipboard["text"] = " https://packet.example/ferry\n"
    async with app().run_test(size=(80, 24)) as pilot:
        await see.shows(pilot, ReadingScreen)
        await pilot.press("o", "ctrl+v")
        question = await see.shows(pilot, Question)
        await see.until(pilot, lambda: question.query_one(Input).value == "https://packet.example/ferry")
        await pilot.press("enter")
        await see.until(pilot, lambda: text(pilot.app.screen).startswith("Opened https://packet.example/ferry"))


async def test_where_nothing_can_be_read_the_terminals_own_key_is_named(clipboard: dict[str, str], see: See) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await see.shows(pilot, ReadingScreen)
        await pilot.press("o", "ctrl+v")
        await see.until(pilot, lambda: "own key" in see.told(pilot.app.screen_stack[-2]))
        assert isinstance(pilot.app.screen, Question)


@pytest.mark.parametrize("words", ["x" * 5000, f"ftp://{'x' * 5000}", "~no-such-user/ferry.txt", "ferry\0.txt"])
async def test_words_that_no_file_can_be_called_by_end_nothing(words: str, see: See) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await see.shows(pilot, ReadingScreen)
        pilot.app.post_message(OpenSource(words))
        await pilot.pause()
        pilot.app.post_message(events.Paste(words))
        await pilot.pause()
        assert pilot.app.is_running


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("ferry  crews.txt", "ferry  crews.txt"),
        (" https://packet.example/ferry\n", "https://packet.example/ferry"),
        ("fe\x1b[31mr\x9bry \u202etxt.exe\x07\tend", "fe[31mrry txt.exe end"),
        ("👩\u200d🚀.txt", "👩\u200d🚀.txt"),
    ],
)
async def test_what_the_terminal_pastes_stands_in_the_line_once_and_takes_the_place_of_what_is_selected(
    words: str, line: str, see: See
) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await see.shows(pilot, ReadingScreen)
        await pilot.press("o", *"abc", "shift+home")
        question = await see.shows(pilot, Question)
        pilot.app.post_message(events.Paste(words))
        await see.until(pilot, lambda: question.query_one(Input).value == line)
        pilot.app.post_message(events.Paste(words))
        await see.until(pilot, lambda: question.query_one(Input).value == line * 2)
