"""`reader SOURCE`: what happens before, around and after the screen, at a terminal and without one."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reader.library import Library
from tests.terminal import PATIENCE, READER, Terminal


def test_a_source_opens_on_the_screen(article: Path, tmp_path: Path) -> None:
    terminal = Terminal([str(article)], tmp_path)
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


def test_an_article_may_be_piped_in_while_keys_come_from_the_terminal(article: Path, tmp_path: Path) -> None:
    terminal = Terminal(["-"], tmp_path, stdin=article.read_bytes())
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


def test_a_pipe_without_a_source_is_read_as_well(article: Path, tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path, stdin=article.read_bytes())
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


def test_with_its_errors_thrown_away_it_is_shown_as_ever(article: Path, tmp_path: Path) -> None:
    terminal = Terminal([str(article)], tmp_path, stderr=subprocess.DEVNULL)
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


def test_with_its_errors_in_a_file_it_is_shown_and_a_fault_goes_into_the_file(article: Path, tmp_path: Path) -> None:
    with open(tmp_path / "log", "wb") as log:
        terminal = Terminal([str(article)], tmp_path, command=[sys.executable, "-c", FAULTY], stderr=log)
        terminal.until("Dana Whitfield")
        terminal.press("\x1b")
        assert terminal.status() == 1
    assert "internal error" not in terminal.seen
    told = (tmp_path / "log").read_text()
    assert told == "reader: internal error, RuntimeError: the fault of ours (READER_DEBUG=1 shows more)\n"


def test_with_its_errors_closed_it_is_shown_as_ever(article: Path, tmp_path: Path) -> None:
    shell = ["sh", "-c", 'exec "$0" -m reader "$@" 2>&-', sys.executable]
    terminal = Terminal([str(article)], tmp_path, command=shell)
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


def test_keys_come_from_the_terminal_when_input_is_something_that_nobody_asked_for(
    article: Path, tmp_path: Path
) -> None:
    terminal = Terminal([str(article)], tmp_path, stdin=b"")
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


def test_without_a_source_the_samples_are_listed(tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path)
    terminal.until("The last night porter")
    terminal.press("\x11")  # ctrl+q: plain letters go into the address line here
    assert terminal.status() == 0


def test_a_file_called_like_a_command_opens_after_two_dashes(article: Path, tmp_path: Path) -> None:
    (tmp_path / "analyze").write_bytes(article.read_bytes())
    terminal = Terminal(["--", "analyze"], tmp_path)
    terminal.until("Dana Whitfield")
    terminal.press("q")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing.txt"], "reader: missing.txt: no such file"),
        (["anaylze", "bridge.txt"], "did you mean `reader analyze`?"),
        (["bridge.txt", "missing.txt"], "reader: missing.txt: no such file"),
    ],
)
def test_a_path_that_is_not_there_is_told_without_a_screen(
    article: Path, tmp_path: Path, arguments: list[str], told: str
) -> None:
    terminal = Terminal(arguments, tmp_path)
    assert terminal.status() == 1
    assert told in terminal.seen
    assert terminal.seen.count("\n") == 1
    assert "\x1b" not in terminal.seen


FAULTY = """
import sys
from reader.app.reading.screen import ReadingScreen
def action_back(self):
    raise RuntimeError("the fault of ours")
ReadingScreen.action_back = action_back
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_fault_of_the_screen_is_one_line_once_the_terminal_is_as_it_was(article: Path, tmp_path: Path) -> None:
    terminal = Terminal([str(article)], tmp_path, command=[sys.executable, "-c", FAULTY])
    terminal.until("Dana Whitfield")
    terminal.press("\x1b")
    assert terminal.status() == 1
    after = terminal.seen[terminal.seen.rindex("\x1b[?1049l") :]
    assert "reader: internal error, RuntimeError: the fault of ours (READER_DEBUG=1 shows more)" in after
    assert "Traceback" not in terminal.seen


