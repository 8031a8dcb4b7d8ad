"""Fast and careless hands at a real terminal: `python -m benchmarks.hands [--runs 60] [--busy 3] SOURCE ...`.

Each run starts the program in a pseudo-terminal, in an empty folder and with settings of its own, and sends keys,
clicks, pastes and changes of size in bursts and with pauses, by a seed that a failed run tells. A run is survived when
the program neither ended by itself nor showed a traceback and still draws something for a key at the end. Keys that
quit or suspend are left out. Without a source it reads the samples, a feed and a long text that it makes.
"""

import argparse
import fcntl
import os
import pty
import random
import select
import shlex
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.opening import READER, text_of
from reader.resources import bundled

LETTERS = "abcefghijklmnoprstvwxyzABDEGHIJKLMNOPRSTVWXYZ0123456789 /?.:#+-|()<>[]{}"
NAMED = {
    "escape": "\x1b",
    "enter": "\r",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "page down": "\x1b[6~",
    "backspace": "\x7f",
    "half a page": "\x04",
    "palette": "\x10",
    "click on the text": "\x1b[<0;20;8M\x1b[<0;20;8m",
    "click on a panel": "\x1b[<0;90;12M\x1b[<0;90;12m",
    "click on the foot": "\x1b[<0;40;30M\x1b[<0;40;30m",
    "wheel": "\x1b[<65;20;8M",
    "paste": "\x1b[200~two\nlines\x1b[201~",
    "burst of enter": "\x1b[B\r\r\r\r",
    "walk": "JJJKJ",
}
SIZES = ((100, 30), (80, 24), (40, 12), (160, 48), (200, 60), (60, 15))
PATIENCE = 60.0
"""Seconds that a busy machine may take to draw an answer."""


@dataclass
class Terminal:
    """A program in a pseudo-terminal, with all that it has drawn."""

    master: int
    process: int
    drawn: bytearray = field(default_factory=bytearray)
    status: int | None = None

    def send(self, keys: str, pause: float = 0.002) -> None:
        with suppress(OSError):
            os.write(self.master, keys.encode())
        self.watch(pause)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.watch(0.05)

    def watch(self, seconds: float, until: int = 0) -> None:
        """Take in what is drawn, for some seconds or until there are this many bytes."""
        end = time.monotonic() + seconds
        while self.status is None and (left := end - time.monotonic()) > 0:
            if until and len(self.drawn) >= until:
                return
            if select.select([self.master], [], [], min(left, 0.05))[0]:
                try:
                    data = os.read(self.master, 65536)
                except OSError:
                    data = b""
                if not data:
                    self.status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
                    return
                self.drawn += data

    def problem(self) -> str:
        """Why the program has not survived, or ""."""
        self.watch(1.0)
        if self.status is None:
            self.send("\x1b\x1b\x1b\x1b", 1.0)
            before = len(self.drawn)
            self.send("?")
            self.watch(PATIENCE, until=before + 1)
            if self.status is None and len(self.drawn) == before:
                return "answers no key"
        if self.status is not None:
            return f"ended by itself with {self.status}"
        return "shows a traceback" if b"Traceback" in self.drawn or b"internal error" in self.drawn else ""


@contextmanager
def terminal(sources: Sequence[str], reader: str = READER) -> Iterator[Terminal]:
    """The program on these sources, 100 cells by 30; ended at the end."""
    with tempfile.TemporaryDirectory() as folder:
        names = ("HOME", "READER_CONFIG_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
        environ = os.environ | dict.fromkeys(names, folder) | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environ |= {"PYTHONPATH": os.pathsep.join(filter(None, (os.getcwd(), os.environ.get("PYTHONPATH"))))}
        process, master = pty.fork()
        if not process:
            os.chdir(folder)
            os.execvpe(shlex.split(reader)[0], [*shlex.split(reader), *sources], environ)
        program = Terminal(master, process)
        program.resize(100, 30)
        try:
            yield program
        finally:
            if program.status is None:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
            os.close(master)


@contextmanager
def busy(count: int) -> Iterator[None]:
    """Loops beside, as many as asked for."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def play(seed: int, keys: int, sources: Sequence[str], reader: str = READER) -> str:
    """One run by a seed: why it was not survived, with the last keys; or ""."""
    chance = random.Random(seed)
    sent: list[str] = []
    with terminal(sources, reader) as program:
        program.watch(chance.choice((0.0, 0.5, 2.0)))
        for _ in range(keys):
            name = chance.choice((*LETTERS, *NAMED, *NAMED))
            pause = chance.choice((0.002, 0.002, 0.002, 0.02, 0.2))
            program.send(NAMED.get(name, name), pause)
            sent.append(name)
            if chance.random() < 0.02:
                program.resize(*chance.choice(SIZES))
            if program.status is not None:
                break
        problem = program.problem()
        if not problem:
            return ""
        told = [line for line in program.drawn.decode("utf-8", "replace").splitlines() if "rror" in line][-2:]
    return f"seed {seed}: {problem} after {sent[-12:]}; {' '.join(told)[-300:]}"


def feed_of(count: int) -> str:
    """A feed with so many items."""
    item = "<item><title>Lamp {0}</title><link>https://lamps.example/{0}</link><description>{1}</description></item>"
    words = "“The lamp was lit at nine,” said Ola Brandt, who keeps it on the quay. " * 6
    items = "".join(item.format(number, words) for number in range(count))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Lamps</title>{items}</channel></rss>'


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="runs over each set of sources (default 20)")
    parser.add_argument("--keys", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--busy", type=int, default=0, metavar="N", help="loops that keep the machine busy beside")
    parser.add_argument("--reader", default=READER, help="the command that starts the program")
    parser.add_argument("source", nargs="*")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, busy(options.busy):
        feed, long = Path(folder) / "lamps.xml", Path(folder) / "lamps.md"
        feed.write_text(feed_of(30), encoding="utf-8")
        long.write_text(text_of(1_000_000), encoding="utf-8")
        samples = [str(path) for path in sorted(bundled("sample_articles").iterdir()) if path.suffix != ".json"]
        own = [os.path.abspath(source) if os.path.exists(source) else source for source in options.source]
        problems, runs = [], 0
        for sources in [own] if own else [samples, [str(feed)], [str(long)]]:
            for seed in range(options.seed, options.seed + options.runs):
                runs += 1
                if problem := play(seed, options.keys, sources, options.reader):
                    problems.append(problem)
                    print(f"{sources[0]}: {problem}", flush=True)
    print(f"{runs - len(problems)} of {runs} runs survived")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
