"""What is printed on a PDF's pages, put in reading order: words to rows, rows to columns, columns to lines."""

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

_SAME_ROW = 0.5
"""Of a word's size, by which two words of one row may stand higher or lower."""

_GUTTERS = ((3, 0.9), (2, 2.0))
"""How many rows a column has at least, for white of which width between columns, in sizes of their letters; between
words it is hardly a half."""

_COLUMN_CHARACTERS = 11.0
_COLUMN_WORDS = 2.2
"""What a row of a column holds on average at least; the cells of a table hold less."""

_BINS = 300
_MOST_ROWS = 2000
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: its left and right edge, the line it stands on and its font's size, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


Row = tuple[Word, ...]
"""Words that stand on one line over the whole width of a page or column, from left to right."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, its edges, base and font size in points, its page, and its column in the whole."""

    words: str
    left: float
    right: float
    base: float
    size: float
    page: int
    column: int
    first: float = 0.0
    """Width of its first word."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows of a page or column, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if rows and rows[-1][0].base - word.base <= _SAME_ROW * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_in_order(row) for row in rows]


def _in_order(row: list[Word]) -> Row:
    """From left to right, or the other way where the script runs so."""
    text = "".join(word.text for word in row)
    backwards = sum("\u0590" <= c <= "\u08ff" for c in text) * 2 > len(text)
    return tuple(sorted(row, key=lambda word: -word.left if backwards else word.left))


def row_text(row: Row) -> str:
    """The words of a row."""
    return " ".join(word.text for word in row)


def row_size(row: Row) -> float:
    """The size that most of a row's letters have."""
    sizes: dict[float, int] = {}
    for word in row:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return max(sizes, key=lambda size: sizes[size])


def lines_of(rows: Sequence[Row], page: int, column: int) -> list[Line]:
    """The lines of a page in reading order, its columns numbered from `column` on."""
    lines: list[Line] = []
    for number, region in enumerate(_regions(list(rows), 0), start=column):
        for row in region:
            left, right = min(word.left for word in row), max(word.right for word in row)
            first = row[0].right - row[0].left
            lines.append(Line(row_text(row), left, right, row[0].base, row_size(row), page, number, first))
    return lines


def _regions(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    """Parts of a page to be read one after the other: what stands above columns, each column, what stands below."""
    found = _columns(rows) if depth < _DEEPEST else None
    if found is None:
        if rows:
            yield rows
        return
    middle, top, end = found
    words = [word for row in rows[top:end] for word in row]
    yield from _regions(rows[:top], depth + 1)
    yield from _regions(rows_of(word for word in words if word.left < middle), depth + 1)
    yield from _regions(rows_of(word for word in words if word.left >= middle), depth + 1)
    yield from _regions(rows[end:], depth + 1)


def _columns(rows: Sequence[Row]) -> tuple[float, int, int] | None:
    """Where two columns part, if there are any: as `_gutter` says it."""
    tried = (_gutter(rows, least, width) for least, width in _GUTTERS)
    return next((found for found in tried if found), None)


def _gutter(rows: Sequence[Row], least: int, width: float) -> tuple[float, int, int] | None:
    """The middle of the white between two columns, and the first row that respects it and the one after the last."""
    if not least <= len(rows) <= _MOST_ROWS:
        return None
    size = statistics.median(row_size(row) for row in rows)
    low, high = min(row[0].left for row in rows), max(word.right for row in rows for word in row)
    if high - low < 12 * size or size <= 0:
        return None
    at = np.linspace(low, high, _BINS)
    left_count, right_count, start = (np.zeros(_BINS, dtype=np.int32) for _ in range(3))
    best, best_start, best_end = (np.zeros(_BINS, dtype=np.int32) for _ in range(3))
    half, scale = width * size / 2, (_BINS - 1) / (high - low)
    for number, row in enumerate(rows):
        free = np.ones(_BINS, dtype=bool)
        for word in row:
            free[max(0, math.ceil((word.left - half - low) * scale)) : int((word.right + half - low) * scale) + 1] = (
                False
            )
        if _stands_alone(rows, number, size):
            free[:] = False
        start = np.where(free, np.where(left_count + right_count > 0, start, number), number + 1)
        left_count = (left_count + (at > min(word.left for word in row))) * free
        right_count = (right_count + (at < max(word.right for word in row))) * free
        score = np.minimum(left_count, right_count)
        better = score > best
        # a longer band with as many rows on its shorter side is still the same band
        longer = (score == best) & (score > 0) & (start == best_start)
        best = np.where(better, score, best)
        best_start = np.where(better, start, best_start)
        best_end = np.where(better | longer, number + 1, best_end)
    most = int(best.max())
    if most < least:
        return None
    length = np.where(best == most, best_end - best_start, -1)
    among = np.flatnonzero(length == length.max())
    first_run = among[: 1 + int(np.argmax(np.append(np.diff(among) > 1, True)))]
    chosen = int(first_run[len(first_run) // 2])
    found = float(at[chosen]), int(best_start[chosen]), int(best_end[chosen])
    return found if _are_columns(rows[found[1] : found[2]], found[0], size) else None


def _stands_alone(rows: Sequence[Row], number: int, size: float) -> bool:
    """Whether a row is a headline with nothing beside it, above columns of its own."""
    row = rows[number]
    if row_size(row) < 1.3 * size:
        return False
    near = [rows[at] for at in (number - 1, number + 1) if 0 <= at < len(rows)]
    return all(abs(other[0].base - row[0].base) > row_size(row) for other in near)


def _are_columns(rows: Sequence[Row], middle: float, size: float) -> bool:
    """Whether both sides of some white hold running text, beside each other."""
    sides = [
        [part for row in rows if (part := [word for word in row if (word.left < middle) == is_left])]
        for is_left in (True, False)
    ]
    tops = [part[0][0].base for part in sides if part]
    ends = [part[-1][0].base for part in sides if part]
    if len(tops) < 2 or min(tops) - max(ends) < 0.4 * min(top - end for top, end in zip(tops, ends, strict=True)):
        return False
    return all(
        sum(len(part) for part in side) >= _COLUMN_WORDS * len(side)
        and sum(len(word.text) for part in side for word in part) >= _COLUMN_CHARACTERS * len(side)
        and max(part[-1].right for part in side) - min(part[0].left for part in side) >= 6 * size
        for side in sides
    )


def by_column(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each column, in reading order."""
    for _, group in groupby(lines, key=lambda line: line.column):
        yield list(group)
