"""What only a real terminal shows, in a tmux of the test's own, on its own socket."""

import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

SCRIPT = """
import sys
from textual.app import App
from reader.app.clipboard.copy import copy

class Page(App):
    async def on_mount(self):
        message = (await copy("“We were told,” she said — 文", app=self, by=sys.argv[1])).words
        open(sys.argv[2], "w", encoding="utf-8").write(message)
        self.set_timer(0.2, self.exit)

Page().run()
"""


Tmux = Callable[..., str]
LOOK = 0.04
"""Seconds between two looks at what is drawn."""
LOOKS = 7_500
"""How often is looked for what does not come, which a busy machine may need."""


def look_until(look: Callable[[], str], holds: Callable[[str], object]) -> str:
    """What is seen once it is as wanted, or last."""
    seen = ""
    for _ in range(LOOKS):
        time.sleep(LOOK)
        seen = look()
        if holds(seen):
            break
    return seen


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    environ = {name: value for name, value in os.environ.items() if name not in ("TMUX", "TMUX_PANE")}
    environ["TERM"] = "xterm-256color"
    # A server of each test's own: a new session may not meet the last test's server while that goes down. Its socket
    # lies in a folder with a short name, since the path of a socket has little room.
    with TemporaryDirectory() as folder:

        def run(*arguments: str) -> str:
            command = ["tmux", "-S", f"{folder}/s", "-f", os.devnull, *arguments]
            done = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=300, check=False)
            return done.stdout

        yield run
        run("kill-server")


def copied(tmux: Tmux, tmp_path: Path, by: str, option: str) -> tuple[str, str]:
    """What was said, and what tmux's buffer held after, with `set-clipboard` set to `option`."""
    script, said = tmp_path / "page.py", tmp_path / "said"
    script.write_text(SCRIPT, encoding="utf-8")
    tmux("new-session", "-d", "-x", "80", "-y", "24", "sleep 60")
    tmux("set-option", "-s", "set-clipboard", option)
    tmux("new-window", shlex.join([sys.executable, str(script), by, str(said)]))
    buffer = look_until(
        lambda: tmux("show-buffer"), lambda held: held and said.exists() and said.read_text(encoding="utf-8")
    )
    return said.read_text(encoding="utf-8"), buffer


def test_osc_52_arrives_in_tmuxs_buffer_where_tmux_takes_it(tmux: Tmux, tmp_path: Path) -> None:
    said, buffer = copied(tmux, tmp_path, "terminal", "on")
    assert buffer == "“We were told,” she said — 文"
    assert said.startswith("Sent 28 characters to the terminal's clipboard")


def test_tmux_is_handed_the_text_where_it_would_not_take_the_escape(tmux: Tmux, tmp_path: Path) -> None:
    said, buffer = copied(tmux, tmp_path, "auto", "external")
    assert buffer == "“We were told,” she said — 文"
    assert "to tmux's buffer" in said


def test_with_no_color_the_screen_is_drawn_without_any_colour_but_with_styles(tmux: Tmux, tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("Council closes the bridge\n\nBy Dana Whitfield\n\n“It was not safe,” said Ruth Adeyemi.\n" * 2)
    command = shlex.join([sys.executable, "-m", "reader", str(article)])
    environ = ["-e", "NO_COLOR=1", "-e", f"READER_CONFIG_DIR={tmp_path}"]
    tmux("new-session", "-d", "-x", "100", "-y", "30", *environ, command)
    drawn = look_until(
        lambda: tmux("capture-pane", "-p", "-e"), lambda seen: "closes the bridge" in seen and "help" in seen
    )
    codes = {code for sequence in re.findall(r"\x1b\[([\d;:]*)m", drawn) for code in re.split("[;:]", sequence)}
    assert "closes the bridge" in drawn
    assert "1" in codes
    assert not {code for code in codes if code[:1] in ("3", "4", "9") and len(code) > 1} - {"39", "49"}
    assert not codes & {"38", "48"}


ARTICLE = "Council closes the bridge\n\nBy Dana Whitfield\n\n“It was not safe,” said Ruth Adeyemi.\n\n" + "".join(
    f"In {1871 + n} the bridge carried eleven thousand vehicles a day over the Wend.\n\n" for n in range(40)
)


@pytest.fixture
def reading(tmux: Tmux, tmp_path: Path) -> Tmux:
    """A shell in tmux in which `reader` shows an article that was piped in; gives what the pane shows when words are
    there, after these keys.
    """
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    command = f"cat {tmp_path}/bridge.txt | {shlex.quote(sys.executable)} -m reader -"
    environ = ["-e", f"READER_CONFIG_DIR={tmp_path}"]
    tmux("new-session", "-d", "-x", "100", "-y", "30", *environ, "env PS1='prompt>' bash --norc --noprofile")
    tmux("set-option", "-s", "set-clipboard", "on")

    def after(*keys: str, words: str) -> str:
        if keys:
            tmux("send-keys", *keys)
        shown = look_until(lambda: tmux("capture-pane", "-p"), lambda seen: words in seen)
        assert words in shown, f"{words!r} is not shown after {keys}: {shown}"
        return shown

    after(words="prompt>")
    after(command, "Enter", words="Dana Whitfield")
    after(words="goes to the next")
    return after


def test_a_pipe_is_read_while_keys_come_from_the_terminal_and_a_claim_reaches_the_clipboard(
    reading: Tmux, tmux: Tmux
) -> None:
    assert "▌" in reading("n", words="claim 1 of 1")
    reading("y", words="✓ claim")
    assert tmux("show-buffer").startswith("“It was not safe,”") or "It was not safe" in tmux("show-buffer")


def test_ctrl_z_gives_the_shell_back_and_fg_the_article_as_it_was(reading: Tmux) -> None:
    reading("n", words="claim 1 of 1")
    assert "Council closes" not in reading("C-z", words="prompt>").split("prompt>")[-1]
    shown = reading("fg", "Enter", words="Dana Whitfield")
    assert "claim 1 of 1" in shown
    reading("j", words="claim 1 of 1")


def test_a_resized_terminal_shows_the_same_words_at_its_top(reading: Tmux, tmux: Tmux) -> None:
    tmux("send-keys", "Space")
    first = look_until(lambda: top_year(tmux), lambda seen: seen not in ("", "1871"))
    assert first > "1871"
    for width, height in (("80", "24"), ("160", "48"), ("100", "30")):
        tmux("resize-window", "-x", width, "-y", height)
        time.sleep(1)
        reading(words="help")
    assert look_until(lambda: top_year(tmux), lambda seen: seen == first) == first


def top_year(tmux: Tmux) -> str:
    """The year in the first paragraph below the masthead's one line; "" while the masthead is longer."""
    found = re.match(r"\s*Council closes the bridge\b.*\n\W*In (\d+) ", tmux("capture-pane", "-p"))
    return found[1] if found else ""
