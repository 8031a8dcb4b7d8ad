"""One article's sitting: what is read, and where the reader stands, kept while other articles are looked at."""

from dataclasses import dataclass, field
from typing import Any

from reader.app.page import Anchor
from reader.app.state import Reading


@dataclass(frozen=True, slots=True)
class View:
    """How articles are shown: cells across, even right edge, panels open and how wide, and a copy's style."""

    measure: int = 72
    justified: bool = False
    panels: bool = True
    panel_width: int = 40
    copy_style: str = "quote"


@dataclass(slots=True)
class Sitting:
    """Outlives the screen that shows it. `rankings` are summaries in the making, by method; `place_in_list` is
    "2 of 5" where several articles are walked."""

    reading: Reading
    place: Anchor = (0, 0)
    view: View = field(default_factory=View)
    rankings: dict[str, Any] = field(default_factory=dict)
    place_in_list: str = ""
