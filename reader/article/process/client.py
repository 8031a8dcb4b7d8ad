"""Untrusted bytes are parsed in a process of their own, kept warm, that can be killed."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypedDict

from reader.article.model import Article, ArticleError, FeedList
from reader.article.process.server import article_from_values, feed_from_values
from reader.article.text.safe import safe_text
from reader.child_process import ChildProcess, Died, JobFailed, TookTooLong

MOST_SECONDS = 45.0
"""That one article may take to be parsed; an ordinary page takes a tenth of one."""

child = ChildProcess("reader.article.process.server", memory=2 << 30, idle=120.0)
feed_child = ChildProcess("reader.article.process.server", memory=2 << 30, idle=10.0)


class Facts(TypedDict):
    """What is known of bytes before they are parsed, as `reader.article.parsing.parse` takes it."""

    source: str
    name: str
    url: str | None
    charset: str | None
    item: int | None


def warm() -> None:
    """Start the process, and have it load what a page needs, without waiting for it."""
    child.warm(b"")


def parse(data: bytes, facts: Facts, tick: Callable[[], None] | None = None) -> Article:
    """The article in these bytes; ArticleError when there is none, or when it takes too long or too much.

    `tick` is called while it takes; what it raises passes through and ends the work at once.
    """
    return article_from_values(_done(child, facts, data, tick))


def parse_each(data: bytes, *, source: str, name: str) -> list[Article | ArticleError]:
    """The article in these bytes, or each that a feed or book is a list of, as `reader.article.parsing.parse_each`
    gives them. Raises ArticleError as `parse` does."""
    facts = {"source": source, "name": name, "each": True}
    found = _done(child, facts, data, None)["each"]
    return [
        ArticleError(safe_text(one, lines=False)) if isinstance(one, str) else article_from_values(one) for one in found
    ]


def parse_feed(
    data: bytes,
    *,
    name: str,
    url: str,
    charset: str | None,
    known: Iterable[str] = (),
    tick: Callable[[], None] | None = None,
) -> FeedList:
    """The feed in these bytes, or the feeds that a page names, as `reader.article.parsing.parse_feed` gives them.

    It is read in a process of its own, so that no article waits for feeds. Raises ArticleError as `parse` does.
    """
    facts = {"name": name, "url": url, "charset": charset, "known": sorted(known)}
    return feed_from_values(_done(feed_child, facts, data, tick))


def _done(
    process: ChildProcess, facts: Mapping[str, object], data: bytes, tick: Callable[[], None] | None
) -> dict[str, Any]:
    head = json.dumps(facts).encode("ascii")
    job = len(head).to_bytes(4, "big") + head + data
    seconds = MOST_SECONDS
    try:
        answer = process.do(job, lambda step: tick() if tick else None, seconds=seconds)
    except JobFailed as refusal:
        raise ArticleError(safe_text(str(refusal), lines=False)) from None
    except TookTooLong:
        raise ArticleError(
            f"it could not be taken apart within {seconds:g} seconds; paste the article's text instead"
        ) from None
    except Died:
        raise ArticleError("it takes more memory than an article may; paste the article's text instead") from None
    except OSError:
        raise ArticleError("no process could be started to read it; close other programs") from None
    values: dict[str, Any] = json.loads(answer)
    return values
