"""The Textual app: which screen is shown, which article is opened, and what works everywhere."""

import asyncio
import gc
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.theme import Theme
from textual.widgets import Input

from reader.app.background.desk import Desk
from reader.app.background.fetching import Fetcher
from reader.app.background.next_article import NextArticle, Ready
from reader.app.background.terminal_size import EVERY, catch_up
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled, Work
from reader.app.counting import CountedKeys
from reader.app.feeds.opened import FEEDS, OpenedNews
from reader.app.input_queue import InputQueue
from reader.app.messages import (
    ChangeSettings,
    Compare,
    GiveUp,
    OpenItem,
    OpenKept,
    OpenNews,
    OpenSource,
    OpenText,
    OpenWhole,
    ReadAt,
    Welcomed,
)
from reader.app.open_articles import OpenArticles
from reader.app.reading.session import begin, resume, return_to_claim, stand_at
from reader.app.screens.first_page import FirstPage
from reader.app.screens.scene import Scene
from reader.app.start import Start, bundled_start
from reader.app.state.laid import How, Subject
from reader.app.state.reading import with_all
from reader.app.telling import TellingApp
from reader.app.themes.themes import LoadedThemes, ThemeFolder, variable_defaults
from reader.article.model import Article, ArticleError, Span
from reader.article.text.safe import safe_text
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from reader.app.kept_articles import KeptArticle
    from reader.app.screens.dialogs import Pasted
    from reader.app.screens.loading import LoadingScreen

FETCH_AFTER = 1.0
"""Seconds after which it is looked for what waits for its text, so that nothing of it delays the first screen."""

ALONE = "There is only this article; o opens another."


