"""Choosing which claims are shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.model import ClaimKind
from reader.app.screens.dialogs import Choice, Chooser
from reader.app.state.reading import ALL_KINDS, Filter, Reading, speaker_key, speaker_label

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen

_KINDS: tuple[tuple[str, frozenset[ClaimKind]], ...] = (
    ("Only with words in quotation marks", frozenset(("direct", "mixed"))),
    ("Only direct quotations", frozenset(("direct",))),
    ("Only reported speech", frozenset(("indirect",))),
)
_SURE = (0.5, 0.8)


def options(reading: Reading) -> list[tuple[Choice, Filter]]:
    """Each row of the filter, and the filter that choosing it gives."""
    now = reading.filter
    claims = reading.analysis.claims if reading.analysis else ()
    rows = [(Choice("All that was said", on=now == reading.usual), reading.usual)]
    for words, kinds in _KINDS:
        on = now.kinds == kinds
        rows.append((Choice(words, on=on), replace(now, kinds=ALL_KINDS if on else kinds)))
    inner = sum(claim.within is not None for claim in claims)
    if inner:
        choice = Choice("Claims inside claims too", f"{inner} more", on=now.inner)
        rows.append((choice, replace(now, inner=not now.inner)))
    thoughts = sum(claim.type == "thought" and claim.within is None for claim in claims)
    if thoughts:
        choice = Choice("What was thought, hoped or planned too", f"{thoughts} more", on=now.thoughts)
        rows.append((choice, replace(now, thoughts=not now.thoughts)))
    if any(claim.confidence is not None for claim in claims):
        for sure in _SURE:
            on = now.least_confidence == sure
            choice = Choice(f"Only claims found with at least {sure:.0%} confidence", on=on)
            rows.append((choice, replace(now, least_confidence=0.0 if on else sure)))
    unspoken = replace(now, speaker=None)
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for claim in claims:
        if unspoken.admits(claim):
            key = speaker_key(claim)
            counts[key] = counts.get(key, 0) + 1
            names.setdefault(key, speaker_label(claim))
    for key in sorted(counts, key=lambda key: -counts[key]):
        on = now.speaker == key
        count = counts[key]
        choice = Choice(names[key], f"{count} claim{'s' if count != 1 else ''}", on=on)
        rows.append((choice, replace(now, speaker=None if on else key)))
    return rows


def ask(screen: "ReadingScreen", start: int = 0) -> None:
    """Lay the filter over the reading; each choice takes effect at once, and Esc puts it away."""
    if screen.now.analysis is None:
        screen.notify("Claims are still being looked for.", markup=False)
        return
    rows = options(screen.now)

    def chosen(index: int | None) -> None:
        if index is not None:
            screen.set_filter(rows[index][1])
            if index:
                ask(screen, index)

    remark = "enter turns on or off · esc done"
    screen.app.push_screen(Chooser("Show which claims?", [row[0] for row in rows], remark=remark, start=start), chosen)
