"""Widgets that draw their own lines ask for the same styles again and again; here they are kept until they change."""

from rich.style import Style
from textual.widget import Widget

from reader.app.state.speakers import VOICES

FLASH = 0.4
"""Seconds for which what was copied stands out."""

VOICE_STYLES = tuple(f"voice-{number}" for number in range(1, len(VOICES) + 1))
"""The styles of those who say most, as `voice_style` names them."""


def voice_css(parts: str, style: str = "none") -> str:
    """The style sheet for the voices, in a text style, as parts of a widget whose `PARTS` these are."""
    return " ".join(f"& > .{parts}--{name} {{ color: ${name}; text-style: {style}; }}" for name in VOICE_STYLES)


class Painted(Widget):
    """A widget whose own style and part styles are worked out once, and again when the style sheet or theme changes.

    `PARTS` is the prefix of its component classes ("rows" for "rows--dim").
    """

    PARTS = ""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._styles_kept: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_kept.clear()

    @property
    def base(self) -> Style:
        """The widget's own text style on its background."""
        style = self._styles_kept.get("")
        if style is None:
            style = self._styles_kept[""] = self.rich_style
        return style

    def part(self, name: str) -> Style:
        """What a component class adds to whatever it is laid over."""
        style = self._styles_kept.get(name)
        if style is None:
            style = self.get_component_rich_style(f"{self.PARTS}--{name}", partial=True)
            self._styles_kept[name] = style
        return style
