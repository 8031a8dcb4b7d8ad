"""The folder of bookmarks: one small file for each article.

A file is replaced as a whole, so that a sitting that ends in the middle of writing leaves the old one; several
sittings at once never write the same file but for the same article; and a broken file loses nothing but itself.
"""

import hashlib
import json
import os
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.article.item_numbers import split_item
from reader.article.model import Article, Span
from reader.article.text.safe import safe_text
from reader.library.bookmark import Bookmark, mark

MOST = 500
"""Articles that are remembered; those left longest ago make room."""

MOST_COPIED = 4 << 20
"""Bytes of one copy of what was piped or pasted; larger ones are not kept."""


class Shelf:
    """Bookmarks in `folder`, which need not exist. `clock` gives seconds since 1970. Nothing here raises OSError."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self._writing = threading.Lock()

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

        `copy` is what was piped or pasted and cannot be opened again: it is kept beside the bookmark, and opens from
        there.
        """
        name = self._name(source, article)
        made = mark(article, position, source=self._reopened(source), share=share, claim=claim, at=self.clock())
        # The last word, written while the screen closes, must not be overtaken by one that was still on its way.
        with self._writing:
            try:
                self._keep(name, made, copy)
            except OSError as error:
                return f"your place could not be kept: {safe_text(error.strerror or str(error), lines=False)}"
        return None

    def _keep(self, name: str, made: Bookmark, copy: bytes | None) -> None:
        if not made.source and (copy is None or len(copy) > MOST_COPIED):
            return
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if copy is not None and not made.source:
            made = replace(made, source=str(self.folder / f"{name}.copy"))
            if not os.path.exists(made.source):
                self._write(f"{name}.copy", copy)
        fresh = not (self.folder / f"{name}.json").exists()
        self._write(f"{name}.json", json.dumps(made.as_dict(), ensure_ascii=False).encode("utf-8", "replace"))
        if fresh:
            self._make_room()

    def recall(self, source: str, article: Article) -> Bookmark | None:
        """Where this article was left, or None."""
        return self._read(self.folder / f"{self._name(source, article)}.json")

    def recent(self, most: int) -> tuple[Bookmark, ...]:
        """The articles left last, the last one first; files that cannot be read are passed over."""
        found = []
        for path in self._by_age():
            if bookmark := self._read(path):
                found.append(bookmark)
            if len(found) == most:
                break
        return tuple(sorted(found, key=lambda bookmark: -bookmark.at))

    def forget(self, bookmark: Bookmark) -> None:
        """Remember nothing of this article any more."""
        for path in self._by_age():
            if (there := self._read(path)) and there.source == bookmark.source:
                self._remove(path)

    def _name(self, source: str, article: Article) -> str:
        """The stem of an article's files: from its address or full path, else from its words."""
        if (path := Path(source)).suffix == ".copy" and path.parent == self.folder:
            return path.stem
        where = self._reopened(source) or article.text
        return hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @staticmethod
    def _reopened(source: str) -> str:
        """What opens a source again from any folder; "" for what was piped or pasted."""
        if "://" in source:
            return source
        whole, number = split_item(source)
        path = Path(whole).expanduser()
        if whole == "-" or not path.exists():
            return ""
        return os.path.abspath(path) + ("" if number is None else f"#{number}")

    def _by_age(self) -> list[Path]:
        aged = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith(".json"):
                    with suppress(OSError):
                        aged.append((entry.stat().st_mtime_ns, entry.path))
        return [Path(path) for _, path in sorted(aged, reverse=True)]

    @staticmethod
    def _read(path: Path) -> Bookmark | None:
        try:
            bookmark = Bookmark.from_dict(json.loads(path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            return None
        if bookmark is None:
            return None
        title, site = safe_text(bookmark.title, lines=False), safe_text(bookmark.site, lines=False)
        return replace(bookmark, title=title, site=site)

    def _write(self, name: str, data: bytes) -> None:
        handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, self.folder / name)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise

    def _make_room(self) -> None:
        for path in self._by_age()[MOST:]:
            self._remove(path)

    @staticmethod
    def _remove(path: Path) -> None:
        for each in (path, path.with_suffix(".copy")):
            with suppress(OSError):
                each.unlink()
