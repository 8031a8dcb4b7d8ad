"""One line of the article as cells: margin, gutter, and words under their marks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.page.justifying import pieces, widened_spaces
from reader.app.page.layout import Page, has_bullet, indent_of
from reader.app.page.links import address_at, link_style, takes_links
from reader.app.page.marks import Mark, cut, gutter, layers, touching
from reader.app.page.selection import margin_offset
from reader.app.state.reading import Reading
from reader.article.model import Span

GUTTER_WIDTH = 2

STYLED_KINDS = frozenset(
    "title standfirst byline heading quote caption list-item table dateline".split()  # noqa: SIM905
)
"""Kinds of block that have a style of their own."""


@dataclass(frozen=True, slots=True)
class Look:
    """What lines are drawn from: what is read, and what is laid over it.

    `marks` stand under the index of each block that they touch; `base` is the style of plain words, and `part` gives
    what a named part adds to it.
    """

    reading: Reading
    marks: Mapping[int, Sequence[Mark]]
    mentions: Sequence[Span]
    selected: Span | None
    flashing: Sequence[Span]
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
    left = max(0, (width - page.measure - GUTTER_WIDTH) // 2)
    margin = base + Style.from_meta({"offset": (margin_offset(start - block_start), index)})
    if line == page.rule:
        words = f" {length_words(reading)} " if reading.analysis and page.measure > 40 else ""
        rule = Segment("─" * (page.measure - len(words) - (2 if words else 0)), margin + look.part("rule"))
        end_of_rule = Segment("──" if words else "", margin + look.part("rule"))
        told = Segment(words, margin + look.part("dim"))
        indent = Segment(" " * (left + GUTTER_WIDTH), margin)
        return Strip([indent, rule, told, end_of_rule]).adjust_cell_length(width, base)
    text_base = base
    kind = "byline" if block.kind == "date" else block.kind
    if kind in STYLED_KINDS:
        text_base += look.part(kind)
    if reading.focus:
        text_base += look.part("faded")
    segments = [Segment(" " * left, margin)] if left else []
    marks = list(touching(look.marks.get(index, ()), start, end))
    sign, sign_style = gutter(marks, reading)
    segments.append(Segment(sign, margin + look.part(sign_style) if sign_style else margin))
    lead = " " * (GUTTER_WIDTH - 1 + indent_of(block))
    if line == page.first_lines[index] and has_bullet(page.article, block):
        segments.append(Segment(lead[:-2] + "• ", margin + look.part("faded" if reading.focus else "bullet")))
    else:
        segments.append(Segment(lead, margin))
    text = page.article.text
    widen = widened_spaces(page, line) if look.justified else {}
    for left_edge, right_edge, names in cut(
        start, end, layers(reading, marks, look.mentions, look.selected, look.flashing, (start, end))
    ):
        style = text_base
        for name in names:
            style += look.part(name)
        if "link" in names and takes_links():
            style += link_style(address_at(page.article, left_edge))
        for piece_start, piece in pieces(text, left_edge, right_edge, widen):
            meta = Style.from_meta({"offset": (piece_start - block_start, index)})
            segments.append(Segment(piece, style + meta))
    return Strip(segments).adjust_cell_length(width, base)


def length_words(reading: Reading) -> str:
    """How long the article is, in minutes and words, and its language where that is not English."""
    stats = reading.analysis.stats if reading.analysis else None
    if stats is None or not stats.words:
        return ""
    language = f" · {reading.language}" if reading.language not in ("", "English") else ""
    return f"{stats.reading_minutes} min · {stats.words:,} words{language}"
