"""The library as the screen uses it: each question and change in one thread, in the order in which they were given."""

import asyncio
import os
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from reader.library.folder import library_file
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library import Library

Answer = TypeVar("Answer")


def own_library() -> "Library":
    """The user's own library."""
    from reader.library import Library

    return Library()


class Desk:
    """Hands the library out. It is opened, and all that it needs is imported, when something is asked for first.

    What was given is done though nobody waits for it any more; `finish` waits for that.
    """

    def __init__(self, make: "Callable[[], Library]" = own_library) -> None:
        self._make = make
        self._library: Library | None = None
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._told = 0

    @property
    def is_new(self) -> bool:
        """Whether there is no library yet, so that there is nothing to wait for."""
        return self._make is own_library and not os.path.exists(library_file())

    @property
    def library(self) -> "Library":
        """The library itself, for threads that wait for nobody. Raises LibraryError."""
        with self._lock:
            if self._library is None:
                self._library = self._make()
            return self._library

    async def ask(self, question: "Callable[[Library], Answer]") -> Answer:
        """What a question to the library, or a change of it, gives. Raises LibraryError."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answer] = loop.create_future()

        def settle(answer: Answer | None, error: BaseException | None) -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(answer)  # type: ignore[arg-type]

        def work() -> None:
            answer: Answer | None = None
            error: BaseException | None = None
            try:
                answer = question(self.library)
            except LibraryError as problem:
                error = problem
            except Exception as problem:
                error = LibraryError(f"the library: {type(problem).__name__}: {problem}".splitlines()[0])
            if not loop.is_closed():
                try:
                    loop.call_soon_threadsafe(settle, answer, error)
                except RuntimeError:
                    return

        self._give(work)
        return await future

    def change(self, change: "Callable[[Library], object]") -> None:
        """Do this in its turn; nobody waits for it, or hears of it where it cannot be done."""

        def work() -> None:
            with suppress(LibraryError):
                change(self.library)

        self._give(work)

    def remarks(self) -> tuple[str, ...]:
        """Lines for the user on what was found when the file was opened, each once."""
        fresh = self._library.remarks[self._told :] if self._library is not None else ()
        self._told += len(fresh)
        return fresh

    def finish(self, seconds: float = 3.0) -> None:
        """Wait until all that was given is done, but no longer than this."""
        if self._thread is not None:
            done = threading.Event()
            self._give(done.set)
            done.wait(seconds)

    def _give(self, work: Callable[[], None]) -> None:
        self._waiting.put(work)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="reader-library", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            self._waiting.get()()
