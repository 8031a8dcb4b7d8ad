"""How the columns of a terminal are shared between the article and the panels beside it."""

from collections.abc import Collection

MIDDLING, WIDE = 100, 200
"""Columns from which two and three panes stand side by side."""

NOTED = 140
"""Columns from which notes stand beside the article."""

ONE_LINE = 150
"""Columns from which the foot's words and keys stand on one line."""

_MARGINS = 6
"""Columns around the article: its gutter, its map and a little air."""


_NOTES = 25
"""Columns that the notes take, and the air before them."""


def panel_width(columns: int, measure: int, wish: int = 0) -> int:
    """Cells for one side panel: the reader's wish where it is not 0, else what suits the screen."""
    beside = columns - measure - _MARGINS - (_NOTES if columns >= NOTED else 0)
    suits = beside // 2 if columns >= WIDE else min(60, max(36, beside))
    return min(wish or min(72, max(36, suits)), columns * 2 // 5)


def panels_width(columns: int, measure: int, wish: int = 0, hidden: Collection[str] = ()) -> int:
    """Cells for all side panels, `hidden` being the names of those left out; on a narrow screen they lie under the
    article.
    """
    width = panel_width(columns, measure, wish)
    if columns >= WIDE:
        return width * (2 - {"summary", "card"}.issubset(hidden) - {"actors", "claims"}.issubset(hidden))
    return width if columns >= MIDDLING else columns


LOW = 20
"""Lines from which there is room for the strip of voices."""

_LEAST_WHO = 13
"""Lines that the voices and the list under them keep."""


def heights(room: int, summary: int, card: int) -> tuple[int, int]:
    """Lines for summary and card in a column of `room` lines that holds a list below them.

    `summary` and `card` are the lines that they would fill; each gets them as far as the list keeps its own.
    """
    what = room - min(_LEAST_WHO, max(6, room // 2))
    card = min(card, max(what * 2 // 3, what - 5), room * 2 // 5)
    return min(summary, what - card), card


def sheet_height(room: int, card: int) -> int:
    """Lines for the card under the article: six, and as many as it fills up to two fifths of the room."""
    return max(min(6, room // 3), min(card, room * 2 // 5))


def room_beside(columns: int, measure: int, wish: int = 0, hidden: Collection[str] = ()) -> int:
    """Cells that the panels take away from the article."""
    if columns < MIDDLING or {"summary", "actors", "claims"}.issubset(hidden):
        return 0
    return panels_width(columns, measure, wish, hidden)
