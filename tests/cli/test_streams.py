"""What goes to stdout and stderr when things go wrong: pipes, keys, disks, locales, faults of our own."""

import os
import pty
import signal
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reader.commands import streams
from tests.cli.conftest import Run
from tests.terminal import PATIENCE, READER


def test_a_broken_pipe_ends_quietly(article: Path) -> None:
    process = subprocess.Popen(
        [*READER, "analyze", *[str(article)] * 30], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"schema": 1')
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(PATIENCE) == 0


def test_a_broken_pipe_ends_all_processes_quietly(article: Path) -> None:
    process = subprocess.Popen(
        [*READER, "analyze", "--jobs", "2", *[str(article)] * 30],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(PATIENCE) == 0
    assert_nobody_left(process.pid)


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def environ(request: pytest.FixtureRequest) -> dict[str, str]:
    """What Python holds back until its end is written only then: whether it does is the user's to say."""
    return {**os.environ, "PYTHONUNBUFFERED": request.param}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["claims", "--help"], ["feeds", "--help"], ["text"]])
def test_a_closed_pipe_is_no_reason_to_complain(article: Path, arguments: list[str], environ: dict[str, str]) -> None:
    if arguments == ["text"]:
        arguments = ["text", str(article)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*READER, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False, env=environ)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["claims", "--help"], ["feeds", "--help"]])
