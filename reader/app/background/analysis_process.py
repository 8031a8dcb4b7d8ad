"""Slow work in a process of its own: in the screen's, a model that loads for a second would stop the keys for one.

The process is started for the first article and kept for the next ones. It takes jobs as pickles on standard input
and answers on standard output; it is one of ours, and is killed when nobody wants its answer any more.
"""

import atexit
import json
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, Any

Progress = Callable[[str], None]

START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from reader.app.background.analysis_process import main; main()"
)
_BETWEEN = 0.1
"""Seconds between two looks at whether the answer is still wanted."""

_PATIENCE = 3.0
"""Seconds that work may go on after nobody wants it."""


class WorkError(Exception):
    """What went wrong in the other process, in one line."""


class Worker:
    """One process that does the jobs of `jobs`, one at a time."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        self._command = list(command)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[tuple[str, Any] | None] = queue.SimpleQueue()

    def do(self, job: str, *given: object, on_progress: Progress) -> Any:
        """What a job of `reader.app.background.jobs` gives for its arguments, which must pickle.

        Raises WorkError, OSError where no process can be started, and whatever `on_progress` raises, which ends the
        work.
        """
        doing = "starting"
        while not self._lock.acquire(timeout=_BETWEEN):
            on_progress(doing)
        try:
            self._send((job, given))
            while True:
                try:
                    answer = self._answers.get(timeout=_BETWEEN)
                except queue.Empty:
                    on_progress(doing)
                    continue
                if answer is None:
                    self._end()  # it may be dying still, and would take the next job along
                    raise WorkError("it ended before its time, perhaps for want of memory")
                kind, value = answer
                if kind == "failed":
                    raise WorkError(value)
                if kind == "done":
                    return value
                doing = value
                on_progress(doing)
        except WorkError:
            raise
        except BaseException:
            self._let_finish()
            raise
        finally:
            self._lock.release()

    def _let_finish(self) -> None:
        """Wait a little for an answer that nobody wants, since the models that load for it serve the next; else end."""
        until = time.monotonic() + _PATIENCE
        while (left := until - time.monotonic()) > 0:
            try:
                answer = self._answers.get(timeout=left)
            except queue.Empty:
                break
            if answer is None or answer[0] != "doing":
                return
        self._end()

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._end()

    def _send(self, job: object) -> None:
        data = pickle.dumps(job)
        for attempt in (1, 2):
            process = self._process
            if process is None or process.poll() is not None:
                process = self._start()
            assert process.stdin is not None
            try:
                process.stdin.write(len(data).to_bytes(8, "big") + data)
                process.stdin.flush()
                return
            except OSError:  # it was ended from outside: once more with a new one
                self._end()
                if attempt == 2:
                    raise

    def _start(self) -> subprocess.Popen[bytes]:
        path = json.dumps([entry for entry in sys.path if isinstance(entry, str)])
        process = subprocess.Popen(
            self._command or [sys.executable, "-c", START, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",  # ctrl+C and ctrl+Z at the terminal are for the screen
        )
        answers: queue.SimpleQueue[tuple[str, Any] | None] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process.stdout, answers), daemon=True).start()
        self._process, self._answers = process, answers
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError):
                if process.stdin is not None:
                    process.stdin.close()
            process.wait()


def _listen(pipe: IO[bytes] | None, answers: "queue.SimpleQueue[tuple[str, Any] | None]") -> None:
    while pipe is not None and (data := _framed(pipe)) is not None:
        answers.put(pickle.loads(data))
    answers.put(None)


def _framed(pipe: IO[bytes]) -> bytes | None:
    """The next message of a pipe; None at its end."""
    try:
        head = pipe.read(8)
        data = pipe.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
    except (OSError, ValueError):
        return None
    return data if len(head) == 8 and len(data) == int.from_bytes(head, "big") else None


worker = Worker()
atexit.register(lambda: worker.stop())


def main() -> None:
    """Do what comes in, until nothing comes any more; ends at once with the process that asks."""
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)

    def listen() -> None:
        while (data := _framed(source)) is not None:
            jobs.put(data)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()

    def answer(kind: str, value: object) -> None:
        data = pickle.dumps((kind, value))
        target.write(len(data).to_bytes(8, "big") + data)
        target.flush()

    while True:
        job, given = pickle.loads(jobs.get())
        try:
            from reader.app.background.jobs import JOBS

            found = JOBS[job](lambda step: answer("doing", step), *given)
        except Exception as error:
            words = str(error).strip().splitlines()
            answer("failed", words[0] if words else type(error).__name__)
        else:
            answer("done", found)
