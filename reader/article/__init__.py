"""Ground floor: bytes become an `Article`. One file per format, one for fetching, one that makes text safe.

What reads articles is imported on first use, so that the screen can import the model without it.
"""

from typing import TYPE_CHECKING

from reader.article.item_numbers import split_item
from reader.article.model import Article, ArticleError, Block, Item, Link, Span
from reader.article.text.safe import safe_link, safe_text
from reader.first_use import import_on_first_use

if TYPE_CHECKING:
    from reader.article.assemble import text_of
    from reader.article.formats.plain import article_from_text
    from reader.article.opening import (
        article_from_bytes,
        articles_from_bytes,
        expand_sources,
        list_passed_over,
        open_announced,
        open_article,
        open_beginning,
    )
    from reader.article.text.datelines import dateline_end

__all__ = [
    "Article",
    "ArticleError",
    "Block",
    "Item",
    "Link",
    "Span",
    "article_from_bytes",
    "article_from_text",
    "articles_from_bytes",
    "dateline_end",
    "expand_sources",
    "list_passed_over",
    "open_announced",
    "open_article",
    "open_beginning",
    "safe_link",
    "safe_text",
    "split_item",
    "text_of",
]

__getattr__ = import_on_first_use(
    __name__,
    {
        "article_from_bytes": "opening",
        "article_from_text": "formats.plain",
        "articles_from_bytes": "opening",
        "dateline_end": "text.datelines",
        "expand_sources": "opening",
        "list_passed_over": "opening",
        "open_announced": "opening",
        "open_article": "opening",
        "open_beginning": "opening",
        "text_of": "assemble",
    },
)
