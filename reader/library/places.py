"""Places in articles, in the tables."""

import json
import sqlite3
from dataclasses import replace

from reader.article.text.safe import safe_text
from reader.library.bookmark import Bookmark
from reader.library.digest import digest_of


def place_name(where: str) -> str:
    """What a place goes by, from an address, a full path or a text."""
    return digest_of(where)[:32]


def put_place(connection: sqlite3.Connection, name: str, bookmark: Bookmark) -> None:
    """Remember a place, unless a later one is known."""
    connection.execute(
        "INSERT INTO place VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET source = excluded.source, "
        "bookmark = excluded.bookmark, at = excluded.at WHERE excluded.at >= place.at",
        (name, _whole(bookmark.source), json.dumps(bookmark.as_dict()), bookmark.at),
    )


def read_place(connection: sqlite3.Connection, name: str) -> Bookmark | None:
    """A place by its name, or None."""
    row = connection.execute("SELECT bookmark FROM place WHERE name = ?", (name,)).fetchone()
    return None if row is None else _bookmark(row[0])


def recent_places(connection: sqlite3.Connection, most: int) -> tuple[Bookmark, ...]:
    """The places left last, the last one first."""
    rows = connection.execute("SELECT bookmark FROM place ORDER BY at DESC, name LIMIT ?", (most,))
    found = (_bookmark(text) for (text,) in rows.fetchall())
    return tuple(bookmark for bookmark in found if bookmark is not None)


def share_read(connection: sqlite3.Connection, key: str, source: str) -> float:
    """How much of an article had been read when it was left, 0 to 1; what was pasted goes by its key."""
    row = connection.execute(
        "SELECT bookmark FROM place WHERE source = ? ORDER BY at DESC", (_whole(source),)
    ).fetchone()
    row = row or connection.execute("SELECT bookmark FROM place WHERE name = ?", (key,)).fetchone()
    bookmark = None if row is None else _bookmark(row[0])
    return bookmark.share if bookmark else 0.0


def drop_place(connection: sqlite3.Connection, source: str) -> None:
    """Remember no place in a source."""
    connection.execute("DELETE FROM place WHERE source = ?", (_whole(source),))


def _bookmark(text: str) -> Bookmark | None:
    try:
        bookmark = Bookmark.from_dict(json.loads(text))
    except (ValueError, RecursionError):
        return None
    if bookmark is None:
        return None
    title, site = safe_text(bookmark.title, lines=False), safe_text(bookmark.site, lines=False)
    return replace(bookmark, title=title, site=site)


def _whole(text: str) -> str:
    """Text without halves of characters, which SQLite would refuse; the bookmark itself keeps them."""
    return text.encode("utf-8", "backslashreplace").decode()
