"""A process of ours beside this one: it does one job at a time, and can be killed at any moment.

It is started when it is first needed and again when it died. A job and its result are bytes, whose meaning the two
sides agree on; what goes through the pipes is frames: a kind (1 byte), a length (8 bytes, big-endian), and so many
bytes. The process ends with the one that started it, and never hears the terminal's keys.
"""

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import FileIO
from typing import Protocol, cast

NO_MEMORY = "it takes more memory than there is here; open a smaller part of it"
"""What a user is told where memory did not suffice."""

JOB, QUIET, BEGUN, STEP, DONE, FAILED = b"J", b"Q", b"B", b"S", b"D", b"F"

BETWEEN = 0.1
"""Seconds between two looks at whether the result is still wanted."""

Frame = tuple[bytes, bytes]
Frames = queue.SimpleQueue[Frame | None]
OnStep = Callable[[bytes | None], None]
"""Is given each step that the process tells, and None ten times a second while it tells none.

What it raises passes through `do` and gives the job up.
"""


class JobFailed(Exception):
    """The job raised something in the other process; the message is its own, on one line. The process is well."""


class Died(Exception):
    """The other process ended before its job was done."""


class TookTooLong(Exception):
    """The job's time ran out, and its process was ended."""


class Work(Protocol):
    """What the other process does with a job: it may tell steps, and gives the result."""

    def __call__(self, job: bytes, step: Callable[[bytes], None]) -> bytes: ...


_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from reader.child_process import serve; serve(sys.argv[2], *json.loads(sys.argv[3]))"
)


