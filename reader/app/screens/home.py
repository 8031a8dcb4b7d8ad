"""The home screen: a line for a path or an address, and articles to try."""

import re
from html import unescape
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widgets import Input, Static

from reader.app.messages import OpenSource, OpenText
from reader.app.screens.dialogs import LineInput
from reader.app.screens.scene import Scene
from reader.app.state.ages import ago
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import HEADING, Line, RowList, shortened
from reader.article import safe_text
from reader.library import Bookmark, Shelf
from reader.resources import bundled

_TITLE = re.compile(r"<h1[^>]*>([^<]+)|^title:\s*(?=\S)(.+)$|^# (.+)$", re.MULTILINE)
_FIRST_LINE = re.compile(r"^\s*(\S.*)$", re.MULTILINE)
WELCOME = "Welcome · open one, then n goes from claim to claim and ? tells all keys"
LATELY = 8
"""Articles listed as read lately."""

_ENDINGS = (".txt", ".md", ".html", ".htm")


def samples() -> list[Path]:
    """The bundled sample articles, sorted by name."""
    try:
        return sorted(path for path in bundled("sample_articles").iterdir() if path.suffix in _ENDINGS)
    except FileNotFoundError:
        return []


def title_of(path: Path) -> str:
    """A sample's title, found in its first lines; its file name where there is none."""
    try:
        head = path.read_text(encoding="utf-8")[:4_000]
    except (OSError, UnicodeDecodeError):
        head = ""
    found = _TITLE.search(head) if path.suffix != ".txt" else _FIRST_LINE.search(head)
    words = next((group for group in found.groups() if group), "") if found else path.stem
    return safe_text(unescape(words).strip(" \"'"), lines=False)


class HomeRows(RowList):
    """What was read lately, then the samples: one line for each, under a heading of its own."""

    NARROWS = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "open", id="home.choose"),
        Binding("x", "forget", "forget", tooltip="Forget this article and its place", id="home.forget"),
    ]

    def __init__(self, shelf: Shelf | None) -> None:
        super().__init__(id="home-rows")
        self._shelf = shelf
        self.recent: list[Bookmark] = []
        self.samples: list[Path] = []
        self._titles: list[str] = []
        self._now = 0.0

    def show_recent(self) -> None:
        """Show what was read lately; a sample among it is listed once."""
        if self._shelf is not None:
            self.recent, self._now = list(self._shelf.recent(LATELY)), self._shelf.clock()
        self._list()

    def _list(self) -> None:
        read = {bookmark.source for bookmark in self.recent}
        self.samples = [path for path in samples() if str(path) not in read]
        self._titles = [title_of(path) for path in self.samples]
        self.set_rows(len(self.recent) + len(self.samples), "No samples are installed.")

    @property
    def lines(self) -> int:
        """Lines that all rows take."""
        return sum(self.row_height(index, self.size.width) for index in range(self.count))

    def source_of(self, index: int) -> str:
        """What opens a row."""
        past = len(self.recent)
        return self.recent[index].source if index < past else str(self.samples[index - past])

    def _heading_of(self, index: int) -> str:
        if index == 0 and self.recent:
            return "Read lately"
        return "Or try one of these" if index == len(self.recent) else ""

    def row_height(self, index: int, width: int) -> int:
        if not self._heading_of(index):
            return 1
        return 2 if index == 0 else 3

    def draw_row(self, index: int, width: int) -> list[Line]:
        past = len(self.recent)
        if index < past:
            bookmark = self.recent[index]
            title = bookmark.title or safe_text(Path(bookmark.source).name, lines=False)
            remark = f"{bookmark.share:.0%} · {ago(bookmark.at, self._now)}"
        else:
            title, remark = self._titles[index - past], self.samples[index - past].suffix[1:]
        title = shortened(title, width - cell_len(remark) - 5)
        gap = " " * max(2, width - cell_len(title) - cell_len(remark) - 3)
        row: Line = [("  ", ""), (title, ""), (gap + remark, "dim")]
        heading = self._heading_of(index)
        lines: list[Line] = [[("  " + heading, HEADING)], row] if heading else [row]
        return [[], *lines] if heading and index else lines

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.cursor < len(self.recent) if action == "forget" else super().check_action(action, parameters)

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self.refresh_bindings()

    def action_forget(self) -> None:
        """Take an article off the list, and its place out of memory."""
        if self._shelf is not None and self.cursor < len(self.recent):
            self._shelf.forget(self.recent.pop(self.cursor))
            self._list()


class HomeScreen(Scene[None]):
    """What `reader` alone shows."""

    AUTO_FOCUS = "#home-input"
    TELLS = True
    DEFAULT_CSS = """
    HomeScreen { background: $background; }
    HomeScreen > Container { height: 1fr; align: center middle; }
    HomeScreen Vertical { width: 76; max-width: 94%; height: auto; max-height: 100%; }
    HomeScreen Static { height: auto; padding-left: 2; }
    HomeScreen #home-title { color: $title; text-style: bold; }
    HomeScreen #home-words { color: $dim; }
    HomeScreen #home-input { margin: 1 0; height: 3; border: round $rule; background: $background; padding: 0 1; }
    HomeScreen #home-input:focus { background-tint: $background 0%; border: round $claim-current-mark; }
    HomeScreen RowList > .rows--heading { color: $dim; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "the list", id="home.next"),
        Binding("down", "list", "the list", show=False, id="home.list"),
        Binding("escape", "release", "leave the line", show=False, id="home.release"),
        Binding("o,slash", "line", "type a path or address", show=False, id="home.line"),
        Binding("question_mark", "app.help", "help", id="app.help"),
        Binding("t", "app.change_theme", "theme", id="app.theme"),
    ]

    def __init__(self, shelf: Shelf | None, *, is_first: bool = False) -> None:
        super().__init__()
        self._is_first = is_first
        self._line = LineInput(placeholder="a path, an https:// address, or paste an article", id="home-input")
        self._rows = HomeRows(shelf)
        self._hint = Hint()
        self._foot = Foot()

    def compose(self) -> ComposeResult:
        with Container(), Vertical():
            yield Static("Reader", markup=False, id="home-title")
            yield Static("who said what, in any article", markup=False, id="home-words")
            yield self._line
            yield self._rows
        yield self._hint
        yield self._foot

    def on_mount(self) -> None:
        self._rows.show_recent()
        self._fit()
        if self._is_first:
            self._hint.say(WELCOME)

    def on_resize(self) -> None:
        self._fit()

    def on_descendant_focus(self) -> None:
        typing = isinstance(self.focused, Input)
        words = "type, and enter opens · tab goes to the list" if typing else "enter opens · / goes to the line above"
        self._foot.update(words, "ctrl+q quits" if typing else "")

    def on_screen_resume(self) -> None:
        self._rows.show_recent()
        self._fit()

    def _fit(self) -> None:
        self._rows.styles.height = max(3, min(self._rows.lines, self.app.size.height - 11))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.post_message(OpenSource(event.value.strip()))

    @on(LineInput.ManyLines)
    def _pasted(self, event: LineInput.ManyLines) -> None:
        self.post_message(OpenText(event.text))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.post_message(OpenSource(self._rows.source_of(event.index)))

    def action_release(self) -> None:
        self._rows.focus()

    def action_list(self) -> None:
        self._rows.focus()

    def action_line(self) -> None:
        self._line.focus()
