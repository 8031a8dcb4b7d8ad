"""What Esc does: back one level, from whatever lies on top."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.reading.actions.analysis import AnalysisActions
from reader.app.reading.actions.panels import PanelActions
from reader.app.reading.actions.summary import SummaryActions
from reader.app.state.place_words import is_analysing, is_summarising
from reader.app.state.reading import filtered
from reader.app.widgets.rows import RowList


class BackActions(SummaryActions, PanelActions, AnalysisActions):
    """Esc."""

    SECTION = "Page and program"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", tooltip="Back one level", id="reading.back")
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back":
            return True if self.way_back() else None  # None: its place on the foot stays
        return super().check_action(action, parameters)

    def way_back(self) -> str:
        """What Esc would put away, from the top; "" when there is nothing."""
        reading = self.reading
        if reading is None:
            return ""
        levels = {
            "hint": self.hint.is_shown and self.is_first,
            "summary": is_summarising(reading),
            "panel": self.is_covered,
            "selection": bool(self.selections),
            "search": reading.search is not None,
            "filter": reading.filter != reading.usual or reading.followed is not None,
            "focus mode": reading.focus,
            "comparison": self.session.from_comparison,
            "lit": reading.lit is not None,
            "view": reading.view is not None,
            "alone": self.has_class("-alone"),
            "sheet": self.has_class("-narrow") and self.card.display and reading.current_claim is not None,
            "keys": isinstance(self.focused, RowList),
            "analysis": is_analysing(reading),
        }
        return next((level for level, there in levels.items() if there), "")

    def action_back(self) -> None:
        """Back one level: a panel laid over, a selection, a search, a filter, what is lit, the article alone."""
        reading = self.now
        match self.way_back():
            case "hint":
                self.end_welcome()
            case "selection":
                self.clear_selection()
            case "search":
                self.reading = reading.but(search=None)
            case "filter":
                self.reading = filtered(reading, reading.usual).but(followed=None, mention=-1)
            case "focus mode":
                self.reading = reading.but(focus=False)
            case "comparison":
                self.call_later(self.app.run_action, "list")
            case "lit":
                self.reading = reading.but(lit=None)
            case "view":
                self.leave_view()
            case "sheet":
                self.reading = reading.but(current=None)
            case "alone":
                self.remove_class("-alone")
            case "panel" | "keys":
                self.close_panels()
            case "summary":
                self.stop_summary()
            case "analysis":
                self.stop_analysis()
        self.refresh_bindings()
