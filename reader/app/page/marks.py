"""Which stretches of an article stand out, found block by block so that one line can be drawn without the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.app.state.reading import Reading, Shade
from reader.app.state.speakers import VOICES, voice_style
from reader.article.model import Article, Span

if TYPE_CHECKING:
    from reader.analysis.model import Claim

Part = Literal["content", "cue", "source"]

GUTTER = {"direct": "│", "indirect": "┆", "mixed": "╎"}
CURRENT_GUTTER = "▌"


class Mark(NamedTuple):
    """One span of a claim: its words, its cue or its source."""

    start: int
    end: int
    part: Part
    claim: Claim


def marks_by_block(article: Article, claims: Iterable[Claim]) -> dict[int, list[Mark]]:
    """The marks of these claims under the index of each block that they touch."""
    found: dict[int, list[Mark]] = {}
    starts = [block.span[0] for block in article.blocks]
    for claim in claims:
        parts: tuple[tuple[Part, tuple[Span, ...]], ...] = (
            ("content", claim.content),
            ("cue", claim.cue),
            ("source", claim.source),
        )
        for part, spans in parts:
            for start, end in spans:
                first, behind = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1))
                for block in range(max(0, first), behind):
                    found.setdefault(block, []).append(Mark(start, end, part, claim))
    return found


def touching(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    """The marks that share a character with `[start, end)`."""
    return (mark for mark in marks if mark.start < end and mark.end > start)


def spans_touching(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Of sorted spans that do not overlap, those that share a character with `[start, end)`."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, lo=first, key=lambda span: span[0])
    return spans[first:last]


def shades_touching(shading: Sequence[Shade], start: int, end: int) -> Sequence[Shade]:
    """Of shaded sentences in reading order, those that share a character with `[start, end)`."""
    first = bisect_right(shading, start, key=lambda shade: shade[0][1])
    last = bisect_left(shading, end, lo=first, key=lambda shade: shade[0][0])
    return shading[first:last]


def gutter(marks: Sequence[Mark], reading: Reading, line: Span) -> tuple[str, str]:
    """What stands at the left of a line that these marks touch, and its style's name ("" for none).

    A claim's first line has the sign of the voice that says it, the others a bar that tells its kind.
    """
    best: Claim | None = None
    for mark in marks:
        if mark.claim.id == reading.current:
            return CURRENT_GUTTER, voice_style(reading.voice(mark.claim), "mark")
        if best is None or mark.part == "content":
            best = mark.claim
    if best is None:
        return " ", ""
    voice = reading.voice(best)
    begins = voice >= 0 and line[0] <= best.span[0] < line[1]
    sign = VOICES[voice] if begins else GUTTER[best.kind]
    return sign, "faded" if reading.focus else voice_style(voice, "gutter")


class Layer(NamedTuple):
    """A stretch of a line and the name of the style laid over it."""

    start: int
    end: int
    style: str


def cut(start: int, end: int, layers: Sequence[Layer]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Cut `[start, end)` where layers begin and end: each piece with the styles over it, lowest first."""
    edges = {start, end}
    for layer in layers:
        edges.add(min(max(layer.start, start), end))
        edges.add(min(max(layer.end, start), end))
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        yield left, right, tuple(layer.style for layer in layers if layer.start <= left and layer.end >= right)


def layers(
    reading: Reading,
    marks: Sequence[Mark],
    mentions: Sequence[Span],
    selected: Span | None,
    flashing: Sequence[Span],
    line: Span,
    *,
    quiet: bool = False,
) -> list[Layer]:
    """All that stands out in a line, lowest first: shaded sentences, links, claims, a lit sentence, the current
    claim, mentions, matches, the selection, what was copied this moment. In a `quiet` line claims that are not current
    do not stand out.
    """
    start, end = line
    found = [Layer(*span, style) for span, style in shades_touching(reading.shading, start, end)]
    if not reading.focus:
        found += [Layer(*span, "link") for span in spans_touching(reading.links, start, end)]
    found += [Layer(*span, "highlight") for span in reading.highlights if span[0] < end and span[1] > start]
    current: list[Layer] = []
    for mark in marks:
        if mark.claim.id == reading.current:
            if mark.part == "content":
                current.append(Layer(mark.start, mark.end, "current"))
            else:
                voice = voice_style(reading.voice(mark.claim)) if mark.part == "source" else ""
                current.append(Layer(mark.start, mark.end, voice or mark.part))
                current.append(Layer(mark.start, mark.end, "current-source"))
        elif not reading.focus and not quiet:
            if mark.part == "content":
                found.append(Layer(mark.start, mark.end, mark.claim.kind))
            elif mark.part == "source" and (voice := voice_style(reading.voice(mark.claim))):
                found.append(Layer(mark.start, mark.end, voice))
    if reading.lit and reading.lit[0] < end and reading.lit[1] > start:
        found.append(Layer(*reading.lit, "lit"))
    found += current
    found += [Layer(*span, "mention") for span in spans_touching(mentions, start, end)]
    if reading.search:
        here = reading.search.current
        found += [
            Layer(*span, "hit-current" if span == here else "hit")
            for span in spans_touching(reading.search.hits, start, end)
        ]
    if selected:
        found.append(Layer(*selected, "selection"))
    found += [Layer(*span, "flash") for span in flashing if span[0] < end and span[1] > start]
    return found
