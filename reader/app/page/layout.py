"""An article laid out for a width: lines that are spans into its text. Pure; nothing here draws."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from reader.app.widgets.wrapping import wrap
from reader.article.model import Article, Block, BlockKind, Span

Anchor = tuple[int, int]
"""A place that no width can move: a block's index and a character offset inside it."""

FRONT_KINDS: frozenset[BlockKind] = frozenset(("title", "standfirst", "byline", "date", "dateline", "caption"))
GUTTER_WIDTH = 2
"""Cells left of the text: a sign or bar, and air."""

NOTE_GAP, _NARROWEST_NOTE, _WIDEST_NOTE = 3, 18, 30

_CREDITS: frozenset[BlockKind] = frozenset(("byline", "date", "dateline"))
_INDENTS: dict[BlockKind, int] = {"quote": 4, "list-item": 2, "caption": 2}
_DEEPEST = 5
"""So many times at most a list within lists is set in."""
_TIGHT: frozenset[BlockKind] = frozenset(("list-item", "table"))


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of an article at one measure (cells of text across).

    `starts`, `ends` and `blocks` hold, for each line, its span in the text and the index of its block; a blank line
    or rule is an empty span at the end of the block before it. `first_lines` holds each block's first line; `rule`
    is the line that parts the front matter from the body, or -1; `title_end` is the line behind the title. Blocks that
    the masthead tells of (`front_words`) have no line here.
    """

    article: Article
    measure: int
    starts: list[int]
    ends: list[int]
    blocks: list[int]
    first_lines: list[int]
    rule: int
    title_end: int = 0

    @property
    def height(self) -> int:
        """Lines in all."""
        return len(self.starts)

    def left(self, width: int) -> int:
        """Cells left of the gutter, on a screen of `width` cells."""
        notes = note_width(self.measure, width)
        return max(0, (width - GUTTER_WIDTH - self.measure - (NOTE_GAP + notes if notes else 0)) // 2)

    def indent(self, line: int) -> int:
        """Cells between the left edge of the measure and the text of a line."""
        return indent_of(self.article.blocks[self.blocks[line]]) if self.article.blocks else 0

    def line_of(self, position: int) -> int:
        """The line that shows a character of the text (or the last line before it)."""
        return max(0, bisect_right(self.starts, position) - 1)

    def lines_of(self, span: Span) -> tuple[int, int]:
        """First and last line that show a span."""
        start, end = span
        return self.line_of(start), self.line_of(max(start, end - 1))

    def top_to_see(self, span: Span, top: int, height: int, context: int, *, above: int = 0) -> int:
        """The line to show at the top of `height` lines so that a span is seen.

        `top` where the span and `above` lines over it are seen from there; else with `context` lines over it.
        """
        first, last = self.lines_of(span)
        context = min(context, max(0, height // 4))
        if first - min(context, above) >= top and last < top + height - 1:
            return top
        return max(0, first - (first if first <= context and last < height - 1 else context))

    def anchor_at(self, line: int) -> Anchor:
        """The place shown at the start of a line."""
        if not self.starts:
            return 0, 0
        line = min(max(0, line), self.height - 1)
        block = self.blocks[line]
        return block, self.starts[line] - self.article.blocks[block].span[0]

    def line_of_anchor(self, anchor: Anchor) -> int:
        """The line that shows a place."""
        block, offset = anchor
        if block >= len(self.article.blocks):
            return 0
        return self.line_of(self.article.blocks[block].span[0] + offset)


def measure_in(width: int, wish: int) -> int:
    """Cells of text across on a screen of `width` cells: as many as are wished for, where there is room."""
    return max(1, min(wish, width - GUTTER_WIDTH - 2))


def indent_of(block: Block) -> int:
    """Cells by which the text of a block is set in."""
    deeper = min(block.level, _DEEPEST) * _INDENTS["list-item"] if block.kind == "list-item" else 0
    return _INDENTS.get(block.kind, 0) + deeper


def lay_out(article: Article, measure: int) -> Page:
    """Break an article into lines of at most `measure` cells, with the blank lines its kinds of block ask for."""
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[int] = []
    first_lines: list[int] = []
    rule = -1
    text = article.text
    front_length = _front_length(article)
    outlet, words, told = front_words(article)
    hidden = told if cell_len(" · ".join((outlet, *words))) <= measure else frozenset()
    before_index = -1
    title_end = 0

    def blank(position: int, block: int) -> None:
        starts.append(position)
        ends.append(position)
        blocks.append(block)

    for index, block in enumerate(article.blocks):
        if index in hidden:
            first_lines.append(max(0, len(starts) - 1))
            continue
        if before_index >= 0:
            before = article.blocks[before_index]
            gap = _gap(before, block)
            if index == front_length:
                rule = len(starts)
                blank(before.span[1], before_index)
                gap = 1
            for _ in range(gap):
                blank(before.span[1], before_index)
        before_index = index
        first_lines.append(len(starts))
        for start, end in wrap(text, block.span, measure - indent_of(block)):
            starts.append(start)
            ends.append(end)
            blocks.append(index)
        if index == 0 and block.kind == "title":
            title_end = len(starts)
    if article.blocks:
        blank(article.blocks[before_index].span[1], before_index)
    return Page(article, measure, starts, ends, blocks, first_lines, rule, title_end)


def note_width(measure: int, width: int) -> int:
    """Cells for notes at the right of the text on a screen of `width` cells; 0 where there is no room."""
    room = width - GUTTER_WIDTH - measure - NOTE_GAP - 1
    return min(room, _WIDEST_NOTE) if room >= _NARROWEST_NOTE else 0


def front_words(article: Article) -> tuple[str, list[str], frozenset[int]]:
    """What the masthead says: the outlet, then date and byline, and which blocks that tells of.

    A date or byline that stands in the front matter is told in its own words.
    """
    front = {block.kind: index for index, block in enumerate(article.blocks[: _front_length(article)])}
    told = {kind: front[kind] for kind in ("date", "byline") if kind in front}
    words = {kind: article.words_of(article.blocks[index].span) for kind, index in told.items()}
    if any("\n" in each for each in words.values()):
        told, words = {}, {}
    if "date" not in front and article.published:
        words["date"] = _day(article.published)
    if "byline" not in front and article.byline:
        words["byline"] = ", ".join(article.byline)
    said = [words[kind] for kind in ("date", "byline") if words.get(kind)]
    return article.site or "", said, frozenset(told.values())


def _day(published: str) -> str:
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{day.day} {day:%B %Y}"


def _front_length(article: Article) -> int:
    """How many blocks stand before the body; 0 when there is no title to set apart."""
    if not article.blocks or article.blocks[0].kind != "title":
        return 0
    return next((i for i, block in enumerate(article.blocks) if block.kind not in FRONT_KINDS), 0)


def _gap(before: Block, block: Block) -> int:
    if before.kind == block.kind and block.kind in _TIGHT:
        return 0
    if block.kind in _CREDITS and before.kind in (*_CREDITS, "title"):
        return 0
    if block.kind == "heading" and before.kind not in ("heading", "title"):
        return 2
    return 1


def has_bullet(article: Article, block: Block) -> bool:
    """Whether a dot is drawn before a block: before an item that does not bring a number or sign of its own."""
    if block.kind != "list-item":
        return False
    from reader.article.formats.plain_wrapped import is_item

    return not is_item(article.words_of(block.span))
