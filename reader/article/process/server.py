"""What is done in the process in which untrusted bytes are parsed.

A job is the length of its head (4 bytes, big-endian), the head as JSON (what is known of the bytes) and the bytes.
JSON, and not pickle: what comes out of here is trusted no more than what went in.
"""

import json
from collections.abc import Callable
from typing import Any

from reader.article.model import Article, ArticleError, Block, FeedItem, FeedList, Item, Link


def article_as_values(article: Article) -> dict[str, Any]:
    """An article as values that JSON knows."""
    return {
        "text": article.text,
        "blocks": [[block.kind, *block.span, block.level] for block in article.blocks],
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "site": article.site,
        "url": article.url,
        "language": article.language,
        "links": [[*link.span, link.url] for link in article.links],
        "notes": article.notes,
        "items": [[i.source, i.title, i.byline, i.published, i.url, i.words] for i in article.items],
        "excerpt": article.excerpt,
    }


def article_from_values(values: dict[str, Any]) -> Article:
    """The article that `article_as_values` took apart."""
    return Article(
        text=values["text"],
        blocks=tuple(Block(kind, (start, end), level) for kind, start, end, level in values["blocks"]),
        source=values["source"],
        title=values["title"],
        byline=tuple(values["byline"]),
        published=values["published"],
        site=values["site"],
        url=values["url"],
        language=values["language"],
        links=tuple(Link((start, end), url) for start, end, url in values["links"]),
        notes=tuple(values["notes"]),
        items=tuple(
            Item(source, title, tuple(byline), published, url, words)
            for source, title, byline, published, url, words in values["items"]
        ),
        excerpt=values["excerpt"],
    )


def _feed_as_values(data: bytes, *, name: str, url: str, charset: str | None, known: list[str]) -> dict[str, Any]:
    from reader.article.parsing import parse_feed

    found = parse_feed(data, name=name, url=url, charset=charset, known=frozenset(known))
    return {
        "title": found.title,
        "home": found.home,
        "named": found.named,
        "is_page": found.is_page,
        "items": [
            [i.guid, i.url, i.title, i.published, i.digest, i.article and article_as_values(i.article)]
            for i in found.items
        ],
    }


def feed_from_values(values: dict[str, Any]) -> FeedList:
    """The feed that a job with `known` gave."""
    return FeedList(
        values["title"],
        values["home"],
        tuple(
            FeedItem(guid, url, title, published, digest, article and article_from_values(article))
            for guid, url, title, published, digest, article in values["items"]
        ),
        tuple((address, title) for address, title in values["named"]),
        values["is_page"],
    )


def work(job: bytes, step: Callable[[bytes], None]) -> bytes:
    """The article in a job's bytes, as JSON; raises ArticleError for all that can go wrong. An empty job warms up."""
    if not job:
        from reader.article.html.extraction import extractor

        extractor()
        return b""
    from reader.article.parsing import TOO_MUCH, damaged, parse, parse_each

    start = 4 + int.from_bytes(job[:4], "big")
    facts = json.loads(job[4:start])
    try:
        if "known" in facts:
            return json.dumps(_feed_as_values(job[start:], **facts)).encode("ascii")
        if facts.pop("each", False):
            found = parse_each(job[start:], **facts)
            values = [str(one) if isinstance(one, ArticleError) else article_as_values(one) for one in found]
            return json.dumps({"each": values}).encode("ascii")
        return json.dumps(article_as_values(parse(job[start:], **facts))).encode("ascii")
    except ArticleError:
        raise
    except MemoryError:
        raise ArticleError(TOO_MUCH) from None
    except Exception as problem:  # whatever a parser trips over, the next job must find the process alive
        raise ArticleError(damaged(problem)) from None
