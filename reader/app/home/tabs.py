"""The line of what the home screen can show, with how many there are of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.app.widgets.painted import Painted

TO_READ, READING, DONE, STARRED, MARKS, PEOPLE = "to-read", "reading", "done", "starred", "marks", "people"


@dataclass(frozen=True, slots=True)
class Tab:
    """One of them: its name, its words, and how many there are (None: not known yet)."""

    name: str
    words: str
    count: int | None = None


USUAL = (
    *(Tab(TO_READ, "To read"), Tab(READING, "Reading"), Tab(DONE, "Done"), Tab(STARRED, "★")),
    *(Tab(MARKS, "Marks"), Tab(PEOPLE, "People")),
)


class TabLine(Painted):
    """One line; a click or a digit shows what it names."""

    PARTS = "tab"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab--shown", "tab--dim"}
    DEFAULT_CSS = """
    TabLine {
        height: 1; background: $background; color: $foreground;
        & > .tab--shown { color: $claim-current-mark; text-style: bold; }
        & > .tab--dim { color: $dim; }
    }
    """

    class Chosen(Message):
        """One was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__(id="home-tabs")
        self.tabs: Sequence[Tab] = USUAL
        self.shown = TO_READ

    def show(self, tabs: Sequence[Tab], shown: str) -> None:
        """Show these, one of them as chosen ("" for none)."""
        self.tabs, self.shown = tabs, shown
        self.refresh()

    def _pieces(self) -> list[tuple[str, str, str]]:
        """Text, style and tab: with less air, then fewer numbers, where there is no room: half a number is untrue."""
        ways = (("▸ ", "  ", " ", True), ("▸", " ", "", True), ("▸", " ", "", False))
        for shown, other, behind, counted in ways:
            pieces = []
            for tab in self.tabs:
                is_shown = tab.name == self.shown
                count = f" {tab.count:,}" if tab.count is not None and (counted or is_shown) else ""
                pieces += [(shown if is_shown else other, "shown", tab.name)]
                pieces += [(tab.words, "shown" if is_shown else "", tab.name), (count, "dim", tab.name)]
                pieces += [(behind, "", "")]
            if sum(cell_len(text) for text, _, _ in pieces) <= self.size.width:
                break
        return pieces

    def render_line(self, y: int) -> Strip:
        segments = [
            Segment(text, self.base + self.part(style) if style else self.base) for text, style, _ in self._pieces()
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.base)

    def on_click(self, event: events.Click) -> None:
        at = 0
        for text, _, name in self._pieces():
            at += cell_len(text)
            if event.x < at:
                if name:
                    self.post_message(self.Chosen(name))
                return