class ChildProcess:
    """One process that does the jobs of a module's function `work`.

    `memory` is how many bytes of address space it may take, where the system can hold it to that; `idle` the seconds
    without a job after which it ends; `patience` the seconds that a job may go on after it was given up, where what it
    loads serves the next one. `command` takes the place of our own start, for tests.
    """

    def __init__(
        self,
        module: str,
        *,
        memory: int | None = None,
        idle: float | None = None,
        patience: float = 0.0,
        command: Sequence[str] = (),
    ) -> None:
        self.memory = memory
        self._module, self._idle, self._patience, self._command = module, idle, patience, list(command)
        self._own()
        _children.add(self)

    def _own(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._frames: Frames = queue.SimpleQueue()
        self._stops = 0

    @property
    def pid(self) -> int | None:
        """The number of the process, while it lives."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def warm(self, job: bytes) -> None:
        """Start the process and have it do a job that nobody waits for; nothing where it is busy or cannot start."""
        if self._lock.acquire(blocking=False):
            try:
                self._send(QUIET, job)
            except (OSError, Died):
                self._end()
            finally:
                self._lock.release()

    def do(self, job: bytes, on_step: OnStep, *, seconds: float | None = None) -> bytes:
        """The result of a job, which may take so many seconds.

        Raises JobFailed, Died, TookTooLong, OSError where no process can be started, and what `on_step` raises.
        """
        while not self._lock.acquire(timeout=BETWEEN):
            on_step(None)
        try:
            end = None if seconds is None else time.monotonic() + seconds
            stops = self._stops
            try:
                return self._result(job, on_step, end)
            except _NotBegun:  # it went idle, or was ended from outside: once more with a new one
                if self._stops != stops:
                    raise Died from None
                self._end()
                return self._result(job, on_step, end)
        except JobFailed:
            raise
        except (Died, TookTooLong):
            self._end()  # it may be dying still, and would take the next job along
            raise
        except BaseException:
            self._give_up()
            raise
        finally:
            self._lock.release()

    def stop(self) -> None:
        """End the process, whatever it is at; the next job starts a new one."""
        self._stops += 1
        self._end()

    def forget(self) -> None:
        """Let go of a process that belongs to the parent, after a fork."""
        process = self._process
        self._own()
        if process is not None:
            process.returncode = 0
            _close(process)

    def _result(self, job: bytes, on_step: OnStep, end: float | None) -> bytes:
        self._send(JOB, job)
        begun = False
        while True:
            left = BETWEEN if end is None else min(BETWEEN, end - time.monotonic())
            try:
                frame = self._frames.get(timeout=max(0.0, left))
            except queue.Empty:
                if end is not None and time.monotonic() >= end:
                    raise TookTooLong from None
                on_step(None)
                continue
            if frame is None:
                raise Died if begun else _NotBegun
            kind, value = frame
            begun = True
            if kind == DONE:
                return value
            if kind == FAILED:
                raise JobFailed(value.decode("utf-8", "replace"))
            if kind == STEP:
                on_step(value)

    def _give_up(self) -> None:
        """Wait a little for the result that nobody wants; else end the process."""
        until = time.monotonic() + self._patience
        while self._process is not None and (left := until - time.monotonic()) > 0:
            try:
                frame = self._frames.get(timeout=left)
            except queue.Empty:
                break
            if frame is None:
                break
            if frame[0] in (DONE, FAILED):
                return
        self._end()

    def _send(self, kind: bytes, job: bytes) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            self._end()
            process = self._start()
        try:
            _write(cast(FileIO, process.stdin), kind, job)
        except (OSError, ValueError):
            raise _NotBegun from None

    def _start(self) -> subprocess.Popen[bytes]:
        path = json.dumps([entry for entry in sys.path if isinstance(entry, str)])
        limits = json.dumps([self.memory, self._idle])
        process = subprocess.Popen(
            self._command or [sys.executable, "-c", _START, path, self._module, limits],
            bufsize=0,  # nothing of ours is left in a buffer when this process forks
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",  # ctrl+C and ctrl+Z at the terminal are for the reader
        )
        frames: Frames = queue.SimpleQueue()
        listening = threading.Thread(
            target=_listen, args=(process.stdout, frames), name="reader-child-process", daemon=True
        )
        listening.start()
        self._process, self._frames = process, frames
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            if process.stdin is not None:
                with suppress(OSError):
                    process.stdin.close()
            process.wait()


class _NotBegun(Died):
    """The process ended before it took the job up."""


def _listen(pipe: FileIO, frames: Frames) -> None:
    """Queue what comes from a process, and None at its end."""
    with suppress(OSError, ValueError), pipe:
        while (frame := _read(pipe)) is not None:
            frames.put(frame)
    frames.put(None)


def _write(pipe: FileIO, kind: bytes, value: bytes) -> None:
    for part in (kind + len(value).to_bytes(8, "big"), value):
        rest = memoryview(part)
        while rest:
            rest = rest[pipe.write(rest) :]


def _read(pipe: FileIO) -> Frame | None:
    """The next frame of a pipe; None at its end, and where it breaks off."""
    head = _exactly(pipe, 9)
    if head is None:
        return None
    value = _exactly(pipe, int.from_bytes(head[1:], "big"))
    return None if value is None else (head[:1], value)


def _exactly(pipe: FileIO, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = pipe.read(min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _close(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


_children: "weakref.WeakSet[ChildProcess]" = weakref.WeakSet()


def _forget_all() -> None:
    for child in list(_children):
        child.forget()


def stop_all() -> None:
    """End every process that this one started."""
    for child in list(_children):
        with suppress(OSError):
            child.stop()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
atexit.register(stop_all)


# In the other process --------------------------------------------------------------------------------------------


def serve(module: str, memory: int | None, idle: float | None) -> None:
    """Do what comes in on standard input until none has come for `idle` seconds; ends at once when the input does."""
    source, target = FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):  # what a library reads or prints is none of ours
        os.dup2(nothing, number)
    if memory is not None:
        _limit_memory(memory)
    jobs: queue.SimpleQueue[Frame] = queue.SimpleQueue()

    def listen() -> None:
        status = 1
        with suppress(MemoryError):
            while (frame := _read(source)) is not None:
                jobs.put(frame)
                del frame
            status = 0
        os._exit(status)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            kind, job = jobs.get(timeout=idle)
        except queue.Empty:
            return
        if kind == JOB:
            _write(target, BEGUN, b"")
            _write(target, *_answer(module, job, lambda step: _write(target, STEP, step)))
        else:
            _answer(module, job, lambda step: None)
        del job


def _answer(module: str, job: bytes, step: Callable[[bytes], None]) -> Frame:
    try:
        work: Work = import_module(module).work
        return DONE, work(job, step)
    except Exception as error:
        words = [NO_MEMORY] if isinstance(error, MemoryError) else str(error).strip().splitlines()
        return FAILED, (words[0] if words else type(error).__name__).encode("utf-8", "replace")


def _limit_memory(most: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
