"""Articles in a row: the tagger's network reads ahead while the rules go over this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.analysis.engine import analyse, import_rooms, is_english
from reader.analysis.model import Analysis
from reader.article.model import Article

if TYPE_CHECKING:
    from reader.analysis.tagger import Begun

AHEAD = 100_000
"""Characters of articles that are read ahead; what the network says of one of them takes some 1.5 kB."""
_ARTICLES = 8

Found = tuple[Article, Analysis | Exception]


def analyse_many(
    articles: Iterable[Article],
    *,
    method: str | None = None,
    sentences: int | None = None,
    words: int | None = None,
    voices: bool = False,
) -> Iterator[Found]:
    """Each article with what `analyse` finds in it, or what it raised, in the order of the articles.

    Up to eight articles are asked for before the first of them is analysed, so they should be at hand; a generator that
    is closed early gives up those that the network has begun.

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
                waiting.append((article, begin_ahead(article)))
                ahead += len(article.text)
            if not waiting:
                return
            article, begun = waiting.popleft()
            ahead -= len(article.text)
            try:
                found: Analysis | Exception = analyse(
                    article, method=method, sentences=sentences, words=words, voices=voices, begun=begun
                )
            except Exception as error:
                found = error
            yield article, found
    finally:
        for _, begun in waiting:
            if begun is not None:
                begun.cancel()


def begin_ahead(article: Article) -> Begun | None:
    """The tagger at work on an article that will be analysed soon, where it has threads of its own to work in; whatever
    keeps it from beginning shows when the article is analysed."""
    try:
        from reader.analysis.tagger import has_threads

        if not has_threads() or len(article.text) >= AHEAD or not is_english(article):
            return None
        import_rooms(article)
        from reader.analysis.claims import begin_tagging

        return begin_tagging(article)
    except Exception:
        return None
