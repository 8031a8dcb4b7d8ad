"""Feeds, their items and what is watched for, as they are moved from one library to another."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from reader.article.text.hosts import on_one_host
from reader.article.text.safe import safe_link, safe_text
from reader.library.digest import digest_of
from reader.library.keys import key_of_source
from reader.library.line_values import list_in, texts_in
from reader.library.stored import article_as_dict, article_from_dict, pack, unpack

WATCHED_KINDS = ("person", "word", "outlet")
_FEED = ("url", "asked", "title", "own_title", "home", "folders", "added")
_ITEM = (
    "key", "entry", "url", "title", "byline", "published", "day", "got", "words", "excerpt", "digest", "read",
    "changed", "forgotten",
)  # fmt: skip
_MOST_DIGITS = 1e12


def export_feeds(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """A value for each feed with its items and their texts, then one for each thing watched for.

    What a server said of its feed (validators, when to ask again) is not among it: another library asks anew.
    """
    feeds = connection.execute(f"SELECT id, {', '.join(_FEED)} FROM feed ORDER BY url").fetchall()
    for number, *facts in feeds:
        values = {"type": "feed", **dict(zip(_FEED, facts, strict=True))}
        values["folders"] = json.loads(values["folders"])
        values["items"] = [
            _item(connection, row)
            for row in connection.execute(
                f"SELECT id, {', '.join(_ITEM)} FROM item WHERE feed = ? ORDER BY key", (number,)
            )
        ]
        yield values
    for kind, words, at in connection.execute("SELECT kind, words, at FROM watch ORDER BY kind, words"):
        yield {"type": "watch", "kind": kind, "words": words, "at": at}


def _item(connection: sqlite3.Connection, row: tuple[Any, ...]) -> dict[str, Any]:
    values = dict(zip(_ITEM, row[1:], strict=True))
    values["byline"] = json.loads(values["byline"])
    values["excerpt"], values["forgotten"] = bool(values["excerpt"]), bool(values["forgotten"])
    texts = connection.execute("SELECT got, body FROM item_edition WHERE item = ? ORDER BY got, digest", (row[0],))
    values["editions"] = [{"got": got, "article": unpack(body)} for got, body in texts]
    return values


def take_feed(connection: sqlite3.Connection, values: Mapping[str, Any]) -> None:
    """Take a feed and its items in, beside what is there: what was read in either is read. Raises ValueError."""
    url = safe_link(_text(values, "url"))
    if url is None or not url.startswith(("http://", "https://")):
        raise ValueError("a feed without an address")
    folders = [texts_in({"folders": each}, "folders") for each in list_in(values, "folders")]
    titles = [safe_text(_text(values, name, ""), lines=False) for name in ("title", "own_title")]
    home = safe_link(_text(values, "home", "")) or None
    items = values.get("items", [])
    if not isinstance(items, list):
        raise ValueError("items that are no list")
    connection.execute(
        "INSERT OR IGNORE INTO feed (url, asked, title, own_title, home, folders, added) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            url,
            _text(values, "asked", url),
            *titles,
            home,
            json.dumps(folders, ensure_ascii=False),
            _number(values, "added"),
        ),
    )
    (feed,) = connection.execute("SELECT id FROM feed WHERE url = ?", (url,)).fetchone()
    for item in items:
        _take_item(connection, feed, item)


def _take_item(connection: sqlite3.Connection, feed: int, values: object) -> None:
    if not isinstance(values, Mapping):
        raise ValueError("an item that is none")
    key, read, changed = _text(values, "key"), _time(values, "read"), _time(values, "changed")
    connection.execute(
        f"INSERT INTO item (feed, {', '.join(_ITEM)}) VALUES (?{', ?' * len(_ITEM)}) "
        "ON CONFLICT DO UPDATE SET read = coalesce(item.read, excluded.read), "
        "forgotten = max(item.forgotten, excluded.forgotten)",
        (
            feed,
            key,
            _text(values, "entry"),
            safe_link(_text(values, "url", "")) or None,
            safe_text(_text(values, "title", ""), lines=False),
            json.dumps([safe_text(name, lines=False) for name in texts_in(values, "byline")], ensure_ascii=False),
            _text(values, "published", "") or None,
            *(_number(values, name) for name in ("day", "got", "words")),
            values.get("excerpt") is True,
            _text(values, "digest"),
            read,
            changed,
            values.get("forgotten") is True,
        ),
    )
    (number,) = connection.execute("SELECT id FROM item WHERE feed = ? AND key = ?", (feed, key)).fetchone()
    for edition in values.get("editions", []):
        if not isinstance(edition, Mapping):
            raise ValueError("an edition that is none")
        article = article_from_dict(edition.get("article"))
        connection.execute(
            "INSERT OR IGNORE INTO item_edition (item, digest, got, body) VALUES (?, ?, ?, ?)",
            (number, digest_of(article.text), _number(edition, "got"), pack(article_as_dict(article))),
        )


def take_watch(connection: sqlite3.Connection, values: Mapping[str, Any]) -> None:
    """Take in what is watched for. Raises ValueError."""
    if values.get("kind") not in WATCHED_KINDS:
        raise ValueError("it watches for nothing that can be watched for")
    words = safe_text(_text(values, "words"), lines=False)
    connection.execute(
        "INSERT OR IGNORE INTO watch (kind, words, at) VALUES (?, ?, ?)", (values["kind"], words, _number(values, "at"))
    )


def only_announced(connection: sqlite3.Connection, entry: str, address: str) -> bool:
    """Whether an article is an item of feeds, none of which lies on its address's own host."""
    feeds = connection.execute(
        "SELECT feed.url FROM item JOIN feed ON feed.id = feed WHERE entry = ?", (entry,)
    ).fetchall()
    return bool(feeds) and not any(on_one_host(url, address) for (url,) in feeds)


def follow_items(connection: sqlite3.Connection, source: str, key: str) -> None:
    """Have the items of feeds whose address led to an article belong to it: its page names its own address."""
    own = key_of_source(source)
    if own and own != key:
        connection.execute("UPDATE item SET entry = ? WHERE entry = ?", (key, own))


def forget_items(connection: sqlite3.Connection, entry: str) -> None:
    """Leave nothing of the items that became an article but a number that keeps them from coming back."""
    for (number,) in connection.execute("SELECT id FROM item WHERE entry = ?", (entry,)).fetchall():
        connection.execute("DELETE FROM item_edition WHERE item = ?", (number,))
        connection.execute("DELETE FROM watched WHERE item = ?", (number,))
        connection.execute(
            "UPDATE item SET forgotten = 1, url = NULL, title = '', byline = '[]', published = NULL, likeness = NULL, "
            "story = NULL WHERE id = ?",
            (number,),
        )


def _text(values: Mapping[str, Any], name: str, missing: str | None = None) -> str:
    value = values.get(name)
    if value is None and missing is not None:
        return missing
    if not isinstance(value, str) or (missing is None and not value):
        raise ValueError(f"{name} is no text")
    return value


def _number(values: Mapping[str, Any], name: str) -> float:
    value = values.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _MOST_DIGITS:
        raise ValueError(f"{name} is no number")
    return value


def _time(values: Mapping[str, Any], name: str) -> float | None:
    return None if values.get(name) is None else float(_number(values, name))
