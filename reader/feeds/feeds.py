"""The feeds as the rest of the program, and a notebook, sees them."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from reader.article import ArticleError, safe_text
from reader.article.model import Article, FeedList
from reader.article.process.client import parse_feed
from reader.article.web.addresses import clean_address
from reader.article.web.fetch import Page, fetch
from reader.feeds.listing import Choice, count_rows, line_of, list_rows, next_unread, read_all
from reader.feeds.model import Feed, FeedError, Folder, NewsItem, Outcome, Watch
from reader.feeds.opml import Outline, read_opml, write_opml
from reader.feeds.refresh import Rules, refresh
from reader.feeds.rows import list_feeds, list_items, list_watches
from reader.feeds.stories import join_stories
from reader.feeds.taking import article_of_item, take_answer
from reader.library.articles import expect_article, restore_entry
from reader.library.library import Library
from reader.library.waiting import ask_for

Progress = Callable[[str, float | None], None]
EVERYTHING = Choice()
_GONE = "gone"


@dataclass(frozen=True, slots=True)
class Added:
    """A feed that was added, how many items it had, and other feeds that its page names (address and title)."""

    feed: Feed
    items: int
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """How many feeds of a list are new here, and how many were here already."""

    fresh: int
    known: int


class Feeds:
    """The feeds in a library's file, which the caller opens and closes.

    Each change is one transaction, on the disk when the call returns. Raises LibraryError as the library does,
    FeedError for what cannot be done, and ArticleError for addresses that bring nothing.
    """

    def __init__(self, library: Library) -> None:
        self.library = library

    # Subscriptions -------------------------------------------------------------------------------------------------

    def add(
        self, address: str, *, title: str = "", folders: Sequence[Folder] = (), on_progress: Progress | None = None
    ) -> Added:
        """Subscribe to a feed, or to the first one that a page names, and take in its items."""
        page, found = _read(address, on_progress)
        others: tuple[tuple[str, str], ...] = ()
        asked = address.strip()
        if found.is_page:
            if not found.named:
                raise FeedError("this is a page that names no feed; look on it for an address that ends in rss or xml")
            asked, others = found.named[0][0], found.named[1:]
            page, found = _read(asked, on_progress, typed=_on_one_host(asked, page.url))
            if found.is_page:
                raise FeedError("the feed that the page names is a page again; look for its address on the site")
        url = clean_address(page.moved or asked)
        now = self.library.clock()
        with self.library.writing() as connection:
            if there := list_feeds(connection, "url = ?", (url,)):
                raise FeedError(f"it is among your feeds already, as number {there[0].number}, {there[0].title}")
            number = _insert(connection, Outline(url, title, found.home, tuple(folders)), now)
            (feed,) = list_feeds(connection, "feed.id = ?", (number,))
            fresh, _ = take_answer(connection, feed, page, found, "", now)
            (feed,) = list_feeds(connection, "feed.id = ?", (number,))
        return Added(feed, len(fresh), others)

    def feeds(self) -> list[Feed]:
        """All feeds, in the order in which they were added."""
        with self.library.reading() as connection:
            return list_feeds(connection)

    def find(self, wanted: str) -> Feed:
        """The feed of a number, an address, or the only one whose title holds these words."""
        with self.library.reading() as connection:
            return _find(connection, wanted)

    def remove(self, wanted: str) -> Feed:
        """Leave a feed, and forget its items; articles that were kept stay in the library."""
        with self.library.writing() as connection:
            feed = _find(connection, wanted)
            connection.execute("DELETE FROM feed WHERE id = ?", (feed.number,))
        return feed

    def rename(self, wanted: str, title: str) -> Feed:
        """Give a feed a title of yours; "" takes its own."""
        return self._change(wanted, "title", safe_text(title, lines=False).strip())

    def file(self, wanted: str, folders: Sequence[Folder]) -> Feed:
        """Put a feed into these folders, and into no other."""
        return self._change(wanted, "folders", json.dumps(folders, ensure_ascii=False))

    def _change(self, wanted: str, name: str, value: str) -> Feed:
        with self.library.writing() as connection:
            feed = _find(connection, wanted)
            connection.execute(f"UPDATE feed SET {name} = ? WHERE id = ?", (value, feed.number))
            return list_feeds(connection, "feed.id = ?", (feed.number,))[0]

    def import_opml(self, data: bytes) -> Imported:
        """Subscribe to all feeds of a list, without fetching any; those that are here get its folders beside theirs."""
        outlines = read_opml(data)
        fresh = 0
        with self.library.writing() as connection:
            for outline in outlines:
                there = list_feeds(connection, "url = ? OR asked = ?", (outline.url, outline.url))
                if not there:
                    _insert(connection, outline, self.library.clock())
                    fresh += 1
                    continue
                folders = list(dict.fromkeys((*there[0].folders, *outline.folders)))
                connection.execute(
                    "UPDATE feed SET folders = ? WHERE id = ?",
                    (json.dumps(folders, ensure_ascii=False), there[0].number),
                )
        return Imported(fresh, len(outlines) - fresh)

    def export_opml(self) -> str:
        """All feeds as a list that other programs read."""
        return write_opml(self.feeds())

    # Refreshing ----------------------------------------------------------------------------------------------------

    def due(self, chosen: Sequence[Feed] | None = None, *, soon: bool = False) -> tuple[list[Feed], list[Feed]]:
        """Which of these feeds (None: all) may be asked now, and which not yet or not any more.

        A feed waits for as long as its server said that its answer is fresh (`soon` does without that), or asked for
        patience. One that is gone for good is asked only where it is chosen.
        """
        now = self.library.clock()
        those = self.feeds() if chosen is None else list(chosen)
        ready: list[Feed] = []
        not_yet: list[Feed] = []
        for feed in those:
            waits = feed.due > now and not (soon and feed.state in ("well", "new"))
            waits = waits or (feed.state == _GONE and chosen is None)
            (not_yet if waits else ready).append(feed)
        return ready, not_yet

    def refresh(
        self,
        feeds: Sequence[Feed] | None = None,
        *,
        rules: Rules | None = None,
        on_outcome: Callable[[Outcome], None] | None = None,
        wanted: Callable[[], bool] | None = None,
    ) -> list[Outcome]:
        """Ask these feeds (None: all that are due) for what is new; gives what came of each.

        `wanted` is asked ten times a second, and where it says no, reader.feeds.refresh.Stopped is raised: what was
        taken in until then stays.
        """
        outcomes: list[Outcome] = []

        def take(outcome: Outcome) -> None:
            outcomes.append(outcome)
            if on_outcome:
                on_outcome(outcome)

        chosen = self.due()[0] if feeds is None else feeds
        try:
            refresh(self.library, chosen, rules=rules or Rules(), on_outcome=take, wanted=wanted or (lambda: True))
        finally:
            self.look_through()
        return outcomes

    def look_through(self) -> None:
        """Tell items of one story together, where new ones have come; what another refresh left undone too."""
        with self.library.writing() as connection:
            join_stories(connection, self.library.clock())

    # Items ---------------------------------------------------------------------------------------------------------

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

    def watches(self) -> list[Watch]:
        """What is watched for, with how many unread items of it there are."""
        with self.library.reading() as connection:
            return list_watches(connection)

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
        now = self.library.clock()
        with self.library.writing() as connection:
            return read_all(connection, choice, now), now

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
        with self.library.reading() as connection:
            where = "read IS NULL AND NOT forgotten"
            return int(connection.execute(f"SELECT count(*) FROM item WHERE {where}").fetchone()[0])


def _read(address: str, on_progress: Progress | None, *, typed: bool = True) -> tuple[Page, FeedList]:
    page = fetch(address, typed=typed, limits=Rules().limits, on_progress=on_progress)
    if not page.body.strip():
        raise ArticleError("the server sent an empty page; check the address")
    tick = (lambda: on_progress("reading the feed", None)) if on_progress else None
    return page, parse_feed(page.body, name=page.media_type, url=page.url, charset=page.charset, tick=tick)


def _on_one_host(one: str, other: str) -> bool:
    return urlsplit(one).hostname == urlsplit(other).hostname


def _insert(connection: sqlite3.Connection, outline: Outline, now: float) -> int:
    cursor = connection.execute(
        "INSERT INTO feed (url, asked, title, home, folders, added) VALUES (?, ?, ?, ?, ?, ?)",
        (
            outline.url,
            outline.url,
            outline.title,
            outline.home,
            json.dumps(outline.folders, ensure_ascii=False),
            now,
        ),
    )
    return int(cursor.lastrowid or 0)


def _find(connection: sqlite3.Connection, wanted: str) -> Feed:
    text = wanted.strip()
    if text.isdigit() and len(text) < 15 and (found := list_feeds(connection, "feed.id = ?", (int(text),))):
        return found[0]
    feeds = list_feeds(connection)
    exact = [feed for feed in feeds if text in (feed.url, feed.asked, feed.title)]
    alike = exact or [feed for feed in feeds if text and text.casefold() in feed.title.casefold()]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise FeedError(f"{text}: {len(alike)} feeds are called so; give the number that `reader feeds list` shows")
    raise FeedError(f"{text}: there is no such feed; `reader feeds list` shows them")


def _item(connection: sqlite3.Connection, number: int) -> NewsItem:
    found: list[Any] = list_items(connection, "item.id = ?", (number,))
    if not found:
        raise FeedError(f"there is no item {number}; `reader feeds items` shows them")
    item: NewsItem = found[0]
    return item
