"""A command with processes of its own, ended from outside: by `kill`, a scheduler, a terminal that is closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def leaving_in_order() -> Iterator[None]:
    """Answer SIGTERM and SIGHUP by leaving, with 128 and its number as status, so that the processes are ended and
    Python says nothing of them. What is ignored, as the hang-up under `nohup`, stays ignored."""
    from reader.process_pool import ENDS

    before = {number: signal.getsignal(number) or signal.SIG_DFL for number in ENDS}
    answered = [number for number in ENDS if before[number] != signal.SIG_IGN]

    def leave(number: int, frame: FrameType | None) -> None:
        for each in answered:  # a second one would break off the leaving
            signal.signal(each, signal.SIG_IGN)
        raise SystemExit(128 + number)

    for number in answered:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in answered:
            signal.signal(number, before[number])
