"""Very many articles, one after the other: the tagger's network reads ahead while the rules go over this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.analysis.engine import analyse, is_english
from reader.analysis.model import Analysis
from reader.article.model import Article

if TYPE_CHECKING:
    from reader.analysis.tagger import Begun

AHEAD = 100_000
"""Characters of articles that are read ahead; what the network says of one of them takes some 1.5 kB."""
_ARTICLES = 8

Found = tuple[Article, Analysis | Exception]


def analyse_many(articles: Iterable[Article], *, method: str | None = None) -> Iterator[Found]:
    """Each article with what `analyse` finds in it, or what it raised, in the order of the articles.

    The same is found as by `analyse` alone: each window of a text goes to the network by itself, since the weights'
    eight bits are laid over the numbers of one call, and others beside a window would change what is read in it. No
    window waits for another article's either: on a processor one of 256 pieces fills the network as well as many do.
    """
    waiting: deque[tuple[Article, Begun | None]] = deque()
    ahead = 0
    coming = iter(articles)
    try:
        while True:
            while (not waiting or ahead < AHEAD) and len(waiting) < _ARTICLES and (article := next(coming, None)):
                waiting.append((article, _begin(article) if len(article.text) < AHEAD else None))
                ahead += len(article.text)
            if not waiting:
                return
            article, begun = waiting.popleft()
            ahead -= len(article.text)
            yield article, _finish(article, begun, method)
    finally:
        for _, begun in waiting:
            if begun is not None:
                begun.cancel()


def _begin(article: Article) -> Begun | None:
    """The tagger at work on an article, where it has threads of its own to work in."""
    from reader.analysis.claims import begin_tagging
    from reader.analysis.tagger import TaggerUnavailable, has_threads

    if not is_english(article):
        return None
    try:
        return begin_tagging(article) if has_threads() else None
    except TaggerUnavailable:
        return None


def _finish(article: Article, begun: Begun | None, method: str | None) -> Analysis | Exception:
    try:
        return analyse(article, method=method, begun=begun)
    except Exception as error:
        return error
