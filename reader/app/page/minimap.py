"""A scrollbar that is also a map: one column that shows where one is, and where claims and matches lie."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from reader.app.page.layout import Page
from reader.app.state.reading import Reading
from reader.app.state.speakers import voice_sign, voice_style
from reader.app.widgets.painted import VOICE_STYLES, Painted, voice_css

CURRENT, HIT = "▐", "━"


def row_of(line: int, page_height: int, height: int) -> int:
    """The row of a map of `height` rows on which a line falls; beside the line itself where all lines are shown."""
    return line * height // max(1, page_height, height)


def rows_of(lines: Iterable[int], page_height: int, height: int) -> set[int]:
    """The rows of a map of `height` rows on which these lines of a page fall."""
    return {row_of(line, page_height, height) for line in lines}


def thumb(top: int, shown: int, page_height: int, height: int) -> range:
    """The rows of a map that stand for the lines shown; empty when the whole page is shown."""
    if page_height <= shown or not height:
        return range(0)
    size = max(1, round(shown * height / page_height))
    start = round(top * (height - size) / max(1, page_height - shown))
    return range(start, min(height, start + size))


class MiniMap(Painted):
    """Draws the map of a page; a click or drag asks to scroll."""

    PARTS = "map"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"map--{name}" for name in ("thumb", "claim", "current", "hit", "track", *VOICE_STYLES)
    }
    DEFAULT_CSS = f"""
    MiniMap {{
        width: 1; height: 1fr; background: $background; color: $rule;
        & > .map--thumb {{ background: $panel; }}
        & > .map--track {{ color: $rule; }}
        & > .map--claim {{ color: $dim; }}
        {voice_css("map")}
        & > .map--current {{ color: $claim-current-mark; text-style: bold; }}
        & > .map--hit {{ color: $search-hit-background; text-style: bold; }}
    }}
    """

    class Sought(Message):
        """The reader pointed at a place of the map: a share of the page, 0 to 1."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._thumb = range(0)
        """The rows that stand for the lines shown."""
        self._claims: dict[int, int] = {}
        """The voice of the first claim on each row that has one."""
        self._hits: set[int] = set()
        self._current = -1
        self._known: tuple[object, ...] = ()

    def show(self, reading: Reading, page: Page | None, top: int, shown: Size) -> None:
        """Map a page with its claims and matches, `top` being the first line shown."""
        height = self.size.height
        hits = reading.search.hits if reading.search else ()
        known = (page, height, reading.claims, reading.voices, hits)
        same = len(known) == len(self._known) and all(a is b for a, b in zip(known, self._known, strict=True))
        if page is not None and not same:
            self._known = known
            self._claims = {
                row_of(page.line_of(claim.span[0]), page.height, height): reading.voice(claim)
                for claim in reversed(reading.claims)
            }
            self._hits = rows_of((page.line_of(start) for start, _ in hits), page.height, height)
        claim = reading.current_claim
        current = -1
        if claim is not None and page is not None:
            current = row_of(page.line_of(claim.span[0]), page.height, height)
        inside = thumb(top, shown.height, page.height if page else 0, height)
        changed = set(inside) ^ set(self._thumb)
        if current != self._current:
            changed |= {current, self._current}
        self._thumb, self._current = inside, current
        if not same:
            self.refresh()
        elif rows := [Region(0, row, 1, 1) for row in changed if row >= 0]:
            self.refresh(*rows)

    def render_line(self, y: int) -> Strip:
        inside = y in self._thumb
        sign, name = " ", "track"
        if y == self._current:
            sign, name = CURRENT, "current"
        elif y in self._hits:
            sign, name = HIT, "hit"
        elif y in self._claims:
            sign, name = voice_sign(self._claims[y]), voice_style(self._claims[y], "claim")
        elif inside:
            sign = "┃"
        style = self.base + self.part(name)
        if inside:
            style += self.part("thumb")
        return Strip([Segment(sign, style)]).adjust_cell_length(self.size.width, self.base)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.capture_mouse()
        self._seek(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self._seek(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self.release_mouse()

    def _seek(self, y: int) -> None:
        self.post_message(self.Sought(min(1.0, max(0.0, y / max(1, self.size.height - 1)))))
