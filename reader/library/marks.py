"""Highlights with their notes and tags, in the tables."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from reader.article.model import Article
from reader.library import index
from reader.library.anchors import Anchor, find_anchor
from reader.library.articles import newest_edition
from reader.library.model import Mark


def put_mark(
    connection: sqlite3.Connection,
    entry: int,
    anchor: Anchor,
    *,
    uid: str,
    note: str,
    tags: Iterable[str],
    at: float,
    changed: float,
    full_text: bool,
    number: int | None = None,
) -> int:
    """A new mark; gives its number (the one that it had before, where it is put back)."""
    cursor = connection.execute(
        "INSERT INTO mark (id, uid, article, anchor, note, at, changed) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, uid, entry, json.dumps(anchor.as_dict(), ensure_ascii=False), note, at, changed),
    )
    number = int(cursor.lastrowid or 0)
    connection.executemany("INSERT OR IGNORE INTO mark_tag VALUES (?, ?)", [(number, tag) for tag in tags])
    if full_text and _is_shown(connection, entry):
        index.add_words(connection, "mark_words", number, f"{anchor.exact} {note}")
    return number


def change_note(connection: sqlite3.Connection, mark: Mark, note: str, changed: float, full_text: bool) -> None:
    """Another note on the same words."""
    if full_text and _is_shown(connection, mark.entry):
        index.drop_words(connection, "mark_words", mark.number, f"{mark.anchor.exact} {mark.note}")
        index.add_words(connection, "mark_words", mark.number, f"{mark.anchor.exact} {note}")
    connection.execute("UPDATE mark SET note = ?, changed = ?, draft = '' WHERE id = ?", (note, changed, mark.number))


def drop_mark(connection: sqlite3.Connection, mark: Mark, full_text: bool) -> None:
    """Take a mark away."""
    if full_text and _is_shown(connection, mark.entry):
        index.drop_words(connection, "mark_words", mark.number, f"{mark.anchor.exact} {mark.note}")
    connection.execute("DELETE FROM mark WHERE id = ?", (mark.number,))


def list_marks(
    connection: sqlite3.Connection, where: str, values: Sequence[object], limit: int = -1, *, placed: bool = True
) -> list[Mark]:
    """Marks, in the order they were made; `placed` looks each one up in its article's newest edition."""
    rows = connection.execute(
        "SELECT mark.id, uid, mark.article, anchor, note, at, changed, draft FROM mark JOIN article "
        f"ON article.id = mark.article WHERE {where} ORDER BY at, mark.id LIMIT ?",
        (*values, limit),
    ).fetchall()
    texts: dict[int, Article | None] = {}
    marks = []
    for number, uid, entry, packed, note, at, changed, draft in rows:
        anchor = Anchor.from_dict(json.loads(packed))
        span = None
        if placed:
            if entry not in texts:
                edition = newest_edition(connection, entry)
                texts[entry] = edition.article if edition else None
            article = texts[entry]
            span = find_anchor(article.text, anchor) if article else None
        tags = connection.execute("SELECT tag FROM mark_tag WHERE mark = ? ORDER BY tag", (number,))
        marks.append(Mark(number, uid, entry, anchor, note, tuple(tag for (tag,) in tags), at, changed, span, draft))
    return marks


def _is_shown(connection: sqlite3.Connection, entry: int) -> bool:
    row = connection.execute("SELECT removed FROM article WHERE id = ?", (entry,)).fetchone()
    return row is not None and row[0] is None
