"""The Textual app: which screen is shown, which article is opened, and what works everywhere."""

import asyncio
import os
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen
from textual.theme import Theme
from textual.widgets import Input

from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled, Work
from reader.app.input_queue import InputQueue
from reader.app.page.view import ArticleView
from reader.app.panels.actors import ActorRows
from reader.app.panels.panel import Panel
from reader.app.panels.summary import SummaryRows
from reader.app.reading.actions.navigation import OpenWanted
from reader.app.reading.palette import Palette, ReadingCommands
from reader.app.reading.screen import ReadingScreen, SettingsChanged
from reader.app.reading.session import Sitting, resume, seated
from reader.app.screens.dialogs import LineInput, Pasted
from reader.app.screens.help import HelpScreen
from reader.app.screens.home import HomeRows, HomeScreen
from reader.app.screens.loading import LoadingScreen
from reader.app.screens.open_list import ListScreen
from reader.app.screens.picker import Picker
from reader.app.screens.question import Question
from reader.app.settings.keymap import keymap_for
from reader.app.start import Start, bundled_start
from reader.app.themes.picking import ask_theme
from reader.app.themes.themes import ThemeFolder, variable_defaults
from reader.app.widgets.rows import RowList
from reader.app.widgets.search_bar import SearchBar
from reader.article.model import Article, ArticleError, Item
from reader.article.text.safe import safe_text
from reader.library import Bookmark

LATELY = 8
"""Articles that the home screen lists as read lately."""


