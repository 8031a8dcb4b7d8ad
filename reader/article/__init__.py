"""Ground floor: bytes become an `Article`. One file per format, one for fetching, one that makes text safe."""

from reader.article.model import Article, ArticleError, Block, Link, Span

__all__ = ["Article", "ArticleError", "Block", "Link", "Span"]
