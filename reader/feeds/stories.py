"""One story, one line: items of different feeds that tell of one event are given one number."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.article.model import Article
from reader.feeds.cadence import DAY
from reader.feeds.likeness import Likeness, measure, packed, tell_one_story, unpacked
from reader.library.library import Library
from reader.library.stored import NotStored, article_from_dict, unpack

WINDOW = 10 * DAY
"""Seconds behind the present within which items are told together; older ones are news no more."""

_COMMON = 300
"""Items with one name from which it says nothing about any of them."""

_LOOKED_AT = 4
"""Items of a story that another one is likened to."""

_MARK = "stories"
_Row = tuple[int, int, int | None, bytes, float]
"""An item's number, feed, story, packed likeness and day."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An item to be likened: its number, feed, story and likeness."""

    number: int
    feed: int
    story: int | None
    likeness: Likeness


def likeness_of(article: Article, day: float, now: float) -> bytes | None:
    """What an item is likened by; None for one that is too old."""
    return packed(measure(article, day)) if day >= now - WINDOW else None


def join_stories(library: Library) -> int:
    """Tell the items together that came since this was last done, or whose article came; gives how many were joined.

    What is found is kept with how far it was looked in one transaction, so that it is done whole or done again; the
    library is free for others while it is looked for.
    """
    now = library.clock()
    with library.writing() as connection:
        last, at = _last(connection)
        measured = _measure_articles(connection, at, now)
        newest = _newest(connection)
        rows = _items(connection, now) if newest > last or measured else []
    fresh = {row[0] for row in rows if row[0] > last} | measured
    told = _told_together(rows, fresh) if fresh else {}
    with library.writing() as connection:
        connection.executemany(
            "UPDATE item SET story = ? WHERE id = ?", [(story, each) for each, story in told.items()]
        )
        connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (_MARK, json.dumps([newest, now])))
    return len(told)


def _told_together(rows: Iterable[_Row], fresh: set[int]) -> dict[int, int]:
    """The items whose story is another now, with its number: the lowest of those that are told together."""
    items = {}
    for number, feed, story, blob, day in rows:
        if (likeness := unpacked(blob, day)) is not None:
            items[number] = _Told(number, feed, story, likeness)
    stories = {item.number: item.story or item.number for item in items.values()}
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted(stories):
        members[stories[number]].append(number)
    for one, other in _alike(items, fresh):
        mine, theirs = sorted((stories[one.number], stories[other.number]))
        if mine == theirs or not _is_one(items, members[mine], members[theirs]):
            continue
        for number in members[theirs]:
            stories[number] = mine
        members[mine] = sorted(members[mine] + members.pop(theirs))
    told = {number: story for number, story in stories.items() if len(members[story]) > 1 or items[number].story}
    return {number: story for number, story in told.items() if story != items[number].story}


def _is_one(items: Mapping[int, _Told], mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether half of the pairs of two stories' first items are alike: one pair would string events together."""
    pairs = [(items[a].likeness, items[b].likeness) for a in mine[:_LOOKED_AT] for b in theirs[:_LOOKED_AT]]
    return sum(tell_one_story(*pair) for pair in pairs) * 2 >= len(pairs)


def _last(connection: sqlite3.Connection) -> tuple[int, float]:
    row = connection.execute("SELECT value FROM fact WHERE name = ?", (_MARK,)).fetchone()
    try:
        number, at = json.loads(row[0]) if row else (0, 0.0)
    except (ValueError, TypeError):
        return 0, 0.0
    return (number, at) if number <= _newest(connection) else (0, 0.0)


def _newest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()[0])


def _items(connection: sqlite3.Connection, now: float) -> list[_Row]:
    """The items that are likened, with all that tells them: megabytes where there are many."""
    where = "day >= ? AND likeness IS NOT NULL AND NOT forgotten"
    sql = f"SELECT id, feed, story, likeness, day FROM item WHERE {where}"
    return connection.execute(sql, (now - WINDOW,)).fetchall()


def _measure_articles(connection: sqlite3.Connection, since: float, now: float) -> set[int]:
    """Measure items anew by the whole article that the library has got since; their numbers."""
    rows = connection.execute(
        "SELECT item.id, item.day, edition.body FROM edition JOIN article ON article.id = edition.article "
        "JOIN item ON item.entry = article.key WHERE edition.got > ? AND item.day >= ? AND NOT item.forgotten "
        "ORDER BY edition.got",
        (since, now - WINDOW),
    ).fetchall()
    found = set()
    for number, day, body in rows:
        try:
            article = article_from_dict(unpack(body))
        except NotStored:
            continue
        connection.execute("UPDATE item SET likeness = ? WHERE id = ?", (packed(measure(article, day)), number))
        found.add(number)
    return found


def _alike(items: Mapping[int, _Told], fresh: Iterable[int]) -> Iterable[tuple[_Told, _Told]]:
    """Pairs of a fresh item and another feed's that tell one story. Only items with two names, or a piece of their
    sketch, in common are looked at."""
    by_name: dict[str, list[int]] = defaultdict(list)
    by_band: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for item in items.values():
        for name in item.likeness.profile.names:
            by_name[name].append(item.number)
        for band in item.likeness.bands:
            by_band[band].append(item.number)
    for number in sorted(set(fresh) & items.keys()):
        one = items[number]
        shared: Counter[int] = Counter()
        for name in one.likeness.profile.names:
            if len(by_name[name]) <= _COMMON:
                shared.update(by_name[name])
        others = {other for other, names in shared.items() if names >= 2}
        for band in one.likeness.bands:
            if len(by_band[band]) <= _COMMON:
                others.update(by_band[band])
        for other in sorted(others):
            if items[other].feed != one.feed and tell_one_story(one.likeness, items[other].likeness):
                yield one, items[other]
