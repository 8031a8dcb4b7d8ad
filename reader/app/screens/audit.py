"""What the article tells of itself, laid over it at the right (or below): each row leads to its words."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.screens.scene import Scene
from reader.app.state.columns import MIDDLING
from reader.app.state.findings import Finding
from reader.app.widgets.rows import HEADING, Line, RowList
from reader.app.widgets.wrapping import wrap
from reader.article.model import Span

_MOST_LINES = 3
"""Lines of a row's words; what is longer is read where it stands."""


class FindingRows(RowList):
    """A row for each finding: its words, and below them what there is to say of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(id="findings")
        self.findings = findings

    def on_mount(self) -> None:
        self.set_rows(len(self.findings), "Nothing to tell: nobody is named or quoted here.")

    def _title(self, index: int) -> str:
        heading = self.findings[index].heading
        return heading if not index or self.findings[index - 1].heading != heading else ""

    def row_height(self, index: int, width: int) -> int:
        title = (2 if index else 1) if self._title(index) else 0
        return title + len(self._lines(index, width)) + bool(self.findings[index].remark)

    def _lines(self, index: int, width: int) -> list[str]:
        words = self.findings[index].words
        lines = [words[slice(*span)] for span in wrap(words, (0, len(words)), max(10, width - 4))]
        return lines[:_MOST_LINES] if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], lines[2] + " …"]

    def draw_row(self, index: int, width: int) -> list[Line]:
        finding = self.findings[index]
        rows: list[Line] = [[("  ", ""), (line, "")] for line in self._lines(index, width + 1)]
        if finding.remark:
            rows.append([("  ", ""), (finding.remark, "dim")])
        title = self._title(index)
        above: list[Line] = [[("  " + title, HEADING)]] if title else []
        return [*([[]] if title and index else []), *above, *rows]


class AuditPanel(ModalScreen[None], Scene[None]):
    """Rows to move over; `moved` is told the span of the one under the cursor, which is lit in the article."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIDDLING, "-broad")]  # noqa: RUF012
    DEFAULT_CSS = """
    AuditPanel { align: right middle; background: transparent; }
    AuditPanel > Vertical {
        width: 52; max-width: 40%; height: 100%; background: $panel; padding: 0 1; border-left: solid $rule;
    }
    AuditPanel.-narrow { align: center bottom; }
    AuditPanel.-narrow > Vertical {
        width: 100%; max-width: 100%; height: 50%; border-left: none; border-top: solid $rule;
    }
    AuditPanel Static { height: 1; color: $dim; }
    AuditPanel #audit-title { color: $heading; text-style: bold; }
    AuditPanel FindingRows { background: $panel; height: 1fr; }
    AuditPanel FindingRows > .rows--cursor { background: $claim-current-background; color: $claim-current; }
    AuditPanel FindingRows > .rows--heading { color: $dim; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Q", "dismiss(None)", "Close", id="audit.close"),
        Binding("n", "move(1)", "Next", show=False, id="audit.next"),
        Binding("N", "move(-1)", "Previous", show=False, id="audit.previous"),
    ]

    def __init__(self, findings: Sequence[Finding], moved: Callable[[Span], object]) -> None:
        super().__init__()
        self._moved = moved
        self._rows = FindingRows(findings)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("What the article tells of itself", markup=False, id="audit-title")
            yield self._rows
            yield Static("n next · enter goes there · esc closes", markup=False)

    def on_mount(self) -> None:
        self._rows.focus()
        self.watch(self._rows, "cursor", self._tell, init=False)

    def _tell(self) -> None:
        if self._rows.findings:
            self._moved(self._rows.findings[self._rows.cursor].span)

    def action_move(self, rows: int) -> None:
        self._rows.action_cursor(rows)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._tell()
        self.dismiss(None)
