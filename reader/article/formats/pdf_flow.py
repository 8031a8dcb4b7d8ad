"""Printed lines flow together into paragraphs again, over the ends of columns and pages, and words over hyphens."""

import re
import statistics
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.article.formats.pdf_page import Line, by_column
from reader.article.text.bylines import word_set
from reader.article.text.line_kinds import ends_like_a_sentence

_KEEPS_HYPHEN = word_set(
    "non self ex well anti co semi half cross vice so all long high low short mid pre post twenty thirty forty fifty "
    "sixty seventy eighty ninety first second third"
)
_SOFT_HYPHEN = re.compile("[\u00ad\ufffe\x02]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a column is set: its left and right edge, and the step from line to line."""

    left: float
    right: float
    step: float
    body: float
    indents: bool
    told: bool
    """Whether white or indents part the paragraphs, so that the length of a line says little."""


def paragraphs_of_lines(lines: Sequence[Line], body: float) -> list[Line]:
    """Lines joined into paragraphs; each keeps the size and place of its first line."""
    if not lines:
        return []
    shapes = _shapes(lines, body)
    known = vocabulary(lines)
    found: list[Line] = []
    current = lines[0]
    for previous, line in pairwise(lines):
        if _starts(previous, line, shapes):
            found.append(current)
            current = line
        else:
            current = replace(current, words=joined(current.words, line.words, known))
    return [*found, current]


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand whole somewhere in the lines, those with hyphens too."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line.words))


def _shapes(lines: Sequence[Line], body: float) -> dict[int, _Shape]:
    steps = [
        a.base - b.base
        for a, b in pairwise(lines)
        if a.column == b.column and a.size == b.size and 0 < a.base - b.base < 3 * a.size
    ]
    step = statistics.median_low(steps) if steps else 1.2 * body
    shapes: dict[int, _Shape] = {}
    told = _gaps(lines, step) > 1
    for column in by_column(lines):
        own = [line for line in column if abs(line.size - body) <= 0.1 * body] or column
        lefts = sorted(line.left for line in own)
        left = lefts[len(lefts) // 5]
        indents = 0
        for previous, line in pairwise(own):
            indents += _is_indented(line, left) and not _is_indented(previous, left)
        shapes[column[0].column] = _Shape(
            left, max(line.right for line in own), step, body, indents > 0, told or indents > 1
        )
    return shapes


def _gaps(lines: Sequence[Line], step: float) -> int:
    """How many paragraphs white parts from the one before."""
    return sum(
        a.column == b.column and a.size == b.size and 1.4 * step < a.base - b.base and ends_like_a_sentence(a.words)
        for a, b in pairwise(lines)
    )


def _is_indented(line: Line, left: float) -> bool:
    return 0.6 * line.size < line.left - left < 6 * line.size


def _starts(previous: Line, line: Line, shapes: dict[int, _Shape]) -> bool:
    """Whether a line opens a paragraph."""
    if abs(line.size - previous.size) > 0.1 * previous.size:
        return True
    before, here = shapes[previous.column], shapes[line.column]
    ended = ends_like_a_sentence(previous.words)
    indented = _is_indented(line, here.left)
    if line.column != previous.column:
        if not ended or line.words[0].islower():
            return False
        return indented or not (before.indents or here.indents) or _had_room(previous, line, before)
    if previous.base - line.base > 1.4 * here.step * max(1.0, line.size / here.body):
        return True
    if indented and not _is_indented(previous, here.left) and not line.words[0].islower():
        return True
    if line.size > 1.1 * here.body:
        return False
    room = _had_room(previous, line, here)
    half = previous.right < here.left + 0.5 * (here.right - here.left)
    return room and ((ended and not here.told) or (half and not line.words[0].islower()))


def _had_room(previous: Line, line: Line, shape: _Shape) -> bool:
    """Whether a line's first word would have fitted into the line before: then it was not the width that broke them."""
    return previous.right + line.first + 0.8 * line.size < shape.right


def joined(left: str, right: str, known: Collection[str] = ()) -> str:
    """Two lines as one text: a word that a hyphen broke is whole again, where it does not belong to the word."""
    if _SOFT_HYPHEN.search(left):
        return left[:-1] + right
    if not left.endswith(("-", "‐")) or not left[-2:-1].isalnum():
        return f"{left} {right}"
    if not right[:1].islower() or left[-2].isdigit():
        return left + right
    before, after = _WORD.search(left[:-1][::-1]), _WORD.match(right)
    head = before.group()[::-1].lower() if before else ""
    tail = after.group().lower() if after else ""
    if head + tail in known:
        return left[:-1] + right
    keeps = f"{head}-{tail}" in known or head.rpartition("-")[2] in _KEEPS_HYPHEN
    return left + right if keeps else left[:-1] + right
