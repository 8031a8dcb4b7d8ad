"""Copying inside a real tmux: its own server on a socket of the test's, so that nobody's sessions are touched."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SCRIPT = """
import sys
from textual.app import App
from reader.app.clipboard import copy

class Page(App):
    async def on_mount(self):
        message = await copy("“We were told,” she said — 文", app=self, by=sys.argv[1])
        open(sys.argv[2], "w", encoding="utf-8").write(message)
        self.set_timer(0.2, self.exit)

Page().run()
"""


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    # A socket path must stay short, and the test's own folder may not be.
    socket = f"reader-test-{os.getpid()}"
    environ = {name: value for name, value in os.environ.items() if name not in ("TMUX", "TMUX_PANE")}
    environ["TERM"] = "xterm-256color"

    def run(*arguments: str) -> str:
        command = ["tmux", "-L", socket, "-f", os.devnull, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=20, check=False)
        return done.stdout

    yield run
    run("kill-server")


def copied(tmux: Callable[..., str], tmp_path: Path, by: str, option: str) -> tuple[str, str]:
    """What was said, and what tmux's buffer held after, with `set-clipboard` set to `option`."""
    script, said = tmp_path / "page.py", tmp_path / "said"
    script.write_text(SCRIPT, encoding="utf-8")
    tmux("new-session", "-d", "-x", "80", "-y", "24", "sleep 60")
    tmux("set-option", "-s", "set-clipboard", option)
    tmux("new-window", shlex.join([sys.executable, str(script), by, str(said)]))
    buffer = ""
    for _ in range(150):
        time.sleep(0.1)
        buffer = tmux("show-buffer")
        if said.exists() and said.read_text(encoding="utf-8") and buffer:
            break
    return said.read_text(encoding="utf-8"), buffer


def test_osc_52_arrives_in_tmuxs_buffer_where_tmux_takes_it(tmux, tmp_path: Path):
    said, buffer = copied(tmux, tmp_path, "terminal", "on")
    assert buffer == "“We were told,” she said — 文"
    assert said.startswith("Sent 28 characters to the terminal's clipboard")


def test_tmux_is_handed_the_text_where_it_would_not_take_the_escape(tmux, tmp_path: Path):
    said, buffer = copied(tmux, tmp_path, "auto", "external")
    assert buffer == "“We were told,” she said — 文"
    assert "to tmux's buffer" in said
