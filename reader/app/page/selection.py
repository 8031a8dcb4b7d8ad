"""Between the screen's selection offsets (character, block) and spans of the text."""

from textual.geometry import Offset
from textual.selection import Selection

from reader.article.model import Article, Span

_MARGIN = 1024


def margin_offset(character: int) -> int:
    """A selection offset for cells left of a line's text, `character` being the line's first in its block.

    Textual adds to it the number of cells between the segment's left edge and the pointer; being a multiple of
    1,024 below zero, it still tells the character that the line starts with.
    """
    return -(character + 1) * _MARGIN


def position_of(article: Article, offset: Offset) -> int:
    """The place in the text that a selection offset names."""
    block = article.blocks[min(offset.y, len(article.blocks) - 1)]
    character = offset.x if offset.x >= 0 else -(offset.x // _MARGIN) - 1
    return min(block.span[0] + character, block.span[1])


def offset_of(article: Article, position: int) -> Offset:
    """The selection offset of a place in the text."""
    block = article.block_at(position)
    return Offset(position - article.blocks[block].span[0], block)


def span_of(article: Article, selection: Selection) -> Span | None:
    """The stretch of the text that a selection covers, or None where it covers nothing."""
    if not article.blocks:
        return None
    start = 0 if selection.start is None else position_of(article, selection.start)
    end = len(article.text) if selection.end is None else position_of(article, selection.end)
    return (min(start, end), max(start, end)) if start != end else None
