"""What the screen of the feeds asks: all it begins with, some of the items, a new feed; nothing here knows a screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.app.feeds import drawing
from reader.app.home.asked_rows import PAGE
from reader.feeds.listing import Choice
from reader.feeds.model import FeedError, NewsItem, WatchKind
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.feeds import Feeds
    from reader.feeds.feeds import Added
    from reader.library import Library

_KINDS: tuple[WatchKind, ...] = ("word", "outlet", "person")


def of_feeds(question: "Callable[[Feeds], Any]", library: "Library") -> Any:
    """What the feeds of a library answer. Raises LibraryError."""
    from reader.feeds import Feeds

    try:
        return question(Feeds(library))
    except FeedError as error:
        raise LibraryError(str(error)) from None


def look(feeds: "Feeds", *, choice: Choice, stand_at: int | None) -> tuple[Any, ...]:
    """All that the screen begins with, in one look."""
    sources = drawing.sources_of(feeds.feeds(), feeds.watches(), feeds.unread())
    count = feeds.count(choice)
    line = None
    if stand_at is not None:
        line = feeds.line_of(choice, feeds.item(stand_at))
    rows, papers = items_of(feeds, choice=choice, offset=0, limit=PAGE)
    return sources, count, rows, papers, line


def items_of(feeds: "Feeds", *, choice: Choice, offset: int, limit: int) -> tuple[list[NewsItem], dict[int, int]]:
    """Some items, and how many feeds tell each of their stories."""
    rows = feeds.items(choice, offset=offset, limit=limit)
    return rows, feeds.tellers({item.story for item in rows if item.story is not None})


def add(feeds: "Feeds", address: str) -> "Added":
    """Subscribe to what stands at an address, typed with or without its https. Raises FeedError."""
    from reader.article import ArticleError

    try:
        return feeds.add(address if "://" in address else f"https://{address}")
    except ArticleError as problem:
        raise FeedError(str(problem)) from None


def is_same(one: Choice, other: Choice) -> bool:
    """Whether both are of the same feed, folder or watch, whatever else they ask."""
    return (one.feed, one.folder, one.watch) == (other.feed, other.folder, other.watch)


def read_watch(typed: str) -> tuple[WatchKind, str]:
    """What to watch for, as a line says it: a person, or after "word:" and "outlet:" what these say."""
    for kind in _KINDS:
        if typed.startswith(f"{kind}:"):
            return kind, typed[len(kind) + 1 :]
    return "person", typed
