"""The home screen: a line for a path or an address, and articles to try."""

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from reader.app.chooser import LineInput
from reader.app.panels.rows import Line, RowList, shortened
from reader.app.status import Foot
from reader.article import safe_text
from reader.resources import bundled

if TYPE_CHECKING:
    from reader.app.app import ReaderApp

_TITLE = re.compile(r"<h1[^>]*>([^<]+)|^title:\s*(?=\S)(.+)$|^# (.+)$", re.MULTILINE)
_FIRST_LINE = re.compile(r"^\s*(\S.*)$", re.MULTILINE)
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


class SampleRows(RowList):
    """One line for each sample."""

    def __init__(self) -> None:
        super().__init__(id="samples")
        self.paths: list[Path] = []
        self.titles: list[str] = []

    def on_mount(self) -> None:
        self.paths = samples()
        self.titles = [title_of(path) for path in self.paths]
        self.set_rows(len(self.paths), "No samples are installed.")

    def draw_row(self, index: int, width: int) -> list[Line]:
        title = shortened(self.titles[index], width - 10)
        return [[("  ", ""), (title, ""), (f"  {self.paths[index].suffix[1:]}", "dim")]]


class HomeScreen(Screen[None]):
    """What `reader` alone shows."""

    AUTO_FOCUS = "#home-input"
    DEFAULT_CSS = """
    HomeScreen { align: center middle; background: $background; }
    HomeScreen > Vertical { width: 72; max-width: 94%; height: auto; max-height: 94%; }
    HomeScreen Static { height: auto; }
    HomeScreen #home-title { color: $title; text-style: bold; }
    HomeScreen #home-words, HomeScreen .home-heading { color: $dim; }
    HomeScreen .home-heading { margin-top: 1; }
    HomeScreen #home-input { margin-top: 1; height: 3; border: round $rule; background: $background; padding: 0 1; }
    HomeScreen #home-input:focus { background-tint: $background 0%; border: round $claim-current-mark; }
    HomeScreen RowList { height: auto; max-height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "samples", id="home.next"),
        Binding("escape", "release", "leave the line", show=False, id="home.release"),
        Binding("o,slash", "line", "type a path or address", show=False, id="home.line"),
        Binding("question_mark", "app.help", "help", id="app.help"),
        Binding("t", "app.change_theme", "theme", id="app.theme"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("Reader", markup=False, id="home-title")
            yield Static("who said what, in any article", markup=False, id="home-words")
            yield LineInput(placeholder="a path, an https:// address, or paste an article", id="home-input")
            yield Static("Or try one of these", markup=False, classes="home-heading")
            yield SampleRows()
        yield Foot()

    def on_mount(self) -> None:
        rows = self.query_one(SampleRows)
        rows.styles.height = max(1, min(len(samples()), self.app.size.height - 12))
        self.query_one(Foot).update("type, and enter opens · tab goes to the samples", "ctrl+q quits")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            cast("ReaderApp", self.app).open_source(event.value.strip())

    @on(LineInput.ManyLines)
    def _pasted(self, event: LineInput.ManyLines) -> None:
        cast("ReaderApp", self.app).open_pasted(event.text)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        cast("ReaderApp", self.app).open_source(str(self.query_one(SampleRows).paths[event.index]))

    def action_release(self) -> None:
        self.query_one(SampleRows).focus()

    def action_line(self) -> None:
        self.query_one("#home-input").focus()
