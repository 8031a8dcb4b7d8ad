"""One line of the article as cells: margin, gutter, and words under their marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.page.justifying import pieces, widened_spaces
from reader.app.page.kinds import STYLED_KINDS
from reader.app.page.layout import GUTTER_WIDTH, NOTE_GAP, Page, has_bullet, indent_of
from reader.app.page.links import address_at, link_style, takes_links
from reader.app.page.marks import Mark, cut, gutter, layers, touching
from reader.app.page.selection import margin_offset
from reader.app.state.reading import Reading
from reader.article.model import Span
from reader.article.text.counted import many

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.app.page.notes import Note

HIGHLIGHTED = "▎"
"""The sign beside a line with a highlight of yours."""


@dataclass(frozen=True, slots=True)
class Look:
    """What lines are drawn from: what is read, and what is laid over it.

    `marks` stand under the index of each block that they touch, `notes` under the line that they stand beside; `base`
    is the style of plain words, and `part` gives what a named part adds to it.
    """

    reading: Reading
    marks: Mapping[int, Sequence[Mark]]
    mentions: Sequence[Span]
    selected: Span | None
    flashing: Sequence[Span]
    notes: Mapping[int, Note]
    justified: bool
    base: Style
    part: Callable[[str], Style]


def line_strip(look: Look, page: Page, line: int, width: int) -> Strip:
    """One line of a page: its gutter, its sign, and its words in the styles of all that is laid over them."""
    reading = look.reading
    start, end, index = page.starts[line], page.ends[line], page.blocks[line]
    block = page.article.blocks[index]
    block_start = block.span[0]
    base = look.base
    left = page.left(width)
    margin = base + Style.from_meta({"offset": (margin_offset(start - block_start), index)})
    if line == page.rule:
        rule = Segment("─" * page.measure, margin + look.part("rule"))
        return Strip([Segment(" " * (left + GUTTER_WIDTH), margin), rule]).adjust_cell_length(width, base)
    text_base = base
    kind = "byline" if block.kind == "date" else block.kind
    if kind in STYLED_KINDS:
        text_base += look.part(kind)
    if reading.focus:
        text_base += look.part("faded")
    segments = [Segment(" " * left, margin)] if left else []
    marks = list(touching(look.marks.get(index, ()), start, end))
    sign, sign_style = ("", "") if block.kind == "title" else gutter(marks, reading, (start, end))
    segments.append(Segment(sign or " ", margin + look.part(sign_style) if sign_style else margin))
    lead = " " * (GUTTER_WIDTH - 1 + indent_of(block))
    if any(span[0] < end and span[1] > start for span in reading.highlights):
        segments.append(Segment(HIGHLIGHTED, margin + look.part("mark")))
        lead = lead[1:]
    if line == page.first_lines[index] and has_bullet(page.article, block):
        segments.append(Segment(lead[:-2] + "• ", margin + look.part("faded" if reading.focus else "bullet")))
    else:
        segments.append(Segment(lead, margin))
    text = page.article.text
    widen = widened_spaces(page, line) if look.justified else {}
    for left_edge, right_edge, names in cut(
        start,
        end,
        layers(reading, marks, look.mentions, look.selected, look.flashing, (start, end), quiet=block.kind == "title"),
    ):
        style = text_base
        for name in names:
            style += look.part(name)
        if "link" in names and takes_links():
            style += link_style(address_at(page.article, left_edge))
        for piece_start, piece in pieces(text, left_edge, right_edge, widen):
            meta = Style.from_meta({"offset": (piece_start - block_start, index)})
            segments.append(Segment(piece, style + meta))
    strip = Strip(segments)
    if note := look.notes.get(line):
        strip = strip.adjust_cell_length(left + GUTTER_WIDTH + page.measure + NOTE_GAP, base)
        told = (Segment(words, margin + look.part("faded" if reading.focus else name or "dim")) for words, name in note)
        strip = Strip([*strip, *told])
    return strip.adjust_cell_length(width, base)


def length_words(reading: Reading) -> str:
    """How long the article is, in minutes and words, and its language where that is not English."""
    stats = reading.analysis.stats if reading.analysis else None
    if stats is None or not stats.words:
        return ""
    language = f" · {reading.language}" if reading.language not in ("", "English") else ""
    return f"{stats.reading_minutes} min · {many(stats.words, 'word', commas=True)}{language}"
