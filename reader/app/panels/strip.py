"""Share of voice as one stacked bar in the colours of those who say most, with their names under it."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.app.state.reading import Reading
from reader.app.state.speakers import voice_sign, voice_style
from reader.app.widgets.painted import VOICE_STYLES, Painted, voice_css
from reader.app.widgets.wrapping import shortened

_MOST_LINES = 2

_HEADING, _UNIT = "VOICES", "% of quoted words"


class VoiceStrip(Painted):
    """A heading, a bar, and lines of names with the digits that filter to them; a click on either does so too."""

    PARTS = "strip"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"strip--{name}" for name in ("dim", "rest", "chosen", *VOICE_STYLES)}
    DEFAULT_CSS = f"""
    VoiceStrip {{
        height: 4; background: $background; color: $quiet;
        & > .strip--dim {{ color: $dim; }}
        & > .strip--rest {{ color: $bar-rest; }}
        & > .strip--chosen {{ text-style: reverse; }}
        {voice_css("strip", "bold")}
    }}
    """

    class Picked(Message):
        """A voice was clicked."""

        def __init__(self, voice: int) -> None:
            super().__init__()
            self.voice = voice

    def __init__(self) -> None:
        super().__init__()
        self._voices: list[tuple[str, float]] = []
        """Short name and share of each voice."""
        self._chosen = -1

    def show(self, reading: Reading) -> None:
        """Show who says how much, and whose claims alone are shown."""
        chosen = reading.voices.get(reading.filter.speaker or "", -1)
        voices = [(_short(reading, key), reading.shares.get(key, 0.0)) for key in reading.voices]
        if (voices, chosen) != (self._voices, self._chosen):
            self._voices, self._chosen = voices, chosen
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        segments = [Segment(" ", self.base)]
        if y == 0 and self._voices:
            segments += self._heading(width - 2)
        elif y == 1 and self._voices:
            segments += self._bar(width - 2)
        elif y > 1 and (names := self._names(width - 2)[y - 2 : y - 1]):
            segments += names[0]
        return Strip(segments).adjust_cell_length(width, self.base)

    def _heading(self, room: int) -> list[Segment]:
        """What the bar tells, where there is room, and which keys belong to it."""
        many = len(self._voices)
        keys = f"{'1' if many == 1 else f'1–{many}'}: theirs alone"
        words = f"{_UNIT} · {keys}"
        if cell_len(words) + len(_HEADING) + 2 > room:
            words = keys
        return [
            Segment(f"{_HEADING}  ", self.base + Style(bold=True)),
            Segment(words, self.base + self.part("dim")),
        ]

    def _bar(self, room: int) -> list[Segment]:
        """The stacked bar: each voice's part begins with its sign, so that it is told apart without colour."""
        segments, edge, total = [], 0, 0.0
        for voice, (_, share) in enumerate(self._voices):
            total += share
            end = max(edge + 1, round(total * room))
            style = self._style(voice)
            segments.append(Segment(voice_sign(voice), style))
            segments.append(Segment("█" * (end - edge - 1), style))
            edge = end
        return [*segments, Segment("─" * max(0, room - edge), self.base + self.part("rest"))]

    def _names(self, room: int) -> list[list[Segment]]:
        """Names with their digits and shares, on as many lines as they take."""
        lines: list[list[Segment]] = [[]]
        left = room
        for voice, (name, share) in enumerate(self._voices):
            words, told = f"{voice + 1} {voice_sign(voice)} {shortened(name, room - 9)}", f" {share:.0%}"
            taken = cell_len(words + told)
            if taken > left:
                lines.append([])
                left = room
            left -= taken + 2
            chosen = self.part("chosen") if voice == self._chosen else Style.null()
            lines[-1] += [
                Segment(words, self._style(voice) + chosen),
                Segment(told + "  ", self.base + self.part("dim") + Style.from_meta({"voice": voice})),
            ]
        return lines[:_MOST_LINES]

    def _style(self, voice: int) -> Style:
        return self.base + self.part(voice_style(voice)) + Style.from_meta({"voice": voice})

    def on_click(self, event: events.Click) -> None:
        voice = event.style.meta.get("voice")
        if voice is not None:
            self.post_message(self.Picked(voice))


def _short(reading: Reading, key: str) -> str:
    """A person's last name, and the whole name of all others."""
    actor = reading.analysis.actor(key) if reading.analysis else None
    name = actor.name if actor else key
    return name.split()[-1] if actor and actor.kind == "person" else name
