"""What is counted when it changes is what counting it anew gives, whatever is done to items."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds import Feeds
from reader.feeds.listing import Choice
from reader.library import Library, schema

FEEDS = ("https://one.example/feed", "https://two.example/feed", "https://three.example/feed")
CHANGES = {
    "read": "UPDATE item SET read = coalesce(read, {value}) WHERE id % 5 = {of}",
    "unread": "UPDATE item SET read = NULL WHERE id % 5 = {of}",
    "told together": "UPDATE item SET story = {value} WHERE id % 5 = {of}",
    "told apart": "UPDATE item SET story = NULL WHERE id % 5 = {of}",
    "forgotten": "UPDATE item SET forgotten = 1, story = NULL WHERE id % 7 = {of}",
    "dated": "UPDATE item SET day = {value} WHERE id % 5 = {of}",
    "gone": "DELETE FROM item WHERE id % 9 = {of}",
    "left": "DELETE FROM feed WHERE id = {of}",
}
FIRST = """
    SELECT count(*) FROM item WHERE NOT forgotten AND {more} AND NOT EXISTS (SELECT 1 FROM item AS one
    WHERE one.story = item.story AND NOT one.forgotten
    AND (one.read IS NULL, one.day, one.id) > (item.read IS NULL, item.day, item.id))
"""


def put_items(connection: sqlite3.Connection, many: int, story: int | None = None) -> None:
    for number in range(many):
        connection.execute(
            "INSERT OR IGNORE INTO item (feed, key, entry, title, day, got, digest, read, story) "
            "SELECT id, ?, 'e', 't', ?, 0, '', ?, ? FROM feed",
            (f"{number}", float(number * 7 % 5), 1.0 if number % 3 == 0 else None, story if number % 2 else None),
        )


def assert_counted(feeds: Feeds) -> None:
    for unread in (False, True):
        more = "read IS NULL" if unread else "1"
        with feeds.library.reading() as connection:
            (lines,) = connection.execute(FIRST.format(more=more)).fetchone()
        chosen = Choice(unread=unread, by_story=True)
        assert feeds.count(chosen) == len(feeds.items(chosen)) == lines
        whole = Choice(unread=unread)
        assert feeds.count(whole) == len(feeds.items(whole))
    assert feeds.unread() == len(feeds.items(Choice(unread=True)))
    for feed in feeds.feeds():
        assert feed.items == len(feeds.items(Choice(feed=feed.number)))
        assert feed.unread == len(feeds.items(Choice(feed=feed.number, unread=True)))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 4), st.integers(1, 3)), max_size=12))
def test_counts_and_lines_are_those_of_the_items(changes: list[tuple[str, int, int]]) -> None:
    with Library(":nowhere:/never.db") as library:
        feeds = Feeds(library)
        with library.reading() as connection:  # of a library that has no file, which goes when it is closed
            for url in FEEDS:
                connection.execute("INSERT INTO feed (url, asked, added) VALUES (?, ?, 0)", (url, url))
            put_items(connection, 9)
            for name, of, value in changes:
                connection.execute(CHANGES[name].format(of=of, value=value))
        assert_counted(feeds)


def test_an_older_file_is_counted_when_it_is_brought_forward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "old.db"
    with monkeypatch.context() as older:
        older.setattr(schema, "STEPS", schema.STEPS[:6])
        older.setattr("reader.library.store.STEPS", schema.STEPS)
        with Library(file) as library, library.writing() as connection:
            for url in FEEDS:
                connection.execute("INSERT INTO feed (url, asked, added) VALUES (?, ?, 0)", (url, url))
            put_items(connection, 9, story=4)
            connection.execute("UPDATE item SET forgotten = 1, story = NULL WHERE id = 5")
    with Library(file) as library:
        feeds = Feeds(library)
        assert (feeds.count(), feeds.unread(), feeds.count(Choice(by_story=True))) == (26, 17, 16)
        assert_counted(feeds)
