"""The slow work, behind one small door: opening, analysing and summarising, imported only when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reader.analysis.model import Analysis, Sentence, Summary
from reader.app.settings import Settings
from reader.article.model import Article

OpenProgress = Callable[[str, float | None], None]
DoProgress = Callable[[str], None]


class Cancelled(Exception):
    """Raised inside a progress callback when the reader no longer wants the result."""


def _open(source: str, stdin: bytes | None, on_progress: OpenProgress) -> Article:
    from reader.article import open_article

    return open_article(source, stdin=stdin, on_progress=on_progress)


def _open_text(text: str) -> Article:
    from reader.article import article_from_text

    return article_from_text(text, source="clipboard")


def _analyse(article: Article, settings: Settings, on_progress: DoProgress) -> Analysis:
    from reader.app.apart import analyst

    method, sentences = settings.summary_method, settings.summary_sentences or None
    return analyst.analyse(article, method=method, sentences=sentences, on_progress=on_progress)


def _methods() -> tuple[str, ...]:
    from reader.analysis.summary import METHODS

    return tuple(METHODS)


def _rank(article: Article, sentences: tuple[Sentence, ...], method: str) -> Any:
    from reader.analysis.summary import rank

    return rank(article, sentences, method)


def _cut(ranking: Any, count: int) -> Summary:
    from reader.analysis.summary import cut

    return cut(ranking, count=count)


def _expand(sources: list[str]) -> list[str]:
    from reader.article import expand_sources

    return list(expand_sources(sources))


@dataclass(frozen=True)
class Work:
    """What the screen asks of the floors below; tests give functions of their own."""

    open: Callable[[str, bytes | None, OpenProgress], Article] = _open
    open_text: Callable[[str], Article] = _open_text
    analyse: Callable[[Article, Settings, DoProgress], Analysis] = _analyse
    methods: Callable[[], tuple[str, ...]] = _methods
    rank: Callable[[Article, tuple[Sentence, ...], str], Any] = _rank
    cut: Callable[[Any, int], Summary] = _cut
    expand: Callable[[list[str]], list[str]] = _expand