class ReaderApp(CountedKeys, TellingApp):
    """Opens `sources` one at a time; without any it shows the home screen. `compare` lays them side
    by side first. `work` and `start` can be given by tests."""

    TITLE = "Reader"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("colon", "command_palette", "Commands", show=False, id="app.palette"),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, id="app.suspend"),
    ]
    CSS = """
    Toast { background: $surface; color: $foreground; padding: 0 1; max-width: 70%; margin-top: 0; }
    ToastRack { margin-bottom: 3; }
    """

    def __init__(
        self,
        sources: Sequence[str] = (),
        *,
        stdin: bytes | None = None,
        work: Work | None = None,
        start: Start | None = None,
        compare: How | None = None,
        ahead: bool = False,
    ) -> None:
        self._start = start or bundled_start()
        # With NO_COLOR, Textual drops every colour only for an app that speaks ANSI; else it turns them into greys.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._next = NextArticle(work or Work()) if ahead else None
        self.work = self._next.work if self._next else work or Work()
        self.shelf = self._start.shelf
        self.desk = self._start.desk
        self._fetcher: Fetcher | None = None
        self.articles = OpenArticles(tuple(sources))
        self.input_queue = InputQueue(self)
        self._stdin = stdin
        self._settings = self._start.settings
        self._is_first = self._start.first_time
        self._before_comparing: str | None = None
        self._left_at = ""
        self._news = OpenedNews(self.work, self._tell_asked)
        self._compare_first = compare
        for theme in self._start.themes:
            self.register_theme(theme)
        if any(theme.name == self._start.theme for theme in self._start.themes):
            self.theme = self._start.theme
        self._theme_before = self.theme
        self._keymap_of_user: dict[str, str] = {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def get_default_screen(self) -> Screen[Any]:
        """The first article's own page, where it may be at hand: nothing else is laid out before it."""
        return FirstPage(self._settings) if self._may_be_at_hand else super().get_default_screen()

    @property
    def _may_be_at_hand(self) -> bool:
        return self.work.at_hand is not None and bool(self.articles.sources) and self._compare_first is None

    def on_mount(self) -> None:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            # A cancelled task may be caught on the way; a message to the app never is.
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self.exit)
        self.set_interval(EVERY, partial(catch_up, self))
        if self._may_be_at_hand:
            self.input_queue.wait_for(self._paint_first())
        else:
            self._begin_reading(key_owners(), self._start.other_themes())

    async def _paint_first(self) -> None:
        """Paint the first article alone, and bring in all the rest while it is looked at."""
        source, page = self.articles.shown, self.screen
        assert self.work.at_hand is not None
        beginning = await in_background(partial(self.work.beginning, source))
        if beginning is not None and isinstance(page, FirstPage) and not self._was_left(source, beginning):
            await page.paint(begin(beginning, self._settings).reading, (0, 0))
        article = await in_background(partial(self.work.at_hand, source))
        if article is not None and not article.items and isinstance(page, FirstPage):
            self._begin(source, article, copy=self._stdin if source == "-" else None)
            session = self.articles.sessions[source]
            await page.paint(session.reading, session.place)
        owners = await in_background(key_owners)
        themes = await in_background(self._start.other_themes)
        begun = asyncio.Event()

        def begin_reading() -> None:
            self._begin_reading(owners, themes)
            begun.set()

        self.call_later(begin_reading)
        await begun.wait()

    def _was_left(self, source: str, article: Article) -> bool:
        return self.shelf is not None and self.shelf.recall(source, article) is not None

    def _begin_reading(self, owners: "tuple[type[DOMNode], ...]", themes: LoadedThemes) -> None:
        """Take up the user's keys and all themes, say what was wrong in them, and show what is open."""
        from reader.app.settings.keymap import keymap_for

        if not gc.isenabled():  # what stands now stays to the end, and is never looked through again
            gc.freeze()
            gc.enable()
        for theme in themes.themes:
            if theme.name != self.theme:
                self.register_theme(theme)
        keymap = keymap_for(self._settings, owners)
        self._keymap_of_user = dict(keymap.keys)
        self.set_keymap(self._keymap_of_user)
        for problem in (*self._start.problems, *themes.problems, *keymap.problems):
            self.notify(problem, severity="warning", markup=False, timeout=12)
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        if self._start.themes_folder is not None:
            folder = ThemeFolder(self._start.themes_folder)
            self.set_interval(1.0, partial(self._reload_themes, folder))
        if self._start.first_time:
            self._remember()
        try:
            sources = self._expand(self.articles.sources)
        except ArticleError as error:
            self.articles = OpenArticles()
            self.notify(str(error), severity="error", markup=False, timeout=12)
        else:
            self.articles = replace(self.articles, sources=tuple(sources))
        if self.desk is not None:
            self.set_timer(FETCH_AFTER, self._begin_fetching)
        if self._compare_first is not None and len(self.articles.sources) > 1:
            self.on_compare(Compare([Subject(source) for source in self.articles.sources], self._compare_first))
        else:
            self._show_open()

    def _begin_fetching(self) -> None:
        """Get beside the screen what waits in the library for its text."""
        self.run_worker(self._fetch(), exit_on_error=False)

    async def _fetch(self) -> None:
        assert self.desk is not None
        desk = self.desk
        with suppress(LibraryError):
            library = await in_background(lambda: desk.library)
            self._fetcher = Fetcher(
                library,
                self._tell_fetched,
                opening=lambda source, progress: self.work.open(source, None, progress),
                analysing=self.work.analyse_behind,
            )
            self._fetcher.start()
            self._fetched()

    def _tell_fetched(self) -> None:
        self.call_later(self._fetched)

    def _tell_asked(self) -> None:
        self.call_later(self._asked)

    def _asked(self) -> None:
        from reader.app.feeds.screen import FeedsScreen

        if isinstance(self.screen, FeedsScreen):
            self.screen.went_on()

    def _fetched(self) -> None:
        from reader.app.home.screen import HomeScreen

        if isinstance(self.screen, HomeScreen) and self._fetcher is not None:
            self.screen.fetched(self._fetcher)

    async def on_event(self, event: events.Event) -> None:
        is_input = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if not (is_input and (self.input_queue.holds(event) or self.takes_number(event))):
            await super().on_event(event)

    def _expand(self, sources: Sequence[str]) -> Sequence[str]:
        """The sources, each folder replaced by its article files."""
        return self.work.expand(list(sources)) if any(Path(source).is_dir() for source in sources) else sources

    # Opening ---------------------------------------------------------------------------------------------------

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
            screen.run_worker(self._open(source, screen), exclusive=True, exit_on_error=False)

    def _take_up(self, source: str, ready: Ready) -> None:
        """Begin to read what was made ready while another article was read."""
        self._begin(source, ready.article)
        session, (short, language) = self.articles.sessions[source], ready.remarks
        found = with_all(session.reading, ready.analysis, short=short, language=language)
        session.reading = return_to_claim(session, found)
        if notes := (*ready.article.notes, *ready.analysis.notes):
            self.call_later(self.notify, "\n".join(notes), markup=False)

    async def _open(self, source: str, screen: "LoadingScreen") -> None:
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

    def _opened(self, source: str, article: Article, screen: "LoadingScreen") -> None:
        """Show what was opened, unless the reader has given up waiting for it."""
        if not self._is_awaited(screen):
            return
        if article.items:
            self.articles = self.articles.hold_list(source, article)
            self._show_list(source)
        else:
            self._begin(source, article, copy=self._stdin if source == "-" else None)
            self._show_article(source)

    def _is_awaited(self, screen: "LoadingScreen") -> bool:
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
            self.run_worker(self._news.was_read(self.desk, number), exit_on_error=False)
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

        self._show(HomeScreen(self.desk, self._fetcher, is_first=self._is_first))

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

    # Screens: these few change what is shown, and always among the app's own messages ----------------------------

    def _show(self, screen: Scene[None]) -> None:
        """Show a screen in place of what is shown; while a question is open, when it is answered."""
        self.next_scene = screen
        self._show_next()

    def _show_next(self) -> None:
        screen = self.next_scene
        if screen is None or isinstance(self.screen, ModalScreen):
            return
        self.next_scene = None
        if isinstance(self.screen, Scene):
            self.screen.put_away()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def pop_screen(self) -> AwaitComplete:
        popped = super().pop_screen()
        self.call_later(self._show_next)
        return popped

    # What screens ask for ----------------------------------------------------------------------------------------

    def on_open_source(self, event: OpenSource) -> None:
        if problem := self._take(event.source):
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
            self.run_worker(self._open_kept(self.desk, event.entry, event.span), exit_on_error=False)

    async def _open_kept(self, desk: Desk, entry: int, span: Span | None) -> None:
        """Show an article of the library as it was kept; a file that is there as it is now."""
        from reader.app.kept_articles import load

        try:
            kept = await desk.ask(partial(load, entry=entry, settings=self._settings))
        except LibraryError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if kept.article is None or (span is None and kept.is_file):
            self.call_later(self.on_open_source, OpenSource(kept.source))
        else:
            self.call_later(self._show_kept, kept, span)

    def _show_kept(self, kept: "KeptArticle", span: Span | None) -> None:
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
        """Back to the list that it was picked from, else to what can be read, else home."""
        if event.source in self.articles.listed_by:
            self._show_list(self.articles.listed_by[event.source], event.source)
            return
        self.articles = self.articles.drop(event.source)
        if self.articles.shown in self.articles.sessions:
            self._show_open()
        else:
            self._show_home()

    def on_compare(self, event: Compare) -> None:
        """Lay texts side by side; what is open already is neither opened nor analysed again."""
        from reader.app.comparing.screen import ComparingScreen
        from reader.app.feeds.screen import FeedsScreen
        from reader.app.screens.open_list import ListScreen

        shown = self.screen
        self._before_comparing = shown.source if isinstance(shown, ListScreen) else None
        if isinstance(shown, FeedsScreen):
            self._before_comparing, self._left_at = FEEDS, self._news.leave(shown.choice, shown.chosen, shown.compared)
        subjects = self.articles.at_hand(event.subjects)
        self._show(
            ComparingScreen(
                subjects, event.how, self._news.work_for(self.work, self.desk), self._settings, stdin=self._stdin
            )
        )

    def on_leave_comparison(self) -> None:
        """Back to the list or the article from which it was asked for, else home."""
        if self._before_comparing is not None:
            at = self._left_at if self._before_comparing == FEEDS else self.articles.shown
            self._show_list(self._before_comparing, at)
        else:
            self._show_open()

    def on_read_at(self, event: ReadAt) -> None:
        """Read an article at a span."""
        self.articles = self.articles.show(event.source)
        if event.source not in self.articles.sessions:
            self._begin(event.source, event.article)
        stand_at(self.articles.sessions[event.source], event.article, event.span)
        self._show_article(event.source)

    def on_analysed(self) -> None:
        """Make ready what the walk comes to next."""
        if self._next and (source := self.articles.next_unopened):
            self._next.begin(source, self._settings)

    def on_welcomed(self, event: Welcomed) -> None:
        self._is_first = False

    def on_change_settings(self, event: ChangeSettings) -> None:
        self._settings = replace(self._settings, **event.changes)
        self._remember(**event.changes)

    def _theme_changed(self, theme: Theme) -> None:
        from reader.app.screens.picker import Picker

        if not isinstance(self.screen, Picker):  # under which themes are only tried on
            self._keep_theme(theme.name)

    def _keep_theme(self, name: str) -> None:
        if name != self._theme_before:
            self._theme_before = name
            self._settings = replace(self._settings, theme=name)
            self._remember(theme=name)

    def _reload_themes(self, folder: ThemeFolder) -> None:
        """Take in themes that were written while the screen is open."""
        if (changed := folder.changed()) is None:
            return
        for theme in changed.themes:
            self.register_theme(theme)
            if theme.name == self.theme:
                self.refresh_css(animate=False)
            elif theme.name == self._settings.theme and not os.environ.get("NO_COLOR"):
                self.theme = theme.name  # the settings asked for it before it could be read
        for problem in changed.problems:
            self.notify(problem, severity="warning", markup=False)

    def _remember(self, **changes: object) -> None:
        if problem := self._start.remember(**changes):
            self.notify(problem, severity="warning", markup=False)

    # Actions ---------------------------------------------------------------------------------------------------

    def action_walk(self, direction: int) -> None:
        """The next or previous article of the list."""
        if len(self.articles.sources) < 2:
            self.notify(ALONE, markup=False)
            return
        self.articles = self.articles.step(direction * self.times)
        self._show_open()

    def action_list(self) -> None:
        """Back to the list that the article is from; else a list of all that is open."""
        if not self.articles.list_shown and len(self.articles.sources) < 2:
            self.notify(ALONE, markup=False)
            return
        self._show_list(self.articles.list_shown, self.articles.shown)

    def action_open(self) -> None:
        """Ask for another article."""
        from reader.app.screens.question import Question

        def take(answer: str) -> str:
            return self.work.missing(answer) or self._take(answer)

        def pasted(answer: "Pasted | None") -> None:
            if answer is not None:
                self.post_message(OpenText(answer.text))

        remark = "a file, an address; ctrl+v takes the clipboard"
        question = Question("Open:", take, placeholder="path or https://…", remark=remark, paths=True)
        self.push_screen(question, pasted)

    def action_help(self) -> None:
        """Show all keys of the screen below."""
        from reader.app.screens.help import HelpScreen

        self.push_screen(HelpScreen.of(self.screen, self._keymap_of_user))

    def action_help_quit(self) -> None:
        """Tell one who presses ctrl+C the key that quits here and now, the one that the foot tells."""
        quits = [each.binding for each in self.active_bindings.values() if each.binding.action in ("quit", "app.quit")]
        is_typing = isinstance(self.focused, Input)
        usable = [each for each in quits if not is_typing or len(self.get_key_display(each)) > 1]
        usable.sort(key=lambda each: each.id != "app.quit")
        if usable:
            key = self.get_key_display(usable[0])
            self.notify(f"{'ctrl+' + key[1:] if key[0] == '^' and key[1:] else key} quits.", markup=False)

    def action_feeds(self) -> None:
        """To the feeds."""
        self._show_feeds()

    def action_home(self) -> None:
        """To the home screen."""
        self._show_home()

    def action_command_palette(self) -> None:
        from reader.app.reading.palette import ask_command

        if not isinstance(self.screen, ModalScreen):
            ask_command(self)

    def search_themes(self) -> None:
        from reader.app.screens.theme_picker import ask_theme

        ask_theme(self, self._keep_theme)


def key_owners() -> "tuple[type[DOMNode], ...]":
    """Whose keys can be remapped, from the inside out. All screens are imported here, and their style sheets."""
    from reader.app.comparing.screen import ComparingScreen
    from reader.app.comparing.text import ComparedText
    from reader.app.feeds.screen import FeedsScreen, NewsRows
    from reader.app.home.screen import HomeRows, HomeScreen
    from reader.app.page.view import ArticleView
    from reader.app.panels.actors import ActorRows
    from reader.app.panels.panel import Panel
    from reader.app.panels.summary import SummaryRows
    from reader.app.reading.screen import ReadingScreen
    from reader.app.screens.dialogs import LineInput
    from reader.app.screens.open_list import ListScreen
    from reader.app.widgets.narrow_line import NarrowLine
    from reader.app.widgets.rows import RowList
    from reader.app.widgets.search_bar import SearchBar

    inside = (
        ArticleView,
        SummaryRows,
        ActorRows,
        HomeRows,
        NewsRows,
        RowList,
        Panel,
        SearchBar,
        NarrowLine,
        LineInput,
        ComparedText,
    )
    return (*inside, ReadingScreen, HomeScreen, FeedsScreen, ListScreen, ComparingScreen, ReaderApp)
