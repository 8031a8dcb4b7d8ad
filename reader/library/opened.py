"""The library's file, opened and kept in order: readings, transactions, copies, and everything in and out of it."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Self

from reader.library import articles, index, keys, marks, moving, people
from reader.library.digest import digest_of
from reader.library.folder import library_file
from reader.library.model import Edition, Entry, Mark, Taken
from reader.library.problems import LibraryError
from reader.library.store import Store, copy_to
from reader.library.stored import NotStored, unpack


class OpenLibrary:
    """What `Library` stands on: the file and what is done with the whole of it."""

    def __init__(
        self,
        path: Path | str | None = None,
        *,
        full_text: bool | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = library_file() if path is None else Path(path)
        self.clock = clock
        self.full_text = index.has_full_text() if full_text is None else full_text
        self._store = Store(self.path)
        self._ready = 0

    @property
    def remarks(self) -> tuple[str, ...]:
        """Lines for the user on what was found when the file was opened."""
        return tuple(self._store.remarks)

    def close(self) -> None:
        """Give the file back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def forget(self, *entries: int | str) -> None:
        """Leave nothing of these articles: text, claims, marks, places, what only they named, and copies of pages."""
        with self._writing() as connection:
            found = [self._entry(connection, each) for each in entries]
            for entry in found:
                articles.forget_entry(connection, entry.number, self.full_text)
            people.drop_unseen(connection)
            if self.full_text:
                index.tidy(connection)
            else:
                index.wipe(connection)
        self._shred()
        left_copies().forget(self.path, found)

    def forget_everything(self) -> None:
        """Leave nothing of anything: in the file, beside it, and of the pages that were fetched."""
        with self._writing() as connection:
            for table in ("article", "person", "decision", "joined", "place", "feed", "watch"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("DELETE FROM sqlite_sequence")
            if self.full_text:
                index.begin_index(connection)
            else:
                index.wipe(connection)
        self._shred()
        left_copies().forget_all(self.path)

    def _shred(self) -> None:
        with self._store.alone() as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def export_lines(self) -> Iterator[str]:
        """Everything as JSON Lines, without line ends."""
        with self._reading() as connection:
            yield from moving.export_lines(connection)

    def import_lines(self, lines: Iterable[str]) -> Taken:
        """Take in what `export_lines` gave, beside what is there; a line that cannot be taken is told, not raised."""
        counts: dict[str, int] = {}
        problems: list[tuple[int, str]] = []
        now = self.clock()
        with self._writing() as connection:
            for number, line in moving.lines_in(lines):
                connection.execute("SAVEPOINT line")
                try:
                    kind = moving.import_line(connection, line, now=now, full_text=self.full_text)
                except (moving.NotTaken, UnicodeError) as problem:
                    connection.execute("ROLLBACK TO line")
                    problems.append((number, str(problem)))
                else:
                    counts[kind] = counts.get(kind, 0) + 1
                connection.execute("RELEASE line")
        return Taken(counts, tuple(problems))

    def import_file(self, data: bytes, *, form: str = "", fetch: bool = False) -> Taken:
        """Take in a whole file: what `export_lines` gave, or what another program exported (`reader.library.imports`).

        `form` is one of `imports.FORMS`; "" asks the content. With `fetch` the texts of addresses that are to be read
        are put where the queue gets them; else they are got when they are opened. What cannot be taken is told by its
        line, not raised.
        """
        if not form and moving.is_export(data):
            return self.import_lines(data.decode("utf-8", "replace").split("\n"))
        from reader.library.imports import MOST_BYTES, Refused, form_of, read_saved
        from reader.library.taking import Taking, page_of

        if len(data) > MOST_BYTES:
            raise LibraryError(f"it is larger than {MOST_BYTES >> 20} MB: take it in in parts")
        form = form or form_of(data)
        problems: list[tuple[int, str]] = []
        remarks: list[tuple[int, str]] = []
        found = []
        for each in read_saved(data, form):  # pages are taken apart before the file is held
            where = f"{each.where}: " if each.where else ""
            if isinstance(each, Refused):
                problems.append((each.line, where + each.why))
                continue
            page, problem = page_of(each)
            remarks += [(each.line, where + remark) for remark in (*each.remarks, *filter(None, (problem,)))]
            found.append((each, page, where))
        with self._writing() as connection:
            taking = Taking(connection, self.clock(), self.full_text, fetch)
            for saved, page, where in found:
                connection.execute("SAVEPOINT line")
                try:
                    taking.take(saved, page)
                except (UnicodeError, OverflowError, sqlite3.DataError, sqlite3.IntegrityError):
                    connection.execute("ROLLBACK TO line")
                    problems.append((saved.line, where + "it holds what no library can"))
                connection.execute("RELEASE line")
        return Taken(taking.counts, tuple(sorted(problems)), tuple(remarks), form)

    def backup(self, target: Path | str) -> None:
        """A whole copy of the file as it stands, while others may be writing."""
        with self._writing():  # which makes the file where there is none
            pass
        copy_to(self.path, Path(target))

    def check(self) -> list[str]:
        """What is wrong with the file, in lines; empty where nothing is. A damaged file is put aside and mended."""
        with self._reading() as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            for number, body, analysis in connection.execute("SELECT id, body, analysis FROM edition"):
                try:
                    unpack(body)
                    unpack(analysis if analysis is not None else body)
                except NotStored as error:
                    found.append(f"edition {number}: {error}")
        if found:
            raise self._store.mend()
        if loose:
            return [f"{len(loose)} rows belong to nothing"]
        return []

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """The tables as they stand, for the rooms that keep theirs in the same file (feeds)."""
        return self._reading()

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """One transaction, for the same rooms: all of it is on the disk when the block ends, or nothing of it is."""
        return self._writing()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        self._make_ready()
        with self._store.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._make_ready()
        with self._store.writing() as connection:
            if not self.full_text:
                index.mark_stale(connection)
            elif not index.is_current(connection):
                self._derive_all(connection)
            yield connection

    def _make_ready(self) -> None:
        """Make anew what follows from the rest, where the file was mended or written without the index."""
        if self._store.open() == self._ready:
            return
        with self._store.reading() as connection:
            stale = connection.execute("SELECT 1 FROM fact WHERE name = 'derived'").fetchone() is not None
            stale = stale or (self.full_text and not index.is_current(connection))
        if stale and self._store.is_empty:
            with self._store.reading() as connection:
                self._derive_all(connection)
        elif stale and not self._store.read_only:
            with self._store.writing() as connection:
                self._derive_all(connection)
        elif stale:
            self.full_text = False
        self._ready = self._store.generation

    def _derive_all(self, connection: sqlite3.Connection) -> None:
        if self.full_text:
            index.begin_index(connection)
        remade = connection.execute("SELECT 1 FROM fact WHERE name = 'derived'").fetchone() is not None
        for number, removed in connection.execute("SELECT id, removed FROM article").fetchall():
            if remade:
                articles.derive(connection, number, self.clock(), False)
            if self.full_text and removed is None:
                articles.index_entry(connection, number)
        people.count_all(connection)
        connection.execute("DELETE FROM fact WHERE name = 'derived'")

    def _entry(self, connection: sqlite3.Connection, wanted: int | str) -> Entry:
        text = str(wanted).strip()
        if text.isdigit() and len(text) < 15:
            found = articles.read_entry(connection, int(text))
            if found is not None:
                return found
        address = keys.canonical_address("", text) if "://" in text else ""
        names = (text, keys.reopened(text) or text, digest_of(address)[:32] if address else text)
        rows = articles.list_entries(connection, "source IN (?, ?) OR key = ? OR url = ?", (*names, text), "id", 2, 0)
        if not rows:
            raise LibraryError(f"{text}: there is no such article in the library; `reader library list` shows them")
        return rows[0]

    def _newest(self, connection: sqlite3.Connection, wanted: int | str) -> Edition:
        entry = self._entry(connection, wanted)
        edition = articles.newest_edition(connection, entry.number)
        if edition is None:
            raise LibraryError(f"{entry.source}: its text has not been fetched yet")
        return edition

    def _mark(self, connection: sqlite3.Connection, number: int) -> Mark:
        found = marks.list_marks(connection, "mark.id = ?", (number,))
        if not found:
            raise LibraryError(f"there is no mark {number} in the library; `reader library marks` shows them")
        return found[0]

    def _change(self, entry: int | str, sets: str, *values: object) -> None:
        with self._writing() as connection:
            number = self._entry(connection, entry).number
            connection.execute(f"UPDATE article SET {sets} WHERE id = ?", (*values, number))


def left_copies() -> ModuleType:
    """What forgets copies outside the file; it knows the fetcher, which nothing else here needs."""
    from reader.library import left_copies

    return left_copies
