"""A change of the terminal's size that no signal told of is caught up with."""

import os
import pty
import termios

import pytest
from textual.app import App
from textual.geometry import Size

from reader.app.background import terminal_size as module


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> int:
    """A pseudo-terminal of 60 columns and 15 lines in the place of the one that keys come from."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (15, 60))
    size = os.get_terminal_size
    monkeypatch.setattr(module.os, "get_terminal_size", lambda fd: size(slave))
    return master


async def test_the_app_takes_the_size_that_the_terminal_has(terminal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    app: App[None] = App()
    async with app.run_test(size=(100, 30)) as pilot:
        module.catch_up(app)
        await pilot.pause()
        assert app.size == Size(100, 30)
        monkeypatch.setattr(App, "is_headless", False)
        module.catch_up(app)
        await pilot.pause()
        assert app.screen.size == Size(60, 15)
        monkeypatch.setattr(App, "is_headless", True)


def test_without_a_terminal_there_is_no_size(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(fd: int) -> os.terminal_size:
        raise OSError

    monkeypatch.setattr(module.os, "get_terminal_size", none)
    assert module.terminal_size() is None
