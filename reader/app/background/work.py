"""The slow work, behind one small door: opening, analysing and summarising, imported only when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article.text.safe import safe_text

if TYPE_CHECKING:
    from reader.analysis.model import Analysis, Sentence, Summary
    from reader.analysis.summary import Ranking
    from reader.app.settings.settings import Settings
    from reader.app.state.findings import Finding
    from reader.app.state.laid import Compared, How, Laid
    from reader.article.model import Article
    from reader.compare import Comparison

    Pairs = tuple[tuple[Article, Analysis], ...]

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
    from reader.app.background import analysis_process, jobs

    sentences = settings.summary_sentences or None
    return analysis_process.do(
        jobs.Analyse(article, settings.summary_method, sentences, settings.summary_voices), on_progress
    )


def _analyse_behind(article: Article, on_progress: OpenProgress) -> Analysis:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(
        jobs.Analyse(article), lambda doing: on_progress(doing, None), by=analysis_process.behind
    )


def _methods() -> tuple[str, ...]:
    from reader.analysis.summary import METHODS

    return tuple(METHODS)


def _rank(article: Article, sentences: tuple[Sentence, ...], method: str, on_progress: DoProgress) -> Ranking:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.Rank(article, sentences, method), on_progress)


def _voices(article: Article, analysis: Analysis, method: str, on_progress: DoProgress) -> Ranking:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.RankVoices(article, analysis, method), on_progress)


def _cut(ranking: Ranking, count: int, full: bool) -> Summary:
    from reader.analysis.summary import cut

    return cut(ranking, count=count, full=full)


def _cut_to(ranking: Ranking, words: int | None, share: float | None) -> Summary:
    from reader.analysis.summary import cut

    return cut(ranking, words=words, share=share)


def _about(article: Article, analysis: Analysis, query: str, on_progress: DoProgress) -> Ranking:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.RankAbout(article, analysis, query), on_progress)


def _speaker(article: Article, analysis: Analysis, actor: str, on_progress: DoProgress) -> Ranking:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.RankSpeaker(article, analysis, actor), on_progress)


def _sides(article: Article, analysis: Analysis, on_progress: DoProgress) -> Ranking:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.RankSides(article, analysis), on_progress)


def _unnamed(article: Article, analysis: Analysis, index: int) -> str | None:
    from reader.analysis.summary import unnamed_speaker

    return unnamed_speaker(article, analysis, index)


def _order(ranking: Ranking) -> tuple[int, ...]:
    return tuple(ranking.order)


def _reasons(ranking: Ranking, summary: Summary) -> tuple[str, ...]:
    from reader.analysis.summary import explain

    return tuple(explain(ranking, index) for index in summary.sentences)


def _remarks(article: Article, sentences: tuple[Sentence, ...], on_progress: DoProgress) -> tuple[bool, str]:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.Remark(article, sentences), on_progress)


def _compare(subjects: Pairs, names: tuple[str, ...], how: How, on_progress: DoProgress) -> Compared:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.Compare(subjects, names, how), on_progress)


def _lay_pair(
    subjects: Pairs, names: tuple[str, ...], found: Comparison, pair: tuple[int, int], on_progress: DoProgress
) -> Laid:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.LayPair(subjects, names, found, pair), on_progress)


def _audit(article: Article, analysis: Analysis, on_progress: DoProgress) -> tuple[Finding, ...]:
    from reader.app.background import analysis_process, jobs

    return analysis_process.do(jobs.LookThrough(article, analysis), on_progress)


def _expand(sources: list[str]) -> list[str]:
    from reader.article import expand_sources

    return list(expand_sources(sources))


def _missing(source: str) -> str:
    from reader.article import split_item

    whole = split_item(source)[0]
    if "://" in whole or os.path.lexists(whole) or os.path.lexists(os.path.expanduser(whole)):
        return ""
    return f"there is no file or folder {safe_text(whole, lines=False)}; an address begins with https://"


def _no_beginning(source: str) -> Article | None:
    return None


def _nothing_yet(source: str) -> tuple[Article | None, bool]:
    return None, False


@dataclass(frozen=True)
class Work:
    """What the screen asks of the floors below; tests give functions of their own.

    `analyse_behind` is for articles that nobody looks at yet.
    `cut_to` takes words or a share; `about`, `speaker`, `sides` and `voices` rank as `rank` does; `order` and `reasons`
    tell of a ranking; `at_hand` is an article that is open already or will be in a moment, where there may be one,
    `beginning` its first paragraphs where it is long, and `at_once` what there is of either by now, and whether it is
    the whole;
    `remarks` are whether an article is too short for a summary, and its language; `unnamed` is who speaks in a
    sentence that does not name them; `compare` lays texts side by side, `lay_pair` two of several;
    `audit` tells what an article tells of itself.
    """

    open: Callable[[str, bytes | None, OpenProgress], Article] = _open
    open_text: Callable[[str], Article] = _open_text
    analyse: Callable[[Article, Settings, DoProgress], Analysis] = _analyse
    analyse_behind: Callable[[Article, OpenProgress], Analysis] = _analyse_behind
    methods: Callable[[], tuple[str, ...]] = _methods
    rank: Callable[[Article, tuple[Sentence, ...], str, DoProgress], Ranking] = _rank
    voices: Callable[[Article, Analysis, str, DoProgress], Ranking] = _voices
    cut: Callable[[Ranking, int, bool], Summary] = _cut
    cut_to: Callable[[Ranking, int | None, float | None], Summary] = _cut_to
    about: Callable[[Article, Analysis, str, DoProgress], Ranking] = _about
    speaker: Callable[[Article, Analysis, str, DoProgress], Ranking] = _speaker
    sides: Callable[[Article, Analysis, DoProgress], Ranking] = _sides
    unnamed: Callable[[Article, Analysis, int], str | None] = _unnamed
    order: Callable[[Ranking], tuple[int, ...]] = _order
    reasons: Callable[[Ranking, Summary], tuple[str, ...]] = _reasons
    remarks: Callable[[Article, tuple[Sentence, ...], DoProgress], tuple[bool, str]] = _remarks
    expand: Callable[[list[str]], list[str]] = _expand
    missing: Callable[[str], str] = _missing
    compare: Callable[[Pairs, tuple[str, ...], How, DoProgress], Compared] = _compare
    audit: Callable[[Article, Analysis, DoProgress], tuple[Finding, ...]] = _audit
    lay_pair: Callable[[Pairs, tuple[str, ...], Comparison, tuple[int, int], DoProgress], Laid] = _lay_pair
    beginning: Callable[[str], Article | None] = _no_beginning
    at_once: Callable[[str], tuple[Article | None, bool]] = _nothing_yet
    at_hand: Callable[[str], Article | None] | None = None
