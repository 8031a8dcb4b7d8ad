"""One story, one line: items of different feeds that tell of one event are given one number."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.article.model import Article
from reader.feeds.cadence import DAY
from reader.feeds.likeness import Likeness, measure, packed, tell_one_story, unpacked
from reader.library.stored import NotStored, article_from_dict, unpack

WINDOW = 10 * DAY
"""Seconds behind the present within which items are told together; older ones are news no more."""

_COMMON = 300
"""Items with one name from which it says nothing about any of them."""

_MARK = "stories"


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


def join_stories(connection: sqlite3.Connection, now: float) -> int:
    """Tell the items together that came since this was last done, or whose article came; gives how many were joined.

    The caller's transaction holds all of it, so that it is done whole or done again.
    """
    last, at = _last(connection)
    fresh = {row[0] for row in connection.execute("SELECT id FROM item WHERE id > ? AND likeness IS NOT NULL", (last,))}
    fresh |= _measure_articles(connection, at, now)
    newest = connection.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()[0]
    connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (_MARK, json.dumps([newest, now])))
    if not fresh:
        return 0
    items = _load(connection, now)
    above = {item.number: item.story for item in items.values() if item.story is not None}
    joined = sum(_join(above, one.number, other.number) for one, other in _alike(items, fresh))
    told = [(_top(above, number), number) for number in items if number in above]
    connection.executemany(
        "UPDATE item SET story = ? WHERE id = ? AND story IS NOT ?", [(*each, each[0]) for each in told]
    )
    return joined


def _last(connection: sqlite3.Connection) -> tuple[int, float]:
    row = connection.execute("SELECT value FROM fact WHERE name = ?", (_MARK,)).fetchone()
    try:
        number, at = json.loads(row[0]) if row else (0, 0.0)
    except (ValueError, TypeError):
        return 0, 0.0
    newest = connection.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()[0]
    return (number, at) if number <= newest else (0, 0.0)


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


def _load(connection: sqlite3.Connection, now: float) -> dict[int, _Told]:
    rows = connection.execute(
        "SELECT id, feed, story, likeness, day FROM item WHERE day >= ? AND likeness IS NOT NULL AND NOT forgotten",
        (now - WINDOW,),
    )
    items = {}
    for number, feed, story, blob, day in rows:
        if (likeness := unpacked(blob, day)) is not None:
            items[number] = _Told(number, feed, story, likeness)
    return items


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


def _top(above: Mapping[int, int], number: int) -> int:
    """The number that stands for all that are told with an item: the lowest of theirs."""
    while (next_up := above.get(number, number)) != number:
        number = next_up
    return number


def _join(above: dict[int, int], one: int, other: int) -> bool:
    """Tell two items together, and all that are told with either; whether they were told apart."""
    low, high = sorted((_top(above, one), _top(above, other)))
    above[high] = low
    above.setdefault(low, low)
    return low != high
