"""`reader analyze`: one JSON object a line for each source, in one process or in several, always in order."""

import json
import os
import stat
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from threading import Event
from typing import TYPE_CHECKING, Protocol

from reader.commands import streams
from reader.commands.ahead import one_ahead
from reader.commands.ending import leaving_in_order
from reader.commands.problems import told
from reader.commands.sources import expand_told, stdin_for
from reader.cores import count_cores

if TYPE_CHECKING:
    from reader.analysis.tagger import Begun
    from reader.article import Article
    from reader.library.library import Library


_TEXTS = (".txt", ".md")
_SMALL = 1 << 18
"""Bytes of a text that is opened in some milliseconds."""


@dataclass(frozen=True, slots=True)
class Job:
    """One source and how its summary is to be made; `problem` is set when the source is known to be bad."""

    source: str
    method: str | None = None
    sentences: int | None = None
    words: int | None = None
    voices: bool = False
    stdin: bytes | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A source's line of JSON, and what went wrong with it, if anything did."""

    source: str
    line: str
    problem: str | None = None


Outcomes = Generator[Outcome, None, None]


class Meter(Protocol):
    """The part of a progress bar that is used here."""

    def update(self, n: float = 1) -> bool | None: ...
    def close(self) -> None: ...


def run(
    sources: Sequence[str],
    *,
    method: str | None = None,
    sentences: int | None = None,
    words: int | None = None,
    voices: bool = False,
    jobs: int = 1,
) -> int:
    """Analyse each source and print its line; gives the exit status. `jobs` 0 means one process a core."""
    todo = [replace(job, method=method, sentences=sentences, words=words, voices=voices) for job in _jobs(sources)]
    workers = min(jobs or count_cores(), len(todo))
    outcomes = _in_this_process(todo) if workers < 2 else _in_processes(todo, workers)
    meter = _meter(len(todo))
    failed = False
    try:
        with closing(outcomes):
            for outcome in outcomes:
                with _bar_aside(meter):
                    if outcome.problem is not None:
                        failed = True
                        streams.complain(outcome.problem, outcome.source)
                    streams.write(outcome.line + "\n")
                if meter is not None:
                    meter.update()
    finally:
        if meter is not None:
            meter.close()
    return int(failed)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A source's article, or what was wrong with it; and the tagger at work on it, where it reads ahead."""

    job: Job
    article: "Article | None" = None
    problem: str | None = None
    begun: "Begun | None" = None


def all_outcomes_of(job: Job) -> list[Outcome]:
    """Analyse one source, and each item of one that is a list: a feed, a book. Nothing is raised."""
    return [_outcome_of(opened) for opened in _open(job)]


def _in_this_process(todo: Iterable[Job]) -> Outcomes:
    """Outcomes in the order of the jobs; the next article is opened, and the network reads it, while the rules go over
    this one."""
    from reader.analysis.collecting import seldom_collecting
    from reader.analysis.turns import short_turns
    from reader.library.by_hand import hold_library

    stop = Event()
    waiting = deque(todo)
    try:
        with (
            seldom_collecting(),
            closing(one_ahead(_read_ahead(waiting, stop), _give_up, partial(_is_at_hand, waiting))) as coming,
            hold_library() as library,
            short_turns(),
        ):
            for opened in coming:
                yield _outcome_of(opened, library)
    finally:
        stop.set()


def _read_ahead(waiting: deque[Job], stop: Event) -> Iterator[_Opened]:
    """What is opened of the jobs, each of which waits until all of it was taken."""
    from reader.analysis.many import begin_ahead

    while waiting:
        for opened in _open(waiting[0], stop):
            yield opened if opened.article is None else replace(opened, begun=begin_ahead(opened.article))
        waiting.popleft()


def _is_at_hand(waiting: deque[Job], taken: _Opened) -> bool:
    """Whether what comes behind an article that was taken is opened in a moment: that was all of its job, and both it
    and the next are small texts on this machine."""
    return taken.job is waiting[0] and all(map(_is_small_text, islice(waiting, 2)))


def _is_small_text(job: Job) -> bool:
    if job.stdin is not None or not job.source.endswith(_TEXTS):
        return False
    try:
        found = os.stat(job.source)
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= _SMALL


