"""From the shell's prompt to the first screen of a text, in a terminal: `python -m benchmarks.opening`.

Each program is started in a pseudo-terminal of 100 by 30 cells on the same file, and the time is taken until a word in
the middle of the first screen is drawn. The yardstick is a bare Textual app, which shows the file's beginning and does
nothing else: no screen of Textual's can be there before it. `--beside NAME=PROGRAM` measures another program on the
same file in turns with ours (`--beside frogmouth=frogmouth --beside less=less`); one that shows nothing within a minute
is said to have shown nothing.
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


def until_drawn(command: list[str], word: str = WORD, *, state: Path | None = None) -> float | None:
    """Seconds from the start of a program to the drawing of a word on its terminal; None where it never came.

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
                drawn = time.perf_counter() - start
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with suppress(OSError):
            os.close(master)
    return drawn


def compared(path: Path, programs: dict[str, str]) -> dict[str, list[float | None]]:
    """The times of each program on a file, taken in turns."""
    times: dict[str, list[float | None]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, command in programs.items():
            if None in times[name]:
                continue
            times[name].append(until_drawn([*shlex.split(command), str(path)]))
    return times


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
            times = compared(path, programs)
            known = {name: statistics.median(filter(None, listed)) for name, listed in times.items() if all(listed)}
            rows = [
                (name, f"{known[name] * 1000:,.0f}", f"{known[name] / known['bare Textual app']:.2f}")
                if name in known
                else (name, "nothing within a minute", "")
                for name in programs
            ]
            show(f"From the prompt to the first screen, {size:,} bytes", ("program", "ms", "times bare"), rows)


if __name__ == "__main__":
    main()
