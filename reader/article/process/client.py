"""Untrusted bytes are parsed in a process of their own, kept warm, that can be killed."""

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from reader.article.model import Article, ArticleError
from reader.article.process.server import article_from_values
from reader.article.text.safe import safe_text

MOST_SECONDS = 45.0
"""That one article may take to be parsed; an ordinary page takes a tenth of one."""

TICK = 0.1
"""Seconds between two looks at whether the article is still wanted."""

MOST_MEMORY = 2 << 30
"""Bytes of address space that the worker may take, where the system can hold it to that."""

_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from reader.article.process.server import main; main(int(sys.argv[2]))"
)


class Worker:
    """One worker process and the thread that reads its answers. It starts when first needed, and again when it died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._jobs = 0

    def warm(self) -> None:
        """Starts the process, and has it load what a page needs, without waiting for it."""
        if self._lock.acquire(blocking=False):
            try:
                self._send({"warm": True}, b"")
            except OSError:
                self._end()
            finally:
                self._lock.release()

    def parse(self, data: bytes, job: dict[str, Any], tick: Callable[[], None] | None = None) -> Article:
        """The article in these bytes; ArticleError when there is none, or when it takes too long or too much.

        `tick` is called while it takes; what it raises passes through and ends the work at once.
        """
        tick = tick or (lambda: None)
        while not self._lock.acquire(timeout=TICK):
            tick()
        try:
            self._jobs += 1
            job = {**job, "id": self._jobs, "size": len(data)}
            try:
                self._send(job, data)
            except OSError:  # it went idle, or was ended from outside: once more with a new one
                self._end()
                try:
                    self._send(job, data)
                except OSError:
                    raise ArticleError("no process could be started to read it; close other programs") from None
            try:
                return self._receive(job["id"], MOST_SECONDS, tick)
            except _Refused:
                raise
            except BaseException:
                self._end()
                raise
        finally:
            self._lock.release()

    def stop(self) -> None:
        """Ends the process; the next article starts a new one."""
        with self._lock:
            self._end()

    def _send(self, head: dict[str, Any], data: bytes) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            self._end()
            process = self._start()
        assert process.stdin is not None
        line = json.dumps(head).encode("ascii")
        process.stdin.write(len(line).to_bytes(4, "big") + line)
        process.stdin.write(data)
        process.stdin.flush()

    def _start(self) -> subprocess.Popen[bytes]:
        path = [entry for entry in sys.path if isinstance(entry, str)]
        process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps(path), str(MOST_MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",  # Ctrl-C at the terminal is for the reader, not for its worker
        )
        answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

        def read() -> None:
            assert process.stdout is not None
            for line in process.stdout:
                answers.put(line)
            answers.put(None)

        threading.Thread(target=read, name="reader-worker-answers", daemon=True).start()
        self._process, self._answers = process, answers
        return process

    def _receive(self, number: int, seconds: float, tick: Callable[[], None]) -> Article:
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            try:
                line = self._answers.get(timeout=min(TICK, max(0.0, left)))
            except queue.Empty:
                if left <= TICK:
                    raise ArticleError(
                        f"it could not be taken apart within {seconds:g} seconds; paste the article's text instead"
                    ) from None
                tick()
                continue
            if line is None:
                raise ArticleError("it takes more memory than an article may; paste the article's text instead")
            answer = json.loads(line)
            if answer["id"] == number:
                break
        if "error" in answer:
            raise _Refused(safe_text(str(answer["error"]), lines=False))
        return article_from_values(answer["article"])

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        process.wait()


class _Refused(ArticleError):
    """The worker's own answer that there is no article: the worker is well."""


worker = Worker()


def _forget() -> None:
    """After a fork the worker belongs to the parent."""
    global worker
    worker = Worker()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
atexit.register(lambda: worker.stop())
