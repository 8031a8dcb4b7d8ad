"""The home screen's front page: what is to read, being read, done and starred, a few rows at a time."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.library import articles, marks, waiting
from reader.library.keys import key_of_source
from reader.library.leading import Leading, list_leading
from reader.library.model import Entry, Mark
from reader.library.places import read_place, share_read
from reader.library.queue import QUEUE_ORDER, TO_READ, Queue

Pile = Literal["to-read", "reading", "done", "starred"]

_BY_TIME = "coalesce(opened, added) DESC, id"
_WHERE: dict[Pile, tuple[str, str]] = {
    "to-read": (TO_READ, QUEUE_ORDER),
    "reading": ("state = 'reading' AND removed IS NULL", _BY_TIME),
    "done": ("state = 'done' AND removed IS NULL", _BY_TIME),
    "starred": ("starred = 1 AND removed IS NULL", _BY_TIME),
}
"""What lies on each pile, and in which order; an index answers each."""
_INDEX: dict[Pile, str] = {
    "to-read": "article_to_read",
    "reading": "article_begun",
    "done": "article_done",
    "starred": "article_starred",
}
"""The index that holds just what lies on a pile: SQLite would count by one that holds everything."""

_NOTHING = Leading(0, "", "", 0.0)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each."""

    to_read: int = 0
    reading: int = 0
    done: int = 0
    starred: int = 0
    marks: int = 0
    people: int = 0
    unread: int = 0
    """Items of the feeds."""

    watched: int = 0
    """Of these, the ones that were watched for."""

    @property
    def articles(self) -> int:
        """All that is not removed."""
        return self.to_read + self.reading + self.done


@dataclass(frozen=True, slots=True)
class Row:
    """An article on the front page.

    `claims` is how many things are said in it, `voice` who says most and `voice_share` the share of all quoted words,
    `read` how much was read (both 0 to 1); `problem` is None where the text is there, "" while it is still to be got,
    else why it could not be got.
    """

    entry: Entry
    claims: int = 0
    voice: str = ""
    voice_share: float = 0.0
    read: float = 0.0
    problem: str | None = None


class Front(Queue):
    """The library's part that the home screen shows."""

    def take_in_places(self) -> None:
        """Have each article whose place is known, but which was opened before there was a library, stand among those
        being read."""
        lost = "FROM place WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.source = place.source)"
        with self._reading() as connection:
            if connection.execute(f"SELECT 1 {lost} LIMIT 1").fetchone() is None:
                return
        with self._writing() as connection:
            for name, source, at in connection.execute(f"SELECT name, source, at {lost}").fetchall():
                left = read_place(connection, name)
                key = name if source.endswith(".copy") else key_of_source(source) or name
                url = source if "://" in source else None
                connection.execute(
                    "INSERT OR IGNORE INTO article (key, source, url, title, site, added, opened, state) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, 'reading')",
                    (key, source, url, (left and left.title) or None, (left and left.site) or None, at, at),
                )

    def counts(self) -> Counts:
        """How many there are of each; one short look at the indexes."""
        with self._reading() as connection:
            piles = [
                connection.execute(f"SELECT count(*) FROM article INDEXED BY {_INDEX[name]} WHERE {where}").fetchone()[
                    0
                ]
                for name, (where, _) in _WHERE.items()
            ]
            marked = connection.execute(
                "SELECT count(*) FROM mark JOIN article ON article.id = mark.article WHERE removed IS NULL"
            ).fetchone()[0]
            people = connection.execute("SELECT count(*) FROM quoted").fetchone()[0]
            unread = connection.execute("SELECT coalesce(sum(unread), 0) FROM feed_count").fetchone()[0]
            watched = connection.execute(
                "SELECT count(DISTINCT item) FROM watched JOIN item ON item.id = item "
                "WHERE read IS NULL AND NOT forgotten"
            ).fetchone()[0]
        to_read, reading, done, starred = piles
        return Counts(to_read, reading, done, starred, marked, people, unread, watched)

    def pile(self, name: Pile, *, offset: int = 0, limit: int = 50) -> list[Row]:
        """Some of the articles of a pile: of those to read, the one that has waited longest first, else the latest."""
        where, order = _WHERE[name]
        with self._reading() as connection:
            entries = articles.list_entries(connection, where, (), order, limit, offset)
            return self._rows(connection, entries)

    def latest_marks(self, *, offset: int = 0, limit: int = 50) -> list[tuple[Mark, Entry]]:
        """Some of all highlights, the latest first, each with its article."""
        with self._reading() as connection:
            numbers = connection.execute(
                "SELECT mark.id FROM mark JOIN article ON article.id = mark.article WHERE removed IS NULL "
                "ORDER BY at DESC, mark.id LIMIT ? OFFSET ?",
                (limit, offset),
            ).fetchall()
            listed = ", ".join(str(number) for (number,) in numbers)
            found = marks.list_marks(connection, f"mark.id IN ({listed})", ()) if listed else []
            entries = {mark.entry: articles.read_entry(connection, mark.entry) for mark in found}
            return [(mark, entry) for mark in reversed(found) if (entry := entries[mark.entry]) is not None]

    def rows(self, entries: Sequence[Entry]) -> list[Row]:
        """These articles as the front page shows them."""
        with self._reading() as connection:
            return self._rows(connection, entries)

    def _rows(self, connection: sqlite3.Connection, entries: Sequence[Entry]) -> list[Row]:
        problems = waiting.problems_of(connection, [entry.number for entry in entries])
        leading = list_leading(connection, [entry.number for entry in entries])
        rows = []
        for entry in entries:
            told = leading.get(entry.number, _NOTHING)
            read = share_read(connection, entry.key, entry.source)
            rows.append(Row(entry, told.claims, told.short, told.share, read, problems.get(entry.number)))
        return rows
