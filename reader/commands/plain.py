"""`reader --plain SOURCE`: an article read out line by line, for screen readers, braille lines and dumb terminals.

It only prints. Commands are lines on standard input; where none ever comes, all is read out to the end.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from reader.commands import streams
from reader.commands.parser import read_number
from reader.commands.problems import told
from reader.commands.sources import stdin_bytes, stdin_for, take_keys_from_terminal

if TYPE_CHECKING:
    from reader.article import Article
    from reader.commands.plain_walk import Walk

_ASK = "A path or an address, then Enter; q quits."


def run(sources: Sequence[str], *, hears: bool = True) -> int:
    """Read articles out, the first of these sources first; gives the exit status. It `hears` commands, or else takes
    none and reads each article to its end."""
    from reader.article import ArticleError, expand_sources

    if not sources and sys.stdin is not None and not sys.stdin.isatty():
        sources = ["-"]
    asks = hears and _can_ask(any(source.partition("#")[0] == "-" for source in sources))
    if not sources:
        _say([_ASK])
        answer = _line().strip()
        if answer in ("", "q"):
            return 0
        sources = [answer]
    try:
        return _Reading(expand_sources(sources), asks).go()
    except ArticleError as error:
        streams.complain(str(error), sources[0])
        return 1


def _can_ask(is_piped_in: bool) -> bool:
    """Whether commands can come: not from what the article came through, nor while a pager has the keys."""
    if is_piped_in:
        stdin_bytes()
        try:
            take_keys_from_terminal()
        except OSError:
            return False
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return sys.stdin is not None and (sys.stdout.isatty() or not sys.stdin.isatty())


class _Reading:
    """The articles that are walked through, and the one that is read."""

    def __init__(self, sources: Sequence[str], asks: bool) -> None:
        self._sources = list(sources)
        self._titles = [streams.printable(source) for source in sources]
        self._at = 0
        self._asks = asks
        self._walk: Walk | None = None
        self._last: list[str] = []

    def go(self) -> int:
        """Read until q, or to the end of the commands; gives the exit status. Raises ArticleError for the first."""
        behind = len(self._sources) - self._at - 1
        self._open()
        if not self._asks:
            return self._read_all(behind)
        is_first = True
        while answer := _line():
            asked = answer.strip()
            if asked.casefold() == "q":
                return 0
            lines = self._answer(asked)
            self._last = lines
            _say(lines)
            is_first = False
        return self._read_all(behind) if is_first and not sys.stdin.isatty() else 0

    def _read_all(self, left: int) -> int:
        """Read this article to its end and the sources behind it that are `left`; gives the exit status. A source that
        cannot be opened is told and passed over, and of one that is a list the list is read."""
        status = 0
        while True:
            if self._walk is not None:
                _say(self._walk.everything())
            if not left:
                return status
            self._at, self._walk = len(self._sources) - left, None
            left -= 1
            try:
                _say([""])
                self._open()
            except (streams.OutputClosed, streams.OutputFailed):
                raise
            except Exception as error:
                status = 1
                streams.complain(told(error), self._sources[self._at])

    def _answer(self, asked: str) -> list[str]:
        from reader.commands import plain_walk

        letter = asked.casefold()
        if letter in ("h", "?"):
            return list(plain_walk.HELP)
        if letter == "r":
            return self._last or ["Nothing was said yet."]
        if letter in ("j", "k"):
            return self._go(self._at + ((1 if letter == "j" else -1) if self._walk is not None else 0))
        if letter == "l":
            return self._list()
        if self._walk is None:
            return (
                self._go(read_number(asked) - 1) if asked.isdecimal() else ["A number opens an article; h tells all."]
            )
        return self._walk.answer(asked)

    def _list(self) -> list[str]:
        from reader.commands.plain_walk import listed

        self._walk = None
        return listed(self._titles)

    def _go(self, at: int) -> list[str]:
        """Open another of the articles; the lines that say why not, where it cannot be."""
        if not 0 <= at < len(self._sources):
            return ["There is no other article." if len(self._sources) < 2 else "There is no such article here."]
        before, self._at = self._at, at
        try:
            self._open()
        except (streams.OutputClosed, streams.OutputFailed):
            raise
        except Exception as error:
            self._at = before
            return [f"{streams.printable(self._sources[at])}: {told(error)}"]
        return []

    def _open(self) -> None:
        """Open the source that is to be read, say its head and summary, or list what it holds."""
        from reader.article import open_article
        from reader.commands import plain_walk

        source = self._sources[self._at]
        article = open_article(source, stdin=stdin_for(source))
        if article.items:
            self._sources[self._at : self._at + 1] = [item.source for item in article.items]
            self._titles[self._at : self._at + 1] = [item.title for item in article.items]
            _say([*plain_walk.title(article)[:1], *self._list()])
            return
        self._titles[self._at] = article.title or self._titles[self._at]
        _say(plain_walk.title(article))
        self._walk = walk = _analysed(article)
        _say([*walk.head()[len(plain_walk.title(article)) :], *walk.summary()])
        if self._asks and sys.stdin.isatty():
            _say([plain_walk.HINT])


def _analysed(article: "Article") -> "Walk":
    from reader.analysis import analyse
    from reader.commands.plain_walk import Walk

    if sys.stderr is not None and sys.stderr.isatty():
        streams.tell("finding who says what …")
    for note in article.notes:
        streams.complain(note, article.source)
    return Walk(article, analyse(article))


def _line() -> str:
    """The next command, with its line end; "" where none comes any more."""
    try:
        return sys.stdin.readline() if sys.stdin is not None else ""
    except (OSError, ValueError):  # the terminal is gone, or standard input was closed
        return ""


def _say(lines: Sequence[str]) -> None:
    """Print lines, broken at words where a terminal has an edge."""
    from reader.export.cells import wrap

    if sys.stdout.isatty():
        lines = [part for line in lines for part in wrap(line, streams.columns())]
    streams.write("".join(f"{line}\n" for line in lines))
