"""Finding words in the text itself, case-smart, so that a line break on the screen hides nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.article.model import Span

MOST_HITS = 10_000
MOST_SECONDS = 0.5
"""That a regular expression may take over the whole text."""

_QUOTES = {"'": "['’‘]", '"': '["“”«»]', "-": "[-‐‑–—]"}


@dataclass(frozen=True)
class Search:
    """A search that is on: what was typed, the matches in reading order, and the index of the one stood at (-1: none).

    `problem` says why a regular expression cannot be used.
    """

    typed: str
    regex: bool = False
    hits: tuple[Span, ...] = ()
    at: int = -1
    problem: str = ""

    @property
    def current(self) -> Span | None:
        """The match stood at."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    @property
    def words(self) -> str:
        """The state of the search in words, for the status line."""
        if self.problem:
            return self.problem
        if not self.hits:
            return f"no match for {self.typed}"
        return f"match {self.at + 1} of {len(self.hits)}{'+' if len(self.hits) >= MOST_HITS else ''}"


def find(text: str, typed: str, *, regex: bool = False, position: int = 0) -> Search:
    """Find all matches, standing at the first that begins at or after `position` (else at the first of all).

    Capital letters in what is typed make case count. Plain typing takes any run of white space for any other, and a
    typewriter's quotes and hyphen for the printer's. At most `MOST_HITS` matches are kept.
    """
    if not typed.strip():
        return Search(typed, regex)
    hits: list[Span] = []
    try:
        for start, end in _by_pattern(text, typed) if regex else _by_words(text, typed):
            if end > start:
                hits.append((start, end))
                if len(hits) == MOST_HITS:
                    break
    except ValueError as problem:
        return Search(typed, regex, problem=str(problem))
    at = bisect_left(hits, (position, 0)) if hits else -1
    return Search(typed, regex, tuple(hits), 0 if at == len(hits) else at)


def moved(search: Search, direction: int) -> Search:
    """Stand at the next (1) or previous (-1) match, wrapping round."""
    return replace(search, at=(search.at + direction) % len(search.hits)) if search.hits else search


def _by_words(text: str, typed: str) -> Iterator[Span]:
    flags = re.NOFLAG if any(letter.isupper() for letter in typed) else re.IGNORECASE
    return (match.span() for match in re.finditer(_plain(typed), text, flags))


def _by_pattern(text: str, typed: str) -> Iterator[Span]:
    """The matches of a regular expression; ValueError where it is none, or where it never comes to an end."""
    import regex  # beside re it knows a time limit, without which "(a+)+$" would stop the screen for ever

    letters = regex.sub(r"\\.", "", typed)
    flags = regex.MULTILINE | (0 if any(letter.isupper() for letter in letters) else regex.IGNORECASE)
    try:
        for match in regex.compile(typed, flags).finditer(text, timeout=MOST_SECONDS):
            yield match.span()
    except regex.error as error:
        raise ValueError(f"not a regular expression: {error.msg}") from None
    except TimeoutError:
        raise ValueError("this pattern takes too long") from None


def _plain(typed: str) -> str:
    words = typed.split()
    return r"\s+".join("".join(_QUOTES.get(letter, re.escape(letter)) for letter in word) for word in words)