class ReaderApp(App[None]):
    """Opens `sources` one at a time; without any it shows the home screen. `work` and `start` can be given by tests."""

    TITLE = "Reader"
    COMMANDS = App.COMMANDS | {ReadingCommands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("colon", "command_palette", "Commands", show=False, id="app.palette"),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, id="app.suspend"),
    ]
    CSS = """
    Toast { background: $surface; color: $foreground; padding: 0 1; max-width: 70%; margin-top: 0; }
    ToastRack { margin-bottom: 3; }
    CommandPalette > Vertical { background: $panel; }
    """

    def __init__(
        self,
        sources: Sequence[str] = (),
        *,
        stdin: bytes | None = None,
        work: Work | None = None,
        start: Start | None = None,
    ) -> None:
        self._start = start or bundled_start()
        # With NO_COLOR, Textual drops every colour only for an app that speaks ANSI; else it turns them into greys.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.work = work or Work()
        self.shelf = self._start.shelf
        self.is_first_sitting = self._start.first_time
        self.sources = list(sources)
        self.at = 0
        self._stdin = stdin
        self._settings = self._start.settings
        self._sittings: dict[str, Sitting] = {}
        self._lists: dict[str, Article] = {}
        self._list_of: dict[str, str] = {}
        self.input_queue = InputQueue(self)
        self._next_scene: Screen[None] | None = None
        for theme in self._start.themes:
            self.register_theme(theme)
        if any(theme.name == self._start.theme for theme in self._start.themes):
            self.theme = self._start.theme
        self._theme_before = self.theme
        keymap = keymap_for(self._settings, KEY_OWNERS)
        self._problems = (*self._start.problems, *keymap.problems)
        self._keymap_of_user = dict(keymap.keys)
        self.set_keymap(self._keymap_of_user)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def on_mount(self) -> None:
        for problem in self._problems:
            self.notify(problem, severity="warning", markup=False, timeout=12)
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        with suppress(NotImplementedError, RuntimeError, ValueError):
            # A cancelled task may be caught on the way; a message to the app never is.
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self.exit)
        if self._start.themes_folder is not None:
            folder = ThemeFolder(self._start.themes_folder)
            self.set_interval(1.0, partial(self._reload_themes, folder))
        if self._start.first_time:
            self._remember()
        self.push_screen(HomeScreen())
        if not self.sources:
            return
        try:
            self.sources = self._expanded(self.sources)
        except ArticleError as error:
            self.notify(str(error), severity="error", markup=False, timeout=12)
        else:
            self.open_at(0)

    async def on_event(self, event: events.Event) -> None:
        is_input = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if not (is_input and self.input_queue.holds(event)):
            await super().on_event(event)

    def _expanded(self, sources: list[str]) -> list[str]:
        """The sources, each folder replaced by its article files."""
        return self.work.expand(sources) if any(Path(source).is_dir() for source in sources) else sources

    # Opening ---------------------------------------------------------------------------------------------------

    def open_at(self, index: int) -> None:
        """Show the source at this place of the list."""
        self.at = index
        source = self.sources[index]
        if source in self._sittings:
            self._show(source, self._sittings[source])
            return
        if source in self._lists:
            self._show_list(source)
            return
        screen = LoadingScreen(source)
        self._over_home(screen)
        screen.run_worker(self._open(source, screen), exclusive=True, exit_on_error=False)

    def open_source(self, source: str) -> None:
        """Open one more source, after the present one in the list."""
        if problem := self.take_source(source):
            self.notify(problem, severity="error", markup=False)

    def take_source(self, source: str) -> str:
        """Open one more source, after the present one in the list; gives why it cannot be opened, or ""."""
        try:
            opened = self._expanded([source])
        except ArticleError as error:
            return str(error)
        fresh = [each for each in opened if each not in self.sources]
        place = self.at + 1 if self.sources else 0
        self.sources[place:place] = fresh
        self.open_at(self.sources.index(opened[0]))
        return ""

    def open_pasted(self, text: str) -> None:
        """Read pasted text as an article."""
        name = f"pasted text {sum(source.startswith('pasted text') for source in self.sources) + 1}"
        self.sources.append(name)
        self.at = len(self.sources) - 1
        article = self.work.open_text(text)
        self._show(name, self._seated(name, article, copy=text.encode("utf-8", "replace")))

    async def _open(self, source: str, screen: LoadingScreen) -> None:
        def progress(doing: str, share: float | None = None) -> None:
            if not self._is_awaited(screen):
                raise Cancelled
            self.call_later(screen.tell, doing, share)

        try:
            article = await in_background(partial(self.work.open, source, self._stdin, progress))
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
            self._lists[source] = article
            self._show_list(source)
        else:
            self._show(source, self._seated(source, article, copy=self._stdin if source == "-" else None))

    def _is_awaited(self, screen: LoadingScreen) -> bool:
        return screen is self._next_scene or screen in self.screen_stack

    def _show_list(self, source: str, chosen: str = "") -> None:
        """Show what a feed or book holds, or ("") all that is open, to pick from."""
        held = self._lists.get(source)
        items = held.items if held else tuple(Item(each, self._title_of(each)) for each in self.sources)
        title = self._title_of(source) if held else "Open articles"
        at = next((index for index, item in enumerate(items) if item.source == chosen), 0)
        read = frozenset(self._sittings)
        self._over_home(ListScreen(source, title, items, whole=held is not None, at=at, read=read))

    def _title_of(self, source: str) -> str:
        article = self._sittings[source].reading.article if source in self._sittings else self._lists.get(source)
        return (article.title if article else None) or safe_text(source, lines=False)

    def open_listed(self, list_source: str, source: str) -> None:
        """Show an article of a list; the list's place among what is walked is taken by its articles."""
        held = self._lists.get(list_source)
        if held and source not in self.sources:
            places = [item.source for item in held.items if item.source not in self.sources]
            at = self.sources.index(list_source) if list_source in self.sources else len(self.sources)
            self.sources[at : at + 1] = places
            self._list_of |= dict.fromkeys(places, list_source)
        self.open_at(self.sources.index(source))

    def open_whole(self, source: str) -> None:
        """Show all of a list as one page, in the list's own place."""
        if source not in self.sources:
            self.sources.append(source)
        self.at = self.sources.index(source)
        self._show(source, self._sittings.get(source) or self._seated(source, self._lists[source]))

    def _seated(self, source: str, article: Article, copy: bytes | None = None) -> Sitting:
        sitting = self._sittings[source] = seated(article, self._settings, source=source, copy=copy)
        if self.shelf is not None:
            resume(sitting, self.shelf)
        return sitting

    def read_lately(self) -> tuple[tuple[Bookmark, ...], float]:
        """The articles read last, the last one first, and the time that it is now."""
        return (self.shelf.recent(LATELY), self.shelf.clock()) if self.shelf is not None else ((), 0.0)

    def _show(self, source: str, sitting: Sitting) -> None:
        sitting.settings = self._settings
        sitting.place_in_list = f"{self.at + 1} of {len(self.sources)}" if len(self.sources) > 1 else ""
        self._over_home(ReadingScreen(sitting, self.work, shelf=self.shelf, is_first=self.is_first_sitting))
        if self.sitting_problem(sitting):
            self.notify(self.sitting_problem(sitting), severity="warning", markup=False)

    @staticmethod
    def sitting_problem(sitting: Sitting) -> str:
        """Why there is nothing to read, or ""."""
        return "" if sitting.reading.article.text.strip() else "This source holds no text."

    # Screens: these few change what is shown, and always among the app's own messages ----------------------------

    def _over_home(self, screen: ReadingScreen | LoadingScreen | ListScreen) -> None:
        """Put a screen over the home screen, in place of what lay there; under an open question, when that is done."""
        self._next_scene = screen
        self._show_next()

    def _show_next(self) -> None:
        screen = self._next_scene
        if screen is None or isinstance(self.screen, ModalScreen):
            return
        self._next_scene = None
        if len(self.screen_stack) > 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def pop_screen(self) -> AwaitComplete:
        popped = super().pop_screen()
        self.call_later(self._show_next)
        return popped

    def _to_home(self) -> None:
        """Take away whatever lies over the home screen."""
        self._next_scene = None
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def drop_loading(self, source: str) -> None:
        """Give up on a source that did not open, and go back to what can be read."""
        if source in self._list_of:
            self._show_list(self._list_of[source], source)
            return
        if source in self.sources and source not in self._sittings:
            self.sources.remove(source)
        self.at = min(self.at, max(0, len(self.sources) - 1))
        if self.sources and self.sources[self.at] in self._sittings:
            self.open_at(self.at)
        else:
            self._to_home()

    def on_open_wanted(self, event: OpenWanted) -> None:
        self.open_source(event.source)

    def on_settings_changed(self, event: SettingsChanged) -> None:
        self._settings = replace(self._settings, **event.changes)
        self._remember(**event.changes)

    def _theme_changed(self, theme: Theme) -> None:
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
        if len(self.sources) < 2:
            self.notify("There is only this article; o opens another.", markup=False)
            return
        self.open_at((self.at + direction) % len(self.sources))

    def action_list(self) -> None:
        """Back to the list that the article is from; else a list of all that is open."""
        source = self.sources[self.at] if self.sources else ""
        held = source if source in self._lists else self._list_of.get(source, "")
        if not held and len(self.sources) < 2:
            self.notify("There is only this article; o opens another.", markup=False)
            return
        self._show_list(held, source)

    def action_open(self) -> None:
        """Ask for another article."""

        def take(answer: str) -> str:
            return self.work.missing(answer) or self.take_source(answer)

        def pasted(answer: Pasted | None) -> None:
            if answer is not None:
                self.open_pasted(answer.text)

        remark = "a file, an address; ctrl+v takes the clipboard"
        question = Question("Open:", take, placeholder="path or https://…", remark=remark, paths=True)
        self.push_screen(question, pasted)

    def action_help(self) -> None:
        """Show all keys of the screen below."""
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

    def action_home(self) -> None:
        """Back to the home screen."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.keep_place()
        self._to_home()

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        ask_theme(self, self._keep_theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette has beside the screen's own commands; Textual's helps, pictures and panes are left out."""
        yield SystemCommand("Theme", "Colours of the screen", self.search_themes)
        yield SystemCommand("Help", "All keys", self.action_help)
        yield SystemCommand("Quit", "Leave Reader", self.action_quit)


KEY_OWNERS = (
    *(ArticleView, SummaryRows, ActorRows, HomeRows, RowList, Panel, SearchBar, LineInput),
    *(ReadingScreen, HomeScreen, ListScreen, ReaderApp),
)
"""Whose keys can be remapped, from the inside out."""
