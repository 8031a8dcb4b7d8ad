"""Ground floor: bytes become an `Article`. One file per format, one for fetching, one that makes text safe.

What reads articles is imported on first use, so that the screen can import the model without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.article.item_numbers import split_item
from reader.article.model import Article, ArticleError, Block, Item, Link, Span
from reader.article.text.safe import safe_link, safe_text

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

_ON_FIRST_USE = {
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
}


def __getattr__(name: str) -> Any:
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module 'reader.article' has no attribute {name!r}")
    return getattr(import_module(f"reader.article.{_ON_FIRST_USE[name]}"), name)
