"""The line over the article: outlet, date, byline and minutes, and once its title has scrolled away the title."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from reader.app.page.layout import GUTTER_WIDTH, Page, front_words
from reader.app.page.line import length_words
from reader.app.state.reading import Reading
from reader.app.state.speakers import speaker_label, voice_sign, voice_style
from reader.app.widgets.painted import VOICE_STYLES, Painted, voice_css
from reader.app.widgets.wrapping import shortened
from reader.article.model import Span

if TYPE_CHECKING:
    from reader.app.page.view import ArticleView

_FEWEST_OF_TITLE = 24
"""Cells that the title keeps beside the name of the one who is speaking."""

Piece = tuple[str, str]
"""Text and the name of its style."""


class Masthead(Painted):
    """One line that is always there, so that no scrolling moves the text."""

    PARTS = "masthead"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"masthead--{name}" for name in ("outlet", "title", "dim", *VOICE_STYLES)}
    DEFAULT_CSS = f"""
    Masthead {{
        height: 1; dock: top; background: $background; color: $dim;
        & > .masthead--outlet {{ color: $heading; text-style: bold; }}
        & > .masthead--title {{ color: $title; text-style: bold; }}
        & > .masthead--dim {{ color: $dim; }}
        {voice_css("masthead")}
    }}
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[Piece] = []
        self._left = 0

    def show(self, reading: Reading, view: "ArticleView") -> None:
        """Show the front matter while the title is in sight, then the title and who speaks there."""
        page, width = view.page, view.size.width
        if page is None or not width:
            return
        left = page.left(width)
        pieces = pieces_over(reading, page, width, view.scroll_offset.y, view.size.height)
        if (pieces, left) != (self._pieces, self._left):
            self._pieces, self._left = pieces, left
            self.refresh()

    def render_line(self, y: int) -> Strip:
        return mast_strip(self, self._pieces, self._left).adjust_cell_length(self.size.width, self.base)


def mast_strip(widget: Painted, pieces: Sequence[Piece], left: int) -> Strip:
    """The pieces as a line of a widget, behind `left` cells and the page's gutter."""
    segments = [Segment(" " * (left + GUTTER_WIDTH), widget.base)]
    segments += [Segment(text, widget.base + widget.part(name or "dim")) for text, name in pieces]
    return Strip(segments)


def pieces_over(reading: Reading, page: Page, width: int, top: int, height: int) -> list[Piece]:
    """What stands over `height` lines of a page from the line `top` on, on a screen of `width` cells."""
    room = width - page.left(width) - GUTTER_WIDTH
    if page.title_end <= top and reading.article.title:
        return _pinned(reading, _in_sight(page, top, height), min(room, page.measure))
    return _front(reading, page.measure, room)


def _front(reading: Reading, measure: int, room: int) -> list[Piece]:
    outlet, told, blocks = front_words(reading.article)
    dot = " · "
    if blocks and cell_len(dot.join([outlet, *told])) > measure:
        told = []  # they stand under the title
    long = length_words(reading)
    for minutes in (long, long.partition(dot)[0], ""):
        words = dot.join(each for each in (*told, minutes) if each)
        if cell_len(outlet + dot + words) <= room:
            break
    return [(shortened(outlet, room), "outlet"), (f"{dot}{words}" if outlet and words else words, "dim")]


def _pinned(reading: Reading, seen: Span, room: int) -> list[Piece]:
    title = " ".join((reading.article.title or "").split())
    claim = reading.current_claim
    if claim is None or not seen[0] <= claim.span[0] < seen[1]:
        place = bisect_left(reading.starts, seen[0])
        claim = reading.claims[place] if place < len(reading.claims) and reading.starts[place] < seen[1] else None
    if claim is None:
        return [(shortened(title, room), "title")]
    voice = reading.voice(claim)
    name = shortened(f"{voice_sign(voice)} {speaker_label(claim)}", max(0, room - _FEWEST_OF_TITLE))
    title = shortened(title, room - cell_len(name) - 2)
    gap = " " * (room - cell_len(title) - cell_len(name))
    return [(title, "title"), (gap, ""), (name, voice_style(voice, "dim"))]


def _in_sight(page: Page, top: int, height: int) -> Span:
    """The stretch of the text that is seen."""
    if not page.height:
        return 0, 0
    return page.starts[min(top, page.height - 1)], page.ends[min(top + height, page.height) - 1]
