"""The feeds' items: listed, read, put off and starred, and what is watched for in them."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from reader.analysis.model import Analysis
from reader.article import safe_text
from reader.article.model import Article
from reader.feeds.listing import Choice, count_rows, line_of, list_rows, next_unread, read_all
from reader.feeds.model import FeedError, Hit, NewsItem, Watch, WatchKind
from reader.feeds.rows import list_items, list_watches
from reader.feeds.stories import join_stories
from reader.feeds.taking import article_of_item
from reader.feeds.watching import Analysing, list_hits, look_out
from reader.library.articles import expect_article, restore_entry
from reader.library.library import Library
from reader.library.waiting import ask_for
from reader.library.words import folded

EVERYTHING = Choice()


def analyse_here(article: Article) -> Analysis:
    """All that is found in an article, in this process."""
    from reader.analysis import analyse

    return analyse(article)


class Items:
    """What `Feeds` stands on: the items of the feeds in a library's file."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def items(self, choice: Choice = EVERYTHING, *, offset: int = 0, limit: int = -1) -> list[NewsItem]:
        """Items, the newest first."""
        with self.library.reading() as connection:
            return list_rows(connection, choice, offset, limit)

    def count(self, choice: Choice = EVERYTHING) -> int:
        """How many lines a list has."""
        with self.library.reading() as connection:
            return count_rows(connection, choice)

    def next_unread(self, choice: Choice, after: NewsItem | None) -> int | None:
        """The line of the first unread item behind this one, else of the first of all; None where all is read."""
        with self.library.reading() as connection:
            return next_unread(connection, choice, after)

    def line_of(self, choice: Choice, item: NewsItem) -> int:
        """The line at which an item stands in a list."""
        with self.library.reading() as connection:
            return line_of(connection, choice, item)

    def story(self, item: NewsItem) -> list[NewsItem]:
        """The items that tell the same story, the newest first; the item alone where nobody else tells it."""
        return self.items(Choice(story=item.story)) if item.story is not None else [item]

    def tellers(self, stories: Iterable[int]) -> dict[int, int]:
        """How many feeds tell each of these stories."""
        listed = ", ".join(str(each) for each in stories)
        with self.library.reading() as connection:
            return dict(
                connection.execute(
                    f"SELECT story, count(DISTINCT feed) FROM item WHERE story IN ({listed}) AND NOT forgotten "
                    "GROUP BY story"
                ).fetchall()
            )

    def item(self, number: int) -> NewsItem:
        """The item of a number. Raises FeedError."""
        with self.library.reading() as connection:
            return _item(connection, number)

    def words_of(self, number: int) -> Article:
        """What the feed says of an item, as an article. Raises FeedError."""
        with self.library.reading() as connection:
            article = article_of_item(connection, number)
        if article is None:
            raise FeedError("its feed's words were forgotten")
        return article

    def editions(self, number: int) -> int:
        """How many texts an item's feed has given it."""
        with self.library.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM item_edition WHERE item = ?", (number,)).fetchone()[0])

    def mark_read(self, numbers: Iterable[int], read: bool = True) -> None:
        """Say that items were read, or were not."""
        now = self.library.clock()
        with self.library.writing() as connection:
            sets = "read = coalesce(read, ?)" if read else "read = NULL"
            connection.executemany(
                f"UPDATE item SET {sets} WHERE id = ?", [(now, each) if read else (each,) for each in numbers]
            )

    def read_all(self, choice: Choice = EVERYTHING) -> tuple[int, float]:
        """Say that all items of a list were read; gives how many were not, and what `unread_again` takes back."""
        with self.library.writing() as connection:
            (last,) = connection.execute("SELECT coalesce(max(read), 0) FROM item").fetchone()
            moment = max(self.library.clock(), last + 1e-3)  # which no other item was read at
            return read_all(connection, choice, moment), moment

    def unread_again(self, moment: float) -> None:
        """Take back what `read_all` did at this moment."""
        with self.library.writing() as connection:
            connection.execute("UPDATE item SET read = NULL WHERE read = ?", (moment,))

    def later(self, number: int, queued: bool = True) -> int:
        """Put an item at the end of the library's queue, or take it out; gives its number in the library."""
        return self._expect(number, "queued = CASE WHEN ? THEN coalesce(queued, ?) END", queued, self.library.clock())

    def star(self, number: int, starred: bool = True) -> int:
        """Star an item, or take its star away; gives its number in the library."""
        return self._expect(number, "starred = ?", starred)

    def _expect(self, number: int, sets: str, *values: object) -> int:
        with self.library.writing() as connection:
            item = _item(connection, number)
            entry = self._entry_of(connection, item)
            connection.execute(f"UPDATE article SET {sets} WHERE id = ?", (*values, entry))
        return entry

    def _entry_of(self, connection: sqlite3.Connection, item: NewsItem) -> int:
        """The number that an item's article has in the library; where it was not there its text waits to be got, or,
        for one that has no page, is what the feed says."""
        facts = {name: getattr(item, name) for name in ("url", "title", "published")}
        facts |= {"source": item.url or "", "site": item.outlet}
        entry = expect_article(connection, item.entry_key, facts, item.byline, self.library.clock())
        if connection.execute("SELECT removed FROM article WHERE id = ?", (entry,)).fetchone()[0] is not None:
            restore_entry(connection, entry, self.library.full_text)
        if item.url:
            ask_for(connection, entry)
        elif (article := article_of_item(connection, item.number)) is not None:
            self.library.keep(article, key=item.entry_key)
        return entry

    def unread(self) -> int:
        """How many items are unread."""
        return self.count(Choice(unread=True))

    def look_through(self, analysing: Analysing = analyse_here) -> None:
        """Tell items of one story together, and look for what is watched for, where new ones have come; what another
        refresh left undone too. `analysing` gives what is found in a text."""
        join_stories(self.library)
        look_out(self.library, analysing)

    # Watching ------------------------------------------------------------------------------------------------------

    def watch(self, kind: WatchKind, words: str, *, analysing: Analysing = analyse_here) -> Watch:
        """Watch for a person who is quoted, a word or an outlet, also among what is here and new."""
        words = " ".join(safe_text(words, lines=False).split())
        if not folded(words):
            raise FeedError("a watch is for a name or a word")
        with self.library.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO watch (kind, words, at) VALUES (?, ?, ?)", (kind, words, self.library.clock())
            )
        look_out(self.library, analysing)
        (made,) = [each for each in self.watches() if (each.kind, each.words) == (kind, words)]
        return made

    def watches(self) -> list[Watch]:
        """What is watched for, with how many unread items of it there are."""
        with self.library.reading() as connection:
            return list_watches(connection)

    def unwatch(self, number: int) -> Watch:
        """Watch for something no more."""
        with self.library.writing() as connection:
            found = [each for each in list_watches(connection) if each.number == number]
            if not found:
                raise FeedError(f"there is no watch {number}; `reader feeds watch --list` shows them")
            connection.execute("DELETE FROM watch WHERE id = ?", (number,))
        return found[0]

    def hits(self, *, unread: bool = True, limit: int = -1) -> list[Hit]:
        """Items that were watched for, the newest first."""
        with self.library.reading() as connection:
            most = limit if limit >= 0 else 1_000_000
            return list_hits(connection, list_watches(connection), unread=unread, limit=most)


def _item(connection: sqlite3.Connection, number: int) -> NewsItem:
    found: list[Any] = list_items(connection, "item.id = ?", (number,))
    if not found:
        raise FeedError(f"there is no item {number}; `reader feeds items` shows them")
    item: NewsItem = found[0]
    return item
