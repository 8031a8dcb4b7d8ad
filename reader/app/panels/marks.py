"""The marks panel: the reader's highlights in this article, with their notes and tags."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.panels.panel import Panel
from reader.app.state.reading import Reading
from reader.app.widgets.rows import Line, RowList
from reader.app.widgets.wrapping import shortened, wrap
from reader.article.text.safe import safe_text
from reader.library.model import Mark

_INDENT = 4
"""Cells before the words, for the cursor and the sign of a highlight."""


class MarkRows(RowList):
    """For each highlight a line with its first words, and its note and tags under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go there", id="marks.choose"),
        Binding("x", "screen.highlight", "take away", id="marks.take-away"),
        Binding("E", "screen.note", "note", id="marks.note"),
    ]

    def __init__(self) -> None:
        super().__init__(id="marks-rows")
        self.marks: list[Mark] = []

    @property
    def mark(self) -> Mark | None:
        """The highlight that the cursor is on."""
        return self.marks[self.cursor] if self.cursor < len(self.marks) else None

    def row_height(self, index: int, width: int) -> int:
        return 1 + len(_below(self.marks[index], width))

    def draw_row(self, index: int, width: int) -> list[Line]:
        mark = self.marks[index]
        words = shortened(f"“{' '.join(mark.anchor.exact.split())}”", width - _INDENT - 1)
        return [
            [("  ", ""), ("▎ ", "mark"), (words, "" if mark.span else "dim")],
            *([(" " * _INDENT, ""), (line, "name" if mark.note else "dim")] for line in _below(mark, width)),
        ]


def _below(mark: Mark, width: int) -> list[str]:
    """What stands under the words: the note and tags, and whether the words are gone."""
    gone = "" if mark.span else "its words are gone from this text"
    note = safe_text(mark.note, lines=False)  # a note that was imported is whatever it was
    text = " · ".join(filter(None, (gone, note, " ".join(f"#{tag}" for tag in mark.tags_behind))))
    return [text[start:end] for start, end in wrap(text, (0, len(text)), max(8, width - _INDENT - 1))] if text else []


class MarksPanel(Panel):
    """Shows the highlights in the order of the text; those whose words are gone come last."""

    TITLE = "MARKS"

    def __init__(self) -> None:
        super().__init__(MarkRows(), id="marks")

    @property
    def mark_rows(self) -> MarkRows:
        assert isinstance(self.rows, MarkRows)
        return self.rows

    def show(self, reading: Reading) -> None:
        before, self.reading = self.reading, reading
        if before is None or before.lit != reading.lit:
            self._stand_at()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these."""
        rows = self.mark_rows
        rows.marks = sorted(marks, key=lambda mark: (mark.span is None, mark.span or (0, 0)))
        rows.set_rows(len(rows.marks), "Nothing is highlighted here: ‹reading.highlight› highlights.")
        rows.cursor = min(rows.cursor, max(0, len(rows.marks) - 1))
        self.heading.update(remark=str(len(marks)) if marks else "")
        self._stand_at()

    def _stand_at(self) -> None:
        lit = self.reading.lit if self.reading is not None else None
        rows = self.mark_rows
        rows.marked = next((n for n, mark in enumerate(rows.marks) if lit is not None and mark.span == lit), -1)
