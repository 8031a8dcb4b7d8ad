"""How the columns of a terminal are shared between the article and the panels beside it."""

from collections.abc import Collection

MIDDLING, WIDE = 100, 140
"""Columns from which two and three panes stand side by side."""

ONE_LINE = 150
"""Columns from which the foot's words and keys stand on one line."""

_MARGINS = 6
"""Columns around the article: its gutter, its map and a little air."""


def panel_width(columns: int, measure: int, wish: int = 0) -> int:
    """Cells for one side panel: the reader's wish where it is not 0, else what suits the screen."""
    beside = columns - measure - _MARGINS
    suits = min(54, max(30, beside // 2)) if columns >= WIDE else min(44, max(36, beside))
    return min(wish or suits, columns * 2 // 5)


def panels_width(columns: int, measure: int, wish: int = 0, hidden: Collection[str] = ()) -> int:
    """Cells for all side panels, `hidden` being the names of those left out; on a narrow screen they lie over the
    article.
    """
    width = panel_width(columns, measure, wish)
    if columns >= WIDE:
        return width * (2 - ("summary" in hidden) - {"actors", "claims"}.issubset(hidden))
    return width if columns >= MIDDLING else max(40, columns * 3 // 5)


def room_beside(columns: int, measure: int, wish: int = 0, hidden: Collection[str] = ()) -> int:
    """Cells that the panels take away from the article."""
    if columns < MIDDLING or {"summary", "actors", "claims"}.issubset(hidden):
        return 0
    return panels_width(columns, measure, wish, hidden)
