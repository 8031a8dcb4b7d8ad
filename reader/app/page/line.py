"""One line of the article as cells: margin, gutter, and words under their marks."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.page.justifying import pieces, widened_spaces
from reader.app.page.layout import Page, has_bullet, indent_of
from reader.app.page.marks import cut, gutter, layers, touching
from reader.app.page.selection import margin_offset
from reader.app.state.reading import Reading

if TYPE_CHECKING:
    from reader.app.page.view import ArticleView

GUTTER_WIDTH = 2


def line_strip(view: "ArticleView", page: Page, line: int, width: int) -> Strip:
    """One line of a page: its gutter, its sign, and its words in the styles of all that is laid over them."""
    reading = view.reading
    assert reading is not None
    start, end, index = page.starts[line], page.ends[line], page.blocks[line]
    block = page.article.blocks[index]
    block_start = block.span[0]
    base = view.base
    left = max(0, (width - page.measure - GUTTER_WIDTH) // 2)
    margin = base + Style.from_meta({"offset": (margin_offset(start - block_start), index)})
    if line == page.rule:
        words = f" {length_words(reading)} " if reading.analysis and page.measure > 40 else ""
        rule = Segment("─" * (page.measure - len(words) - (2 if words else 0)), margin + view.part("rule"))
        end_of_rule = Segment("──" if words else "", margin + view.part("rule"))
        told = Segment(words, margin + view.part("dim"))
        indent = Segment(" " * (left + GUTTER_WIDTH), margin)
        return Strip([indent, rule, told, end_of_rule]).adjust_cell_length(width, base)
    text_base = base
    kind = "byline" if block.kind == "date" else block.kind
    if f"article--{kind}" in view.COMPONENT_CLASSES:
        text_base += view.part(kind)
    if reading.focus:
        text_base += view.part("faded")
    segments = [Segment(" " * left, margin)] if left else []
    marks = list(touching(view.marks.get(index, ()), start, end))
    sign, sign_style = gutter(marks, reading)
    segments.append(Segment(sign, margin + view.part(sign_style) if sign_style else margin))
    lead = " " * (GUTTER_WIDTH - 1 + indent_of(block))
    if line == page.first_lines[index] and has_bullet(page.article, block):
        segments.append(Segment(lead[:-2] + "• ", margin + view.part("faded" if reading.focus else "bullet")))
    else:
        segments.append(Segment(lead, margin))
    text = page.article.text
    widen = widened_spaces(page, line) if view.justified else {}
    for left_edge, right_edge, names in cut(
        start, end, layers(reading, marks, view.mentions, view.selected_span, (start, end))
    ):
        style = text_base
        for name in names:
            style += view.part(name)
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
