"""Quiet words over the foot: for a newcomer, for one who comes back, for what is told in passing."""

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from reader.app.state.key_names import with_keys
from reader.app.widgets.painted import Painted
from reader.app.widgets.wrapping import shortened, wrap
from reader.article.model import Span

_MOST_LINES = 4


class Hint(Painted):
    """Lines that are there only while they have something to say; a click puts them away."""

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
        """Say this until `silence`, or for some seconds; what stands before the first " · " stands out.

        Keys may stand in it as `with_keys` takes them.
        """
        self.words = words = with_keys(words)
        self._fit(self.app.size.width)
        self.add_class("-shown")
        self.refresh()
        if seconds:
            self.set_timer(seconds, lambda: self.silence() if self.words == words else None)

    def silence(self) -> None:
        """Say nothing any more."""
        self.words = ""
        self.remove_class("-shown")

    def on_resize(self, event: events.Resize) -> None:
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        self.styles.height = max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Span]:
        """The lines of the words, the last of them going on to their end."""
        lines = wrap(self.words, (0, len(self.words)), width - 2)
        if len(lines) > _MOST_LINES:
            lines[_MOST_LINES - 1 :] = [(lines[_MOST_LINES - 1][0], len(self.words))]
        return lines

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self._lines(width)
        start, end = lines[y] if y < len(lines) else (0, 0)
        strong_until = len(self.words.partition(" · ")[0])
        words = shortened(self.words[start:end], width - 2)
        cut = min(len(words), max(0, strong_until - start))
        segments = [Segment(" ", self.base), Segment(words[:cut], self.base + self.part("strong"))]
        return Strip([*segments, Segment(words[cut:], self.base)]).adjust_cell_length(width, self.base)

    def on_click(self) -> None:
        self.silence()
