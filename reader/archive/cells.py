"""The cells of a row, however a table or a data frame holds them, as texts."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def cell_of(row: Mapping[str, Any], column: str) -> Any:
    """A row's cell; `a.b` is `b` inside `a` where no column has the whole name."""
    if column in row:
        return row[column]
    first, dot, rest = column.partition(".")
    inner = row.get(first) if dot else None
    return cell_of(inner, rest) if isinstance(inner, Mapping) else None


def text_of(cell: object) -> str | None:
    """A cell as a text; a list of texts is its paragraphs."""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, list) and cell and all(isinstance(each, str) for each in cell):
        return "\n\n".join(cell)
    return cell if isinstance(cell, str) else None


def words_of(cell: object) -> str | None:
    """A cell's words on one line; None where it has none and is no date or number."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bytes):
        cell = cell.decode("utf-8", "replace")
    if isinstance(cell, bool) or cell != cell or not isinstance(cell, str | int | float):
        return None
    return " ".join(str(cell).split()) or None


def mark_unheld(text: str) -> str:
    """Text that UTF-8 can hold: a lone surrogate (from a file name that is no UTF-8) becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
