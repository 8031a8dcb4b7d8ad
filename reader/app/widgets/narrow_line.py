"""The line under a list in which words are typed that its rows must hold: one for every list there is."""

from typing import Any, ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.app.widgets.one_line import OneLine


class Rows(Protocol):
    """The list that stands above the line."""

    @property
    def narrowed_to(self) -> str: ...

    def narrow(self, typed: str) -> None: ...

    def widen(self) -> None: ...

    def focus(self) -> Any: ...

    def action_choose(self) -> None: ...

    def action_cursor(self, rows: int) -> None: ...

    def action_cursor_page(self, pages: int) -> None: ...


class NarrowLine(Horizontal):
    """At every key the list shows the rows that hold what is typed; Enter takes the one at the cursor, Esc ends it."""

    DEFAULT_CSS = """
    NarrowLine { height: 1; background: $panel; }
    NarrowLine > .narrow-sign { width: auto; padding: 0 1; color: $claim-current-mark; text-style: bold; height: 1; }
    NarrowLine > Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; color: $foreground; }
    NarrowLine > Input:focus { border: none; background-tint: $panel 0%; }
    NarrowLine > .narrow-state { width: auto; padding: 0 1; color: $dim; text-style: none; height: 1; margin: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", "all rows", id="narrow.drop"),
        Binding("enter", "take", "take it", id="narrow.take"),
        Binding("down", "move(1)", "Next row", show=False, id="narrow.next"),
        Binding("up", "move(-1)", "Previous row", show=False, id="narrow.previous"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="narrow.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="narrow.page-up"),
    ]

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows
        self._line = OneLine(placeholder="words that the rows must hold")
        self._state = Static("", markup=False, classes="narrow-state")

    def compose(self) -> ComposeResult:
        yield Static("/", markup=False, classes="narrow-sign")
        yield self._line
        yield self._state

    def on_mount(self) -> None:
        self._line.focus()

    def take_keys(self) -> None:
        """Go on typing."""
        self._line.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._rows.narrow(event.value)
        self._state.update(self._rows.narrowed_to)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        self._rows.focus()
        self._rows.action_choose()

    def action_drop(self) -> None:
        self._rows.focus()
        self._rows.widen()

    def action_move(self, rows: int) -> None:
        self._rows.action_cursor(rows)

    def action_page(self, pages: int) -> None:
        self._rows.action_cursor_page(pages)
