"""Items of the feeds that were opened: what each is opened by, and where one was in their list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.app.background.desk import Desk
from reader.app.background.work import Work
from reader.app.feeds.asking import Asking
from reader.app.messages import OpenNews
from reader.app.open_articles import OpenArticles
from reader.article.model import Article, ArticleError, Item
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.feeds.listing import Choice
    from reader.feeds.model import NewsItem
    from reader.library import Library

FEEDS = "\0feeds"
"""What the list of the feeds' items goes by among the lists that are open."""

Progress = Callable[[str, float | None], None]


class OpenedNews:
    """What the app knows of the feeds: the items that were opened or can be walked to, and the refresh beside it."""

    def __init__(self, work: Work, tell: Callable[[], None]) -> None:
        self.asking = Asking(lambda article: work.analyse_behind(article, lambda doing, share: None), tell)
        self.was_shown = False
        self.choice: Choice | None = None
        self._numbers: dict[str, int] = {}
        self._items: tuple[Item, ...] = ()
        self._source = ""

    def show(self, event: OpenNews) -> None:
        """Take up an item and those around it."""
        self._numbers |= {_source_of(each.url, each.number): each.number for each in event.around}
        self._source = _source_of(event.item.url, event.item.number)
        self._items = tuple(
            Item(_source_of(each.url, each.number), each.title, each.byline, each.published, each.url)
            for each in event.around
        )
        self.choice = event.choice

    def leave(self, choice: "Choice", item: "NewsItem | None", compared: "Sequence[NewsItem]") -> str:
        """Remember where the list was left, and what is compared; gives what the item there goes by."""
        self.choice = choice
        self._numbers |= {_source_of(each.url, each.number): each.number for each in compared}
        if item is None:
            return ""
        source = _source_of(item.url, item.number)
        self._numbers[source] = item.number
        return source

    def hold_in(self, articles: OpenArticles) -> OpenArticles:
        """Stand at the item, with those around it to walk to."""
        return articles.hold_list(FEEDS, Article("", (), source=FEEDS, title="Feeds", items=self._items)).pick(
            FEEDS, self._source
        )

    def number_of(self, source: str) -> int | None:
        """The number of the item that goes by this, or None."""
        return self._numbers.get(source)

    def opening(self, source: str, desk: Desk | None) -> Callable[[Progress], Article] | None:
        """What opens an item; None for what is none."""
        number = self._numbers.get(source)
        return None if number is None or desk is None else partial(_open, desk, number)

    def work_for(self, work: Work, desk: Desk | None) -> Work:
        """The same work, which opens items as such."""

        def open(source: str, stdin: bytes | None, on_progress: Progress) -> Article:
            opening = self.opening(source, desk)
            return opening(on_progress) if opening else work.open(source, stdin, on_progress)

        return replace(work, open=open)

    async def was_read(self, desk: Desk, number: int) -> None:
        """Say that an item was read."""
        await desk.ask(partial(_mark_read, number))


def _source_of(url: str | None, number: int) -> str:
    return url or f"feed item {number}"


def _open(desk: Desk, number: int, on_progress: Progress) -> Article:
    from reader.feeds.model import FeedError
    from reader.feeds.opening import open_item

    try:
        return open_item(desk.library, number, on_progress)
    except (LibraryError, FeedError) as problem:
        raise ArticleError(str(problem)) from None


def _mark_read(number: int, library: "Library") -> None:
    from reader.feeds import Feeds

    Feeds(library).mark_read([number])
