"""Who reads the windows of a text: threads beside the one that asks, that one itself, or both."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from threading import Event, Lock
from typing import Generic, Protocol, TypeVar

Read = TypeVar("Read")


class Window(Generic[Read]):
    """A window of a text, read once, by whoever comes to it first."""

    def __init__(self, work: Callable[[], Read]) -> None:
        self._work: Callable[[], Read] | None = work
        self._taken, self._done = Lock(), Event()
        self._read: Read | None = None
        self._error: BaseException | None = None

    @property
    def done(self) -> bool:
        """Whether nothing of it is left to do."""
        return self._done.is_set()

    def read(self) -> bool:
        """Read it here and now, unless somebody has begun to, or it is given up; whether that was done."""
        if not self._taken.acquire(blocking=False):
            return False
        try:
            assert self._work
            self._read = self._work()
        except BaseException as error:
            self._error = error
            if not isinstance(error, Exception):
                raise
        finally:
            self._work = None
            self._done.set()
        return True

    def give_up(self) -> None:
        """Leave it unread, unless somebody has begun to read it."""
        if self._taken.acquire(blocking=False):
            self._work, self._error = None, CancelledError()
            self._done.set()

    def result(self) -> Read:
        """What was read, once it is; raises what that raised."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._read  # type: ignore[return-value]


class Readers(Protocol):
    """Whoever reads windows without being waited for."""

    def add(self, windows: Sequence[Window[Read]], *, urgent: bool = False) -> None: ...


class Here:
    """Reads what it is given at once, in the thread that gives it: where each process has one core, threads only make
    each other wait."""

    def add(self, windows: Iterable[Window[Read]], *, urgent: bool = False) -> None:
        for window in windows:
            window.read()


class Beside:
    """Threads that read windows in the order in which they were given, `urgent` ones first."""

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, "tagger")
        self._waiting: deque[Window[object]] = deque()

    def add(self, windows: Sequence[Window[Read]], *, urgent: bool = False) -> None:
        if urgent:
            self._waiting.extendleft(reversed(windows))  # type: ignore[arg-type]
        else:
            self._waiting.extend(windows)  # type: ignore[arg-type]
        for _ in windows:
            self._threads.submit(self._read_next)

    def _read_next(self) -> None:
        self._waiting.popleft().read()
