"""What can still be read of a damaged file."""

import json
import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from reader.article.model import Article
from reader.article.text.counted import many
from reader.library.index import begin_index, has_full_text
from reader.library.keys import key_of
from reader.library.schema import KEPT, bring_forward
from reader.library.stored import NotStored, article_from_dict, unpack

_PAGE = 4096
_MOST_ROWS = 50_000_000
_MOST_SINGLE = 200
"""Rows that are asked for one by one behind a damage."""


def save_what_is_left(damaged: Path, connection: sqlite3.Connection) -> str:
    """Copy every row that can be read into an empty library; says how much that was.

    A file that was cut short is read as if zeros followed; one whose list of tables is broken, through that of a new
    one, since the same steps put the same tables on the same pages. Claims and the index are not copied: they follow
    from the editions.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    counts = _copy_tables(damaged, connection)
    for repair in (_padded, lambda path: _graft(path, False), lambda path: _graft(path, True)):
        if counts["article"] and counts["edition"]:
            break
        with suppress(OSError, sqlite3.Error):
            repaired = repair(damaged)
            try:
                counts = _copy_tables(repaired, connection)
            finally:
                for ending in ("", "-wal", "-shm", "-journal"):
                    with suppress(OSError):
                        os.unlink(f"{repaired}{ending}")
    connection.execute("BEGIN IMMEDIATE")
    _drop_what_is_loose(connection)
    connection.execute("INSERT OR REPLACE INTO fact VALUES ('derived', 'stale')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")
    left = {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("article", "mark", "correction", "place")
    }
    return (
        f"{many(left['article'], 'article')}, {many(left['mark'], 'highlight')}, "
        f"{many(left['correction'], 'correction')} and {many(left['place'], 'place')}"
    )


def _copy_tables(damaged: Path, connection: sqlite3.Connection) -> dict[str, int]:
    counts = dict.fromkeys(KEPT, 0)
    try:
        old = sqlite3.connect(damaged, isolation_level=None)
    except sqlite3.Error:
        return counts
    old.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        for table in KEPT:
            there = _columns(old, table)  # of an older Reader's file it lacks some; of a broken one nothing is known
            columns = [name for name in _columns(connection, table) if name in there or not there]
            slots = ", ".join("?" * len(columns))
            into = f"{table} ({', '.join(columns)})"
            connection.execute("BEGIN IMMEDIATE")
            for row in _rows(old, table, columns):
                with suppress(sqlite3.Error):
                    connection.execute(f"INSERT OR IGNORE INTO {into} VALUES ({slots})", row)
                    counts[table] += 1
            connection.execute("COMMIT")
    finally:
        old.close()
    return counts


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    with suppress(sqlite3.Error):
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return []


def _rows(old: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a table: from its beginning up to the damage, then from its end back to it, then a few single rows
    between. Damage may lead in circles, so numbers must rise, and there is an end to rows without any."""
    listed = ", ".join(columns)
    if "id" not in columns:
        for order in ("ASC", "DESC"):
            with suppress(sqlite3.Error):
                query = f"SELECT {listed} FROM {table} ORDER BY {columns[0]} {order}"
                yield from islice(old.execute(query), _MOST_ROWS)
                return
        return
    first, last = 0, _MOST_ROWS
    try:
        for row in old.execute(f"SELECT {listed} FROM {table} ORDER BY id"):
            if not isinstance(row[0], int) or row[0] <= first:
                break
            first = row[0]
            yield row
        else:
            return
    except sqlite3.Error:
        pass
    with suppress(sqlite3.Error):
        for row in old.execute(f"SELECT {listed} FROM {table} ORDER BY id DESC"):
            if not isinstance(row[0], int) or not first < row[0] < last:
                break
            last = row[0]
            yield row
    if first or last < _MOST_ROWS:
        for number in range(first + 1, min(last, first + _MOST_SINGLE)):
            with suppress(sqlite3.Error):
                yield from old.execute(f"SELECT {listed} FROM {table} WHERE id = ?", (number,))


