"""A list to pick from by typing a part of a name: commands with their keys, themes seen while one moves over them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.app.screens.scene import Scene
from reader.app.state.typed import holds, plain
from reader.app.widgets.one_line import OneLine
from reader.app.widgets.rows import HEADING, Line, RowList
from reader.app.widgets.wrapping import shortened

_HIGHEST = 18
"""Lines of the list, where there is room."""


@dataclass(frozen=True, slots=True)
class Pick:
    """What can be picked: its name, a quiet word at its right, the heading that it stands under, whether it is on."""

    name: str
    remark: str = ""
    heading: str = ""
    on: bool = False
    when_typed: bool = False
    """Found by typing alone: one of too many to be listed."""


def fitting(picks: Sequence[Pick], typed: str) -> list[int]:
    """The picks whose names hold every typed word, by index.

    Those that hold just what is typed as words of their own come first, then those that begin with it.
    """
    words = plain(typed).split()
    if not words:
        return [index for index, pick in enumerate(picks) if not pick.when_typed]
    names = [plain(pick.name) for pick in picks]
    found = [index for index, name in enumerate(names) if holds(name, typed)]
    exact = re.compile(rf"\b{re.escape(' '.join(words))}\b")
    return sorted(found, key=lambda index: (not exact.search(names[index]), not names[index].startswith(words[0])))


class PickRows(RowList):
    """One line for each pick; headings stand over the first of theirs while nothing is typed."""

    STRONG_CURSOR = True
    KEEPS_CURSOR = True
    NARROWS = False

    def __init__(self, picks: Sequence[Pick], at: int) -> None:
        super().__init__(id="picks")
        self.can_focus = False
        self.picks = picks
        self.shown = fitting(picks, "")
        self._start = at
        self._is_whole = True

    def on_mount(self) -> None:
        self.set_rows(len(self.shown), "Nothing to pick from.")
        self.cursor = self._start

    def show(self, typed: str) -> None:
        """Show what fits, with the cursor on the first."""
        self.shown = fitting(self.picks, typed)
        self._is_whole = not typed.strip()
        self.set_rows(len(self.shown), "Nothing is called so.")
        self.cursor = self._start if self._is_whole else 0
        self.show_row(self.cursor)

    @property
    def picked(self) -> int | None:
        """The index of the pick under the cursor."""
        return self.shown[self.cursor] if self.shown else None

    def _title(self, index: int) -> str:
        """The heading that a row begins, or ""."""
        heading = self.picks[self.shown[index]].heading
        before = self.picks[self.shown[index - 1]].heading if index else ""
        return heading if self._is_whole and heading != before else ""

    def row_height(self, index: int, width: int) -> int:
        return (3 if index else 2) if self._title(index) else 1

    def draw_row(self, index: int, width: int) -> list[Line]:
        pick = self.picks[self.shown[index]]
        name = shortened(pick.name, width - cell_len(pick.remark) - 6)
        gap = " " * max(2, width - cell_len(name) - cell_len(pick.remark) - 5)
        row: Line = [("  ", ""), ("✓ " if pick.on else "  ", "mark"), (name, ""), (gap + pick.remark, "dim")]
        title = self._title(index)
        above: list[Line] = [[("  " + title, HEADING)]] if title else []
        return [*([[]] if title and index else []), *above, row]


class Picker(ModalScreen[int | None], Scene[int | None]):
    """Asks for one of many; gives its index, or None when put away. `moved` is told the one under the cursor.

    `aside` puts the list at the right, over an undimmed screen on which the choice is seen.
    """

    DEFAULT_CSS = """
    Picker { align: center middle; background: $background 60%; }
    Picker > Vertical {
        width: 72; max-width: 94%; height: auto; max-height: 90%; background: $panel; padding: 0 2; border: round $rule;
    }
    Picker.-aside { align: right middle; background: transparent; }
    Picker.-aside > Vertical { width: 38; max-width: 60%; }
    Picker Input { height: 1; border: none; padding: 0; background: $panel; color: $foreground; }
    Picker Input:focus { border: none; background-tint: $panel 0%; }
    Picker PickRows { background: $panel; margin-top: 1; }
    Picker PickRows > .rows--cursor { background: $claim-current-background; color: $claim-current; }
    Picker PickRows > .rows--heading { color: $dim; text-style: bold; }
    Picker Static { height: 1; color: $dim; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="picker.close"),
        Binding("down", "move(1)", "Down", show=False, id="picker.down"),
        Binding("up", "move(-1)", "Up", show=False, id="picker.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="picker.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="picker.page-up"),
    ]

    def __init__(
        self,
        ask: str,
        picks: Sequence[Pick],
        *,
        at: int = 0,
        moved: Callable[[int | None], None] | None = None,
        aside: bool = False,
    ) -> None:
        super().__init__()
        self.set_class(aside, "-aside")
        self._moved = moved
        self._line = OneLine(placeholder=ask)
        self._rows = PickRows(picks, at)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield self._line
            yield self._rows
            yield Static("type to find · ↑ ↓ · enter picks · esc closes", markup=False)

    def on_mount(self) -> None:
        self._fit()
        self._line.focus()
        self.watch(self._rows, "cursor", self._tell, init=False)

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        lines = sum(self._rows.row_height(index, 0) for index in range(self._rows.count)) or len(self._rows.shown)
        self._rows.styles.height = max(1, min(lines, _HIGHEST, self.app.size.height - 8))

    def _tell(self) -> None:
        if self._moved is not None:
            self._moved(self._rows.picked)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._rows.show(event.value)
        self._tell()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._rows.picked is not None:
            self.dismiss(self._rows.picked)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self._rows.picked)

    def action_move(self, rows: int) -> None:
        self._rows.action_cursor(rows)

    def action_page(self, pages: int) -> None:
        self._rows.action_cursor_page(pages)
