"""Tabs over the side column, for the width at which actors, claims and marks share one place."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.app.state.key_names import with_keys
from reader.app.state.reading import Reading


class SideTabs(Widget):
    """ACTORS and CLAIMS with their counts, and MARKS once there are any; a click turns to one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--on", "tabs--off", "tabs--remark"}
    DEFAULT_CSS = """
    SideTabs {
        height: 2; background: $background; color: $foreground;
        & > .tabs--on { color: $heading; text-style: bold underline; }
        & > .tabs--off { color: $dim; text-style: bold; }
        & > .tabs--remark { color: $dim; }
    }
    """

    ALLOW_SELECT = False

    class Turned(Message):
        """A tab was chosen."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__()
        self._on = "claims"
        self._counts: dict[str, str] = {}
        self._hidden: dict[str, int] = {}

    def show(self, reading: Reading) -> None:
        """Count what the tabs hold."""
        if reading.analysis is None:
            counts = {}
        else:
            shown = len(reading.claims)
            some = f"{shown} of {len(reading.numbers)}" if reading.filter_words else str(shown)
            counts = {"actors": str(len(reading.listed)), "claims": some}
            if reading.highlights:
                counts["marks"] = str(len(reading.highlights))
        hidden = {"actors": reading.unlisted, "claims": reading.hidden}
        if (counts, hidden) != (self._counts, self._hidden):
            self._counts, self._hidden = counts, hidden
            self.refresh()

    def turn(self, name: str) -> None:
        """Light a tab."""
        self._on = name
        self.refresh()

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        if y:
            return Strip.blank(self.size.width, base)
        segments = [Segment(" ", base)]
        names = list(dict.fromkeys(("actors", "claims", *self._counts, self._on)))
        before, behind = ("  ", "     ") if len(names) == 2 else (" ", "  ")
        for name in names:
            meta = Style.from_meta({"tab": name})
            lit = self.get_component_rich_style(f"tabs--{'on' if name == self._on else 'off'}", partial=True)
            remark = self.get_component_rich_style("tabs--remark", partial=True)
            segments.append(Segment(name.upper(), base + lit + meta))
            segments.append(Segment(f"{before}{self._counts.get(name, '')}{behind}", base + remark + meta))
        hidden = self._hidden.get(self._on, 0)
        doubt = with_keys(f"{hidden} doubtful, ‹reading.doubtful› shows")
        if hidden and sum(segment.cell_length for segment in segments) + len(doubt) <= self.size.width:
            segments.append(Segment(doubt, base + remark))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        if name := event.style.meta.get("tab"):
            self.post_message(self.Turned(name))
