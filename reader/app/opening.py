"""An app that opens articles: from paths and addresses, lists, the library, feeds and the clipboard, and shows them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled, Work
from reader.app.open_articles import OpenArticles
from reader.app.reading.session import begin, resume, return_to_claim, stand_at
from reader.app.state.reading import with_all
from reader.app.themed import ThemedApp
from reader.article.model import Article, ArticleError
from reader.article.text.safe import safe_text
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.app.background.desk import Desk
    from reader.app.background.fetching import Fetcher
    from reader.app.background.next_article import NextArticle, Ready
    from reader.app.comparing.screen import ComparingScreen
    from reader.app.feeds.opened import OpenedNews
    from reader.app.home.above import Over
    from reader.app.kept_articles import KeptArticle
    from reader.app.messages import GiveUp, OpenItem, OpenKept, OpenNews, OpenSource, OpenText, OpenWhole, ReadAt
    from reader.app.screens.loading import LoadingScreen
    from reader.app.start import Start
    from reader.article.model import Span


class OpeningApp(ThemedApp):
    """Knows which articles are open, and shows one of them, a list, the feeds or home."""

    def __init__(self, sources: Sequence[str], *, stdin: bytes | None, work: Work, start: Start, ahead: bool) -> None:
        super().__init__(start)
        self.work = work
        self._looks_ahead = ahead
        self._next: NextArticle | None = None
        self.shelf, self.desk = start.shelf, start.desk
        self.articles = OpenArticles(tuple(sources))
        self._stdin = stdin
        self._is_first = start.first_time
        self._fetcher: Fetcher | None = None
        self._over_home: Over | None = None
        self._read_from: tuple[str, ComparingScreen] | None = None

    def _look_ahead(self) -> None:
        """From now on the next article is made ready while one is read."""
        if self._looks_ahead:
            from reader.app.background.next_article import NextArticle

            self._next = NextArticle(self.work)
            self.work = self._next.work

    @cached_property
    def _news(self) -> OpenedNews:
        from reader.app.feeds.opened import OpenedNews

        return OpenedNews(self.work, self._tell_asked)

    def _expand(self, sources: Sequence[str]) -> Sequence[str]:
        """The sources, each folder replaced by its article files."""
        return self.work.expand(list(sources)) if any(os.path.isdir(source) for source in sources) else sources

    def _show_open(self) -> None:
        """Show the source that is to be shown: its article or list where it was opened before, else on its way."""
        from reader.app.screens.loading import LoadingScreen

        source = self.articles.shown
        if self._next and source and (ready := self._next.taken(source, self._settings)):
            self._take_up(source, ready)
        if not source:
            self._show_home()
        elif source in self.articles.sessions:
            self._show_article(source)
        elif source in self.articles.lists:
            self._show_list(source)
        else:
            screen = LoadingScreen(source)
            self._show(screen)
            work_beside(screen, partial(self._open, source, screen), exclusive=True)

    def _take_up(self, source: str, ready: Ready) -> None:
        """Begin to read what was made ready while another article was read."""
        self._begin(source, ready.article)
        session, (short, language) = self.articles.sessions[source], ready.remarks
        found = with_all(session.reading, ready.analysis, short=short, language=language)
        session.reading = return_to_claim(session, found)
        if notes := (*ready.article.notes, *ready.analysis.notes):
            self.call_later(self.notify, "\n".join(notes), markup=False)

    async def _open(self, source: str, screen: LoadingScreen) -> None:
        def progress(doing: str, share: float | None = None) -> None:
            if not self._is_awaited(screen):
                raise Cancelled
            self.call_later(screen.report, doing, share)

        opening = self._news.work_for(self.work, self.desk).open
        try:
            article = await in_background(partial(opening, source, self._stdin, progress))
        except Cancelled:
            return
        except ArticleError as error:
            screen.fail(str(error))
        except Exception as error:
            name = safe_text(source, lines=False)
            screen.fail(f"{name} could not be read ({type(error).__name__}); try another way to get its text.")
        else:
            self.call_later(self._opened, source, article, screen)

    def _opened(self, source: str, article: Article, screen: LoadingScreen) -> None:
        """Show what was opened, unless the reader has given up waiting for it."""
        if not self._is_awaited(screen):
            return
        if article.items:
            self.articles = self.articles.hold_list(source, article)
            self._show_list(source)
        else:
            self._begin(source, article, copy=self._stdin if source == "-" else None)
            self._show_article(source)

    def _is_awaited(self, screen: LoadingScreen) -> bool:
        return screen is self.next_scene or screen in self.screen_stack

    def _begin(self, source: str, article: Article, copy: bytes | None = None) -> None:
        """Begin to read an article, where it was left."""
        session = begin(article, self._settings, source=source, copy=copy)
        if self.shelf is not None:
            resume(session, self.shelf)
        self.articles = self.articles.hold(source, session)

    def _show_article(self, source: str) -> None:
        from reader.app.reading.screen import ReadingScreen

        if self.desk is not None and (number := self._news.number_of(source)) is not None:
            work_beside(self, partial(self._news.was_read, self.desk, number))
        session = self.articles.sessions[source]
        session.settings = self._settings
        session.place_in_list = self.articles.place
        session.others = partial(self.articles.items_of, "")
        self._show(ReadingScreen(session, self.work, shelf=self.shelf, desk=self.desk, is_first=self._is_first))
        if session.reading.analysis is not None:
            self.on_analysed()
        if not session.reading.article.text.strip():
            self.notify("This source holds no text.", severity="warning", markup=False)

    def _show_list(self, listed_by: str, chosen: str = "") -> None:
        """Show what a feed or book holds, or ("") all that is open, to pick from."""
        from reader.app.feeds.opened import FEEDS
        from reader.app.screens.open_list import ListScreen

        if listed_by == FEEDS:
            self._show_feeds(chosen)
            return
        items = self.articles.items_of(listed_by)
        title = self.articles.title_of(listed_by) if listed_by else "Open articles"
        at = next((index for index, item in enumerate(items) if item.source == chosen), 0)
        read = frozenset(self.articles.sessions)
        self._show(ListScreen(listed_by, title, items, whole=bool(listed_by), at=at, read=read))

    def _show_home(self) -> None:
        from reader.app.home.screen import HomeScreen

        def left(over: Over | None) -> None:
            self._over_home = over

        home = HomeScreen(self.desk, self._fetcher, is_first=self._is_first, place=self._over_home, leave=left)
        self._show(home)

    def _show_feeds(self, chosen: str = "") -> None:
        """Show what one subscribes to, at the item of this source."""
        from reader.app.feeds.screen import FeedsScreen

        if self.desk is None:
            self.notify("In private there are no feeds: nothing is kept.", markup=False)
            return
        asks = self._settings.feeds_refresh == "opened" and not self._news.was_shown
        self._news.was_shown = True
        at, choice = self._news.number_of(chosen), self._news.choice if chosen else None
        self._show(FeedsScreen(self.desk, self._news.asking, chosen=at, asks_first=asks, choice=choice))

    # What screens ask for ----------------------------------------------------------------------------------------

    def on_open_source(self, event: OpenSource) -> None:
        self._open_source(event.source)

    def _open_source(self, source: str) -> None:
        if problem := self._take(source):
            self.notify(problem, severity="error", markup=False)

    def _take(self, source: str) -> str:
        """Open one more source, after the present one; gives why it cannot be opened, or ""."""
        try:
            self.articles = self.articles.insert(self._expand([source]))
        except ArticleError as error:
            return str(error)
        self._show_open()
        return ""

    def on_open_text(self, event: OpenText) -> None:
        number = sum(source.startswith("pasted text") for source in self.articles.sources) + 1
        source = f"pasted text {number}"
        self.articles = self.articles.show(source)
        self._begin(source, self.work.open_text(event.text), copy=event.text.encode("utf-8", "replace"))
        self._show_article(source)

    def on_open_item(self, event: OpenItem) -> None:
        self.articles = self.articles.pick(event.listed_by, event.source)
        self._show_open()

    def on_open_kept(self, event: OpenKept) -> None:
        if self.desk is not None:
            work_beside(self, partial(self._open_kept, self.desk, event.entry, event.span))

    async def _open_kept(self, desk: Desk, entry: int, span: Span | None) -> None:
        """Show an article of the library as it was kept; a file that is there as it is now."""
        from reader.app.kept_articles import load

        try:
            kept = await desk.ask(partial(load, entry=entry, settings=self._settings))
        except LibraryError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if kept.article is None or (span is None and kept.is_file):
            self.call_later(self._open_source, kept.source)
        else:
            self.call_later(self._show_kept, kept, span)

    def _show_kept(self, kept: KeptArticle, span: Span | None) -> None:
        session = self.articles.sessions.get(kept.source)
        assert kept.article is not None
        if session is None or session.reading.article.text != kept.article.text:
            self._begin(kept.source, kept.article)
            session = self.articles.sessions[kept.source]
            session.reading = session.reading.but(analysis=kept.analysis)
            session.entry = kept.entry
        if span is not None:
            stand_at(session, kept.article, span)
        self.articles = self.articles.show(kept.source)
        self._show_article(kept.source)

    def on_open_news(self, event: OpenNews) -> None:
        self._news.show(event)
        self.articles = self._news.hold_in(self.articles)
        self._show_open()

    def on_open_whole(self, event: OpenWhole) -> None:
        self.articles = self.articles.show(event.source)
        if event.source not in self.articles.sessions:
            self._begin(event.source, self.articles.lists[event.source])
        self._show_article(event.source)

    def on_give_up(self, event: GiveUp) -> None:
        """Back to the list that it was picked from, else to what can be read, else to what was to be opened beside it,
        else home."""
        if event.source in self.articles.listed_by:
            self._show_list(self.articles.listed_by[event.source], event.source)
            return
        self.articles = self.articles.drop(event.source)
        if self.articles.shown in self.articles.sessions:
            self._show_open()
        elif self.articles.sources:
            self._show_list("", self.articles.shown)
        else:
            self._show_home()

    def on_read_at(self, event: ReadAt) -> None:
        """Read an article at a span; `i` or Esc comes back to the comparison that it was read from."""
        from reader.app.comparing.screen import ComparingScreen

        shown = self.screen
        self.articles = self.articles.show(event.source)
        if event.source not in self.articles.sessions:
            self._begin(event.source, event.article)
        stand_at(self.articles.sessions[event.source], event.article, event.span)
        self._show_article(event.source)
        if isinstance(shown, ComparingScreen):
            if self._read_from is not None and (before := self.articles.sessions.get(self._read_from[0])) is not None:
                before.from_comparison = False
            self._read_from = event.source, shown
            self.articles.sessions[event.source].from_comparison = True
            self.notify("Esc or ‹reading.list› goes back to the comparison.", markup=False)

    def on_analysed(self) -> None:
        """Make ready what the walk comes to next."""
        if self._next and (source := self.articles.next_unopened):
            self._next.begin(source, self._settings)

    def _tell_asked(self) -> None:
        self.call_later(self._asked)

    def _asked(self) -> None:
        from reader.app.feeds.screen import FeedsScreen

        if isinstance(self.screen, FeedsScreen):
            self.screen.went_on()
