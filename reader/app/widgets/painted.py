"""Widgets that draw their own lines ask for the same styles again and again; here they are kept until they change."""

from functools import cache

from rich.style import Style
from textual.dom import DOMNode
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

    `PARTS` is the prefix of its component classes ("rows" for "rows--dim"). A part's styles are worked out when it is
    drawn first; Textual would do so for dozens of parts of every widget, whenever a class of it changes.
    """

    PARTS = ""
    ALLOW_SELECT = False
    """What is drawn has no text to give; Textual would copy the widget's name."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._styles_kept: dict[str, Style] = {}
        self._parts_drawn: frozenset[str] = frozenset()

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
            part = f"{self.PARTS}--{name}"
            if part not in self._component_styles:
                self._work_out(part)
            style = self._styles_kept[name] = self.get_component_rich_style(part, partial=True)
        return style

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]
        """The parts to look after when styles are applied: a part that was never drawn cannot look old."""
        return self._parts_drawn

    def _work_out(self, part: str) -> None:
        """A part's styles, found as Textual finds those of all parts."""
        if part not in type(self).component_names():
            raise KeyError(part)
        node = DOMNode(classes=part)
        node._attach(self)
        self.app.stylesheet.apply(node)
        self._component_styles[part] = node.styles
        self._parts_drawn |= {part}

    @classmethod
    @cache
    def component_names(cls) -> frozenset[str]:
        """All parts that the widget and those that it is made from have."""
        named = (base.__dict__.get("COMPONENT_CLASSES", ()) for base in cls.__mro__)
        return frozenset(name for names in named for name in names)
