"""What waits in the library for its text, got beside the screen: one article at a time, told as it goes, given up."""

import os
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library import Library

Progress = Callable[[str, float | None], None]

EVERY = 2.0
"""Seconds between two looks at what another program may have put into the queue."""

_AFTER_TROUBLE = 60.0
"""Seconds to leave a library alone that cannot be written to."""

_RENEWED = 30.0
"""Seconds after which an article that is being got is held anew."""


class Fetcher:
    """A thread that gets what waits, from `start` to `stop`.

    `tell` is called in that thread whenever something changed; `doing` is the article that is being got, with what is
    done for it and which share of it, and `done` counts those that are through.
    """

    def __init__(
        self,
        library: "Library",
        tell: Callable[[], None] = lambda: None,
        *,
        opening: Callable[[str, Progress], Article],
        analysing: Callable[[Article, Progress], Analysis],
    ) -> None:
        self.library = library
        self.doing: tuple[int, str, float | None] | None = None
        self.done = 0
        self._tell = tell
        self._opening = opening
        self._analysing = analysing
        self._holder = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._unwanted: set[int] = set()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look for what waits."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="reader-fetcher", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Take nothing up any more; what is being got is let go at its next step, and waits for the next sitting."""
        self._stopped.set()
        self._wake.set()

    def look(self) -> None:
        """Look at once: something was put into the queue."""
        self._wake.set()

    def give_up(self, entry: int) -> None:
        """Get this article no further."""
        self._unwanted.add(entry)

    def _run(self) -> None:
        while not self._stopped.is_set():
            pause = EVERY
            try:
                while not self._stopped.is_set() and self._get_one():
                    self.done += 1
                    self._tell()
            except LibraryError:
                pause = _AFTER_TROUBLE
            self._wake.wait(pause)
            self._wake.clear()

    def _get_one(self) -> bool:
        """Get what has waited longest; False where nothing waits."""
        from reader.library.fetching import NotWanted, get_text

        entry = self.library.take_waiting(self._holder)
        if entry is None:
            return False
        self._unwanted.discard(entry.number)
        held_at = time.monotonic()

        def progress(doing: str, share: float | None = None) -> None:
            nonlocal held_at
            if self._stopped.is_set() or entry.number in self._unwanted:
                raise NotWanted
            if time.monotonic() - held_at > _RENEWED:
                held_at = time.monotonic()
                if not self.library.still_wanted(entry.number, self._holder):
                    raise NotWanted
            if self.doing != (entry.number, doing, share):
                self.doing = (entry.number, doing, share)
                self._tell()

        try:
            progress("opening")
            get_text(self.library, entry, progress, opening=self._opening, analysing=self._analysing)
        except NotWanted:
            problem = "" if self._stopped.is_set() else "it was given up"
            with suppress(LibraryError):
                self.library.give_up(entry.number, problem)
        finally:
            self.doing = None
        return True