def test_help_that_finds_no_room_is_told_in_one_line(arguments: list[str], environ: dict[str, str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*READER, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, env=environ)
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "could not be written" in done.stderr.decode()


def assert_nobody_left(group: int) -> None:
    """Waits for the last of a process group: the tracker of multiprocessing ends just after its parent."""
    for _ in range(6000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("processes were left behind")


def interrupted(arguments: list[str], fifos: list[Path], number: int) -> subprocess.CompletedProcess[bytes]:
    """The process, sent a signal (with its children, as a terminal does) once it has opened every FIFO."""
    for fifo in fifos:
        os.mkfifo(fifo)
    process = subprocess.Popen(
        [*READER, *arguments, *map(str, fifos)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    writers = [os.open(fifo, os.O_WRONLY) for fifo in fifos]
    os.killpg(process.pid, number)
    stdout, stderr = process.communicate(timeout=PATIENCE)
    for writer in writers:
        os.close(writer)
    assert_nobody_left(process.pid)
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    done = interrupted(["text"], [tmp_path / "fifo"], signal.SIGINT)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_ctrl_c_is_quiet_while_the_command_line_is_still_being_imported(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'reader.cli':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Pressed())\n",
        encoding="utf-8",
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])}
    done = subprocess.run([*READER, "text", "x"], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_ctrl_c_ends_every_process_quietly(tmp_path: Path) -> None:
    done = interrupted(["analyze", "--jobs", "2"], [tmp_path / "one", tmp_path / "two"], signal.SIGINT)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_from_outside_ends_every_process_quietly(tmp_path: Path, number: int) -> None:
    done = interrupted(["analyze", "--jobs", "2"], [tmp_path / "one", tmp_path / "two"], number)
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, b"", b"")


def test_a_hang_up_that_is_ignored_ends_nothing(tmp_path: Path, article: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    command = [*READER, "analyze", "--jobs", "2", str(tmp_path / "fifo"), str(article)]
    process = subprocess.Popen(["nohup", *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    with open(tmp_path / "fifo", "w", encoding="utf-8") as writing:
        process.send_signal(signal.SIGHUP)
        writing.write("The ferry sails, said Ann Lee.")
    stdout, _ = process.communicate(timeout=PATIENCE)
    assert (process.returncode, len(stdout.splitlines())) == (0, 2)


def test_a_killed_process_fails_its_own_source_only(article: Path, tmp_path: Path) -> None:
    """As the system's out-of-memory killer does it. Nothing is looked for in the articles, so that a process which
    takes another's place has no engine to load."""
    code = "import reader.commands.analyze as analyze\nprint(analyze.run(['good', 'bad', 'good'], jobs=2))\n"
    deadly = tmp_path / "sitecustomize.py"
    deadly.write_text(
        "import os, signal, sys, multiprocessing\n"
        "import reader.article\n"
        "opened = reader.article.open_article\n"
        "def open_article(source, **rest):\n"
        "    if source == 'bad':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        f"    return opened({str(article)!r}, **rest)\n"
        "reader.article.open_article = open_article\n"
        "import reader.analysis\n"
        "from reader.analysis.model import Analysis\n"
        "reader.analysis.analyse = lambda article, **rest: Analysis(())\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    first, bad, last, status = done.stdout.splitlines()
    assert first == last
    assert first.startswith('{"schema": 1')
    assert bad.startswith('{"source": "bad", "error": "')
    assert status == "1"
    assert done.stderr.startswith("reader: bad: ")
    assert done.stderr.count("\n") == 1


def test_output_is_utf8_whatever_the_locale(article: Path) -> None:
    words = "Café owner says “no”\n\nThe owner, Zoë Ångström, said “no” on Monday.\n"
    article.write_text(words, encoding="utf-8")
    for env in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}):
        done = subprocess.run([*READER, "text", str(article)], env=os.environ | env, capture_output=True, check=True)
        assert done.stdout.decode("utf-8") == words


def test_a_full_disk_is_one_line(article: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*READER, "text", str(article)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("reader: the output could not be written: ")
    assert done.stderr.count("\n") == 1


def test_closed_standard_streams_are_survived(article: Path) -> None:
    command = " ".join([*READER, "text", str(article)])
    for closing in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        done = subprocess.run(["sh", "-c", f"{command} {closing}"], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_name_full_of_controls_cannot_drive_the_terminal(reader: Run) -> None:
    done = reader("text", "\x1b[2J\u202eevil\nname\x9b.txt")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert not any(c in done.stderr for c in "\x1b\u202e\x9b")


FAULTY = """
import sys
import time
import reader.article
def open_article(source, **rest):
    raise RuntimeError("the fault\\nof ours")
reader.article.open_article = open_article
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", ["analyze", "summary", "claims", "text"])
def test_a_fault_of_our_own_is_one_line(
    reader: Run, monkeypatch: pytest.MonkeyPatch, article: Path, command: str
) -> None:
    def open_article(source: str, **rest: object) -> None:
        raise RuntimeError("the fault\nof ours")

    monkeypatch.setattr("reader.article.open_article", open_article)
    done = reader(command, article)
    assert done.returncode == 1
    assert done.stderr.startswith(f"reader: {article}: internal error, RuntimeError: the fault of ours")
    assert done.stderr.count("\n") == 1


def test_reader_debug_shows_the_traceback(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, "text", str(article)],
        env=os.environ | {"READER_DEBUG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" in done.stderr
    assert done.returncode == 1


def at_terminal(arguments: list[str]) -> tuple[str, bytes]:
    """What is written to a terminal on stderr and to a pipe on stdout."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    with tempfile.TemporaryFile() as stdout:
        process = subprocess.Popen([*READER, *arguments], stdout=stdout, stderr=slave)
        os.close(slave)
        seen = b""
        # Linux raises when the last writer has closed the terminal, macOS gives an empty chunk.
        with suppress(OSError):
            while chunk := os.read(master, 4096):
                seen += chunk
        os.close(master)
        process.wait(PATIENCE)
        stdout.seek(0)
        return seen.decode("utf-8"), stdout.read()


def test_one_source_shows_no_progress(article: Path) -> None:
    shown, _ = at_terminal(["analyze", str(article)])
    assert shown == ""


def test_the_progress_of_many_sources_and_errors_share_the_terminal(article: Path) -> None:
    shown, stdout = at_terminal(["analyze", str(article), "missing.txt", str(article)])
    assert "/3 [" in shown
    assert stdout.count(b"\n") == 3
    lines = [line.rstrip("\r").split("\r")[-1] for line in shown.split("\n")]
    assert any(line.startswith("reader: missing.txt: ") for line in lines)


def test_what_is_drawn_on_a_terminal_that_is_gone_is_lost_without_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with open(writing, "w", encoding="utf-8") as gone:
        monkeypatch.setattr("sys.__stderr__", gone)
        with streams.drawing_where_stdout_is():
            os.close(reading)
            assert sys.__stderr__ is not None
            sys.__stderr__.write("a frame")
            sys.__stderr__.flush()
            assert sys.__stderr__.fileno() == writing
        assert sys.__stderr__ is gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), writing)