def _give_up(opened: _Opened) -> None:
    if opened.begun is not None:
        opened.begun.cancel()


def _open(job: Job, stop: Event | None = None) -> Iterator[_Opened]:
    """The article of a source, or each of a list's. What is set to `stop` ends the opening."""
    if job.problem is not None:
        yield _Opened(job, problem=job.problem)
        return

    def progress(doing: str, share: float | None) -> None:
        if stop is not None and stop.is_set():
            raise ArticleError("given up")

    try:
        from reader.article import ArticleError, open_article

        article = open_article(job.source, stdin=job.stdin, on_progress=progress)
    except Exception as error:
        yield _Opened(job, problem=told(error))
        return
    if not article.items:
        yield _Opened(job, article)
    for item in article.items:
        yield from _open(replace(job, source=item.source), stop)


def _outcome_of(opened: _Opened, library: "Library | None" = None) -> Outcome:
    job, article = opened.job, opened.article
    if article is None:
        return _failure(job.source, opened.problem or "")
    try:
        from reader.analysis import analyse
        from reader.export import analysis_as_json_line
        from reader.library.by_hand import set_right

        analysis = analyse(
            article,
            method=job.method,
            sentences=job.sentences,
            words=job.words,
            voices=job.voices,
            begun=opened.begun,
        )
        analysis = set_right(article, analysis, job.source, library)
        return Outcome(job.source, analysis_as_json_line(article, analysis).rstrip("\n"))
    except Exception as error:
        return _failure(job.source, told(error))


def _failure(source: str, problem: str) -> Outcome:
    return Outcome(source, json.dumps({"source": source, "error": problem}), problem)


def _jobs(sources: Sequence[str]) -> Iterator[Job]:
    """A job for each article, directories opened; a directory that cannot be is a job that failed already."""
    from reader.article import ArticleError

    for given in sources:
        try:
            for source in expand_told(given):
                yield Job(source, stdin=stdin_for(source))
        except ArticleError as error:
            yield Job(given, problem=str(error))


def _in_processes(todo: Iterable[Job], workers: int) -> Outcomes:
    """Outcomes in the order of the jobs. A job that kills its process (out of memory) fails alone."""
    from concurrent.futures.process import BrokenProcessPool

    waiting = deque(todo)
    while waiting:
        try:
            for outcomes in _through_pool(waiting, workers):
                waiting.popleft()
                yield from outcomes
        except BrokenProcessPool:
            # Which of the jobs in flight did it is unknown: the first is tried alone, then the pool goes on.
            yield from _alone(waiting.popleft())


def _alone(job: Job) -> list[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        with closing(_through_pool([job], 1)) as outcomes:
            return next(outcomes)
    except BrokenProcessPool:
        return [_failure(job.source, "the process that analysed it was killed: it may need more memory")]


def _through_pool(todo: Iterable[Job], workers: int) -> Generator[list[Outcome], None, None]:
    """Map over processes, in order, with few jobs in flight, and no process left behind however it ends."""
    from reader.process_pool import map_in_order, open_pool

    with leaving_in_order(), open_pool(workers, _start_worker, max(1, count_cores() // workers)) as pool:
        yield from map_in_order(pool, all_outcomes_of, list(todo), in_flight=4 * workers)


def _start_worker(threads: int) -> None:
    from reader.analysis.tagger import use_threads

    streams.prepare()
    streams.quieten_libraries()
    use_threads(threads)


def _meter(total: int) -> Meter | None:
    """A progress bar when many sources run and somebody can see it, else None."""
    if total < 2 or not sys.stderr.isatty():
        return None
    from tqdm import tqdm

    meter: Meter = tqdm(total=total, unit=" articles", file=sys.stderr, dynamic_ncols=True, leave=False)
    return meter


def _bar_aside(meter: Meter | None) -> AbstractContextManager[object]:
    """Wipe the bar while a line is printed at the same terminal."""
    if meter is None:
        return nullcontext()
    from tqdm import tqdm

    aside: AbstractContextManager[object] = tqdm.external_write_mode(file=sys.stdout)
    return aside
