"""How Python's threads take turns."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Gives = TypeVar("Gives")

TURN = 0.0003
"""Seconds that a thread goes on while another one waits."""


def in_short_turns(work: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """Work beside which threads need Python for a moment only, and often: the network does between two windows, which
    it reads in 6 ms each, and with Python's usual turns of 5 ms it would stand still for nearly as long as it reads."""

    @wraps(work)
    def done(*given: Given.args, **named: Given.kwargs) -> Gives:
        usual = sys.getswitchinterval()
        if usual <= TURN:
            return work(*given, **named)
        sys.setswitchinterval(TURN)
        try:
            return work(*given, **named)
        finally:
            sys.setswitchinterval(usual)

    return done