def _graft(damaged: Path, vacuumed: bool) -> Path:
    """A copy of the file with the pages of a new library that tell of its tables in place of its own."""
    fresh = damaged.with_suffix(".fresh")
    with suppress(OSError):
        fresh.unlink()
    new = sqlite3.connect(fresh, isolation_level=None)
    try:
        new.execute(f"PRAGMA page_size = {_PAGE}")
        new.execute("BEGIN")
        bring_forward(new)
        new.execute("COMMIT")
        if has_full_text():
            begin_index(new)
        if vacuumed:
            new.execute("VACUUM")
        pages = {1}
        with suppress(sqlite3.Error):
            pages |= {
                row[0]
                for row in new.execute("SELECT pageno FROM dbstat WHERE name IN ('sqlite_schema', 'sqlite_master')")
            }
    finally:
        new.close()
    good = fresh.read_bytes()
    fresh.unlink()
    data = bytearray(_as_long_as_it_says(damaged.read_bytes()))
    data = data.ljust(max(pages) * _PAGE, b"\0")
    for page in pages:
        data[(page - 1) * _PAGE : page * _PAGE] = good[(page - 1) * _PAGE : page * _PAGE]
    data[28:32] = struct.pack(">I", len(data) // _PAGE)
    data[32:40] = struct.pack(">II", 0, 0)  # no list of free pages
    data[92:96] = data[24:28]
    return _write_beside(damaged, ".graft", bytes(data))


def _padded(damaged: Path) -> Path:
    """A copy of the file as long as its head says that it was: SQLite reads nothing of one that was cut short."""
    return _write_beside(damaged, ".padded", _as_long_as_it_says(damaged.read_bytes()))


def _as_long_as_it_says(data: bytes) -> bytes:
    said = struct.unpack(">I", data[28:32])[0] if len(data) > 100 else 0
    longer = min(said, 4 * len(data) // _PAGE + 1) * _PAGE
    return _whole_pages(data).ljust(longer, b"\0")


def _whole_pages(data: bytes) -> bytes:
    return data.ljust(-(-len(data) // _PAGE) * _PAGE, b"\0")


def _write_beside(damaged: Path, suffix: str, data: bytes) -> Path:
    path = damaged.with_suffix(suffix)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    return path


def _drop_what_is_loose(connection: sqlite3.Connection) -> None:
    """Texts that cannot be unpacked, and rows whose parent is gone; but a text, mark or correction whose article's row
    is gone gets another one, made of what the text says of itself."""
    for number, body, analysis in connection.execute("SELECT id, body, analysis FROM edition").fetchall():
        if not _unpacks(body):
            connection.execute("DELETE FROM edition WHERE id = ?", (number,))
        elif analysis is not None and not _unpacks(analysis):
            connection.execute("UPDATE edition SET analysis = NULL WHERE id = ?", (number,))
    for table, column in (("mark", "anchor"), ("correction", "data")):
        for number, packed in connection.execute(f"SELECT id, {column} FROM {table}").fetchall():
            if not _is_json(packed):
                connection.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
    for table in ("edition", "mark", "correction"):
        for (number,) in connection.execute(
            f"SELECT DISTINCT article FROM {table} WHERE article NOT IN (SELECT id FROM article)"
        ).fetchall():
            _begin_again(connection, number)
    connection.execute("DELETE FROM feed WHERE url NOT LIKE 'http%'")  # rows of another table, read as this one's
    for number, body in connection.execute("SELECT id, body FROM item_edition").fetchall():
        if not _unpacks(body):
            connection.execute("DELETE FROM item_edition WHERE id = ?", (number,))
    for child, parent in (
        ("item", "feed"),
        ("item_edition", "item"),
        ("watched", "item"),
        ("watched", "watch"),
        ("appearance", "edition"),
        ("appearance", "person"),
        ("article_tag", "article"),
        ("mark_tag", "mark"),
    ):
        connection.execute(f"DELETE FROM {child} WHERE {parent} NOT IN (SELECT id FROM {parent})")


def _begin_again(connection: sqlite3.Connection, number: int) -> None:
    row = connection.execute(
        "SELECT body, got FROM edition WHERE article = ? ORDER BY got DESC LIMIT 1", (number,)
    ).fetchone()
    article = Article("", ()) if row is None else article_from_dict(unpack(row[0]))
    key = f"lost-{number}" if row is None else key_of(article)
    facts = article.source, article.url, article.title or "(its row was damaged)", article.site, article.published
    connection.execute(
        "INSERT OR IGNORE INTO article (id, key, source, url, title, site, published, added) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, key, *facts, 0.0 if row is None else row[1]),
    )


def _is_json(packed: object) -> bool:
    try:
        return isinstance(packed, str) and isinstance(json.loads(packed), dict)
    except (ValueError, RecursionError):
        return False


def _unpacks(blob: object) -> bool:
    try:
        unpack(blob)  # type: ignore[arg-type]
    except NotStored:
        return False
    return True
