"""The actors panel: who speaks and who is spoken of, with each one's share of all that is quoted."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.model import Actor, Analysis
from reader.app.panels.panel import Panel
from reader.app.state.key_names import with_keys
from reader.app.state.reading import Reading
from reader.app.state.speakers import by_importance, speaker_keys, voice_sign, voice_style
from reader.app.widgets.rows import Line, RowList
from reader.article.text.counted import many

_ROOMY = 44
"""Cells from which mentions are told in words."""

_FULL, _PARTS = "█", "▏▎▍▌▋▊▉"


class ActorRows(RowList):
    """Two lines for each actor: name and role, then a bar with share and counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "only their claims", tooltip="Only their claims; again: next mention", id="actors.choose"
        )
    ]

    def __init__(self) -> None:
        super().__init__(id="actors-rows")
        self.actors: list[Actor] = []
        self.shares: dict[str, float] = {}
        self.voices: dict[str, int] = {}
        self.counts: Mapping[str, int] = {}
        self._words_known: tuple[int, list[str]] = (-1, [])

    def set_rows(self, count: int, message: str = "") -> None:
        self._words_known = (-1, [])
        super().set_rows(count, message)

    def row_height(self, index: int, width: int) -> int:
        return 2 if self._speaks(self.actors[index]) else 1

    def _speaks(self, actor: Actor) -> bool:
        return bool(self.counts.get(actor.id))

    def draw_row(self, index: int, width: int) -> list[Line]:
        actor = self.actors[index]
        told = actor.role or ("" if actor.kind == "person" else actor.kind)
        role = f"  {told}" if told else ""
        voice = self.voices.get(actor.id, -1)
        first: Line = [("  ", ""), (voice_sign(voice), voice_style(voice, "dim")), (" ", "")]
        if not self._speaks(actor):
            times = f"  named {len(actor.mentions)}×" if actor.mentions else ""
            return [[*first, (actor.name, ""), (role, "dim"), (times, "dim")]]
        words = self._words(actor, width)
        room = max(6, min(24, width - 5 - max(map(len, self._all_words(width)))))
        filled, rest = bar(self.shares.get(actor.id, 0), room)
        return [
            [*first, (actor.name, voice_style(voice, "name")), (role, "dim")],
            [("    ", ""), (filled, voice_style(voice, "dim")), (rest, "bar-rest"), (words, "dim")],
        ]

    def _all_words(self, width: int) -> list[str]:
        """What stands behind the bars of those who speak: all bars are as long as the longest of these lets them."""
        if self._words_known[0] != width:
            self._words_known = width, [self._words(actor, width) for actor in self.actors if self._speaks(actor)]
        return self._words_known[1]

    def _words(self, actor: Actor, width: int) -> str:
        claims, mentions = self.counts.get(actor.id, 0), len(actor.mentions)
        words = f" {self.shares.get(actor.id, 0):>4.0%}  {many(claims, 'claim')}"
        full, short = f" · named {mentions}×", f" · {mentions}×"
        return words + (full if width >= _ROOMY else short) if mentions else words


class ActorsPanel(Panel):
    """Shows the actors, most important first or by name; Enter filters the claims to one."""

    TITLE = "ACTORS"
    BLANK = False  # on a wide screen it has a line under it

    def __init__(self) -> None:
        super().__init__(ActorRows(), id="actors")

    @property
    def actor_rows(self) -> ActorRows:
        assert isinstance(self.rows, ActorRows)
        return self.rows

    def show(self, reading: Reading) -> None:
        before, self.reading = self.reading, reading
        rows = self.actor_rows
        analysis = reading.analysis
        old = before.analysis if before else None
        known = (
            before is not None
            and old is not None
            and analysis is not None
            and (old is analysis or (old.actors == analysis.actors and old.claims == analysis.claims))
            and (before.numbered is reading.numbered or before.numbered == reading.numbered)
            and (before.listed is reading.listed or before.listed == reading.listed)
        )
        if before is None or not known or before.actor_order != reading.actor_order:
            rows.shares, rows.voices = reading.shares, reading.voices
            actors = by_importance(reading.listed, rows.shares)
            if reading.actor_order == "name":
                actors.sort(key=lambda actor: actor.name.casefold())
            rows.actors = actors
            rows.counts = Counter(key for claim in reading.numbered for key in speaker_keys(claim))
            rows.set_rows(len(actors), self.waiting(reading, _why_none(reading)))
            self.heading.update(remark=_remark(reading, analysis) if analysis and reading.everybody else "")
        chosen = reading.filter.speaker or reading.followed
        rows.marked = next((i for i, actor in enumerate(rows.actors) if actor.id == chosen), -1)


def _why_none(reading: Reading) -> str:
    if reading.unlisted:
        return f"Nobody but the doubtful ({reading.unlisted}). ‹reading.doubtful› shows them."
    return "No people or organisations were found."


def _remark(reading: Reading, analysis: Analysis) -> str:
    """How many are listed and how many only doubt leaves out, and what their bars are shares of."""
    told = [
        str(len(reading.listed)),
        *([with_keys(f"{reading.unlisted} doubtful, ‹reading.doubtful› shows")] if reading.unlisted else []),
    ]
    said = [claim.kind for claim in analysis.outer if claim.type == "said"]
    if said:
        told.append(f"% of {'quoted' if set(said) != {'indirect'} else 'reported'} words")
    return " · ".join(told)


def bar(share: float, width: int) -> tuple[str, str]:
    """A bar of `width` cells: the filled part, to an eighth of a cell, and the rest."""
    eighths = round(share * width * 8)
    if share > 0:
        eighths = max(1, eighths)
    full, part = divmod(eighths, 8)
    filled = _FULL * full + (_PARTS[part - 1] if part else "")
    return filled, "─" * (width - len(filled))
