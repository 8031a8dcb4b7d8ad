"""An item opened: the text that the library has of it, else the whole page that its feed announces."""

from collections.abc import Callable
from dataclasses import replace

from reader.article import open_announced
from reader.article.model import Article
from reader.feeds.feeds import Feeds
from reader.feeds.model import NewsItem
from reader.library.library import Library
from reader.library.problems import LibraryError

Progress = Callable[[str, float | None], None]


def source_of(item: NewsItem) -> str:
    """What an item's article goes by where it is opened: its address, where it has one."""
    return item.url or f"feed item {item.number}"


def open_item(library: Library, number: int, on_progress: Progress | None = None) -> Article:
    """The article of an item. What the feed changed since it was kept is fetched anew.

    Raises FeedError, LibraryError, and what `on_progress` raises; where the page cannot be had, the article is what the
    feed says, with a note that tells why.
    """
    feeds = Feeds(library)
    item = feeds.item(number)
    if item.entry is not None and (kept := _kept(library, item)) is not None:
        return kept
    words = feeds.words_of(number)
    words = replace(words, source=source_of(item), url=item.url, site=words.site or item.outlet)
    if words.excerpt and item.url:
        return open_announced(words, feeds.find(str(item.feed)).url, on_progress)
    return words


def _kept(library: Library, item: NewsItem) -> Article | None:
    """The text that the library has, where it is not older than what the feed says now."""
    assert item.entry is not None
    try:
        edition = library.newest(item.entry)
    except LibraryError:
        return None
    return replace(edition.article, source=source_of(item)) if edition.got >= (item.changed or 0.0) else None
