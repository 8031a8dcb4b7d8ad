"""Quotations that run words together which another article shows apart."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from reader.compare.relation import FEW, equal_blocks
from reader.compare.statements import Run, Statement
from reader.compare.words import SMALL_WORDS, Token

_LEAST = 3
"""Words in a row that a part of a splice must share with the other article."""
_SHARED = 2
"""Small words that both parts may have: "…a dark morning and" and "and anybody who…"."""
_MOST_OF = 0.8
"""The share of a run that its two parts must make up together."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """What an article quotes one person as saying in one go: words, and the places where words were left out."""

    words: tuple[Token, ...]
    signed: frozenset[int]
    keys: frozenset[str]


def find_splices(
    statements: Sequence[Sequence[Statement]], asked: Container[tuple[int, str]] | None = None
) -> set[tuple[int, str]]:
    """The claims (article's number, id) that hold a run made of parts which another of the articles shows apart: in
    other claims, around an ellipsis, or with more than three words between them. Of those `asked` for, if any are."""
    streams = [
        [_Stream(s.quoted, s.signed, frozenset(t.key for t in s.quoted)) for s in side if s.quoted]
        for side in statements
    ]
    return {
        statement.key
        for one, side in enumerate(statements)
        for statement in side
        if asked is None or statement.key in asked
        for run in statement.runs
        if len(run) > 2 * _LEAST
        and any(_is_spliced(run, stream) for other, stream in enumerate(streams) if other != one)
    }


def _is_spliced(run: Run, streams: Sequence[_Stream]) -> bool:
    """Whether two parts of a run, one behind the other, stand apart in another article's streams."""
    keys = {token.key for token in run}
    streams = [stream for stream in streams if len(common := keys & stream.keys) >= _LEAST and common - SMALL_WORDS]
    if not streams or any(_reads_on(run, stream) for stream in streams):
        return False
    parts = [
        (a, a + n, nth, b, b + n)
        for nth, stream in enumerate(streams)
        for a, b, n in equal_blocks(run, stream.words)
        if n >= _LEAST and _is_telling(run[a : a + n])
    ]
    for first in parts:
        for second in parts:
            between = second[0] - first[1]
            if not -_SHARED <= between <= 1 or first is second:
                continue
            if (first[1] - first[0]) + (second[1] - second[0]) < _MOST_OF * len(run) and len(run) < 12:
                continue
            if _is_apart(streams, first, second, between):
                return True
    return False


def _reads_on(run: Run, stream: _Stream) -> bool:
    return any(n >= len(run) - 1 for _, _, n in equal_blocks(run, stream.words))


def _is_telling(words: Sequence[Token]) -> bool:
    return any(token.key not in SMALL_WORDS for token in words)


def _is_apart(
    streams: Sequence[_Stream],
    first: tuple[int, int, int, int, int],
    second: tuple[int, int, int, int, int],
    between: int,
) -> bool:
    """Whether two parts are: where the run has a word between them, an ellipsis elsewhere stands for that word."""
    if first[2] != second[2]:
        return True
    gap = second[3] - first[4]
    return (
        gap > FEW or gap < 0 or (between <= 0 and any(first[4] <= at <= second[3] for at in streams[first[2]].signed))
    )
