"""The line over the article: outlet, date, byline and minutes, and once its title has scrolled away the title."""

from bisect import bisect_left
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from reader.app.page.layout import GUTTER_WIDTH, front_words
from reader.app.page.line import length_words
from reader.app.page.view import ArticleView
from reader.app.state.reading import Reading
from reader.app.state.speakers import speaker_label, voice_sign, voice_style
from reader.app.widgets.painted import VOICE_STYLES, Painted, voice_css
from reader.app.widgets.wrapping import shortened
from reader.article.model import Span

_FEWEST_OF_TITLE = 24
"""Cells that the title keeps beside the name of the one who is speaking."""


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
        self._pieces: list[tuple[str, str]] = []
        self._left = 0

    def show(self, reading: Reading, view: ArticleView) -> None:
        """Show the front matter while the title is in sight, then the title and who speaks there."""
        page, width = view.page, view.size.width
        if page is None or not width:
            return
        left = page.left(width)
        if page.title_end <= view.scroll_offset.y and reading.article.title:
            pieces = _pinned(reading, _in_sight(view), min(width - left - GUTTER_WIDTH, page.measure))
        else:
            pieces = _front(reading, page.measure, width - left - GUTTER_WIDTH)
        if (pieces, left) != (self._pieces, self._left):
            self._pieces, self._left = pieces, left
            self.refresh()

    def render_line(self, y: int) -> Strip:
        segments = [Segment(" " * (self._left + GUTTER_WIDTH), self.base)]
        segments += [Segment(text, self.base + self.part(name or "dim")) for text, name in self._pieces]
        return Strip(segments).adjust_cell_length(self.size.width, self.base)


def _front(reading: Reading, measure: int, room: int) -> list[tuple[str, str]]:
    outlet, told, blocks = front_words(reading.article)
    dot = " · "
    if blocks and cell_len(dot.join([outlet, *told])) > measure:
        told = []  # they stand under the title
    long = length_words(reading)
    for minutes in (long, long.partition(dot)[0]):
        words = dot.join(each for each in (*told, minutes) if each)
        if cell_len(outlet + dot + words) <= room:
            break
    return [(shortened(outlet, room), "outlet"), (f"{dot}{words}" if outlet and words else words, "dim")]


def _pinned(reading: Reading, seen: Span, room: int) -> list[tuple[str, str]]:
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


def _in_sight(view: ArticleView) -> Span:
    """The stretch of the text that is seen."""
    assert view.page is not None
    last = min(view.scroll_offset.y + view.size.height, view.page.height) - 1
    return view.top_position, view.page.ends[last] if view.page.height else 0
