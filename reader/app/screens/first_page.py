"""The article alone, where it will stand on the reading screen: the first that is seen, while all the rest comes in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.strip import Strip

from reader.app.page.kinds import PLAIN_CSS, PLAIN_PARTS
from reader.app.page.layout import Page, lay_out, measure_in
from reader.app.page.line import Look, line_strip
from reader.app.page.masthead import mast_strip, pieces_over
from reader.app.screens.scene import Scene
from reader.app.state.columns import ONE_LINE, room_beside
from reader.app.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.app.page.layout import Anchor
    from reader.app.settings.settings import Settings
    from reader.app.state.reading import Reading


class FirstLines(Painted, inherit_css=False):
    """Draws the masthead's line, the article below it from a place on, and the ground of the foot.

    It has none of the styles for what is found later: a style sheet costs time before anything is seen.
    """

    PARTS = "article"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in (*PLAIN_PARTS, "outlet", "foot")}
    DEFAULT_CSS = f"""
    FirstLines {{
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        {PLAIN_CSS}
        & > .article--outlet {{ color: $heading; text-style: bold; }}
        & > .article--foot {{ background: $panel; }}
    }}
    """

    def __init__(self, settings: Settings, reading: Reading | None, place: Anchor) -> None:
        super().__init__()
        self._settings = settings
        self._reading, self._place = reading, place
        self._page: Page | None = None

    def show(self, reading: Reading, place: Anchor) -> bool:
        """Show an article at a place; whether that changes anything."""
        if reading is self._reading and place == self._place:
            return False
        self._reading, self._place = reading, place
        self.refresh()
        return True

    @property
    def left_free(self) -> int:
        """Cells at the right that the panels and the map will take."""
        settings, columns = self._settings, self.app.size.width
        return room_beside(columns, settings.measure, settings.side_width, settings.hidden_panels) + settings.minimap

    @property
    def foot(self) -> int:
        """Lines of the foot."""
        return 1 if self.app.size.width >= ONE_LINE else 2

    def render_line(self, y: int) -> Strip:
        columns, rows = self.size.width, self.size.height - self.foot
        if y >= rows:
            return Strip.blank(columns, self.base + self.part("foot"))
        if self._reading is None:
            return Strip.blank(columns, self.base)
        width = columns - self.left_free
        page = self._laid_out(self._reading, measure_in(width, self._settings.measure))
        top = max(0, min(page.line_of_anchor(self._place), page.height - rows + 1))
        if y == 0:
            pieces = pieces_over(self._reading, page, width, top, rows - 1)
            return mast_strip(self, pieces, page.left(width)).adjust_cell_length(columns, self.base)
        line = top + y - 1
        if line >= page.height:
            return Strip.blank(columns, self.base)
        look = Look(self._reading, {}, (), None, (), {}, self._settings.justify, self.base, self.part)
        return line_strip(look, page, line, width).adjust_cell_length(columns, self.base)

    def _laid_out(self, reading: Reading, measure: int) -> Page:
        if self._page is None or self._page.article is not reading.article or self._page.measure != measure:
            self._page = lay_out(reading.article, measure)
        return self._page


class FirstPage(Scene[None]):
    """Paints one article, `reading` at once where it is there; keys wait until the reading screen takes its place."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = "FirstPage { background: $background; }"

    def __init__(self, settings: Settings, reading: Reading | None = None, place: Anchor = (0, 0)) -> None:
        super().__init__()
        self.lines = FirstLines(settings, reading, place)

    def compose(self) -> ComposeResult:
        yield self.lines

    async def paint(self, reading: Reading, place: Anchor) -> None:
        """Show an article at a place, and wait until it is seen."""
        self.lines.show(reading, place)
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()
