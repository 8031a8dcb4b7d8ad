"""Every visible word of some HTML as pieces: for chapters, letters and fragments, where all of it is to be read."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.article.assemble import Piece, Run
from reader.article.html.leaves import LINE_END, Leaf, leaves


def visible_pieces(root: HtmlElement) -> list[Piece]:
    """Headings, paragraphs, quotes, list items and captions, in document order. Tables become a paragraph a cell, two
    line breaks part paragraphs, and readings beside characters (ruby) are left out.
    """
    return [piece for leaf in leaves(root, tables=False) for piece in _parted(leaf)]


def _parted(leaf: Leaf) -> Iterator[Piece]:
    """The pieces of a leaf between pairs of line breaks; a single one is a space."""
    runs: list[Run] = []
    for at, run in enumerate(leaf.runs):
        if run.text != LINE_END:
            runs.append(run)
        elif not _is_broken(leaf.runs[:at]):
            runs.append(Run(" ", run.url))
        else:
            if any(given.text.strip() for given in runs):
                yield Piece(leaf.kind, tuple(runs), leaf.level)
            runs = []
    if any(given.text.strip() for given in runs):
        yield Piece(leaf.kind, tuple(runs), leaf.level)


def _is_broken(runs: list[Run]) -> bool:
    """Whether nothing has been said since the last line break."""
    said = next((run.text for run in reversed(runs) if run.text == LINE_END or run.text.strip()), "")
    return said == LINE_END