SLOW = """
import sys
from reader.app.background import analysis_process
from reader.child_process import ChildProcess
endless = "import os, sys; open(sys.argv[1], 'w').write(str(os.getpid()))\\nwhile True: pass"
analysis_process.child = ChildProcess("", command=[sys.executable, "-c", endless, sys.argv.pop(1)])
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_it_can_be_quit_while_an_analysis_never_ends(article: Path, tmp_path: Path) -> None:
    number = tmp_path / "number"
    terminal = Terminal([str(article)], tmp_path, command=[sys.executable, "-c", SLOW, str(number)])
    terminal.until("Dana Whitfield")
    until = time.monotonic() + PATIENCE
    while not (number.exists() and number.read_text()) and time.monotonic() < until:
        time.sleep(0.1)
    terminal.press("q")
    assert terminal.status() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 0)])
def test_ended_from_outside_it_leaves_the_terminal_as_it_was(
    article: Path, tmp_path: Path, number: int, status: int
) -> None:
    terminal = Terminal([str(article)], tmp_path)
    terminal.until("Dana Whitfield")
    terminal.process.send_signal(number)
    assert terminal.status() == status
    assert "\x1b[?1049l" in terminal.seen


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_told_to_end_again_and_again_it_ends_as_if_told_once(article: Path, tmp_path: Path, number: int) -> None:
    terminal = Terminal([str(article)], tmp_path)
    terminal.until("Dana Whitfield")
    for _ in range(20):  # as the kernel, a shell and make tell it, all of one closed terminal
        with suppress(ProcessLookupError):
            terminal.process.send_signal(number)
        time.sleep(0.01)
    assert terminal.status() == 128 + number


HELD_UP = """
import sys
from reader.app.app import ReaderApp
from reader.commands import screen
ReaderApp.exit = lambda self, *given, **named: None
screen._LONGEST_END = 0.5
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_told_to_end_it_ends_whatever_holds_it_up(article: Path, tmp_path: Path) -> None:
    terminal = Terminal([str(article)], tmp_path, command=[sys.executable, "-c", HELD_UP])
    terminal.until("Dana Whitfield")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGTERM


@pytest.mark.parametrize("ignored", [False, True])
def test_when_its_terminal_is_closed_it_ends_also_where_a_shell_had_that_ignored(
    article: Path, tmp_path: Path, ignored: bool
) -> None:
    command = ["sh", "-c", "trap '' HUP; exec \"$@\"", "sh", *READER] if ignored else READER
    terminal = Terminal([str(article)], tmp_path, command=command)
    terminal.until("Dana Whitfield")
    os.close(terminal.master)
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


def test_when_its_terminal_is_closed_it_ends_also_behind_a_program_that_waits_for_it_and_tells_it_nothing(
    article: Path, tmp_path: Path
) -> None:
    waiting = ["sh", "-c", 'trap : HUP; "$@"; exit $?', "sh", *READER]  # as `make read` does
    terminal = Terminal([str(article)], tmp_path, command=waiting)
    terminal.until("Dana Whitfield")
    os.close(terminal.master)
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_a_note_that_was_being_typed_when_its_terminal_was_closed_or_the_reader_killed_is_offered_again(
    article: Path, tmp_path: Path, end: str
) -> None:
    terminal = Terminal([str(article)], tmp_path)
    terminal.until("n goes to the next")
    terminal.press("nx")
    terminal.until("highlighted")
    terminal.press("E")
    terminal.until("Note:")
    terminal.press("ask her #bridge §")
    terminal.until("§")
    if end == "closed":
        os.close(terminal.master)
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP
    else:
        library = Library(tmp_path / "library.db")
        deadline = time.monotonic() + PATIENCE
        while [mark.draft for mark in library.marks()] != ["ask her #bridge §"]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        terminal.process.kill()
        assert terminal.process.wait(PATIENCE) == -signal.SIGKILL
    again = Terminal([str(article)], tmp_path)
    again.until("claim 1 of", "n goes to the next")  # where it was left, if it could still say where
    again.press("E")
    again.until("typed last time")
    again.until("ask her #bridge §")
    again.press("\r")
    again.until("noted")
    again.press("q")
    assert again.status() == 0
    (mark,) = Library(tmp_path / "library.db").marks()
    assert (mark.note, mark.tags, mark.draft) == ("ask her #bridge §", ("bridge",), "")


@pytest.mark.parametrize("term", ["dumb", "xterm-256color", ""])
def test_into_a_pipe_an_article_is_printed_whole_and_standard_input_is_left_alone(article: Path, term: str) -> None:
    read, write = os.pipe()
    os.write(write, b"q\nthe next line of somebody's loop\n")
    os.close(write)
    command = [*READER, str(article)]
    done = subprocess.run(
        command, capture_output=True, stdin=read, text=True, check=False, env={**os.environ, "TERM": term}
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Council votes to close the old bridge\n")
    assert "carries eleven thousand vehicles" in done.stdout
    assert os.read(read, 100).startswith(b"q\n")
    os.close(read)


def test_side_by_side_needs_a_terminal_and_the_other_commands_are_named(article: Path) -> None:
    command = [*READER, "compare", "--screen", str(article), str(article)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"reader: {article}: the screen needs a terminal")
    assert done.stderr.count("\n") == 1
