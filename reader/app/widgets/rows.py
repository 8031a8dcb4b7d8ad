"""A focusable list that draws its own rows: any number of them, each of one or more lines of styled pieces."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app.state.key_names import with_keys
from reader.app.widgets.narrowing import Narrowing
from reader.app.widgets.painted import FLASH, VOICE_STYLES, Painted, voice_css
from reader.app.widgets.wrapping import shortened, wrap

Piece = tuple[str, str]
"""Text and the name of its style ("" for the row's own)."""

Line = list[Piece]

_NEVER_CUT = 400
"""Cells of a line in which words are looked for."""

HEADING = "heading"
"""The style whose line stands over a row and is no part of it."""


class RowList(Narrowing, Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Base of the panels' lists. A subclass says what the rows are (`set_rows`) and draws one (`draw_row`).

    The highlighted row follows the keys; `marked` is the row of what is current in the article.
    """

    PARTS = "rows"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{name}"
        for name in ("dim name number mark cursor marked words bar bar-rest heading message flash").split()
    } | {f"rows--{name}" for name in VOICE_STYLES}
    DEFAULT_CSS = f"""
    RowList {{
        height: 1fr; background: $background; color: $quiet; scrollbar-size: 0 1; overflow-x: hidden;
        scrollbar-color: $rule; scrollbar-background: $background; scrollbar-color-hover: $dim;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
        scrollbar-color-active: $dim;
        &:focus {{ color: $foreground; }}
        & > .rows--dim, & > .rows--number, & > .rows--message {{ color: $dim; }}
        & > .rows--words {{ color: $foreground; }}
        & > .rows--name {{ text-style: bold; }}
        & > .rows--heading {{ color: $heading; text-style: bold; }}
        & > .rows--mark {{ color: $claim-current-mark; text-style: bold; }}
        & > .rows--cursor {{ background: $panel; }}
        & > .rows--marked {{ color: $claim-current; background: $claim-current-background; }}
        & > .rows--bar {{ color: $bar; }}
        {voice_css("rows", "bold")}
        & > .rows--bar-rest {{ color: $bar-rest; }}
        & > .rows--flash {{ text-style: reverse; }}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "cursor(1)", "Next row", show=False, id="panel.down"),
        Binding("k,up", "cursor(-1)", "Previous row", show=False, id="panel.up"),
        Binding("space,pagedown", "cursor_page(1)", "Page down", show=False, id="panel.page-down"),
        Binding("b,pageup", "cursor_page(-1)", "Page up", show=False, id="panel.page-up"),
        Binding("g,home", "cursor_to(0)", "First row", show=False, id="panel.home"),
        Binding("G,end", "cursor_to(-1)", "Last row", show=False, id="panel.end"),
        Binding("enter", "choose", "go there", id="panel.choose"),
        Binding(
            "slash", "narrow", "find in list", show=False, tooltip="Only rows with words you type", id="panel.narrow"
        ),
        Binding("escape", "widen", "all rows", id="panel.widen"),
    ]

    class Chosen(Message):
        """A row was chosen with Enter or a click."""

        def __init__(self, rows: "RowList", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> "RowList":
            return self.rows

    class Walked(Message):
        """A key moved the cursor to another row."""

        def __init__(self, rows: "RowList", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

    STRONG_CURSOR: ClassVar[bool] = False
    """Whether the highlighted row has a background on which dim words could not be read."""

    KEEPS_CURSOR: ClassVar[bool] = False
    """Whether the cursor is shown while the keys go elsewhere, to a line that is typed above it."""

    marked: var[int] = var(-1, init=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.message = ""
        self._tops: list[int] = [0]
        self._measured = 0
        self._drawn: dict[int, list[Strip]] = {}
        self._is_flashing = False
        self._needed: dict[int, int] = {}

    # For subclasses --------------------------------------------------------------------------------------------

    def row_height(self, index: int, width: int) -> int:
        """Lines that a row takes at a width in cells."""
        return 1

    def draw_row(self, index: int, width: int) -> list[Line]:
        """The lines of a row, each at most `width` cells (longer ones are cut with an ellipsis)."""
        raise NotImplementedError

    def set_rows(self, count: int, message: str = "") -> None:
        """Show this many rows, or a message where there are none, with keys as `with_keys` takes them."""
        if bool(count) is not bool(self.count):
            self.call_later(self.refresh_bindings)
        self.count = count
        self.message = with_keys(message)
        self._plain_rows = []
        self._needed.clear()
        if self._typed:
            self._find_fitting()
        self.set_reactive(RowList.cursor, min(self.cursor, max(0, count - 1)))
        self.set_reactive(RowList.marked, -1)
        self._measure()

    # Layout ----------------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        width = self._measured = self.size.width
        self._drawn.clear()
        if not width:  # hidden: it may be drawn again before it is told its width
            self._tops = [0]
            return
        fitting = range(self.count) if self._fitting is None else frozenset(self._fitting)
        heights = (self.row_height(index, width) if index in fitting else 0 for index in range(self.count))
        self._tops = list(accumulate(heights, initial=0))
        # As high as the list at least: another height would lay the whole screen out anew.
        self.virtual_size = Size(width, max(self._tops[-1], self.size.height))
        self.refresh()

    def on_resize(self) -> None:
        self._measure()
        self.show_row(self.marked if self.marked >= 0 else self.cursor)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn.clear()

    def show_row(self, index: int) -> None:
        """Scroll so that a row is seen, with its neighbour above where there is room."""
        if not 0 <= index < len(self._tops) - 1:
            return
        top, bottom = self._tops[index], self._tops[index + 1]
        if top < self.scroll_offset.y + 1:
            above = self._tops[max(0, index - 1)]
            self.scroll_to(y=above if bottom - above <= self.size.height else top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + self.size.height - 1:
            below = self._tops[min(index + 2, self.count)]
            self.scroll_to(y=min(top, below - self.size.height), animate=False, force=True)

    def lines_needed(self, width: int) -> int:
        """Lines that all rows take at a width in cells."""
        if width not in self._needed:
            self._needed[width] = sum(self.row_height(index, width) for index in range(self.count))
        return self._needed[width]

    # Drawing ---------------------------------------------------------------------------------------------------

    def redraw_row(self, index: int) -> None:
        """Draw one row again."""
        if 0 <= index < len(self._tops) - 1:
            self._drawn.pop(index, None)
            self.refresh_lines(self._tops[index], self._tops[index + 1] - self._tops[index])

    def redraw_all(self) -> None:
        """Draw all rows again."""
        self._drawn.clear()
        self.refresh()

    def flash(self) -> None:
        """Stand out for a moment: all of it was copied."""
        self._flash(True)
        self.set_timer(FLASH, lambda: self._flash(False))

    def _flash(self, on: bool) -> None:
        self._is_flashing = on
        self.redraw_all()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if width != self._measured:  # keys that come faster than they are drawn may show it untold of its size
            self._measure()
            self.call_later(self.on_resize)
        line = self.scroll_offset.y + y
        if not self.count or self._fitting == []:
            return self._message_line(y, width)
        if line >= self._tops[-1]:
            return Strip.blank(width, self.base)
        index = bisect_right(self._tops, line) - 1
        strips = self._drawn.get(index)
        if strips is None:
            strips = self._drawn[index] = self._draw(index, width)
        offset = line - self._tops[index]
        return strips[offset] if offset < len(strips) else Strip.blank(width, self.base)

    def _message_line(self, y: int, width: int) -> Strip:
        message = self.message if not self.count else "No row holds these words."
        lines = wrap(message, (0, len(message)), width - 3)
        text = message[slice(*lines[y])] if y < len(lines) else ""
        style = self.base + self.part("message")
        return Strip([Segment("  " + text, style)]).adjust_cell_length(width, self.base)

    def _draw(self, index: int, width: int) -> list[Strip]:
        base = self.base
        if index == self.marked:
            base += self.part("marked")
        elif index == self.cursor and self._shows_cursor:
            base += self.part("cursor")
        if self._is_flashing:
            base += self.part("flash")
        strips = []
        strong = index == self.marked or (self.STRONG_CURSOR and index == self.cursor)
        told = False
        for line in self.draw_row(index, width - 1):
            if not line:
                strips.append(Strip.blank(width, self.base))
                continue
            if line[0][1] == HEADING:
                strips.append(self._heading(line, width))
                continue
            if index == self.cursor and self._shows_cursor and not told:
                line = [("▸", "mark"), *_without_first_cell(line)]
            told = True
            segments = []
            left = width
            for text, name in line:
                style = base + self.part(name) if name else base
                if strong and name not in ("name", "mark"):
                    style = base
                text = shortened(text, left)
                segments.append(Segment(text, style))
                left -= cell_len(text)
                if left <= 0:
                    break
            strips.append(Strip(segments).adjust_cell_length(width, base))
        return strips

    @property
    def _shows_cursor(self) -> bool:
        return self.has_focus or self.KEEPS_CURSOR or self.is_narrowed

    def _heading(self, line: Line, width: int) -> Strip:
        """A line over a row that is no part of it, and never highlighted."""
        return Strip([Segment(text, self.base + self.part(name)) for text, name in line]).adjust_cell_length(
            width, self.base
        )

    # State -----------------------------------------------------------------------------------------------------

    def watch_cursor(self, old: int, new: int) -> None:
        self.redraw_row(old)
        self.redraw_row(new)
        self.show_row(new)

    def validate_cursor(self, cursor: int) -> int:
        return min(max(0, cursor), max(0, self.count - 1))

    def watch_marked(self, old: int, new: int) -> None:
        self.redraw_row(old)
        self.redraw_row(new)
        if new >= 0 and (self._fitting is None or new in self._fitting):
            self.cursor = new
            self.show_row(new)

    def on_focus(self) -> None:
        self.redraw_all()

    def on_blur(self) -> None:
        self.redraw_all()

    # Keys and mouse --------------------------------------------------------------------------------------------

    def _walk(self, index: int) -> None:
        before, self.cursor = self.cursor, index
        if self.cursor != before:
            self.post_message(self.Walked(self, self.cursor))

    def action_cursor(self, rows: int) -> None:
        if self._fitting is None:
            self._walk(self.cursor + rows)
        elif self._fitting:
            place = bisect_left(self._fitting, self.cursor) + rows
            self._walk(self._fitting[min(max(0, place), len(self._fitting) - 1)])

    def action_cursor_page(self, pages: int) -> None:
        line = self._tops[min(self.cursor, len(self._tops) - 1)] + pages * max(1, self.size.height - 1)
        line = min(max(0, line), max(0, self._tops[-1] - 1))
        self._walk(min(max(0, bisect_right(self._tops, line) - 1), self.count - 1))

    def action_cursor_to(self, index: int) -> None:
        rows = range(self.count) if self._fitting is None else self._fitting
        if rows:
            self._walk(rows[index])

    def action_choose(self) -> None:
        if self.count and self._fitting != []:
            self.widen()
            self.post_message(self.Chosen(self, self.cursor))

    # Only rows that hold what is typed -------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "narrow":
            return self.NARROWS
        if action == "choose":
            return self.count > 0
        return self.is_narrowed if action == "widen" else super().check_action(action, parameters)

    def row_words(self, index: int) -> str:
        """What a row says, for one who looks for it."""
        lines = self.draw_row(index, _NEVER_CUT)
        return " ".join("".join(text for text, style in line if style != HEADING) for line in lines)

    def on_click(self, event: events.Click) -> None:
        line = self.scroll_offset.y + event.y
        if self.count and 0 <= line < self._tops[-1]:
            self.cursor = bisect_right(self._tops, line) - 1
            self.action_choose()


def numbered(number: int, most: int) -> str:
    """A number in a column that has room for `most`, after a cell that is left to the cursor."""
    return f" {number:>{len(str(most))}} "


def _without_first_cell(line: Sequence[Piece]) -> list[Piece]:
    return [(line[0][0][1:], line[0][1]), *line[1:]] if line else []
