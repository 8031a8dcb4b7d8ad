"""One quiet line over the foot: for a newcomer, or for one who comes back to an article. It never covers the text."""

from rich.segment import Segment
from textual.strip import Strip

from reader.app.widgets.painted import Painted
from reader.app.widgets.rows import shortened


class Hint(Painted):
    """A line that is there only while it has something to say; a click puts it away."""

    PARTS = "hint"
    COMPONENT_CLASSES = {"hint--strong"}  # noqa: RUF012
    DEFAULT_CSS = """
    Hint {
        height: 1; display: none; background: $summary-line-background; color: $foreground;
        & > .hint--strong { color: $foreground; text-style: bold; }
    }
    Hint.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(id="hint")
        self.words = ""

    @property
    def is_shown(self) -> bool:
        """Whether the line is there."""
        return bool(self.words)

    def say(self, words: str, *, seconds: float = 0.0) -> None:
        """Say this until `silence`, or for some seconds; what stands before the first " · " stands out."""
        self.words = words
        self.add_class("-shown")
        self.refresh()
        if seconds:
            self.set_timer(seconds, lambda: self.silence() if self.words == words else None)

    def silence(self) -> None:
        """Say nothing any more."""
        self.words = ""
        self.remove_class("-shown")

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        head, dot, tail = shortened(self.words, width - 2).partition(" · ")
        strong = self.base + self.part("strong")
        segments = [Segment(" ", self.base), Segment(head, strong), Segment(dot + tail, self.base)]
        return Strip(segments).adjust_cell_length(width, self.base)

    def on_click(self) -> None:
        self.silence()
