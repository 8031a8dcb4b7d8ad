"""The foot of the screen: where one is, and the keys that work here and now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.app.state.columns import ONE_LINE
from reader.app.widgets.rows import shortened

_FEWEST_WORDS = 46
_GAP = 2


@dataclass(frozen=True, slots=True)
class Key:
    """What the foot shows of a binding: its keys, its words, and what a click does."""

    keys: str
    words: str
    action: str
    node: DOMNode

    @property
    def width(self) -> int:
        """Cells, with the space between and the gap after it."""
        return cell_len(self.keys) + 1 + cell_len(self.words) + _GAP


@cache
def _places(owner: type[DOMNode]) -> dict[str, int]:
    """The order in which a class and its bases declare their bindings, by their ids."""
    bindings = (each for base in owner.__mro__ for each in Binding.make_bindings(base.__dict__.get("BINDINGS", ())))
    places: dict[str, int] = {}
    for binding in bindings:
        places.setdefault(binding.id or "", len(places))
    return places


class Foot(Widget):
    """Words at the left, a remark at the right, and the live keys: between them on a wide screen, else below."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--strong", "foot--right", "foot--key", "foot--words"}
    DEFAULT_CSS = """
    Foot {
        height: 2; dock: bottom; background: $panel; color: $foreground;
        & > .foot--strong { color: $claim-current-mark; text-style: bold; }
        & > .foot--right, & > .foot--words { color: $dim; }
        & > .foot--key { color: $foreground; text-style: bold; }
    }
    Foot.-one-line { height: 1; }
    """

    def __init__(self, first: Sequence[str] = ()) -> None:
        """`first` are the ends of the ids of those bindings that are shown first, in this order."""
        super().__init__()
        self._first = first
        self._words = ""
        self._right = ""
        self._names: Mapping[str, str] = {}
        self._keys: list[Key] = []
        self._drawn: list[Key] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self.set_class(self.app.size.width >= ONE_LINE, "-one-line")

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= ONE_LINE, "-one-line")

    def update(self, words: str, right: str, names: Mapping[str, str] = MappingProxyType({})) -> None:
        """Show where the reader is; what stands before the first " · " stands out.

        `names` gives other words for keys that do something else just now ("claim": "match").
        """
        if names != self._names:
            self._names = names
            self._keys = self._live()
        elif (words, right) == (self._words, self._right):
            return
        self._words, self._right = words, right
        self.refresh()

    def _bindings_changed(self, screen: Screen[Any]) -> None:
        if self.is_attached and screen is self.screen:
            self._keys = self._live()
            self.refresh()

    def _live(self) -> list[Key]:
        """What can be done: the focused widget's keys first, then the screen's; a group shares its words.

        While a line is typed, keys of one letter are left out: they would be typed.
        """
        found: dict[str, tuple[list[str], str, DOMNode]] = {}
        typing = isinstance(self.screen.focused, Input)
        active = [
            each
            for each in self.screen.active_bindings.values()
            if each.binding.show and each.enabled and not (typing and len(self.app.get_key_display(each.binding)) == 1)
        ]
        for node, binding, _, _ in sorted(active, key=self._declared):
            words = binding.group.description if binding.group else binding.description
            words = self._names.get(words, words)
            keys, _, _ = found.setdefault(words, ([], binding.action, node))
            key = self.app.get_key_display(binding)
            if key not in keys and (binding.group or not keys):
                keys.append(key)
        return [Key("/".join(keys), words, action, node) for words, (keys, action, node) in found.items()]

    def _declared(self, active: ActiveBinding) -> tuple[int, int, int]:
        """Sorts inner nodes before outer ones, and the bindings of one node by what is first, then as declared."""
        node, id = active.node, active.binding.id or ""
        name = id.rpartition(".")[2]
        early = self._first.index(name) if name in self._first else len(self._first)
        places = _places(type(node))
        return -len(node.ancestors), early, places.get(id, len(places))

    def _fitting(self, room: int) -> list[Key]:
        """The first keys that fit a number of cells; help, the way to all others, is always among them."""
        everything = sum(key.width for key in self._keys)
        if everything <= room:
            return self._keys
        helping = next((key for key in self._keys if key.words == "help"), None)
        room -= helping.width if helping else 0
        fitting = []
        for key in self._keys:
            if key is helping:
                continue
            room -= key.width
            if room < 0:
                break
            fitting.append(key)
        return [*fitting, helping] if helping else fitting

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.size.height == 1:
            keys = self._key_segments(width - max(_FEWEST_WORDS, cell_len(self._words) + 2) - cell_len(self._right) - 2)
            taken = sum(segment.cell_length for segment in keys)
            left = self._word_segments(width - taken - cell_len(self._right) - 2)
            return self._line([*left, *keys, *self._right_segments()])
        if y == 0:
            return self._line([*self._word_segments(width - cell_len(self._right) - 2), *self._right_segments()])
        return self._line([Segment(" ", self.rich_style), *self._key_segments(width - 1)])

    def _line(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _part(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(f"foot--{name}", partial=True)

    def _word_segments(self, room: int) -> list[Segment]:
        head, dot, tail = self._words.partition(" · ")
        segments = [Segment(" ", self.rich_style)]
        room -= 1
        for text, style in ((head, self._part("strong")), (dot + tail, self.rich_style)):
            text = shortened(text, room)
            room -= cell_len(text)
            segments.append(Segment(text, style))
        return [*segments, Segment(" " * max(0, room), self.rich_style)]

    def _right_segments(self) -> list[Segment]:
        return [Segment(f" {self._right} ", self._part("right"))]

    def _key_segments(self, room: int) -> list[Segment]:
        key_style, words_style = self._part("key"), self._part("words")
        segments = []
        self._drawn = self._fitting(room + _GAP)  # nothing comes behind the last gap
        for number, key in enumerate(self._drawn):
            click = Style.from_meta({"foot_key": number})
            segments += [
                Segment(f"{key.keys} ", key_style + click),
                Segment(key.words, words_style + click),
                Segment(" " * _GAP, self.rich_style),
            ]
        return segments

    async def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get("foot_key")
        if number is not None and number < len(self._drawn):
            await self.app.run_action(self._drawn[number].action, self._drawn[number].node)
