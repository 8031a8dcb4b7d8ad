"""What the process beside the screen's does when it is asked, by name; each is told steps and gives what pickles."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.analysis.model import Analysis, Sentence
from reader.article.model import Article

if TYPE_CHECKING:
    from reader.analysis.summary import Ranking

Step = Callable[[str], None]


def _analyse(step: Step, article: Article, method: str | None, sentences: int | None) -> Analysis:
    from reader.analysis import analyse
    from reader.analysis.summary import METHODS

    return analyse(article, method=method if method in METHODS else None, sentences=sentences, on_progress=step)


def _remarks(step: Step, article: Article, sentences: tuple[Sentence, ...]) -> tuple[bool, str]:
    from reader.analysis.summary import language_name, too_short

    return too_short(article, sentences), language_name(article.language)


def _rank(step: Step, article: Article, sentences: tuple[Sentence, ...], method: str) -> "Ranking":
    from reader.analysis.summary import rank

    return rank(article, sentences, method, on_progress=step)


def _about(step: Step, article: Article, analysis: Analysis, query: str) -> "Ranking":
    from reader.analysis.summary import rank_query

    return rank_query(article, analysis.sentences, query, actors=analysis.actors, on_progress=step)


def _speaker(step: Step, article: Article, analysis: Analysis, actor: str) -> "Ranking":
    from reader.analysis.summary import rank_speaker

    return rank_speaker(article, analysis, actor, on_progress=step)


def _sides(step: Step, article: Article, analysis: Analysis) -> "Ranking":
    from reader.analysis.summary import rank_sides

    return rank_sides(article, analysis, on_progress=step)


JOBS: dict[str, Callable[..., Any]] = {
    "analyse": _analyse,
    "remarks": _remarks,
    "rank": _rank,
    "about": _about,
    "speaker": _speaker,
    "sides": _sides,
}
