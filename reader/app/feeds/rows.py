"""The two lists of the feeds: what one subscribes to, and the items."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.feeds import drawing
from reader.app.feeds.drawing import Source
from reader.app.home.asked_rows import AskedRows
from reader.app.widgets.rows import Line, RowList


class SourceRows(RowList):
    """The feeds, with how many items are unread in each."""

    KEEPS_CURSOR = False

    def __init__(self) -> None:
        super().__init__(id="feed-sources")
        self.sources: list[Source] = []
        self.shown = 0

    def show(self, sources: list[Source]) -> None:
        """Show these."""
        self.sources = sources
        self.set_rows(len(sources), "")

    def row_height(self, index: int, width: int) -> int:
        return drawing.source_height(self.sources[index], index == 0)

    def draw_row(self, index: int, width: int) -> list[Line]:
        return drawing.draw_source(self.sources[index], width, index == 0, index == self.shown)


class NewsRows(AskedRows):
    """The items."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "read", id="feeds.choose")]
