"""A small screen laid over the reading to choose from a list, and the line in which a path or a text is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.background.beside import work_beside
from reader.app.clipboard.paste import NOTHING, pasted
from reader.app.screens.scene import Scene
from reader.app.state.key_names import with_keys
from reader.app.widgets.one_line import OneLine
from reader.app.widgets.rows import Line, RowList
from reader.app.widgets.wrapping import shortened, wrap

_AROUND = 7
"""Lines of the box that are no choices: its border, title, remark, the space between, and the line to find in it."""

_BESIDE = 7
"""Cells of the box beside its rows: border, padding, and the bar of a list that is longer than it."""

_NARROWEST = 64
"""Cells of the box; wider where a row wants it."""

_WIDEST_WORDS = 40
"""Cells up to which the remarks of a list stand in one column; behind longer words they stand where these end."""

_INDENT = 6
"""Cells before a remark that stands below the words that it is about."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row to choose: its words, a quiet remark, and whether it is on now."""

    words: str
    remark: str = ""
    on: bool = False


Way = tuple[Choice, Callable[[], object]]
"""A row to choose, and what is done when it is chosen."""


class ChoiceRows(RowList):
    """One line for each choice."""

    STRONG_CURSOR = True

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(id="choices")
        self.choices = choices
        told = (cell_len(choice.words) for choice in choices if choice.remark)
        self._column = max((cells for cells in told if cells <= _WIDEST_WORDS), default=0)

    def on_mount(self) -> None:
        self.set_rows(len(self.choices), "Nothing to choose from.")

    @property
    def widest(self) -> int:
        """Cells in which every row stands whole on one line."""
        return max((self._cells_of(choice, choice.words) for choice in self.choices), default=0)

    def row_height(self, index: int, width: int) -> int:
        return len(self.draw_row(index, width))

    def draw_row(self, index: int, width: int) -> list[Line]:
        """The words and behind them the remark; below them, where even shortened words leave no room for it."""
        choice = self.choices[index]
        words = shortened(choice.words, max(_WIDEST_WORDS, width - 4 - cell_len(choice.remark) - 2))
        if choice.remark and self._cells_of(choice, words) <= width:
            return [self._row_of(choice, words, self._gap_behind(words) + choice.remark)]
        below = wrap(choice.remark, (0, len(choice.remark)), max(10, width - _INDENT)) if choice.remark else []
        told: list[Line] = [[(" " * _INDENT, ""), (choice.remark[start:end], "dim")] for start, end in below]
        return [self._row_of(choice, shortened(choice.words, width - 4), ""), *told]

    def _row_of(self, choice: Choice, words: str, behind: str) -> Line:
        return [("  ", ""), ("✓ " if choice.on else "  ", "mark"), (words, ""), (behind, "dim")]

    def _gap_behind(self, words: str) -> str:
        return " " * max(2, self._column + 2 - cell_len(words))

    def _cells_of(self, choice: Choice, words: str) -> int:
        return 4 + cell_len(words) + (len(self._gap_behind(words)) + cell_len(choice.remark) if choice.remark else 0)


class Chooser(ModalScreen[int | None], Scene[int | None]):
    """Asks for one of several choices; gives its index, or None when put away."""

    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser > Vertical {
        max-width: 94%; height: auto; max-height: 80%; background: $panel; padding: 0 2; border: round $rule;
    }
    Chooser Static { color: $heading; text-style: bold; height: auto; }
    Chooser Static.remark { color: $dim; text-style: none; margin-top: 1; }
    Chooser RowList { background: $panel; height: auto; max-height: 20; margin-top: 1; }
    Chooser RowList > .rows--cursor { background: $claim-current-background; color: $claim-current; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Close", id="chooser.close")]

    def __init__(self, title: str, choices: Sequence[Choice], *, remark: str = "", start: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._remark = with_keys(remark)
        self._start = start

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title, markup=False)
            yield ChoiceRows(self._choices)
            yield Static(f"{self._remark or 'enter choose · esc close'} · / finds", markup=False, classes="remark")

    def on_mount(self) -> None:
        rows = self.query_one(ChoiceRows)
        self.query_one(Vertical).styles.width = max(_NARROWEST, rows.widest + _BESIDE)
        self._fit()
        rows.focus()
        rows.cursor = self._start

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        rows, screen = self.query_one(ChoiceRows), self.app.size
        width = min(max(_NARROWEST, rows.widest + _BESIDE), int(screen.width * 0.94)) - _BESIDE
        rows.styles.height = max(1, min(rows.lines_needed(width), 20, int(screen.height * 0.8) - _AROUND))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.index)


@dataclass(frozen=True, slots=True)
class Pasted:
    """Several lines that were pasted where one was asked for."""

    text: str


def offer(app: App[None], title: str, ways: Sequence[Way], *, remark: str = "") -> None:
    """Ask which way to go and go it, unless the question is put away."""

    def chosen(index: int | None) -> None:
        if index is not None:
            ways[index][1]()

    app.push_screen(Chooser(title, [choice for choice, _ in ways], remark=remark), chosen)


class LineInput(OneLine):
    """An input that hands over a paste of several lines instead of dropping all but the first.

    ctrl+v asks the platform's tools for the clipboard, where Textual knows only what was copied inside the app.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+v", "paste", "clipboard", tooltip="Take what is on the clipboard", id="line.paste"),
    ]

    class ManyLines(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def action_paste(self) -> None:
        work_beside(self, self._take_clipboard, exclusive=True)

    async def _take_clipboard(self) -> None:
        text = await pasted() or self.app.clipboard
        if not text.strip():
            self.notify(NOTHING, markup=False)
        else:
            self.take(text)

    def take(self, text: str) -> None:
        if _is_long(text):
            self.post_message(self.ManyLines(text))
        else:
            self.put(text)


def _is_long(text: str) -> bool:
    """Whether pasted text is an article rather than a path or an address."""
    return len(text.strip().splitlines()) > 1
