"""What is done with one part, importable by any engine that maps a function over values."""

import ctypes
import json
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.analysis.model import Analysis
from reader.archive.plan import ArchiveError, Part, Settings, identify, name_engine
from reader.archive.raw import Unread, build_articles, describe
from reader.archive.rows import read_place
from reader.archive.tables import Rows, is_done, mark_of, write_part
from reader.article.model import Article

KILLED = "the process that analysed it was killed: it may need more memory"


@dataclass(frozen=True, slots=True)
class Done:
    """What a part came to: articles analysed, words in them, articles that failed."""

    part: int
    articles: int = 0
    words: int = 0
    failed: int = 0


def analyse_part(part: Part, folder: str, settings: Settings, *, threads: int | None = None) -> Done:
    """Analyse a part's articles and write its files below `folder`; a part that is done already is left as it is.

    `threads` is how many threads the network may use in this process. A bad article becomes a row of `errors`; what is
    raised is OSError for a disk that takes no more, and ArchiveError for a missing extra or another engine than the
    run's.
    """
    if settings.engine != name_engine():
        raise ArchiveError(f"a worker has another engine ({name_engine()}) than the run ({settings.engine})")
    if threads is not None:
        from reader.analysis.tagger import use_threads

        use_threads(threads)
    if is_done(Path(folder), part, settings):
        return read_mark(mark_of(Path(folder), part))
    _keep_memory()
    rows = analyse_places(part, settings)
    write_part(Path(folder), part, rows, settings)
    done = Done(part.number, rows.articles, rows.words, rows.failed)
    del rows
    _give_back_memory()
    return done


_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3


@cache
def _keep_memory() -> None:
    """Within a part the C library (glibc) gives nothing back, for it would ask for that again at once: Dask has its
    workers give back whatever is free."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL("libc.so.6")
        library.mallopt(_TRIM_THRESHOLD, 64 << 20)
        library.mallopt(_MMAP_THRESHOLD, 16 << 20)


def _give_back_memory() -> None:
    """What one large article took is the system's again, where its C library (glibc) can be asked: a process works for
    days, and its allocator keeps what it once had."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def read_mark(mark: Path) -> Done:
    """What a part that is done came to."""
    found = json.loads(mark.read_bytes())
    return Done(found["part"], found["articles"], found["words"], found["failed"])


def analyse_places(part: Part, settings: Settings) -> Rows:
    """The rows of a part, without writing them."""
    rows = Rows()
    unread: list[Unread] = []
    for article, original, found in _analysed(_new(part, settings, unread), settings, part.copies):
        if isinstance(found, Exception):
            unread.append(Unread(article.source, describe(found)))
        else:
            rows.add(article, found, settings, original)
    for one in unread:
        rows.fail(one.source, one.problem)
    return rows


def _new(part: Part, settings: Settings, unread: list[Unread]) -> Iterator[Article]:
    """The articles of a part, each once; what is none goes to `unread`."""
    seen: set[str] = set()
    for place in part.places:
        for raw in read_place(place, settings):
            if raw.source in part.skip:
                unread.append(Unread(raw.source, KILLED))
                continue
            for article in build_articles(raw):
                if isinstance(article, Unread):
                    unread.append(article)
                elif (known := identify(article.source, article.text)) not in seen:
                    seen.add(known)
                    yield article
                else:
                    unread.append(Unread(article.source, TWICE))


TWICE = "the same text came before under the same name"


def _analysed(
    articles: Iterator[Article], settings: Settings, copies: Mapping[str, str]
) -> Iterator[tuple[Article, str | None, Analysis | Exception]]:
    """Each article in order, with the id of what it is a copy of and what was found in it."""
    from reader.analysis.many import analyse_many

    order: deque[tuple[Article, str | None]] = deque()

    def originals() -> Iterator[Article]:
        for article in articles:
            original = copies.get(identify(article.source, article.text))
            order.append((article, original))
            if original is None:
                yield article

    for article, found in analyse_many(originals(), method=settings.method):
        while order[0][1] is not None:
            yield *order.popleft(), Analysis()
        order.popleft()
        yield article, None, found
    for copy in order:
        yield *copy, Analysis()


def list_sources(part: Part, settings: Settings) -> list[str]:
    """What the articles of a part are called, in order."""
    return [raw.source for place in part.places for raw in read_place(place, settings)]
