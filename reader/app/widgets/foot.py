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
from textual.widgets import Input

from reader.app.state.columns import ONE_LINE
from reader.app.widgets.painted import Painted
from reader.app.widgets.wrapping import shortened

_FEWEST_WORDS = 46
_WORDS_SHARE = 0.36
"""Of a line that holds words and keys, so that the keys stand in one place whatever the words are."""

_KEPT = ("back", "app.help")
"""Actions whose keys are told however little room there is."""

_RIGHT = len("100% · 120 min left")
_GAP = 2

_FEWEST_BEFORE_KEYS = 12
"""Cells that words keep where the keys behind them are told."""

DONE = "✓ "
"""What a word begins with that says what was done."""

_MOMENT = 2.0
"""Seconds that a word on what was done stays; one that has to be read stays longer."""

_READING_SPEED = 20
"""Characters a second."""


@dataclass(frozen=True, slots=True)
class Key:
    """What the foot shows of a binding: its keys, its words, and what a click does.

    `room` is the most cells that its words take; one that is off just now leaves its place empty.
    """

    keys: str
    words: str
    action: str
    node: DOMNode
    room: int
    is_on: bool = True

    @property
    def width(self) -> int:
        """Cells, with the space between and the gap after it."""
        return cell_len(self.keys) + 1 + self.room + _GAP


@cache
def _places(owner: type[DOMNode]) -> dict[str, int]:
    """The order in which a class and its bases declare their bindings, by their ids."""
    bindings = (each for base in owner.__mro__ for each in Binding.make_bindings(base.__dict__.get("BINDINGS", ())))
    places: dict[str, int] = {}
    for binding in bindings:
        places.setdefault(binding.id or "", len(places))
    return places


