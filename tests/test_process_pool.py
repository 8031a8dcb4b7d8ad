"""A pool of which no process is left behind."""

import multiprocessing
import os
import signal
import time

import pytest

from reader.process_pool import open_pool, submit


def test_work_is_done_elsewhere_and_the_ctrl_c_of_this_process_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    with open_pool(1, int) as pool:
        assert submit(pool, os.getpid).result() != os.getpid()
        assert submit(pool, signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) == before
    assert multiprocessing.active_children() == []


def break_off() -> None:
    with open_pool(1, int) as pool:
        submit(pool, time.sleep, 0).result()
        submit(pool, time.sleep, 600)
        raise KeyboardInterrupt


def test_what_ends_it_early_ends_the_processes() -> None:
    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert multiprocessing.active_children() == []
