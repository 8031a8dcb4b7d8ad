"""A question at the foot, one line in which the answer is typed; what lies above stays as it was."""

import inspect
from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static

from reader.app.background.beside import work_beside
from reader.app.screens.dialogs import LineInput, Pasted
from reader.app.screens.scene import Scene
from reader.app.state.columns import ONE_LINE
from reader.app.state.paths import continued
from reader.app.widgets.wrapping import shortened

Take = Callable[[str], str | Awaitable[str]]
"""Does what an answer asks; gives why it could not be done, or ""."""

_OFTEN = 0.3
"""Seconds after a key in which what is typed is left, whether or not more keys follow."""


class Question(ModalScreen[Pasted | None], Scene[Pasted | None]):
    """Asks for one line of text. `take` does what is asked; while it refuses, the question stays and says why.

    The old `value` is selected, so that typing takes its place; with `edits` typing goes on behind it, and the emptied
    line is an answer too. `paths` lets Tab go on with a file's name. With `many`, pasted lines put the question away
    and are what it gives; else they become one line of it. `leave` gets what is typed: a moment after each key, and
    where the reader is closed before the question was answered or put away. Gives None once it is answered or put away.
    """

    DEFAULT_CSS = """
    Question { background: transparent; align: left bottom; overflow: hidden; }
    Question > Container { height: auto; background: $panel; }
    Question Horizontal { height: 1; }
    Question .question-title {
        width: auto; max-width: 60%; height: 1; padding: 0 1; color: $claim-current-mark; text-style: bold;
    }
    Question Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; color: $foreground; }
    Question Input:focus { border: none; background-tint: $panel 0%; }
    Question .question-remark { height: 1; padding: 0 1; color: $dim; }
    Question .question-remark.-refused { height: auto; max-height: 3; color: $foreground; text-style: bold; }
    Question.-one-line > Container { layout: horizontal; height: 1; }
    Question.-one-line Horizontal { width: 1fr; }
    Question.-one-line .question-remark { width: auto; max-width: 60%; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-two-lines"), (ONE_LINE, "-one-line")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="prompt.close"),
        Binding("tab", "go_on", "Go on with a file's name", show=False, id="prompt.complete"),
    ]

    def __init__(
        self,
        title: str,
        take: Take,
        *,
        value: str = "",
        placeholder: str = "",
        remark: str = "",
        paths: bool = False,
        edits: bool = False,
        many: bool = False,
        leave: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._leave = leave
        self._leaving: Timer | None = None
        self._left = value
        self._take = take
        self._usual = remark or "enter go"
        self._ways = f" · {'tab completes · ' if paths else ''}esc gives up"
        self._paths = paths
        self._edits = edits
        self._many = many
        self._is_asking = False
        self._completed = ""
        self._title_line = Static(title, markup=False, classes="question-title")
        self._line = LineInput(value, placeholder=placeholder, select_on_focus=not edits)
        self._remark = Static(self._usual + self._ways, markup=False, classes="question-remark")

    def compose(self) -> ComposeResult:
        with Container():
            with Horizontal():
                yield self._title_line
                yield self._line
            yield self._remark

    def dismiss(self, result: Pasted | None = None) -> AwaitComplete:
        if self.app.screen is self:
            self._leave = None
        return super().dismiss(result)

    def on_unmount(self) -> None:
        self._leave_line()

    def _leave_line(self) -> None:
        self._leaving = None
        if self._leave is not None and not self._is_asking and self._line.value != self._left:
            self._left = self._line.value
            self._leave(self._left)

    def _leave_soon(self) -> None:
        """Leave what is typed in a moment, should the reader never come to leave it."""
        if self._leave is not None and self._leaving is None:
            self._leaving = self.set_timer(_OFTEN, self._leave_line)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        answer = event.value.strip()
        if not answer and not self._edits:
            self.dismiss(None)
        elif not self._is_asking:
            self._is_asking = True
            work_beside(self, partial(self._answer, answer))

    async def _answer(self, answer: str) -> None:
        try:
            why = self._take(answer)
            if inspect.isawaitable(why):
                self._tell("one moment …")
                why = await why
        finally:
            self._is_asking = False
        if why:
            self._leave_soon()
            self._tell(why, refused=True)
            if not self._edits:
                self._line.select_all()
        else:
            self.dismiss(None)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._leave_soon()
        if not self._is_asking and event.value != self._completed:
            self._tell_usual()

    @on(LineInput.ManyLines)
    def _pasted(self, event: LineInput.ManyLines) -> None:
        if self._many:
            self.dismiss(Pasted(event.text))
        else:
            self._line.put(event.text)

    def action_go_on(self) -> None:
        """Complete the name of a file as far as only one way goes on, and show the ways from there."""
        if not self._paths:
            return
        self._completed, ways = continued(self._line.value)
        self._line.value = self._completed
        self._line.cursor_position = len(self._completed)
        self._tell("  ".join(ways) if ways else "no file's name begins so")

    def on_resize(self) -> None:
        if not self._is_asking and not self._remark.has_class("-refused"):
            self._tell_usual()

    def _tell_usual(self) -> None:
        """What can be typed, cut where there is no room for it: how one leaves is told whole."""
        room = self.app.size.width
        room = (room if room < ONE_LINE else room * 3 // 5) - 2
        self._tell(shortened(self._usual, room - cell_len(self._ways)) + self._ways)

    def _tell(self, words: str, *, refused: bool = False) -> None:
        self._remark.set_class(refused, "-refused")
        self._remark.update(words)
