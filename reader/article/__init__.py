"""Ground floor: bytes become an `Article`. One file per format, one for fetching, one that makes text safe."""

from reader.article.assemble import text_of
from reader.article.formats.plain import article_from_text
from reader.article.item_numbers import split_item
from reader.article.model import Article, ArticleError, Block, Item, Link, Span
from reader.article.opening import article_from_bytes, expand_sources, open_article
from reader.article.text.line_kinds import dateline_end
from reader.article.text.safe import safe_link, safe_text

__all__ = [
    "Article",
    "ArticleError",
    "Block",
    "Item",
    "Link",
    "Span",
    "article_from_bytes",
    "article_from_text",
    "dateline_end",
    "expand_sources",
    "open_article",
    "safe_link",
    "safe_text",
    "split_item",
    "text_of",
]
