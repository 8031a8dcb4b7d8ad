"""A pseudo-terminal with a program in it, for tests of what a person at a terminal meets."""

import fcntl
import os
import pty
import select
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from tests.program import READER

PATIENCE = 300.0
"""Seconds that a program may take for what is expected of it, which a busy machine needs."""


class Terminal:
    """A terminal of 80 columns and 24 lines that a run of `reader` has as its own; `stderr` may be sent elsewhere."""

    def __init__(
        self,
        arguments: list[str],
        folder: Path,
        stdin: bytes | None = None,
        command: Sequence[str] = READER,
        env: Mapping[str, str] | None = None,
        stderr: IO[bytes] | int | None = None,
        term: str = "xterm-256color",
    ) -> None:
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=slave if stdin is None else subprocess.PIPE,
            stdout=slave,
            stderr=slave if stderr is None else stderr,
            cwd=folder,
            env=dict(env or os.environ | {"READER_CONFIG_DIR": str(folder)}) | {"TERM": term},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.seen = ""
        if self.process.stdin:
            self.process.stdin.write(stdin or b"")
            self.process.stdin.close()

    def until(self, *words: str) -> None:
        """Read what is shown until one of these is; fails when the program ends without showing any."""
        patience = time.monotonic() + PATIENCE
        while not any(one in self.seen for one in words):
            ready, _, _ = select.select([self.master], [], [], PATIENCE)
            assert ready, f"nothing more is shown, and not {words!r}: {self.seen[-2000:]!r}"
            assert time.monotonic() < patience, f"{words!r} is not shown: {self.seen[-2000:]!r}"
            chunk = b""
            with suppress(OSError):
                chunk = os.read(self.master, 65536)
            assert chunk, f"ended without showing {words!r}: {self.seen[-2000:]!r}"
            self.seen += chunk.decode("utf-8", "replace")

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def status(self) -> int:
        """The exit status, once everything that is shown was read."""
        with suppress(OSError):
            while select.select([self.master], [], [], PATIENCE)[0] and (chunk := os.read(self.master, 65536)):
                self.seen += chunk.decode("utf-8", "replace")
        os.close(self.master)
        return self.process.wait(PATIENCE)