class Foot(Painted):
    """Words at the left, a remark at the right, and the live keys: between them on a wide screen, else below."""

    PARTS = "foot"
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
        self._told = ""
        self._names: Mapping[str, str] = {}
        self._live_keys: list[Key] | None = []
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
            self._live_keys = None
        elif (words, right) == (self._words, self._right):
            return
        self._words, self._right = words, right
        self.refresh()

    def tell(self, words: str, *, seconds: float = 0.0) -> bool:
        """Say something in passing where the place is told; False, and nothing is said, where it has no room."""
        if "\n" in words or cell_len(words) > self._words_room - 1:
            return False
        self._told = words
        self.refresh()
        seconds = seconds or (_MOMENT if words.startswith(DONE) else _MOMENT + len(words) / _READING_SPEED)
        self.set_timer(seconds, lambda: self._fall_silent(words))
        return True

    @property
    def told(self) -> str:
        """What is said in passing just now, or ""."""
        return self._told

    def hush(self) -> None:
        """Say nothing in passing any more."""
        self._fall_silent(self._told)

    def _fall_silent(self, words: str) -> None:
        if self._told == words:
            self._told = ""
            self.refresh()

    @property
    def _words_room(self) -> int:
        width = self.size.width
        if self.size.height == 1:
            return max(_FEWEST_WORDS, int(width * _WORDS_SHARE))
        return width - max(_RIGHT, cell_len(self._right)) - 2

    def _bindings_changed(self, screen: Screen[Any]) -> None:
        if self.is_attached and screen is self.screen:
            self._live_keys = None
            self.refresh()

    @property
    def _keys(self) -> list[Key]:
        """What can be done, asked for when it is drawn: much changes between two frames, above all at the start."""
        if self._live_keys is None:
            self._live_keys = self._live()
        return self._live_keys

    def _live(self) -> list[Key]:
        """What can be done: the focused widget's keys first, then the screen's; a group shares its words.

        While a line is typed, keys of one letter are left out: they would be typed.
        """
        found: dict[str, tuple[list[str], str, ActiveBinding]] = {}
        typing = isinstance(self.screen.focused, Input)
        active = [
            each
            for each in self.screen.active_bindings.values()
            if each.binding.show and not (typing and len(self.app.get_key_display(each.binding)) == 1)
        ]
        for each in sorted(active, key=self._declared):
            binding = each.binding
            usual = binding.group.description if binding.group else binding.description
            keys, _, _ = found.setdefault(self._names.get(usual, usual), ([], usual, each))
            key = self.app.get_key_display(binding)
            if key not in keys and (binding.group or not keys):
                keys.append(key)
        return [
            Key("/".join(keys), words, first.binding.action, first.node, _room(words, usual), first.enabled)
            for words, (keys, usual, first) in found.items()
        ]

    def _declared(self, active: ActiveBinding) -> tuple[int, int, int]:
        """Sorts inner nodes before outer ones, and the bindings of one node by what is first, then as declared."""
        node, id = active.node, active.binding.id or ""
        name = id.rpartition(".")[2]
        early = self._first.index(name) if name in self._first else len(self._first)
        places = _places(type(node))
        return -len(node.ancestors), early, places.get(id, len(places))

    def _fitting(self, room: int) -> list[Key]:
        """The first keys that fit a number of cells; always among them the way back and help, the way to all others."""
        everything = sum(key.width for key in self._keys)
        if everything <= room:
            return self._keys
        kept = sorted((key for key in self._keys if key.action in _KEPT), key=lambda key: _KEPT.index(key.action))
        room -= sum(key.width for key in kept)
        fitting = []
        for key in self._keys:
            if key in kept:
                continue
            room -= key.width
            if room < 0:
                break
            fitting.append(key)
        return [*fitting, *kept]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.size.height == 1:
            room = self._words_room
            keys = self._key_segments(width - room - 1 - _RIGHT - 2)
            taken = room + 1 + sum(segment.cell_length for segment in keys)
            gap = Segment(" " * max(0, width - taken - cell_len(self._right) - 2), self.base)
            space = Segment(" ", self.base)
            return self._line([*self._word_segments(room), space, *keys, gap, *self._right_segments()])
        if y == 0:
            return self._line([*self._word_segments(width - cell_len(self._right) - 2), *self._right_segments()])
        return self._line([Segment(" ", self.base), *self._key_segments(width - 1)])

    def _line(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width, self.base)

    def _part(self, name: str) -> Style:
        return self.base + self.part(name)

    def _word_segments(self, room: int) -> list[Segment]:
        head, dot, tail = (self._told or self._words).partition(" · ")
        segments = [Segment(" ", self.base)]
        room -= 1
        for text, style in ((head, self._part("strong")), (dot + tail, self.base)):
            text = _fitted(text, room)
            room -= cell_len(text)
            segments.append(Segment(text, style))
        return [*segments, Segment(" " * max(0, room), self.base)]

    def _right_segments(self) -> list[Segment]:
        return [Segment(f" {self._right} ", self._part("right"))]

    def _key_segments(self, room: int) -> list[Segment]:
        key_style, words_style = self._part("key"), self._part("words")
        segments = []
        self._drawn = self._fitting(room + _GAP)  # nothing comes behind the last gap
        for number, key in enumerate(self._drawn):
            if not key.is_on:
                segments.append(Segment(" " * key.width, self.base))
                continue
            click = Style.from_meta({"foot_key": number})
            segments += [
                Segment(f"{key.keys} ", key_style + click),
                Segment(key.words, words_style + click),
                Segment(" " * (key.room - cell_len(key.words) + _GAP), self.base),
            ]
        return segments

    async def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get("foot_key")
        if number is not None and number < len(self._drawn):
            await self.app.run_action(self._drawn[number].action, self._drawn[number].node)


def _fitted(text: str, room: int) -> str:
    """The text cut to a width in cells; keys that stand at its end in brackets are kept whole, or left out.

    So is the part that they belong to, behind the last " · ".
    """
    if cell_len(text) <= room or " (" not in text or not text.endswith(")"):
        return shortened(text, room)
    words, behind, keys = text.rpartition(" · ")
    if not words:
        words, behind, keys = text.rpartition(" (")
    left = room - cell_len(behind + keys)
    return shortened(words, left) + behind + keys if left >= _FEWEST_BEFORE_KEYS else shortened(words, room)


def _room(words: str, usual: str) -> int:
    """Cells that the words of a key take, whichever of its words stand there just now."""
    return max(cell_len(words), cell_len(usual))
