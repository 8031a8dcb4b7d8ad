"""The index of words (FTS5), kept beside the tables it is made from; a Python without it searches by looking at all."""

import sqlite3
from functools import cache

from reader.library.words import FOLDING, folded

_TOKENS = "unicode61 remove_diacritics 0 categories ''L* N* Co Mn Mc''"
_TABLES = {"edition_words": "title, body", "claim_words": "speaker, words", "mark_words": "words"}
_VERSION = f"1.{FOLDING}"


@cache
def has_full_text() -> bool:
    """Whether this Python's SQLite has FTS5."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (words)")
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index holds what the tables hold."""
    row = connection.execute("SELECT value FROM fact WHERE name = 'index'").fetchone()
    return row is not None and row[0] == _VERSION


def begin_index(connection: sqlite3.Connection) -> None:
    """An empty index, in place of any there was; the caller fills it."""
    for name, columns in _TABLES.items():
        connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.execute(f"CREATE VIRTUAL TABLE {name} USING fts5 ({columns}, content='', tokenize='{_TOKENS}')")
    connection.execute("INSERT OR REPLACE INTO fact VALUES ('index', ?)", (_VERSION,))


def mark_stale(connection: sqlite3.Connection) -> None:
    """Say that the tables were changed without the index."""
    connection.execute("DELETE FROM fact WHERE name = 'index'")


def add_words(connection: sqlite3.Connection, table: str, number: int, *texts: str) -> None:
    """Put a row's texts into the index."""
    names = _TABLES[table]
    slots = ", ?" * len(texts)
    connection.execute(f"INSERT INTO {table} (rowid, {names}) VALUES (?{slots})", (number, *map(folded, texts)))


def drop_words(connection: sqlite3.Connection, table: str, number: int, *texts: str) -> None:
    """Take a row out of the index; the texts must be those that were put in."""
    names = _TABLES[table]
    slots = ", ?" * len(texts)
    connection.execute(
        f"INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', ?{slots})", (number, *map(folded, texts))
    )


def wipe(connection: sqlite3.Connection) -> None:
    """Leave no word in the index, in a Python that cannot read it; it is made anew by one that can."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if name.rpartition("_")[0] in _TABLES and name.endswith(("_data", "_idx", "_docsize")):
            connection.execute(f"DELETE FROM {name}")
    mark_stale(connection)


def tidy(connection: sqlite3.Connection) -> None:
    """Merge the index's parts, so that nothing of a forgotten text is left in it."""
    for table in _TABLES:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
