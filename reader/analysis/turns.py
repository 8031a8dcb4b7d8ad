"""How Python's threads take turns."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

TURN = 0.0003
"""Seconds that a thread goes on while another one waits."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Work beside which threads need Python for a moment only, and often: the network does between two windows, which
    it reads in 6 ms each, and with Python's usual turns of 5 ms it would stand still for nearly as long as it reads."""
    usual = sys.getswitchinterval()
    if usual <= TURN:
        yield
        return
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
