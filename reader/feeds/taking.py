"""What a server sent, taken into the tables: a feed's items, what they are known by and when to ask again, at once."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from reader.article.model import Article, FeedItem, FeedList
from reader.article.web.fetch import Page
from reader.feeds.cadence import due_after_answer
from reader.feeds.identity import Known, entry_key, name_items
from reader.feeds.model import Feed
from reader.feeds.stories import likeness_of
from reader.library.digest import digest_of
from reader.library.stored import article_as_dict, article_from_dict, pack, unpack

_APART = 1e-3
"""Seconds between items that have no date of their own, so that they keep their feed's order."""


def known_digests(connection: sqlite3.Connection, feed: int) -> list[str]:
    """What is known already of a feed's items."""
    return [row[0] for row in connection.execute("SELECT digest FROM item WHERE feed = ?", (feed,))]


def take_answer(
    connection: sqlite3.Connection, feed: Feed, page: Page, found: FeedList | None, digest: str, now: float
) -> tuple[list[int], int]:
    """Take in a feed's answer (`found` is None where it is the one known before); gives the numbers of new items and
    how many changed. The caller's transaction holds all of it."""
    fresh, changed = ([], 0) if found is None else _take_items(connection, feed, found, now)
    headers = page.headers
    sets: dict[str, object] = {
        "checked": now,
        "due": due_after_answer(headers, now),
        "state": "well",
        "problem": "",
        "failures": 0,
        "digest": digest,
    }
    for name, header in (("etag", "etag"), ("modified", "last-modified")):
        if page.status == 200 or headers.get(header):
            sets[name] = headers.get(header)
    if found is not None:
        sets["own_title"] = found.title or feed.own_title
        sets["home"] = found.home or feed.home
    if page.moved and not connection.execute("SELECT 1 FROM feed WHERE url = ?", (page.moved,)).fetchone():
        sets["url"] = page.moved
    _update(connection, feed.number, sets)
    return fresh, changed


def note_failure(
    connection: sqlite3.Connection, feed: int, problem: str, now: float, *, due: float = 0.0, gone: bool = False
) -> None:
    """Remember that a feed could not be had, and why."""
    state = "gone" if gone else "failing"
    _update(connection, feed, {"checked": now, "due": due, "state": state, "problem": problem})
    connection.execute("UPDATE feed SET failures = failures + 1 WHERE id = ?", (feed,))


def _update(connection: sqlite3.Connection, feed: int, sets: Mapping[str, object]) -> None:
    names = ", ".join(f"{name} = ?" for name in sets)
    connection.execute(f"UPDATE feed SET {names} WHERE id = ?", (*sets.values(), feed))


def _take_items(connection: sqlite3.Connection, feed: Feed, found: FeedList, now: float) -> tuple[list[int], int]:
    rows = connection.execute("SELECT id, key, entry, title, digest FROM item WHERE feed = ?", (feed.number,))
    known = [Known(*row) for row in rows]
    fresh: list[int] = []
    changed = 0
    # The last of a feed comes first, so that of items of one moment the first has the highest number.
    named = name_items(found.items, known, feed.asked)
    for place, (item, key, same) in reversed(list(enumerate(named))):
        if same is None and item.article is not None:
            fresh.append(_put(connection, feed, item, key, now, now - place * _APART))
        elif same is not None and item.article is not None and same.digest != item.digest:
            changed += _change(connection, same, item, now)
    return fresh, changed


def _put(connection: sqlite3.Connection, feed: Feed, item: FeedItem, key: str, now: float, order: float) -> int:
    article = item.article
    assert article is not None
    moment = moment_of(item.published)
    day = order if moment is None else min(moment, now)
    cursor = connection.execute(
        "INSERT INTO item (feed, key, entry, url, title, byline, published, day, got, words, excerpt, digest, "
        "likeness) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            feed.number,
            key,
            entry_key(item, feed.asked, key),
            item.url,
            item.title,
            json.dumps(article.byline, ensure_ascii=False),
            item.published,
            day,
            now,
            _words(article),
            article.excerpt,
            item.digest,
            likeness_of(article, day, now),
        ),
    )
    number = int(cursor.lastrowid or 0)
    _put_edition(connection, number, article, now)
    return number


def _change(connection: sqlite3.Connection, same: Known, item: FeedItem, now: float) -> bool:
    """Take in what a feed says now of an item; whether its words are others. What was read stays read."""
    article = item.article
    assert article is not None
    if connection.execute("SELECT forgotten FROM item WHERE id = ?", (same.number,)).fetchone()[0]:
        return False
    (day,) = connection.execute("SELECT day FROM item WHERE id = ?", (same.number,)).fetchone()
    connection.execute(
        "UPDATE item SET url = ?, title = ?, byline = ?, words = ?, excerpt = ?, digest = ?, likeness = ? WHERE id = ?",
        (
            item.url,
            item.title,
            json.dumps(article.byline, ensure_ascii=False),
            _words(article),
            article.excerpt,
            item.digest,
            likeness_of(article, day, now),
            same.number,
        ),
    )
    if not _put_edition(connection, same.number, article, now):
        return False
    connection.execute("UPDATE item SET changed = ? WHERE id = ?", (now, same.number))
    return True


def _put_edition(connection: sqlite3.Connection, item: int, article: Article, now: float) -> bool:
    cursor = connection.execute(
        "INSERT INTO item_edition (item, digest, got, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (item, digest_of(article.text), now, pack(article_as_dict(article))),
    )
    return cursor.rowcount > 0


def article_of_item(connection: sqlite3.Connection, item: int) -> Article | None:
    """What the feed says of an item, as an article; None where that was forgotten."""
    row = connection.execute(
        "SELECT body, excerpt FROM item_edition JOIN item ON item.id = item WHERE item = ? "
        "ORDER BY item_edition.got DESC, item_edition.id DESC LIMIT 1",
        (item,),
    ).fetchone()
    return None if row is None else replace(article_from_dict(unpack(row[0])), excerpt=bool(row[1]))


def _words(article: Article) -> int:
    return sum(1 for word in article.text.split() if any(map(str.isalnum, word)))


def moment_of(published: str | None) -> float | None:
    """Seconds since 1970 of a date as items have them; a day alone counts from its noon. None where it is none."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
        if len(published) <= 10:
            moment = moment.replace(hour=12)
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
    return max(0.0, seconds)
