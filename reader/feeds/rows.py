"""Feeds and items as the tables give them."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from reader.feeds.model import Feed, Folder, NewsItem, Watch
from reader.library.leading import Leading, list_leading

_FEED = (
    "feed.id, url, asked, title, own_title, folders, home, added, checked, due, state, problem, "
    "unread, items, lines, unread_lines"
)
_ITEM = (
    "item.id, item.feed, coalesce(nullif(feed.title, ''), nullif(feed.own_title, ''), feed.url), item.key, item.entry, "
    "item.url, item.title, item.byline, item.published, item.day, item.got, item.words, item.excerpt, item.read, "
    "item.changed, item.story, article.id, article.words, article.claims, article.starred, article.queued"
)
_FROM = (
    "FROM item JOIN feed ON feed.id = item.feed "
    "LEFT JOIN article ON article.key = item.entry AND article.removed IS NULL"
)


def list_feeds(connection: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()) -> list[Feed]:
    """Feeds, in the order in which they were added."""
    rows = connection.execute(
        f"SELECT {_FEED} FROM feed JOIN feed_count ON feed_count.feed = feed.id WHERE {where} ORDER BY feed.id", values
    ).fetchall()
    return [feed_from(row) for row in rows]


def feed_from(row: Sequence[Any]) -> Feed:
    """A feed from its columns."""
    folders: tuple[Folder, ...] = ()
    if row[5] != "[]":
        folders = tuple(tuple(folder) for folder in json.loads(row[5]))
    number, url, asked, given, own, _, home, added, checked, due, state, problem, *counts = row
    return Feed(number, url, asked, given, own, folders, home, added, checked, due, state, problem, *counts)


def list_watches(connection: sqlite3.Connection) -> list[Watch]:
    """What is watched for, in the order in which it was asked for."""
    unread = (
        "(SELECT count(*) FROM watched JOIN item ON item.id = item "
        "WHERE watch = watch.id AND item.read IS NULL AND NOT item.forgotten)"
    )
    rows = connection.execute(f"SELECT id, kind, words, at, {unread} FROM watch ORDER BY id").fetchall()
    return [Watch(*row) for row in rows]


def list_items(
    connection: sqlite3.Connection,
    where: str = "1",
    values: Sequence[object] = (),
    *,
    limit: int = -1,
    offset: int = 0,
    order: str = "item.day DESC, item.id DESC",
) -> list[NewsItem]:
    """Items, the newest first, with what the library knows of them."""
    rows = connection.execute(
        f"SELECT {_ITEM} {_FROM} WHERE NOT item.forgotten AND ({where}) ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    leading = list_leading(connection, [row[16] for row in rows if row[18]])
    return [_item_from(row, _tell(leading.get(row[16]))) for row in rows]


def _tell(leading: Leading | None) -> tuple[str, float] | None:
    return (leading.voice, leading.share) if leading is not None and leading.voice else None


def _item_from(row: Sequence[Any], leading: tuple[str, float] | None) -> NewsItem:
    (number, feed, outlet, key, entry_key, url, title, byline, published, day, got, words, excerpt, read, changed,
     story, entry, whole, claims, starred, queued) = row  # fmt: skip
    return NewsItem(
        number=number,
        feed=feed,
        outlet=outlet,
        key=key,
        entry_key=entry_key,
        url=url,
        title=title,
        byline=tuple(json.loads(byline)),
        published=published,
        day=day,
        got=got,
        words=whole or words,
        excerpt=bool(excerpt) and not whole,
        read=read,
        changed=changed,
        story=story,
        entry=entry,
        claims=claims or 0,
        starred=bool(starred),
        queued=queued is not None,
        leading=leading,
    )
