"""An article laid out for a width: lines that are spans into its text. Pure; nothing here draws."""

from bisect import bisect_right
from dataclasses import dataclass

from reader.app.widgets.wrapping import wrap
from reader.article.model import Article, Block, BlockKind, Span

Anchor = tuple[int, int]
"""A place that no width can move: a block's index and a character offset inside it."""

FRONT_KINDS: frozenset[BlockKind] = frozenset(("title", "standfirst", "byline", "date", "dateline", "caption"))
_CREDITS: frozenset[BlockKind] = frozenset(("byline", "date", "dateline"))
_INDENTS: dict[BlockKind, int] = {"quote": 4, "list-item": 2, "caption": 2}
_TIGHT: frozenset[BlockKind] = frozenset(("list-item", "table"))


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of an article at one measure (cells of text across).

    `starts`, `ends` and `blocks` hold, for each line, its span in the text and the index of its block; a blank line
    or rule is an empty span at the end of the block before it. `first_lines` holds each block's first line; `rule`
    is the line that parts the front matter from the body, or -1.
    """

    article: Article
    measure: int
    starts: list[int]
    ends: list[int]
    blocks: list[int]
    first_lines: list[int]
    rule: int

    @property
    def height(self) -> int:
        """Lines in all."""
        return len(self.starts)

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


def indent_of(block: Block) -> int:
    """Cells by which the text of a block is set in."""
    return _INDENTS.get(block.kind, 0)


def lay_out(article: Article, measure: int) -> Page:
    """Break an article into lines of at most `measure` cells, with the blank lines its kinds of block ask for."""
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[int] = []
    first_lines: list[int] = []
    rule = -1
    text = article.text
    front_length = _front_length(article)

    def blank(position: int, block: int) -> None:
        starts.append(position)
        ends.append(position)
        blocks.append(block)

    for index, block in enumerate(article.blocks):
        if index:
            before = article.blocks[index - 1]
            gap = _gap(before, block)
            if index == front_length:
                rule = len(starts)
                blank(before.span[1], index - 1)
                gap = 1
            for _ in range(gap):
                blank(before.span[1], index - 1)
        first_lines.append(len(starts))
        for start, end in wrap(text, block.span, measure - indent_of(block)):
            starts.append(start)
            ends.append(end)
            blocks.append(index)
    if article.blocks:
        blank(article.blocks[-1].span[1], len(article.blocks) - 1)
    return Page(article, measure, starts, ends, blocks, first_lines, rule)


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
