"""All feeds asked for what is new: a few servers at once, no server twice at once, and none waited for without end."""

import hashlib
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Literal

from reader.article import ArticleError
from reader.article.model import FeedList
from reader.article.process.client import parse_feed
from reader.article.text.hosts import host_of
from reader.article.web.fetch import Limits, NoPage, Page, fetch
from reader.feeds.cadence import due_after_refusal
from reader.feeds.model import Feed, Outcome
from reader.feeds.rows import list_feeds, list_items
from reader.feeds.taking import known_digests, note_failure, take_answer
from reader.library.library import Library

_TICK = 0.1
_SILENCES = 2
"""Questions that a server leaves without any answer, after which it is asked no more in this refresh."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a refresh may take: servers at once, seconds in all, and what one fetch may."""

    at_once: int = 8
    seconds: float = 180.0
    limits: Limits = field(
        default_factory=lambda: Limits(
            connect=10.0, read=15.0, total=30.0, wire_bytes=8 << 20, body_bytes=32 << 20, redirects=5
        )
    )


class Stopped(Exception):
    """The refresh is not wanted any more; what was taken in until now stays."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of asking one feed: a page and what is in it (None: what is known), or why there is none."""

    feed: Feed
    page: Page | None = None
    found: FeedList | None = None
    digest: str = ""
    problem: str = ""
    due: float = 0.0
    result: Literal["failing", "gone", "waiting", "late"] = "failing"


@dataclass(frozen=True, slots=True)
class _Question:
    feed: Feed
    etag: str | None
    modified: str | None
    digest: str | None
    known: tuple[str, ...]


def refresh(
    library: Library,
    feeds: Sequence[Feed],
    *,
    rules: Rules,
    on_outcome: Callable[[Outcome], None],
    wanted: Callable[[], bool],
) -> None:
    """Ask these feeds, and tell each outcome when all of it is on the disk, in the order in which the answers come.

    `wanted` is asked ten times a second; when it says no, Stopped is raised. Raises LibraryError where what came
    cannot be kept.
    """
    questions = _questions(library, feeds)
    work = _Work(questions, rules, library.clock)
    work.begin()
    try:
        for _ in questions:
            while (answer := work.next_answer()) is None:
                if not wanted():
                    raise Stopped
            on_outcome(_keep(library, answer))
    finally:
        work.stop()


def _questions(library: Library, feeds: Sequence[Feed]) -> list[_Question]:
    questions = []
    with library.reading() as connection:
        for feed in feeds:
            row = connection.execute("SELECT etag, modified, digest FROM feed WHERE id = ?", (feed.number,)).fetchone()
            if row is not None:
                etag, modified, digest = row
                known = tuple(known_digests(connection, feed.number))
                questions.append(_Question(feed, etag, modified, digest, known))
    return questions


def _keep(library: Library, answer: _Answer) -> Outcome:
    """All that came of one feed in one transaction."""
    feed, now = answer.feed, library.clock()
    if answer.page is None:
        if answer.result != "late":
            with library.writing() as connection:
                gone = answer.result == "gone"
                note_failure(connection, feed.number, answer.problem, now, due=answer.due, gone=gone)
        return Outcome(feed.number, feed.title, feed.url, answer.result, problem=answer.problem)
    with library.writing() as connection:
        if not list_feeds(connection, "feed.id = ?", (feed.number,)):
            return Outcome(feed.number, feed.title, feed.url, "same")  # it was removed meanwhile
        fresh, changed = take_answer(connection, feed, answer.page, answer.found, answer.digest, now)
        items = []
        for at in range(0, len(fresh), 500):
            part = fresh[at : at + 500]
            items += list_items(connection, f"item.id IN ({', '.join('?' * len(part))})", part)
        (after,) = list_feeds(connection, "feed.id = ?", (feed.number,))
    return Outcome(feed.number, after.title, after.url, "new" if items else "same", tuple(items), changed)


