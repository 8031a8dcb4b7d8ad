"""The beginning of a long article as an article of its own, whose spans are the whole one's."""

from dataclasses import replace

from reader.article.model import Article


def cut_beginning(article: Article, most: int) -> Article:
    """The first blocks, at most so many characters of them but always one; spans into the beginning hold in both."""
    count = max(1, sum(block.span[1] <= most for block in article.blocks))
    if count >= len(article.blocks):
        return article
    end = article.blocks[count - 1].span[1]
    links = tuple(link for link in article.links if link.span[1] <= end)
    return replace(article, text=article.text[:end], blocks=article.blocks[:count], links=links, items=(), notes=())
