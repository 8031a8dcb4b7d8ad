"""The first source, opened while the screen is still being imported: both take about as long."""

import threading
from collections.abc import Callable

from reader.article.model import Article, ArticleError

Progress = Callable[[str, float | None], None]
_BETWEEN = 0.1

_UNNOTICED = 0.1
"""Seconds for which keys may stand still."""

_FILE, _ADDRESS = 2.0, 0.3
"""Seconds that the screen stays empty for an article that is nearly open, by where it is."""


def open_article(source: str, *, stdin: bytes | None, on_progress: Progress) -> Article:
    """The article, by what is imported only in the thread that opens it."""
    from reader.article import open_article as open_now

    return open_now(source, stdin=stdin, on_progress=on_progress)


class OpenedAhead:
    """Begins to open a source at once, in a thread that never keeps the program from ending."""

    def __init__(self, source: str, stdin: bytes | None = None) -> None:
        self._source: str | None = source
        self._doing: tuple[str, float | None] | None = None
        self._given_up = False
        self._begun, self._seen, self._done = threading.Event(), threading.Event(), threading.Event()
        self._beginning: Article | None = None
        self._article: Article | None = None
        self._error: BaseException | None = None
        threading.Thread(target=self._run, args=(source, stdin), daemon=True).start()

    def beginning(self, source: str) -> Article | None:
        """The first paragraphs of this source, where it is so long that they are there before the whole.

        The whole is read once it is asked for, so that nothing slows down what is drawn meanwhile.
        """
        return self._beginning if source == self._source and self._begun.wait(_FILE) else None

    def at_hand(self, source: str) -> Article | None:
        """The article if it is this source's and open within a moment; `open` gives it all the same."""
        self._seen.set()
        moment = _ADDRESS if "://" in source else _FILE
        return self._article if source == self._source and self._done.wait(moment) else None

    def at_once(self, source: str) -> tuple[Article | None, bool]:
        """What is there of this source by now, and whether that is all of it; files are waited for as long as nobody
        would notice."""
        if source != self._source or not self._begun.wait(0 if "://" in source else _UNNOTICED):
            return None, False
        if self._beginning is not None:
            return self._beginning, False
        self._seen.set()
        self._done.wait(_UNNOTICED)
        return self._article, self._article is not None

    def open(self, source: str, stdin: bytes | None, on_progress: Progress) -> Article:
        """The article, as `open_article` gives it and with its errors; what is another source is opened as ever.

        What `on_progress` raises ends the waiting.
        """
        if source != self._source:
            return open_article(source, stdin=stdin, on_progress=on_progress)
        self._seen.set()
        self._source = None  # asked for again, it is opened anew
        told: tuple[str, float | None] | None = None
        try:
            while not self._done.wait(_BETWEEN if told is None else _BETWEEN / 2):
                told = self._doing or told
                if told is not None:
                    on_progress(*told)
        except BaseException:
            self._given_up = True
            raise
        if self._error is not None:
            raise self._error
        assert self._article is not None
        return self._article

    def _run(self, source: str, stdin: bytes | None) -> None:
        def progress(doing: str, share: float | None) -> None:
            if self._given_up:
                raise ArticleError("given up")
            self._doing = doing, share

        try:
            from reader.article import open_beginning

            self._beginning = open_beginning(source)
            self._begun.set()
            if self._beginning is not None:
                self._seen.wait(_FILE)
            self._article = open_article(source, stdin=stdin, on_progress=progress)
        except BaseException as error:
            self._error = error
        self._begun.set()
        self._done.set()
