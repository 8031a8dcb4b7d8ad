"""Copying: which road is taken, and that what is said of it is true."""

import base64
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from reader.app.clipboard import copy as clipboard
from reader.app.clipboard.copy import OSC_LIMIT, Outcome, copied_file, osc52, tools


async def copy(text: str, **how: Any) -> str:
    """Copies, and gives the whole word on it."""
    outcome: Outcome = await clipboard.copy(text, **how)
    return outcome.words


class Driver:
    """Takes what would have gone to the terminal."""

    def __init__(self) -> None:
        self.written = ""

    def write(self, data: str) -> None:
        self.written += data


class Screen(App[None]):
    is_headless = False

    def __init__(self) -> None:
        super().__init__()
        self._driver = Driver()  # type: ignore[assignment]

    @property
    def sent(self) -> str:
        """The text that OSC 52 carried to the terminal."""
        found = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", self._driver.written)
        return base64.b64decode(found[1]).decode("utf-8") if found else ""


@pytest.fixture
def bin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and an environment that names no display, no tmux and no remote session."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "TERMUX_VERSION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(clipboard.sys, "platform", "linux")
    return folder


def install(folder: Path, name: str, body: str) -> Path:
    """A fake tool; returns the file that its standard input goes to."""
    path, taken = folder / name, folder / f"{name}.taken"
    path.write_text(f"#!/bin/sh\nexport PATH=/usr/bin:/bin\n{body.replace('TAKEN', str(taken))}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return taken


TAKES = 'cat > "TAKEN"; echo "$@" > "TAKEN.arguments"'


async def test_the_platforms_tool_takes_the_text_and_the_terminal_is_left_alone(
    bin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    taken = install(bin, "wl-copy", TAKES)
    app = Screen()
    assert await copy("“Go,” she said.\n", app=app) == "Copied 16 characters with wl-copy."
    assert taken.read_text(encoding="utf-8") == "“Go,” she said.\n"
    assert app.sent == ""


async def test_the_next_tool_is_tried_when_one_fails(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    install(bin, "xclip", "exit 1")
    taken = install(bin, "xsel", TAKES)
    assert await copy("words", app=Screen()) == "Copied 5 characters with xsel."
    assert taken.read_text(encoding="utf-8") == "words"
    assert Path(f"{taken}.arguments").read_text(encoding="utf-8").split() == ["--clipboard", "--input"]


async def test_without_a_tool_the_text_is_sent_through_the_terminal_and_no_more_is_claimed(bin: Path) -> None:
    app = Screen()
    message = await copy("naïve — 文", app=app)
    assert app.sent == "naïve — 文"
    assert message.startswith("Sent 9 characters to the terminal's clipboard (OSC 52")
    assert "Copied" not in message


async def test_a_tool_that_hangs_is_stopped(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.3)
    install(bin, "xclip", 'echo $$ > "TAKEN"; exec sleep 60')
    app = Screen()
    assert (await copy("words", app=app)).startswith("Sent 5 characters")
    pid = int((bin / "xclip.taken").read_text(encoding="utf-8"))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_tool_that_leaves_a_child_behind_does_not_hold_us_up(
    bin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    install(bin, "xclip", 'cat > "TAKEN"; sleep 5 & exit 0')
    assert await copy("words", app=Screen()) == "Copied 5 characters with xclip."


async def test_over_ssh_this_machines_tools_are_not_asked(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    taken = install(bin, "xclip", TAKES)
    app = Screen()
    assert (await copy("words", app=app)).startswith("Sent 5 characters")
    assert not taken.exists()
    assert app.sent == "words"


async def test_tmux_gets_the_text_in_its_buffer(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/nowhere,1,0")
    taken = install(bin, "tmux", TAKES)
    assert (
        await copy("words", app=Screen())
        == "Copied 5 characters to tmux's buffer (and on to the terminal where tmux may)."
    )
    assert taken.read_text(encoding="utf-8") == "words"
    assert Path(f"{taken}.arguments").read_text(encoding="utf-8").split() == ["load-buffer", "-w", "-"]


async def test_where_nothing_works_the_text_is_written_to_a_file_that_is_named(
    bin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    message = await copy("words", app=Screen())
    assert copied_file().read_text(encoding="utf-8") == "words"
    assert message == f"Wrote 5 characters to {copied_file()} (no clipboard: this terminal has no clipboard)."
    assert stat.S_IMODE(copied_file().stat().st_mode) == 0o600


async def test_what_is_too_long_for_the_terminal_goes_to_a_file(bin: Path) -> None:
    app = Screen()
    message = await copy("x" * (OSC_LIMIT + 1), app=app)
    assert "74,995 bytes are more than the 74,994 that go through a terminal" in message
    assert app._driver.written == ""
    assert copied_file().stat().st_size == OSC_LIMIT + 1


async def test_a_file_that_cannot_be_written_is_told(bin: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_CONFIG_DIR", str(config / "wall"))
    (config / "wall").write_text("", encoding="utf-8")
    assert "could not be written" in await copy("words", app=Screen(), by="file")


async def test_one_road_alone_can_be_asked_for(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    taken = install(bin, "xclip", TAKES)
    app = Screen()
    await copy("by the terminal", app=app, by="terminal")
    assert (app.sent, taken.exists()) == ("by the terminal", False)
    assert (await copy("words", app=app, by="file")) == f"Wrote 5 characters to {copied_file()}."
    taken = install(bin, "xclip", "exit 3")
    message = await copy("words", app=app, by="tool")
    assert "xclip failed (status 3)" in message
    assert message.startswith("Wrote 5 characters to")


async def test_nothing_is_copied_from_nothing(bin: Path) -> None:
    app = Screen()
    assert await copy("", app=app) == "There is nothing to copy here."
    assert app._driver.written == ""


async def test_a_headless_screen_has_no_terminal(bin: Path) -> None:
    class Headless(Screen):
        is_headless = True

    assert "there is no terminal to send it to" in await copy("words", app=Headless())


async def test_the_text_is_never_a_command(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0; touch broken")
    monkeypatch.chdir(bin)
    taken = install(bin, "xclip", TAKES)
    await copy("$(touch broken); `touch broken`", app=Screen())
    assert taken.read_text(encoding="utf-8") == "$(touch broken); `touch broken`"
    assert not (bin / "broken").exists()


async def test_a_tool_in_the_current_folder_is_not_trusted(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.chdir(bin)
    monkeypatch.setenv("PATH", ".")
    taken = install(bin, "xclip", TAKES)
    assert (await copy("words", app=Screen())).startswith("Sent 5 characters")
    assert not taken.exists()


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "darwin", ["pbcopy"]),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"TERMUX_VERSION": "1"}, "linux", ["termux-clipboard-set"]),
        ({"WSL_DISTRO_NAME": "x"}, "linux", ["clip.exe"]),
        ({}, "win32", ["clip.exe"]),
        ({}, "linux", []),
    ],
)
def test_the_tools_fit_the_platform(environ: dict[str, str], platform: str, names: list[str]) -> None:
    assert [tool.name for tool in tools(environ, platform)] == names


def test_windows_gets_utf_16_with_a_mark() -> None:
    assert "é".encode(tools({}, "win32")[0].encoding)[:2] in (b"\xff\xfe", b"\xfe\xff")


def test_under_tmux_the_escape_comes_bare_and_wrapped() -> None:
    bare = osc52("hi", {})
    assert osc52("hi", {"TMUX": "x"}) == bare + "\x1bPtmux;\x1b" + bare + "\x1b\\"


def test_under_gnu_screen_the_escape_comes_in_pieces_that_fit_its_buffer() -> None:
    wrapped = osc52("x" * 1000, {"STY": "1.pts"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", wrapped, re.DOTALL)
    assert "".join(pieces) == osc52("x" * 1000, {})
    assert max(map(len, pieces)) < 256
