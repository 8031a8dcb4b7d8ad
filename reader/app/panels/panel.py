"""A panel: a heading line, and a list of rows under it."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip

from reader.app.state.reading import Reading
from reader.app.widgets.painted import Painted
from reader.app.widgets.rows import RowList
from reader.app.widgets.wrapping import shortened


class Heading(Painted):
    """One line: a title and, at its right, a quiet remark. A click focuses the panel."""

    PARTS = "heading"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--title", "heading--focused", "heading--remark"}
    DEFAULT_CSS = """
    Heading {
        height: 2; background: $background; color: $foreground;
        & > .heading--title { color: $dim; text-style: bold; }
        & > .heading--focused { color: $heading; text-style: bold underline; }
        & > .heading--remark { color: $dim; }
    }
    """

    class Clicked(Message):
        """The heading was clicked."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.remark = ""
        self.lit = False

    def update(self, *, remark: str | None = None, lit: bool | None = None) -> None:
        """Change the remark or whether the panel has the focus."""
        before = self.remark, self.lit
        self.remark = self.remark if remark is None else remark
        self.lit = self.lit if lit is None else lit
        if (self.remark, self.lit) != before:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y:
            return Strip.blank(width, self.base)
        title = self.base + self.part("focused" if self.lit else "title")
        remark = self.base + self.part("remark")
        segments = [Segment(" ", self.base), Segment(self.title, title), Segment("  ", self.base)]
        room = width - sum(cell_len(segment.text) for segment in segments) - 1
        segments.append(Segment(shortened(self.remark, room), remark))
        return Strip(segments).adjust_cell_length(width, self.base)

    def on_click(self, event: events.Click) -> None:
        self.post_message(self.Clicked())


class Panel(Vertical):
    """Base of the three panels: renders a `Reading` through `show`."""

    TITLE: ClassVar[str] = ""
    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "screen.hide_panel", "Hide this panel (its key brings it back)", show=False, id="panel.hide"),
    ]
    DEFAULT_CSS = """
    Panel { height: 1fr; background: $background; }
    """

    def __init__(self, rows: RowList, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.heading = Heading(self.TITLE)
        self.rows = rows
        self.reading: Reading | None = None

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.rows

    def show(self, reading: Reading) -> None:
        """Render a reading."""
        raise NotImplementedError

    def on_heading_clicked(self, event: Heading.Clicked) -> None:
        event.stop()
        self.rows.focus()

    def on_descendant_focus(self) -> None:
        self.heading.update(lit=True)

    def on_descendant_blur(self) -> None:
        self.heading.update(lit=False)

    @staticmethod
    def waiting(reading: Reading, nothing: str) -> str:
        """What an empty panel says: what is being done, why it could not be done, or that there is nothing."""
        if reading.problem:
            return reading.problem
        return nothing if reading.analysis is not None else f"{reading.doing or 'reading'} …"
