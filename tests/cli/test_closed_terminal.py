"""A terminal that is closed ends the reader, whatever it is doing."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEAF = """
import signal, sys, time
from reader.commands import screen
screen._LONGEST_END = 0.2
signal.signal(signal.SIGHUP, lambda number, frame: None)
screen._watch_terminal(signal.SIGHUP)
print("watching", file=sys.stderr, flush=True)
end = time.monotonic() + 300
while time.monotonic() < end:
    time.sleep(0.1)
"""


def test_a_reader_that_does_not_answer_is_ended_when_its_terminal_is_gone() -> None:
    master, slave = pty.openpty()
    deaf = subprocess.Popen([sys.executable, "-c", DEAF], cwd=ROOT, stdin=slave, stdout=slave, stderr=subprocess.PIPE)
    os.close(slave)
    try:
        assert deaf.stderr is not None
        assert deaf.stderr.readline() == b"watching\n"
        os.close(master)
        assert deaf.wait(timeout=120) == 128 + signal.SIGHUP
    finally:
        deaf.kill()
        deaf.communicate()
