"""What Esc does: back one level, from whatever lies on top."""

from typing import TYPE_CHECKING

from reader.app.reading.actions import summary as summarising
from reader.app.reading.actions.analysis import STOPPED
from reader.app.state.place_words import is_analysing, is_summarising
from reader.app.state.reading import filtered
from reader.app.widgets.rows import RowList

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen


def way_back(screen: "ReadingScreen") -> str:
    """What Esc would put away, from the top; "" when there is nothing."""
    reading = screen.reading
    if reading is None:
        return ""
    over = any(screen.has_class(f"-open-{name}") for name in ("summary", "actors", "claims"))
    levels = {
        "hint": screen.hint.is_told and screen.is_first,
        "summary": is_summarising(reading),
        "panel": over and screen.has_class("-narrow"),
        "selection": bool(screen.selections),
        "search": reading.search is not None,
        "filter": reading.filter != reading.usual or reading.followed is not None,
        "focus mode": reading.focus,
        "lit": reading.lit is not None,
        "view": reading.plain_summary is not None,
        "alone": screen.has_class("-alone"),
        "keys": isinstance(screen.focused, RowList),
        "analysis": is_analysing(reading),
    }
    return next((level for level, there in levels.items() if there), "")


def go_back(screen: "ReadingScreen") -> None:
    """Back one level: a panel laid over, a selection, a search, a filter, what is lit, the article alone."""
    reading = screen.now
    match way_back(screen):
        case "hint":
            screen.hint.silence()
            screen.is_first = False
        case "selection":
            screen.clear_selection()
        case "search":
            screen.reading = reading.but(search=None)
        case "filter":
            screen.reading = filtered(reading, reading.usual).but(followed=None, mention=-1)
        case "focus mode":
            screen.reading = reading.but(focus=False)
        case "lit":
            screen.reading = reading.but(lit=None)
        case "view":
            summarising.leave_view(screen)
        case "alone":
            screen.remove_class("-alone")
        case "panel" | "keys":
            screen.close_panels()
        case "summary":
            screen.workers.cancel_group(screen, "summary")
        case "analysis":
            screen.workers.cancel_group(screen, "analysis")
            screen.reading = reading.but(doing="", problem=STOPPED)
    screen.refresh_bindings()
