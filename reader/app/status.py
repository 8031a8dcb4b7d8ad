"""The foot of the screen: where one is, and the keys that work here and now."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.app.panels.rows import shortened


class Status(Widget):
    """One line of words at the left and a remark at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--strong", "status--right"}
    DEFAULT_CSS = """
    Status {
        height: 1; background: $panel; color: $foreground;
        & > .status--strong { color: $claim-current-mark; text-style: bold; }
        & > .status--right { color: $dim; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.right = ""

    def update(self, words: str, right: str) -> None:
        """Show other words."""
        if (words, right) != (self.words, self.right):
            self.words, self.right = words, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.rich_style
        right = base + self.get_component_rich_style("status--right", partial=True)
        room = width - cell_len(self.right) - 3
        head, dot, tail = self.words.partition(" · ")
        words = [(head, base + self.get_component_rich_style("status--strong", partial=True)), (dot + tail, base)]
        segments = [Segment(" ", base)]
        for text, style in words:
            text = shortened(text, room)
            room -= cell_len(text)
            segments.append(Segment(text, style))
        segments.append(Segment(" " * (max(0, room) + 1), base))
        segments.append(Segment(self.right + " ", right))
        return Strip(segments).adjust_cell_length(width, base)


class Keys(Widget):
    """The keys that are shown for what has the focus, as many as fit; a click presses one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--words"}
    DEFAULT_CSS = """
    Keys {
        height: 1; background: $panel; color: $dim;
        & > .keys--key { color: $foreground; text-style: bold; }
        & > .keys--words { color: $dim; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, str, str]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: "Screen[object]") -> None:
        if self.is_attached and screen is self.screen:
            self._shown = self._live()
            self.refresh()

    def _live(self) -> list[tuple[str, str, str]]:
        """Keys, words and action of what can be done: the focused widget's first, then the screen's.

        Bindings of one group share their words ("n/N claim").
        """
        found: dict[str, tuple[list[str], str]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if not (binding.show and enabled):
                continue
            words = binding.group.description if binding.group else binding.description
            keys, _ = found.setdefault(words, ([], binding.action))
            key = self.app.get_key_display(binding)
            if key not in keys and (binding.group or not keys):
                keys.append(key)
        return [("/".join(keys), words, action) for words, (keys, action) in found.items()]

    def _pieces(self) -> list[tuple[str, str, str]]:
        """The keys that fit the width, with their words and actions."""
        room = self.size.width - 1
        fitting = []
        for key, words, action in self._shown:
            room -= cell_len(key) + cell_len(words) + 3
            if room < 0:
                break
            fitting.append((key, words, action))
        return fitting

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        key_style = base + self.get_component_rich_style("keys--key", partial=True)
        words_style = base + self.get_component_rich_style("keys--words", partial=True)
        segments = [Segment(" ", base)]
        for key, words, action in self._pieces():
            click = Style.from_meta({"@click": action})
            segments += [
                Segment(f"{key} ", key_style + click),
                Segment(words, words_style + click),
                Segment("  ", base),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, base)


class Foot(Container):
    """Status and keys: on one line where the terminal is wide, else on two."""

    DEFAULT_CSS = """
    Foot { height: 2; dock: bottom; layout: vertical; background: $panel; }
    Foot.-one-line { height: 1; layout: horizontal; }
    Foot.-one-line Status { width: 1fr; }
    Foot.-one-line Keys { width: 2fr; }
    """

    def compose(self) -> ComposeResult:
        yield Status()
        yield Keys()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= 150, "-one-line")

    def update(self, words: str, right: str) -> None:
        """Show where the reader is."""
        self.query_one(Status).update(words, right)
