"""A list of which only those rows are shown that hold what is typed in a line under it."""

from bisect import bisect_left
from typing import Any, ClassVar

from textual.actions import SkipAction
from textual.reactive import var
from textual.widget import Widget

from reader.app.state.typed import holds, plain
from reader.app.widgets.narrow_line import NarrowLine


class Narrowing(Widget):
    """What narrows a list: it has `count` rows and its `cursor` at one of them."""

    NARROWS: ClassVar[bool] = True
    """Whether `/` finds rows by what is typed, in a line under the list."""

    cursor: var[int] = var(0, init=False)

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.count = 0
        self._line: NarrowLine | None = None
        self._typed = ""
        self._fitting: list[int] | None = None
        """The rows that hold what is typed, None while nothing is; the others have no height."""
        self._plain_rows: list[str] = []

    def row_words(self, index: int) -> str:
        """What a row says, for one who looks for it."""
        raise NotImplementedError

    def show_row(self, index: int) -> None:
        """Scroll so that a row is seen."""
        raise NotImplementedError

    def _measure(self) -> None:
        raise NotImplementedError

    def action_choose(self) -> None:
        """Take the row at the cursor."""
        raise NotImplementedError

    def action_cursor(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        raise NotImplementedError

    def action_cursor_page(self, pages: int) -> None:
        """Move the cursor by so many pages."""
        raise NotImplementedError

    @property
    def is_narrowed(self) -> bool:
        """Whether the line under the list is there."""
        return self._line is not None

    @property
    def narrowed_to(self) -> str:
        """How many rows are left, in words; "" where all are."""
        return "" if self._fitting is None else f"{len(self._fitting)} of {self.count}"

    def action_narrow(self) -> None:
        """Open the line in which words are typed, or go back to it."""
        if not self.NARROWS:
            raise SkipAction
        if self._line is not None:
            self._line.take_keys()
        elif self.count and isinstance(self.parent, Widget):
            self._line = NarrowLine(self)
            self.parent.mount(self._line, after=self)
            self.refresh_bindings()

    def action_widen(self) -> None:
        if not self.is_narrowed:
            raise SkipAction
        self.widen()

    def widen(self) -> None:
        """Show all rows again, with the cursor where it is."""
        line, self._line = self._line, None
        if line is not None:
            line.remove()
            self.narrow("")
            self.refresh_bindings()

    def narrow(self, typed: str) -> None:
        """Show the rows that hold these words, all of them where none are given, with the cursor on one of them."""
        self._typed = typed.strip()
        self._find_fitting()
        if self._fitting and self.cursor not in self._fitting:
            self.cursor = self._fitting[min(bisect_left(self._fitting, self.cursor), len(self._fitting) - 1)]
        self._measure()
        self.show_row(self.cursor)

    def _find_fitting(self) -> None:
        if not self._typed:
            self._fitting = None
            return
        if not self._plain_rows:
            self._plain_rows = [plain(self.row_words(index)) for index in range(self.count)]
        self._fitting = [index for index, words in enumerate(self._plain_rows) if holds(words, self._typed)]
