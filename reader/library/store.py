"""The file: opened with care, changed in transactions that are on the disk before anyone is told, and mended."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from reader.library.problems import LibraryDamagedError, LibraryError, is_damage, words_for
from reader.library.schema import STEPS, bring_forward, version_of
from reader.library.words import folded

WAIT = 60.0
"""Seconds to wait for another sitting's transaction."""


class Store:
    """One SQLite file, opened on first use and shared by the threads of a process.

    `remarks` are lines for the user on what was found on opening. Everything raises LibraryError alone.
    """

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        self.path = path
        self.wait = wait
        self.remarks: list[str] = []
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] = (0, 0)
        self._depth = 0
        self.generation = 0
        self.read_only = False
        self.is_empty = False
        """Whether there is no file yet, so that what is read is an empty library that lies in memory."""

    def open(self) -> int:
        """Open the file that bears the name now; gives a number that is another for every time it was opened."""
        with self.reading():
            return self.generation

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the library, whatever others write meanwhile."""
        with self._lock, self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is on the disk when the block ends, or nothing of it is."""
        with self._lock, self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """A connection outside any transaction (VACUUM, backup)."""
        with self._lock:
            try:
                yield self._opened(to_write=True)
            except sqlite3.Error as error:
                raise self._problem(error) from error

    def close(self) -> None:
        """Give the file back; it opens again when it is used."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None
                self.is_empty = False

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        if self._depth:  # inside another one, of which it becomes a part
            assert self._connection is not None
            yield self._connection
            return
        try:
            connection = self._begun(begin)
            self._depth = 1
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # closed already, where what was being read is left half read
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0
        except sqlite3.Error as error:
            raise self._problem(error) from error

    def _begun(self, begin: str) -> sqlite3.Connection:
        """A connection with a transaction begun, to the file that bears the name now."""
        for _ in range(5):
            connection = self._opened(to_write=begin != "BEGIN")
            connection.execute(begin)
            if _identity(self.path) == self._file:
                return connection
            connection.execute("ROLLBACK")  # another sitting has put a new file in the old one's place
            self.close()
        raise LibraryError(f"{self.path}: the file is changed again and again by another program")

    def _opened(self, *, to_write: bool = False) -> sqlite3.Connection:
        if to_write and self.is_empty:
            self.close()
        if self._connection is None:
            self.is_empty = not to_write and _is_missing(self.path)
            if self.is_empty:  # reading makes no file
                self._connection = _in_memory()
                self._file = (0, 0)
                self.generation += 1
                self.read_only = False
                return self._connection
            try:
                self._connection = open_file(self.path, self.wait)
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
                self.remarks.append(self._mend())
                self._connection = open_file(self.path, self.wait)
            self._file = _identity(self.path)
            self.generation += 1
            self.read_only = not _is_writable(self.path)
        return self._connection

    def _problem(self, error: sqlite3.Error) -> LibraryError:
        if not is_damage(error):
            return LibraryError(f"{self.path}: {words_for(error)}")
        return self.mend()

    def mend(self) -> LibraryError:
        """Put the damaged file aside, and what can be read of it into a new one; what to tell the user of it."""
        self.close()
        try:
            return LibraryDamagedError(self._mend())
        except sqlite3.Error as worse:
            return LibraryError(f"{self.path}: it is damaged and could not be put aside: {words_for(worse)}")

    def _mend(self) -> str:
        """Put the damaged file aside and begin a new one with what can be read of it; says so in one line."""
        with held(self.path.with_name(self.path.name + ".mending")):
            if _is_sound(self.path):  # another sitting was quicker
                return f"{self.path}: the file was damaged; what could be read of it was saved"
            stamp = time.strftime("%Y%m%d-%H%M%S")
            aside = self.path.with_name(f"{self.path.stem}.damaged-{stamp}-{os.getpid()}.db")
            fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
            try:
                for ending in ("", "-wal"):
                    _copy(self.path, aside, ending)
                with suppress(OSError):
                    fresh.unlink()
                connection = open_file(fresh)
                try:
                    from reader.library.salvage import save_what_is_left

                    saved = save_what_is_left(aside, connection)
                    connection.execute("PRAGMA journal_mode = DELETE")
                finally:
                    connection.close()
                for ending in ("-wal", "-shm"):
                    with suppress(OSError):
                        os.unlink(f"{self.path}{ending}")
                os.replace(fresh, self.path)
            except OSError as error:
                raise LibraryError(
                    f"{self.path}: it is damaged and could not be put aside: {error.strerror or error}"
                ) from None
        return f"{self.path}: the file was damaged; it lies aside as {aside.name}, and a new one was begun with {saved}"


def open_file(path: Path, wait: float = WAIT) -> sqlite3.Connection:
    """A connection to a library's file, which is made where there is none and brought to today's version.

    Raises LibraryError, and sqlite3.DatabaseError for a damaged file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        mode = path.stat().st_mode
        if mode & 0o077 and os.name != "nt":
            with suppress(OSError):
                os.chmod(path, mode & 0o700)
    except OSError as error:
        raise LibraryError(f"{path}: it cannot be made: {error.strerror or error}") from None
    if not _is_writable(path):
        return _open_to_read(path)
    connection = _connect(path, "mode=rw", wait)
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _in_memory() -> sqlite3.Connection:
    """An empty library that lies nowhere."""
    connection = _connect_to(":memory:")
    bring_forward(connection)
    return connection


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, how: str, wait: float = WAIT) -> sqlite3.Connection:
    return _connect_to(f"file:{quote(str(path.absolute()))}?{how}", wait)


