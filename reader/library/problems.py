"""What can be wrong with the library, in words for the user."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class LibraryError(Exception):
    """Something could not be read or kept; the message says what and what to do, on one line. Nothing was changed."""


class LibraryDamagedError(LibraryError):
    """The file was damaged: it has been put aside, what could be read of it is saved, and a new one begun."""


def is_damage(error: "sqlite3.Error") -> bool:
    """Whether an error means that the file is damaged, not that it is held or full."""
    import sqlite3

    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def words_for(error: "sqlite3.Error") -> str:
    """What a database error means, in a few words."""
    import sqlite3

    words = {
        sqlite3.SQLITE_FULL: "the disk is full; make room and try again",
        sqlite3.SQLITE_READONLY: "it cannot be written to; look at the rights of the file and its folder",
        sqlite3.SQLITE_BUSY: "another program holds it; try again in a moment",
        sqlite3.SQLITE_LOCKED: "another program holds it; try again in a moment",
        sqlite3.SQLITE_IOERR: "the disk gave an error; it may be full, or the file too large for its limits",
        sqlite3.SQLITE_CANTOPEN: "it cannot be opened; look at the rights of the file and its folder",
    }
    return words.get(_code(error), str(error))


def _code(error: "sqlite3.Error") -> int:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
