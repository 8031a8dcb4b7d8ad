"""From the shell's prompt to the first screen of a text, in a terminal: `python -m benchmarks.opening`.

Each program is started in a pseudo-terminal of 100 by 30 cells on the same file, and the time is taken until a word in
the middle of the first screen is drawn. The yardstick is a bare Textual app, which shows the file's beginning and does
nothing else: no screen of Textual's can be there before it. Where other work goes on, the processor time until then
(of threads that are gone too, in hundredths of a second) says more than the clock. `--beside NAME=PROGRAM` measures
another program on the same file in turns with ours (`--beside frogmouth=frogmouth --beside less=less`); one that shows
nothing within a minute is said to have shown nothing. Each program runs once before it is measured, so that its
bytecode is there, as it is for whoever opens a second article.
"""

import argparse
import fcntl
import os
import pty
import select
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks.tables import show

WORD = "Zebralith"
PATIENCE = 60.0
ROUNDS = 5
SIZES = (3_000, 60_000, 600_000)
BARE = """
import sys
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        with open(sys.argv[1], encoding="utf-8") as file:
            yield Static(file.read(2_000), markup=False)

Bare().run()
"""
READER = f"{shlex.quote(sys.executable)} -m reader"


def text_of(size: int) -> str:
    """Markdown of about this many bytes, with `WORD` in the middle of its first screen."""
    parts = ["# The lamps of Quay Street", "By Ola Brandt", f"The {WORD} lamps were lit at nine, said Ola Brandt."]
    length, number = sum(map(len, parts)), 0
    while length < size:
        number += 1
        parts.append(
            f"“Lamp {number} was lit at nine,” said Ola Brandt, who keeps them. The council said that lamp {number} "
            "would be put out at one in the morning, as it has been since the harbour was closed to night boats, and "
            "that nobody had complained of the dark."
        )
        length += len(parts[-1].encode()) + 2
        if number % 25 == 0:
            parts.append(f"## The {number}th lamp")
    return "\n\n".join(parts) + "\n"


class Drawn(NamedTuple):
    """Seconds from the start of a program to what is waited for: by the clock, and of the processor (0 where the system
    does not tell)."""

    clock: float
    processor: float


def until_drawn(command: list[str], word: str = WORD, *, state: Path | None = None) -> float | None:
    """Seconds from the start of a program to the drawing of a word on its terminal; None where it never came."""
    drawn = watch_drawing(command, word, state=state)
    return drawn.clock if drawn else None


def watch_drawing(command: list[str], word: str = WORD, *, state: Path | None = None) -> Drawn | None:
    """What it took a program to draw a word on its terminal; None where it never came.

    `state` is the folder of settings and library; an empty one unless it is given.
    """
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (30, 100))
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "READER_CONFIG_DIR": str(state or folder),
        }
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        seen, drawn = b"", None
        while drawn is None and time.perf_counter() - start < PATIENCE:
            if select.select([master], [], [], 0.5)[0]:
                try:
                    seen += os.read(master, 65536)
                except OSError:
                    break
            if word.encode() in seen:
                drawn = Drawn(time.perf_counter() - start, _processor_time(process.pid))
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with suppress(OSError):
            os.close(master)
    return drawn


def _processor_time(process: int) -> float:
    """Seconds of the processor that a process has had, by all its threads."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def compared(path: Path, programs: dict[str, str]) -> dict[str, list[Drawn | None]]:
    """What it took each program on a file, in turns, after one run that is not counted."""
    taken: dict[str, list[Drawn | None]] = {name: [] for name in programs}
    for turn in range(ROUNDS + 1):
        for name, command in programs.items():
            if None in taken[name]:
                continue
            drawn = watch_drawing([*shlex.split(command), str(path)])
            if turn or drawn is None:
                taken[name].append(drawn)
    return taken


def rows_of(taken: dict[str, list[Drawn | None]], yardstick: str) -> list[tuple[object, ...]]:
    """A row for each program: medians by the clock and of the processor, in ms and as multiples of the yardstick's."""

    def median(name: str, at: int) -> float:
        return statistics.median(drawn[at] for drawn in taken[name] if drawn) * 1000

    rows: list[tuple[object, ...]] = []
    for name, listed in taken.items():
        if None in listed:
            rows.append((name, "nothing within a minute", "", "", ""))
            continue
        row: list[object] = [name]
        for at in range(2):
            least = median(yardstick, at)
            row += [f"{median(name, at):,.0f}", f"{median(name, at) / least:.2f}" if least else "–"]
        rows.append(tuple(row))
    return rows


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", action="append", default=[], metavar="NAME=PROGRAM")
    parser.add_argument("--size", type=int, action="append", help=f"bytes of text (default {SIZES})")
    parser.add_argument("--format", choices=("txt", "md"), default="txt", help="the file's ending (default txt)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        programs = {"bare Textual app": f"{shlex.quote(sys.executable)} {bare}", "reader": READER}
        programs |= dict(each.split("=", 1) for each in options.beside)
        programs = {name: command for name, command in programs.items() if shutil.which(shlex.split(command)[0])}
        for size in options.size or SIZES:
            path = Path(folder) / f"lamps.{options.format}"
            path.write_text(text_of(size), encoding="utf-8")
            rows = rows_of(compared(path, programs), "bare Textual app")
            head = ("program", "ms", "times bare", "processor ms", "times bare")
            show(f"From the prompt to the first screen, {size:,} bytes", head, rows)


if __name__ == "__main__":
    main()
