"""The feeds as the rest of the program, and a notebook, sees them."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.article import ArticleError, safe_text
from reader.article.model import FeedList
from reader.article.process.client import parse_feed
from reader.article.text.hosts import on_one_host
from reader.article.web.addresses import clean_address
from reader.article.web.fetch import Page, fetch
from reader.feeds.items import Items, analyse_here
from reader.feeds.model import Feed, FeedError, Folder, Outcome
from reader.feeds.opml import Outline, read_opml, write_opml
from reader.feeds.refresh import Rules, refresh
from reader.feeds.rows import list_feeds
from reader.feeds.taking import take_answer
from reader.feeds.watching import Analysing

Progress = Callable[[str, float | None], None]
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


class Feeds(Items):
    """The feeds in a library's file, which the caller opens and closes.

    Each change is one transaction, on the disk when the call returns. Raises LibraryError as the library does,
    FeedError for what cannot be done, and ArticleError for addresses that bring nothing.
    """

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
            page, found = _read(asked, on_progress, typed=on_one_host(asked, page.url))
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
        analysing: Analysing | None = None,
    ) -> list[Outcome]:
        """Ask these feeds (None: all that are due) for what is new; gives what came of each.

        `wanted` is asked ten times a second, and where it says no, reader.feeds.refresh.Stopped is raised: what was
        taken in until then stays. `analysing` is used where a watched person is named.
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
            self.look_through(analysing or analyse_here)
        return outcomes


def _read(address: str, on_progress: Progress | None, *, typed: bool = True) -> tuple[Page, FeedList]:
    page = fetch(address, typed=typed, limits=Rules().limits, on_progress=on_progress)
    if not page.body.strip():
        raise ArticleError("the server sent an empty page; check the address")
    tick = (lambda: on_progress("reading the feed", None)) if on_progress else None
    return page, parse_feed(page.body, name=page.media_type, url=page.url, charset=page.charset, tick=tick)


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
