"""The places in articles, as the screen asks for them: kept in the library's file, never raising.

What was piped or pasted, and cannot be opened again, lies as a copy in a folder beside that file. Bookmark files of
older Readers in that folder are moved into the library when they are met, and taken away only when they are in it.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article.text.safe import safe_text
from reader.library.problems import LibraryError
from reader.whole_file import OWNER, whole_file

if TYPE_CHECKING:
    from reader.article.model import Article, Span
    from reader.library.bookmark import Bookmark
    from reader.library.store import Store

MOST_COPIES = 500
"""Copies that are kept; the oldest make room, and their places with them."""

MOST_COPIED = 4 << 20
"""Bytes of one copy of what was piped or pasted; larger ones are not kept."""

_WAIT = 5.0
"""Seconds to wait for another sitting, so that the screen never stands still for long."""


class Shelf:
    """Places in the library beside `folder`, neither of which need exist. `clock` gives seconds since 1970.

    Nothing here raises OSError or LibraryError.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self.path = folder.with_name(folder.name + ".db")
        """The library's file."""
        self._writing = threading.Lock()
        self._is_moved = False

    @cached_property
    def _store(self) -> Store:
        from reader.library.store import Store

        return Store(self.path, wait=_WAIT)

    def keep(
        self,
        source: str,
        article: Article,
        position: int,
        *,
        share: float,
        claim: Span | None = None,
        copy: bytes | None = None,
    ) -> str | None:
        """Remember where an article was left; a problem in one line, or None.

        `copy` is what was piped or pasted and cannot be opened again: it is kept beside the library, and opens from
        there.
        """
        from reader.library.bookmark import mark
        from reader.library.keys import reopened

        name = self._name(source, article)
        made = mark(article, position, source=reopened(source), share=share, claim=claim, at=self.clock())
        # The last word, written while the screen closes, must not be overtaken by one that was still on its way.
        with self._writing:
            try:
                self._keep(name, made, copy)
            except OSError as error:
                return f"your place could not be kept: {safe_text(error.strerror or str(error), lines=False)}"
            except LibraryError as error:
                return f"your place could not be kept: {safe_text(str(error), lines=False)}"
        return None

    def _keep(self, name: str, made: Bookmark, copy: bytes | None) -> None:
        if not made.source and (copy is None or len(copy) > MOST_COPIED):
            return
        from reader.library.places import put_place

        self._move_in()
        if copy is not None and not made.source:
            made = replace(made, source=str(self.folder / f"{name}.copy"))
            if not os.path.exists(made.source):
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                with whole_file(self.folder / f"{name}.copy", OWNER) as file:
                    file.write(copy)
                self._make_room()
        with self._store.writing() as connection:
            put_place(connection, name, made)

    def recall(self, source: str, article: Article) -> Bookmark | None:
        """Where this article was left, or None."""
        if not (os.path.exists(self.path) or os.path.exists(self.folder)):
            return None
        from reader.library.places import read_place

        try:
            self._move_in()
            with self._store.reading() as connection:
                return read_place(connection, self._name(source, article))
        except LibraryError:
            return None

    def recent(self, most: int) -> tuple[Bookmark, ...]:
        """The articles left last, the last one first."""
        from reader.library.places import recent_places

        try:
            self._move_in()
            with self._store.reading() as connection:
                return recent_places(connection, most)
        except LibraryError:
            return ()

    def forget(self, bookmark: Bookmark) -> None:
        """Remember nothing of this article's place any more."""
        from reader.library.places import drop_place

        with suppress(LibraryError):
            self._move_in()
            with self._store.writing() as connection:
                drop_place(connection, bookmark.source)
        copy = Path(bookmark.source)
        if copy.suffix == ".copy" and copy.parent == self.folder:
            with suppress(OSError):
                copy.unlink()

    def _move_in(self) -> None:
        """Take the bookmark files of older Readers in. Raises LibraryError, and then leaves them where they are."""
        if self._is_moved:
            return
        found = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                path = Path(entry.path)
                if path.suffix == ".json" and (bookmark := _read_file(path)):
                    found.append((path, bookmark))
        if found:
            from reader.library.places import put_place

            with self._store.writing() as connection:
                for path, bookmark in found:
                    put_place(connection, path.stem, bookmark)
            for path, _ in found:
                with suppress(OSError):
                    path.unlink()
        self._is_moved = True

    def _name(self, source: str, article: Article) -> str:
        """What an article's place goes by: its address or full path, else its words."""
        if (path := Path(source)).suffix == ".copy" and path.parent == self.folder:
            return path.stem
        from reader.library.keys import reopened
        from reader.library.places import place_name

        return place_name(reopened(source) or article.text)

    def _make_room(self) -> None:
        aged = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith(".copy"):
                    with suppress(OSError):
                        aged.append((entry.stat().st_mtime_ns, entry.path))
        from reader.library.places import drop_place

        for _, path in sorted(aged, reverse=True)[MOST_COPIES:]:
            with self._store.writing() as connection:
                drop_place(connection, path)
            with suppress(OSError):
                os.unlink(path)


def _read_file(path: Path) -> Bookmark | None:
    """The bookmark that an older Reader's file holds; None for a file that cannot be read."""
    import json

    from reader.library.bookmark import Bookmark

    try:
        return Bookmark.from_dict(json.loads(path.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None