def _connect_to(name: str, wait: float = WAIT) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=wait,
        cached_statements=256,
    )
    connection.create_function("fold", 1, folded, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _open_to_read(path: Path) -> sqlite3.Connection:
    """A file that nobody may write to, or one in such a folder: it can still be read."""
    for how in ("mode=ro", "mode=ro&immutable=1"):
        try:
            connection = _connect(path, how)
            version = version_of(connection)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            continue
        if version != len(STEPS):
            connection.close()
            _refuse_newer(path, version)
            raise LibraryError(f"{path}: it cannot be brought to this Reader's version, since it cannot be written to")
        return connection
    raise LibraryError(f"{path}: it cannot be opened; look at the rights of the file and its folder")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = version_of(connection)
    _refuse_newer(path, version)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    _use_wal(connection)
    if version == len(STEPS):
        _look_at(connection)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection)
        _refuse_newer(path, version)
        if 0 < version < len(STEPS):
            copy_to(path, path.with_name(f"{path.stem}.version-{version}.db"))
        bring_forward(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _use_wal(connection: sqlite3.Connection) -> None:
    """Write-ahead logging, so that one may read while another writes; asked for anew while others ask for it too."""
    deadline = time.monotonic() + WAIT
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if is_damage(error) or time.monotonic() > deadline or "locked" not in str(error):
                raise
            time.sleep(0.02)


def _look_at(connection: sqlite3.Connection) -> None:
    """The first and last row of each table, which a file has that was not cut short."""
    for table in ("article", "edition", "person", "mark", "correction", "claim", "feed", "item"):
        for order in ("ASC", "DESC"):
            connection.execute(f"SELECT * FROM {table} ORDER BY rowid {order} LIMIT 1").fetchone()
    connection.execute("SELECT * FROM place LIMIT 1").fetchone()


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(STEPS):
        raise LibraryError(
            f"{path}: it was written by a newer Reader (version {version} of the file, and this Reader knows "
            f"{len(STEPS)}); use that Reader: nothing was changed"
        )


def copy_to(path: Path, target: Path) -> None:
    """A whole copy of the library's file as it stands, in one file that only the user may read.

    Raises LibraryError where it cannot be written; then what stood at `target` is as it was.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        old, new = _connect(path, "mode=ro"), sqlite3.connect(part)
        try:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
        finally:
            new.close()
            old.close()
        with open(part, "rb") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as error:
        raise LibraryError(f"{target}: the copy could not be written: {error.strerror or error}") from None
    except sqlite3.Error as error:
        raise LibraryError(f"{target}: the copy could not be written: {words_for(error)}") from None
    finally:
        with suppress(OSError):
            os.unlink(part)


def count_in(path: Path) -> int | None:
    """How many articles are in a library's file or a copy of it; None where it is none."""
    try:
        connection = _connect(path, "mode=ro&immutable=1")
        try:
            return int(connection.execute("SELECT count(*) FROM article WHERE removed IS NULL").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return None


def _identity(path: Path) -> tuple[int, int]:
    try:
        there = path.stat()
    except OSError:
        return (0, 0)
    return there.st_dev, there.st_ino


def _is_sound(path: Path) -> bool:
    try:
        connection = _connect(path, "mode=ro")
        try:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            return found and version_of(connection) > 0
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def _copy(path: Path, aside: Path, ending: str) -> None:
    """Copied, not moved: until the new one is whole, the damaged file keeps its name."""
    try:
        data = Path(f"{path}{ending}").read_bytes()
    except FileNotFoundError:
        return
    handle = os.open(f"{aside}{ending}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """One process at a time, where the system has such locks; the file that is locked goes away again."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    while True:
        with open(path, "a", encoding="utf-8") as file:
            os.chmod(file.fileno(), 0o600)
            fcntl.flock(file, fcntl.LOCK_EX)
            if not _is_at(path, file.fileno()):  # who held it before took it away
                continue
            try:
                yield
            finally:
                with suppress(OSError):
                    os.unlink(path)
            return


def _is_at(path: Path, handle: int) -> bool:
    """Whether an open file is the one that has this name."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False
