"""What a PDF prints on each page around its text: running heads, page numbers, notes at the foot."""

import re
from collections.abc import Sequence

from reader.article.formats.pdf_page import Line, Row, by_column, row_size, row_text

_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página|pagina|s\.)\s*)?[\s\[(|•·–—-]*(?:\d{1,5}|[ivxlc]{1,7})[\s\])|•·–—-]*"
    r"(?:(?:of|/|von|de|sur|di)\s*\d{1,5}\W*)?",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"^[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])[\])]?[.:]?\s*(?=[\"“‘'(]?[^\W\d_]{2})")
_SMALL = 0.93
"""Of the body's size: notes and heads are no larger."""

_EDGE_ROWS = 2


def without_heads(pages: Sequence[Sequence[Row]], body: float) -> tuple[list[list[Row]], list[str]]:
    """The rows of each page, without its numbers and what several pages print at the same place of their edge; and
    those heads.
    """
    edges = [_edge(rows) for rows in pages]
    places: dict[tuple[str, int], set[int]] = {}
    heights: dict[int, set[int]] = {}
    for page, rows in enumerate(pages):
        for at in edges[page]:
            for height in (round(rows[at][0].base) + step for step in (-2, -1, 0, 1, 2)):
                places.setdefault((_pattern(rows[at]), height), set()).add(page)
                if _is_short_and_small(rows, at, body):
                    heights.setdefault(height, set()).add(page)
    kept: list[list[Row]] = []
    taken: list[str] = []
    for page, rows in enumerate(pages):
        heads = {
            at
            for at in edges[page]
            if _is_number(rows, at)
            or (
                not _is_title_or_note(rows, at, body)
                and (
                    len(places[_pattern(rows[at]), round(rows[at][0].base)]) > 1
                    or (_is_short_and_small(rows, at, body) and len(heights[round(rows[at][0].base)]) > 1)
                )
            )
        }
        kept.append([row for at, row in enumerate(rows) if at not in heads])
        taken += [row_text(rows[at]) for at in sorted(heads)]
    return kept, taken


def _edge(rows: Sequence[Row]) -> list[int]:
    """The first and last rows of a page."""
    count = len(rows)
    return sorted({*range(min(_EDGE_ROWS, count)), *range(max(0, count - _EDGE_ROWS), count)})


def _pattern(row: Row) -> str:
    return re.sub(r"\d+", "#", row_text(row))


def _is_number(rows: Sequence[Row], at: int) -> bool:
    text = row_text(rows[at])
    return len(rows) > 1 and len(text) < 30 and bool(_PAGE_NUMBER.fullmatch(text))


def _is_title_or_note(rows: Sequence[Row], at: int, body: float) -> bool:
    """Whether a row is too large for a head, or a note at the foot, though other pages have one like it."""
    size = row_size(rows[at])
    note = at >= len(rows) // 2 and size < _SMALL * body and _NOTE_MARK.match(row_text(rows[at]))
    return size > 1.3 * body or bool(note and len(rows[at]) > 3)


def _is_short_and_small(rows: Sequence[Row], at: int, body: float) -> bool:
    """Whether a row is small, short, and apart from those beside it."""
    row = rows[at]
    if row_size(row) > _SMALL * body or len(row_text(row)) > 90:
        return False
    inner = rows[at + 1] if at < len(rows) // 2 and at + 1 < len(rows) else rows[at - 1] if at else row
    return abs(inner[0].base - row[0].base) > 1.8 * body


def notes_apart(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The lines without the notes at the foot of each column, and those notes."""
    kept: list[Line] = []
    notes: list[Line] = []
    for column in by_column(lines):
        start = len(column)
        while start and column[start - 1].size < _SMALL * body:
            start -= 1
        first = next((at for at in range(start, len(column)) if _NOTE_MARK.match(column[at].words)), len(column))
        kept += column[:first]
        notes += column[first:]
    return (kept, notes) if kept else (list(lines), [])


def opens_note(words: str) -> bool:
    """Whether a line begins with the mark of a note."""
    return bool(_NOTE_MARK.match(words))
