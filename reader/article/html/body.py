"""The body of a page as pieces: the leaves that extraction keeps, in reading order."""

from lxml.html import HtmlElement

from reader.article.assemble import Piece
from reader.article.html.extraction import kept_leaves
from reader.article.html.leaves import leaves
from reader.article.html.rescue import belonging


def body_pieces(page: HtmlElement) -> list[Piece]:
    """Headings, paragraphs, quotes, list items and tables of the page's article, in reading order."""
    found = list(leaves(page))
    kept = belonging(page, found, kept_leaves(page, found))
    return [piece for at, leaf in enumerate(found) if at in kept for piece in leaf.pieces()]
