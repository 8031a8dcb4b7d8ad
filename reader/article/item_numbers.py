"""Sources that hold several articles, and how one of them is named: `feed.xml#3`, `https://example.org/feed#3`."""

import os
import re

from reader.article.model import ArticleError

_ADDRESS = re.compile(r"(?P<source>.+)#(?P<number>\d{1,6})", re.DOTALL)


def item_source(source: str, number: int) -> str:
    """What opens one article of a source, numbered from 1."""
    return f"{source}#{number}"


def split_item(source: str) -> tuple[str, int | None]:
    """The source that holds an article and the article's number there; None where a whole source is named."""
    match = _ADDRESS.fullmatch(source)
    if not match or ("://" not in source and os.path.lexists(source)):
        return source, None
    return match.group("source"), int(match.group("number"))


def check_number(number: int, count: int, what: str) -> None:
    """Raises ArticleError for a number that none of `count` articles has; `what` is what they are called."""
    if not 1 <= number <= count:
        there = f"{what} 1 to {count}" if count > 1 else f"one {what.removesuffix('s')}, number 1"
        raise ArticleError(f"there is no #{number}: it holds {there}; `reader list` shows them")
