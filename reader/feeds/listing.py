"""Items as a list of any length: chosen, counted, given a few rows at a time, the newest first."""

import sqlite3
from dataclasses import dataclass

from reader.feeds.model import Folder, NewsItem
from reader.feeds.rows import list_feeds, list_items

_COUNTED = {
    (False, False): "items",
    (False, True): "unread",
    (True, False): "lines",
    (True, True): "unread_lines",
}
"""What a feed counts for a list, by whether that is by story and of the unread alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which items are listed: those of a feed, of a folder, of something watched for, of one story, or all.

    `unread` leaves out what was read; with `by_story` all that tell one story take one line.
    """

    feed: int | None = None
    folder: Folder | None = None
    watch: int | None = None
    story: int | None = None
    unread: bool = False
    by_story: bool = False


def count_rows(connection: sqlite3.Connection, choice: Choice) -> int:
    """How many lines a list has."""
    if choice.watch is None and choice.story is None:  # it stands in the feeds' counts
        chosen, values = _of_feeds(connection, choice)
        name = _COUNTED[choice.by_story, choice.unread]
        sql = f"SELECT coalesce(sum({name}), 0) FROM feed_count AS item WHERE {' AND '.join(chosen) or 1}"
    else:
        where, values = _where(connection, choice)
        sql = f"SELECT count(*) FROM item WHERE {where}"
    return int(connection.execute(sql, values).fetchone()[0])


def list_rows(connection: sqlite3.Connection, choice: Choice, offset: int, limit: int) -> list[NewsItem]:
    """Some lines of a list."""
    where, values = _where(connection, choice)
    return list_items(connection, where, values, limit=limit, offset=offset)


def next_unread(connection: sqlite3.Connection, choice: Choice, after: NewsItem | None) -> int | None:
    """The line of the first unread item behind this one, else of the first of all; None where all is read."""
    where, values = _where(connection, choice)
    unread = f"{where} AND item.read IS NULL"
    found = None
    if after is not None:
        behind = f"SELECT day, id FROM item WHERE {unread} AND (item.day, item.id) < (?, ?)"
        found = connection.execute(
            f"{behind} ORDER BY day DESC, id DESC LIMIT 1", (*values, after.day, after.number)
        ).fetchone()
    found = (
        found
        or connection.execute(
            f"SELECT day, id FROM item WHERE {unread} ORDER BY day DESC, id DESC LIMIT 1", values
        ).fetchone()
    )
    return None if found is None else _line_of(connection, choice, *found)


def line_of(connection: sqlite3.Connection, choice: Choice, item: NewsItem) -> int:
    """The line at which an item stands in a list, or would."""
    return _line_of(connection, choice, item.day, item.number)


def _line_of(connection: sqlite3.Connection, choice: Choice, day: float, number: int) -> int:
    where, values = _where(connection, choice)
    before = f"SELECT count(*) FROM item WHERE {where} AND (item.day, item.id) > (?, ?)"
    return int(connection.execute(before, (*values, day, number)).fetchone()[0])


def read_all(connection: sqlite3.Connection, choice: Choice, now: float) -> int:
    """Say that all items of a list were read, a story's whole; gives how many were not. `now` takes them back."""
    where, values = _where(connection, choice, whole=True)
    cursor = connection.execute(f"UPDATE item SET read = ? WHERE {where} AND read IS NULL", (now, *values))
    return cursor.rowcount


def _where(connection: sqlite3.Connection, choice: Choice, *, whole: bool = False) -> tuple[str, list[object]]:
    where, values = _of_feeds(connection, choice)
    where.insert(0, "NOT item.forgotten")
    if choice.watch is not None:
        where.append("item.id IN (SELECT item FROM watched WHERE watch = ?)")
        values.append(choice.watch)
    if choice.story is not None:
        where.append("item.story = ?")
        values.append(choice.story)
    if choice.unread:
        where.append("item.read IS NULL")
    if choice.by_story and not whole:
        where.append("item.line")
    return " AND ".join(where), values


def _of_feeds(connection: sqlite3.Connection, choice: Choice) -> tuple[list[str], list[object]]:
    """What rows that have a feed must be, to be of the chosen feeds."""
    where, values = list[str](), list[object]()
    if choice.feed is not None:
        where.append("item.feed = ?")
        values.append(choice.feed)
    if choice.folder is not None:
        inside = [feed.number for feed in list_feeds(connection) if is_in(feed.folders, choice.folder)]
        where.append(f"item.feed IN ({', '.join(map(str, inside)) or 'NULL'})")
    return where, values


def is_in(folders: tuple[Folder, ...], folder: Folder) -> bool:
    """Whether one of these folders is this one, or lies in it."""
    return any(each[: len(folder)] == folder for each in folders)
