"""The article that will probably be asked for next, opened and analysed while the present one is read.

It comes after everything else: whatever the reader asks for stops it, and what it found is given to whoever asks for
the same. Nothing is fetched for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from reader.app.background.work import Cancelled

if TYPE_CHECKING:
    from reader.analysis.model import Analysis
    from reader.app.background.work import DoProgress, OpenProgress, Work
    from reader.app.settings.settings import Settings
    from reader.article.model import Article

_MOST_CHARACTERS = 90_000
"""Of an article that is analysed before anybody asks for it."""

_BETWEEN = 0.05
Args = ParamSpec("Args")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ready:
    """An article with all that is found in it; `remarks` are those of `Work.remarks`."""

    article: Article
    analysis: Analysis
    remarks: tuple[bool, str]


@dataclass(slots=True)
class _Job:
    source: str
    settings: Settings
    article: Article | None = None
    ready: Ready | None = None
    doing: str = "reading"
    opened: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    is_stopped: bool = False

    def step(self, doing: str, share: float | None = None) -> None:
        """Is told what is done; ends the work where it was stopped."""
        self.doing = doing
        if self.is_stopped:
            raise Cancelled


class NextArticle:
    """One article at a time is made ready, in a thread that never keeps the program from ending."""

    def __init__(self, work: Work) -> None:
        self._behind = work
        self._job: _Job | None = None
        first = self._first
        self.work = replace(
            work,
            open=self._open,
            analyse=self._analyse,
            rank=first(work.rank),
            about=first(work.about),
            speaker=first(work.speaker),
            sides=first(work.sides),
        )
        """The same work, before which the next article stands back."""

    def begin(self, source: str, settings: Settings) -> None:
        """Make this source ready, and no other any more."""
        job = self._job
        if job is not None and job.source == source and _same(job.settings, settings) and not job.is_stopped:
            return
        self.stop()
        self._job = job = _Job(source, settings)
        threading.Thread(target=self._run, args=(job,), daemon=True).start()

    def stop(self) -> None:
        """Let go of what is made ready."""
        if self._job is not None:
            self._job.is_stopped = True
            self._job = None

    def taken(self, source: str, settings: Settings) -> Ready | None:
        """The source's article where it is ready; it is given once."""
        job = self._job
        if job is None or job.source != source or job.ready is None or not _same(job.settings, settings):
            return None
        self._job = None
        return job.ready

    def _run(self, job: _Job) -> None:
        work = self._behind
        try:
            job.article = article = work.open(job.source, None, job.step)
            job.opened.set()
            if article.items or not article.text.strip() or len(article.text) > _MOST_CHARACTERS:
                return
            job.step("reading")
            analysis = work.analyse(article, job.settings, job.step)
            job.ready = Ready(article, analysis, work.remarks(article, analysis.sentences, job.step))
        except Exception:  # whoever asks for it is told why it cannot be opened
            return
        finally:
            job.opened.set()
            job.ended.set()

    # What the reader asks for goes first -----------------------------------------------------------------------

    def _first(self, do: Callable[Args, Result]) -> Callable[Args, Result]:
        @wraps(do)
        def done(*args: Args.args, **how: Args.kwargs) -> Result:
            if self._job is not None and self._job.ready is None:
                self.stop()
            return do(*args, **how)

        return done

    def _open(self, source: str, stdin: bytes | None, on_progress: OpenProgress) -> Article:
        job = self._job
        if job is not None and job.source == source:
            while not job.opened.wait(_BETWEEN):
                on_progress(job.doing, None)
            if job.article is not None:
                return job.article
        self.stop()
        return self._behind.open(source, stdin, on_progress)

    def _analyse(self, article: Article, settings: Settings, on_progress: DoProgress) -> Analysis:
        job = self._job
        if job is not None and job.article is article and _same(job.settings, settings):
            while not job.ended.wait(_BETWEEN):
                on_progress(job.doing)
            if job.ready is not None:
                return job.ready.analysis
        self.stop()
        return self._behind.analyse(article, settings, on_progress)


def _same(before: Settings, now: Settings) -> bool:
    """Whether an article is analysed alike by both settings."""
    return (before.summary_method, before.summary_sentences) == (now.summary_method, now.summary_sentences)
