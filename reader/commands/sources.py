"""What comes in: standard input, read once, and the terminal's keyboard when that was the article."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from reader.commands import streams

if TYPE_CHECKING:
    from reader.analysis import Analysis
    from reader.article import Article


_LISTED = 5
"""So many names of a folder are told at most."""


@cache
def stdin_bytes(*, whole: bool = False) -> bytes:
    """Standard input; unless `whole`, no more than shows that it is too large for an article: a pipe may never end.

    At a terminal, says how to end what is pasted. Raises ArticleError.
    """
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        streams.tell("reader: paste the article, then press Enter and ctrl+D")
    try:
        from reader.article.opening import MOST_BYTES

        return sys.stdin.buffer.read(-1 if whole else MOST_BYTES + 1)
    except OSError as error:
        from reader.article.model import ArticleError

        raise ArticleError(f"standard input could not be read: {error.strerror}") from None


def open_source(source: str) -> "Article":
    """The article at a path, at a URL or on standard input ("-"). Raises ArticleError."""
    from reader.article import open_article

    return open_article(source, stdin=stdin_for(source))


def open_told(source: str) -> "Article":
    """The article of a source, with its remarks told on stderr. Raises ArticleError."""
    article = open_source(source)
    for note in article.notes:
        streams.complain(note, source)
    return article


def analyse_told(source: str) -> "tuple[Article, Analysis]":
    """The article of a source and what was found in it, with your corrections; the remarks of both told on stderr.

    Raises ArticleError.
    """
    from reader.analysis import analyse
    from reader.library.by_hand import set_right

    article = open_told(source)
    analysis = set_right(article, analyse(article), source)
    for note in analysis.notes:
        streams.complain(note, source)
    return article, analysis


def stdin_for(source: str) -> bytes | None:
    """Standard input, where a source ("-", "-#3") means that. Raises ArticleError."""
    return stdin_bytes() if source.partition("#")[0] == "-" else None


def take_keys_from_terminal() -> None:
    """Make the terminal standard input, after an article came from there. Raises OSError without one."""
    terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115


def expand_told(source: str) -> list[str]:
    """A source, or the articles of a folder; what else there may hold articles is told on stderr. Raises
    ArticleError."""
    from reader.article import expand_sources, list_passed_over

    if names := list_passed_over(source):
        listed = ", ".join(names[:_LISTED]) + f" and {len(names) - _LISTED} more" * (len(names) > _LISTED)
        streams.complain(
            f"passed over: {listed}; name such a file, or give rows and archives to `reader archive run`", source
        )
    return list(expand_sources([source]))
