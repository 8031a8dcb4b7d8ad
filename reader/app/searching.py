"""Finding words in the text itself, case-smart, so that a line break on the screen hides nothing."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from reader.article.model import Span

MOST_HITS = 10_000
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
    flags = re.NOFLAG if any(letter.isupper() for letter in typed) else re.IGNORECASE
    try:
        pattern = re.compile(typed if regex else _plain(typed), flags | re.MULTILINE)
    except re.error as error:
        return Search(typed, regex, problem=f"not a regular expression: {error.msg}")
    hits: list[Span] = []
    for match in pattern.finditer(text):
        if match.end() > match.start():
            hits.append(match.span())
            if len(hits) == MOST_HITS:
                break
    at = bisect_left(hits, (position, 0)) if hits else -1
    return Search(typed, regex, tuple(hits), 0 if at == len(hits) else at)


def moved(search: Search, direction: int) -> Search:
    """Stand at the next (1) or previous (-1) match, wrapping round."""
    return replace(search, at=(search.at + direction) % len(search.hits)) if search.hits else search


def _plain(typed: str) -> str:
    words = typed.split()
    return r"\s+".join("".join(_QUOTES.get(letter, re.escape(letter)) for letter in word) for word in words)
