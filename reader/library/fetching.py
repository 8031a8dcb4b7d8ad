"""An article that waits for its text is opened, analysed and kept; one at a time, for whoever asks."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.article.model import Article, ArticleError
from reader.article.text.safe import safe_text
from reader.library.model import Entry
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library.library import Kept, Library

Progress = Callable[[str, float | None], None]


class NotWanted(Exception):
    """Raised by a progress callback to stop the work; the article goes on waiting."""


def open_now(source: str, on_progress: Progress, *, typed: bool = True) -> Article:
    """The article at a source, which the user typed or (`typed` is false) only a feed names. Raises ArticleError."""
    from reader.article import open_article

    return open_article(source, typed=typed, on_progress=on_progress)


def analyse_now(article: Article, on_progress: Progress) -> Analysis:
    """All that is found in an article, in this process."""
    from reader.analysis import analyse

    return analyse(article, on_progress=lambda doing: on_progress(doing, None))


def get_text(
    library: "Library",
    entry: Entry,
    on_progress: Progress,
    *,
    opening: Callable[[str, Progress], Article] = open_now,
    analysing: Callable[[Article, Progress], Analysis] = analyse_now,
) -> "Kept | None":
    """Get the text of an article that waits for it, and what is in it; None where it cannot be got, which is kept too.

    `on_progress(doing, share)` is told what is done and may raise NotWanted, which ends the work: the article goes on
    waiting. Raises LibraryError where nothing can be kept.
    """
    if library.only_announced(entry):
        opening = partial(open_now, typed=False)
    try:
        article = opening(entry.source, on_progress)
        if article.items:
            raise ArticleError("it is a list of articles; open it and pick one")
        if not article.text.strip():
            raise ArticleError("it holds no text, so there is nothing to keep")
        analysis = analysing(article, on_progress)
        on_progress("keeping it", None)
        return library.keep(article, analysis, source=entry.source)
    except (NotWanted, LibraryError):
        raise
    except ArticleError as error:
        problem = str(error)
    except Exception as error:  # a fault of ours in one article must not stop the next
        problem = f"it could not be read ({type(error).__name__})"
    library.give_up(entry.number, safe_text(problem, lines=False))
    return None
