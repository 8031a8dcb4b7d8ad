"""A pool of which no process is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reader.process_pool import open_pool, submit


def test_work_is_done_elsewhere_and_the_ctrl_c_of_this_process_is_as_it_was() -> None:
    others, before = multiprocessing.active_children(), signal.getsignal(signal.SIGINT)
    with open_pool(1, int) as pool:
        assert submit(pool, os.getpid).result() != os.getpid()
        assert submit(pool, signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) == before
    assert set(multiprocessing.active_children()) <= set(others)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_ends_this_process_is_answered_once_the_process_that_is_being_started_stands(name: str) -> None:
    number: int = getattr(signal, name)
    answered: list[int] = []

    class Starting:
        def submit(self, work: object) -> list[int]:
            signal.raise_signal(number)
            return list(answered)

    before = signal.signal(number, lambda *_: answered.append(number))
    try:
        pool: Any = Starting()
        seen: Any = submit(pool, os.getpid)
        assert seen == []
        assert answered == [number]
    finally:
        signal.signal(number, before)


def break_off() -> None:
    with open_pool(1, int) as pool:
        submit(pool, time.sleep, 0).result()
        submit(pool, time.sleep, 600)
        raise KeyboardInterrupt


def test_what_ends_it_early_ends_its_processes_and_no_others() -> None:
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,), daemon=True)
    other.start()
    others = multiprocessing.active_children()
    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert set(multiprocessing.active_children()) <= set(others)
    assert other.is_alive()
    other.terminate()
    other.join()


KILLED = """
import os, signal, time
from reader.process_pool import open_pool, submit
if __name__ == "__main__":
    with open_pool(1, int) as pool:
        print(submit(pool, os.getpid).result(), flush=True)
        submit(pool, time.sleep, 600)
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_what_kills_this_process_ends_those_of_the_pool(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "killed.py")]
    # The output ends only when the process of the pool, which holds it too, has ended.
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stdout.strip().isdigit()) == (-signal.SIGKILL, True)
