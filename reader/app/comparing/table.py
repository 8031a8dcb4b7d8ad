"""Who carries what: one row a statement, one column an article."""

from rich.cells import cell_len

from reader.app.state.laid import MEANINGS, NOT_THERE, SIGNS, Table
from reader.app.widgets.rows import HEADING, Line, RowList
from reader.app.widgets.wrapping import shortened

_MOST_COLUMNS = 20
"""Articles whose columns are shown."""


class CarriedRows(RowList):
    """The statements, what most articles have first."""

    STRONG_CURSOR = False

    def __init__(self) -> None:
        super().__init__(id="carried")
        self.table: Table | None = None

    def show(self, table: Table) -> None:
        """Show a table."""
        self.table = table
        self.set_rows(len(table.rows), "None of these articles quotes anybody.")

    def _above(self, index: int) -> int:
        """Lines above a row: the names of the articles and the head of the columns, above the first."""
        return len(self._names()) + len(self._legend()) + 2 if self.table is not None and index == 0 else 0

    def _names(self) -> list[str]:
        return [f"{n:>4}  {name}" for n, name in enumerate(self.table.names[:_MOST_COLUMNS], 1)] if self.table else []

    def _legend(self) -> list[str]:
        """What the signs that occur mean, three a line."""
        used = {sign for row in self.table.rows for sign in row.signs} if self.table else set()
        told = [f"{sign} {MEANINGS[name]}" for name, sign in SIGNS.items() if sign in used]
        return ["      " + "   ".join(told[at : at + 3]) for at in range(0, len(told), 3)]

    def row_height(self, index: int, width: int) -> int:
        return 1 + self._above(index)

    def draw_row(self, index: int, width: int) -> list[Line]:
        assert self.table is not None
        row = self.table.rows[index]
        columns = min(len(row.signs), _MOST_COLUMNS)
        room = width - 3 * columns - 3
        said = f"{row.speaker}: {row.words}" if row.speaker else row.words
        text = shortened(said, room)
        line: Line = [("  ", ""), (text, ""), (" " * (room - cell_len(text)), "")]
        for sign in row.signs[:columns]:
            line.append((f"{sign:>3}", "dim" if sign == NOT_THERE else "mark" if sign in "≠!@+" else ""))
        if index:
            return [line]
        numbers = "".join(f"{n:>3}" for n in range(1, columns + 1))
        above = [[(shortened(name, width), HEADING)] for name in self._names()]
        above += [[("", HEADING), (shortened(line, width), "dim")] for line in self._legend()]
        head: list[Line] = [*above, []]
        return [*head, [(" " * (room + 2) + numbers, HEADING)], line]
