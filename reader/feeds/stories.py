"""One story, one line (for now each item by itself)."""

from reader.article.model import Article


def likeness_of(article: Article, day: float, now: float) -> bytes | None:
    return None
