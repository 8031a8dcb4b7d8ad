"""The Textual app: which screen is shown, which article is opened, and what works everywhere."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from reader.app.background.beside import work_beside
from reader.app.background.terminal_shown import Shown, sparing
from reader.app.background.threads import in_background
from reader.app.background.work import Work
from reader.app.clipboard.keys import read_by
from reader.app.open_articles import OpenArticles
from reader.app.opening import OpeningApp
from reader.app.reading.session import begin
from reader.app.screens.first_page import FirstPage
from reader.app.start import Start, bundled_start
from reader.app.state.key_names import call_keys
from reader.article.model import ArticleError
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.driver import Driver

    from reader.app.messages import Compare, Welcomed
    from reader.app.screens.dialogs import Pasted
    from reader.app.state.laid import How
    from reader.app.themes.themes import LoadedThemes
    from reader.article.model import Article

ALONE = "There is only this article; ‹reading.open› opens another."

FETCH_AFTER = 1.0
"""Seconds after which it is looked for what waits for its text, so that nothing of it delays the first screen."""


class ReaderApp(OpeningApp):
    """Opens `sources` one at a time; without any it shows the home screen. `compare` lays them side
    by side first. `work` and `start` can be given by tests."""

    TITLE = "Reader"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("colon", "command_palette", "Commands", show=False, id="app.palette"),
        Binding("exclamation_mark", "wrong", "Mistakes in your settings", show=False, id="app.wrong"),
        Binding("ctrl+l", "redraw", "Draw the screen anew", show=False, id="app.redraw"),
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
        super().__init__(sources, stdin=stdin, work=work or Work(), start=start or bundled_start(), ahead=ahead)
        self._before_comparing: str | None = None
        self._left_at = ""
        self._compare_first = compare
        self._keymap_of_user: dict[str, str] = {}
        self._wrong: tuple[str, ...] = ()

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        read_by(driver)
        return sparing(driver)

    def get_default_screen(self) -> Screen[Any]:
        """The first article's own page, where it may be at hand: nothing else is laid out before it."""
        if not self._may_be_at_hand:
            return super().get_default_screen()
        source = self.articles.shown
        article, is_whole = self.work.at_once(source)
        if article is None or article.items or (not is_whole and self._was_left(source, article)):
            return FirstPage(self._settings)
        if not is_whole:
            return FirstPage(self._settings, begin(article, self._settings).reading)
        self._begin_first(source, article)
        session = self.articles.sessions[source]
        return FirstPage(self._settings, session.reading, session.place)

    @property
    def _may_be_at_hand(self) -> bool:
        return self.work.at_hand is not None and bool(self.articles.sources) and self._compare_first is None

    def on_mount(self) -> None:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            # A cancelled task may be caught on the way; a message to the app never is.
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self.exit)
        if self._may_be_at_hand:
            self.input_queue.wait_for(self._paint_first())
        else:
            self._begin_reading(key_owners(), self._start.other_themes())

    async def _paint_first(self) -> None:
        """Paint the first article alone, and bring in all the rest while it is looked at."""
        source, page = self.articles.shown, self.screen
        assert self.work.at_hand is not None
        if source not in self.articles.sessions:
            beginning = await in_background(partial(self.work.beginning, source))
            if beginning is not None and isinstance(page, FirstPage) and not self._was_left(source, beginning):
                await page.paint(begin(beginning, self._settings).reading, (0, 0))
            article = await in_background(partial(self.work.at_hand, source))
            if article is not None and not article.items:
                self._begin_first(source, article)
        if source in self.articles.sessions and isinstance(page, FirstPage):
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

    def _begin_first(self, source: str, article: Article) -> None:
        self._begin(source, article, copy=self._stdin if source == "-" else None)

    def _was_left(self, source: str, article: Article) -> bool:
        return self.shelf is not None and self.shelf.recall(source, article) is not None

    def _name_key(self, key: str) -> str:
        """What a key is called on the screen."""
        return self.get_key_display(Binding(key, ""))

    def _begin_reading(self, owners: tuple[type[DOMNode], ...], themes: LoadedThemes) -> None:
        """Take up the user's keys and all themes, say what was wrong in them, and show what is open."""
        from reader.app.background.terminal_size import EVERY, catch_up
        from reader.app.settings.keymap import keymap_for

        if not gc.isenabled():  # what stands now stays to the end, and is never looked through again
            gc.freeze()
            gc.enable()
        self._look_ahead()
        self.set_interval(EVERY, partial(catch_up, self))
        for theme in themes.themes:
            if theme.name != self.theme:
                self.register_theme(theme)
        keymap = keymap_for(self._settings, owners)
        self._keymap_of_user = dict(keymap.keys)
        self.set_keymap(self._keymap_of_user)
        call_keys({id: self._name_key(keys.partition(",")[0]) for id, keys in keymap.keys.items()})
        self.call_later(self._tell_wrong, (*self._start.problems, *themes.problems, *keymap.problems))
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        if self._start.themes_folder is not None:
            from reader.app.themes.themes import ThemeFolder

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
            from reader.app.messages import Compare
            from reader.app.state.laid import Subject

            self.on_compare(Compare([Subject(source) for source in self.articles.sources], self._compare_first))
        else:
            self._show_open()

    def _tell_wrong(self, problems: Sequence[str]) -> None:
        """Say what is wrong in settings and themes: one thing in its own words, several on a list that is asked for."""
        self._wrong = tuple(problems)
        if len(problems) == 1:
            self.notify(problems[0], severity="warning", markup=False)
        elif problems:
            words = f"{len(problems)} mistakes in your settings · ‹app.wrong› lists them"
            self.notify(words, severity="warning", markup=False)

    def action_wrong(self) -> None:
        """List what is wrong in settings and themes."""
        from reader.app.screens.dialogs import Choice, Chooser
        from reader.app.widgets.wrapping import wrap

        if isinstance(self.screen, ModalScreen):
            return
        if not self._wrong:
            self.notify("Nothing is wrong in your settings.", markup=False)
            return
        choices = [
            Choice(f"{'  ' if start else ''}{problem[start:end]}")
            for problem in self._wrong
            for start, end in wrap(problem, (0, len(problem)), min(50, self.size.width - 14))
        ]
        self.push_screen(Chooser("Mistakes in your settings", choices, remark="esc goes back"))

    def _begin_fetching(self) -> None:
        """Get beside the screen what waits in the library for its text."""
        work_beside(self, self._fetch)

    async def _fetch(self) -> None:
        assert self.desk is not None
        from reader.app.background.fetching import Fetcher

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

    def _fetched(self) -> None:
        from reader.app.home.screen import HomeScreen

        if isinstance(self.screen, HomeScreen) and self._fetcher is not None:
            self.screen.fetched(self._fetcher)

    # What screens ask for ----------------------------------------------------------------------------------------

    def on_compare(self, event: Compare) -> None:
        """Lay texts side by side; what is open already is neither opened nor analysed again."""
        from reader.app.comparing.screen import ComparingScreen
        from reader.app.feeds.opened import FEEDS
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
            from reader.app.feeds.opened import FEEDS

            at = self._left_at if self._before_comparing == FEEDS else self.articles.shown
            self._show_list(self._before_comparing, at)
        else:
            self._show_open()

    def on_welcomed(self, event: Welcomed) -> None:
        self._is_first = False

    # Actions ---------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self._know_nothing_shown()

    def action_redraw(self) -> None:
        """Draw everything again, over what something else wrote on the terminal."""
        self._know_nothing_shown()
        self.screen.refresh()

    def _know_nothing_shown(self) -> None:
        shown = getattr(self._driver, "shown", None)
        if isinstance(shown, Shown):
            shown.forget()

    def action_walk(self, direction: int) -> None:
        """The next or previous article of the list."""
        if len(self.articles.sources) < 2:
            self.notify(ALONE, markup=False)
            return
        self.articles = self.articles.step(direction * self.times)
        self._show_open()

    def action_list(self) -> None:
        """Back to the comparison or the list that the article is from; else a list of all that is open."""
        if self._read_from is not None and self._read_from[0] == self.articles.shown:
            self.articles.sessions[self._read_from[0]].from_comparison = False
            self._show(self._read_from[1].again())
            self._read_from = None
            return
        if not self.articles.list_shown and len(self.articles.sources) < 2:
            self.notify(ALONE, markup=False)
            return
        self._show_list(self.articles.list_shown, self.articles.shown)

    def action_open(self) -> None:
        """Ask for another article."""
        from reader.app.messages import OpenText
        from reader.app.screens.question import Question

        def take(answer: str) -> str:
            return self.work.missing(answer) or self._take(answer)

        def pasted(answer: Pasted | None) -> None:
            if answer is not None:
                self.post_message(OpenText(answer.text))

        remark = "a file, an address; ctrl+v takes the clipboard"
        question = Question("Open:", take, placeholder="path or https://…", remark=remark, paths=True, many=True)
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


def key_owners() -> tuple[type[DOMNode], ...]:
    """Whose keys can be remapped, from the inside out. All screens are imported here, and their style sheets."""
    from reader.app.comparing.screen import ComparingScreen
    from reader.app.comparing.text import ComparedText
    from reader.app.feeds.rows import NewsRows
    from reader.app.feeds.screen import FeedsScreen
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