class _Work:
    """The threads that ask: each takes the next feed whose server is asked by no other."""

    def __init__(self, questions: Sequence[_Question], rules: Rules, clock: Callable[[], float]) -> None:
        self._waiting = list(questions)
        self._rules = rules
        self._clock = clock
        self._end = time.monotonic() + rules.seconds
        self._answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        self._change = threading.Condition()
        self._asked: set[str] = set()
        self._silences: dict[str, int] = {}
        self._gates: dict[str, threading.Lock] = {}
        self._stopped = threading.Event()

    def begin(self) -> None:
        for number in range(min(self._rules.at_once, len(self._waiting))):
            threading.Thread(target=self._run, name=f"reader-feeds-{number}", daemon=True).start()

    def stop(self) -> None:
        with self._change:
            self._stopped.set()
            self._change.notify_all()

    def next_answer(self) -> _Answer | None:
        """An answer, or None when there is none yet."""
        try:
            return self._answers.get(timeout=_TICK)
        except queue.Empty:
            return None

    def _run(self) -> None:
        while (question := self._take()) is not None:
            host = host_of(question.feed.url)
            try:
                self._answers.put(self._ask(question))
            except Stopped:
                return
            except Exception as error:  # a fault of ours in one feed holds back no other
                self._answers.put(_Answer(question.feed, problem=f"internal error, {type(error).__name__}: {error}"))
            finally:
                with self._change:
                    self._asked.discard(host)
                    self._change.notify_all()

    def _take(self) -> _Question | None:
        """The next feed whose server is free; waits for one. None when there is nothing left to ask."""
        with self._change:
            while not self._stopped.is_set() and self._waiting:
                for place, question in enumerate(self._waiting):
                    host = host_of(question.feed.url)
                    if host not in self._asked:
                        self._asked.add(host)
                        return self._waiting.pop(place)
                self._change.wait()
        return None

    def _ask(self, question: _Question) -> _Answer:
        feed = question.feed
        left = self._end - time.monotonic()
        if left <= 0:
            return _Answer(feed, problem="there was no time left to ask it; refresh again", result="late")
        host = host_of(feed.url)
        if self._silences.get(host, 0) >= _SILENCES:
            return _Answer(feed, problem="its server does not answer; try again later")
        known = {"If-None-Match": question.etag, "If-Modified-Since": question.modified}
        limits = replace(self._rules.limits, total=min(self._rules.limits.total, left))
        heard = False

        def tick(what: str, share: float | None) -> None:
            nonlocal heard
            heard = heard or what == "loading"
            self._tick()

        try:
            page = fetch(
                feed.url,
                limits=limits,
                known={name: value for name, value in known.items() if value},
                gate=self._gate,
                on_progress=tick,
            )
            digest = hashlib.sha256(page.body).hexdigest()[:32]
            if page.status == 304 or (page.body and digest == question.digest):
                return _Answer(feed, page, digest=question.digest or "")
            found = self._parse(question, page)
        except NoPage as problem:
            if problem.status == 0 and not heard:
                self._silences[host] = self._silences.get(host, 0) + 1
            return self._refused(feed, problem)
        except ArticleError as problem:
            return _Answer(feed, problem=str(problem))
        if found.is_page:
            return _Answer(feed, problem="there is a page at this address, and no feed; add the page to find its feed")
        return _Answer(feed, page, found, digest)

    def _parse(self, question: _Question, page: Page) -> FeedList:
        if not page.body.strip():
            raise ArticleError("the server sent an empty page; try again later")
        return parse_feed(
            page.body,
            name=page.media_type,
            url=page.url,
            charset=page.charset,
            known=question.known,
            tick=self._tick,
        )

    def _refused(self, feed: Feed, problem: NoPage) -> _Answer:
        if problem.status == 410:
            return _Answer(feed, problem="its server says that it is gone for good (410)", result="gone")
        due = due_after_refusal(problem.headers, self._clock()) if problem.status in (429, 503) else 0.0
        return _Answer(feed, problem=str(problem), due=due, result="waiting" if due else "failing")

    def _tick(self) -> None:
        if self._stopped.is_set():
            raise Stopped
        if time.monotonic() > self._end:
            raise ArticleError("it did not come within the time that the refresh had; refresh again")

    @contextmanager
    def _gate(self, host: str) -> Iterator[None]:
        """Held while a server is asked, also by way of another's redirect."""
        with self._change:
            gate = self._gates.setdefault(host.casefold(), threading.Lock())
        while not gate.acquire(timeout=_TICK):
            self._tick()
        try:
            yield
        finally:
            gate.release()
