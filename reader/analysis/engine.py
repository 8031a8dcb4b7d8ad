"""The engine: everything that is found in one article, in order, with progress and a way out."""

from collections.abc import Callable

from reader.analysis.model import Analysis
from reader.article.model import Article

Progress = Callable[[str], None]
"""Called before each step with what is being done ("finding claims"); an exception raised in it ends the analysis."""


def analyse(
    article: Article,
    *,
    method: str | None = None,
    sentences: int | None = None,
    words: int | None = None,
    on_progress: Progress | None = None,
) -> Analysis:
    """Find sentences, actors, claims and a summary in an article.

    `method` names the summariser (None: the default); `sentences` or `words` its length (None: by the article's
    length).
    """
    return Analysis()
