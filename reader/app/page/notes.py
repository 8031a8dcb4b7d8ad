"""Notes beside the text: who speaks in a paragraph, once for each run of claims, and who told of it in turn."""

from typing import NamedTuple

from rich.cells import cell_len

from reader.analysis.model import Claim
from reader.app.page.layout import Page
from reader.app.state.reading import Reading
from reader.app.state.speakers import speaker_key, speaker_label, voice_sign, voice_style
from reader.app.widgets.wrapping import shortened, wrap

Note = list[tuple[str, str]]
"""One line of a note: pieces of text with the names of their styles."""

_SIGN = 2
"""Cells of a speaker's sign and the gap behind it."""

_MOST_LINES = 3
_FARTHEST = 3
"""Lines by which a note may stand under the line that it belongs to."""


class _Wanted(NamedTuple):
    line: int
    name: str
    style: str
    role: str = ""


def margin_notes(reading: Reading, page: Page, width: int) -> dict[int, Note]:
    """The notes of an article, `width` cells wide, by the lines of the page that they stand beside."""
    wanted = sorted([*_speakers(reading, page, width), *_chains(reading, page, width)], key=lambda note: note.line)
    notes: dict[int, Note] = {}
    free = 0
    for number, (line, name, style, role) in enumerate(wanted):
        at = max(line, free)
        if at - line > _FARTHEST:
            continue
        room = min(_end_of_paragraph(page, line) - at, _MOST_LINES)
        if room < 1:
            continue
        following = wanted[number + 1].line if number + 1 < len(wanted) else page.height
        room = max(1, min(room, following - at))
        lines = _set_in(name, style, width)
        if len(lines) > room:
            lines = [(shortened(name, width), style)]
        lines += [(f"{' ' * _SIGN}{words}", "dim") for words in _cut(role, width - _SIGN, room - len(lines))]
        for free, each in enumerate(lines, start=at + 1):
            notes[free - 1] = [each]
    return notes


def _set_in(name: str, style: str, width: int) -> list[tuple[str, str]]:
    """A sign and a name in lines of their own, each set in behind the sign."""
    words = wrap(name, (_SIGN, len(name)), width - _SIGN)
    return [(f"{' ' * _SIGN if number else name[:_SIGN]}{name[a:b]}", style) for number, (a, b) in enumerate(words)]


def _cut(words: str, width: int, room: int) -> list[str]:
    """Words in at most `room` lines, the last ending in an ellipsis where some are left out."""
    lines = wrap(words, (0, len(words)), width)[: max(0, room)] if words else []
    ends = [end for _, end in lines[:-1]] + [len(words)]
    return [shortened(words[start:end], width) for (start, _), end in zip(lines, ends, strict=False)]


def _end_of_paragraph(page: Page, line: int) -> int:
    """The line behind the last one with words of the paragraph that a line belongs to."""
    block = page.blocks[line]
    while line < page.height and page.blocks[line] == block and page.starts[line] < page.ends[line]:
        line += 1
    return line


def _speakers(reading: Reading, page: Page, width: int) -> list[_Wanted]:
    """One note for each run of claims by one speaker; a title has none."""
    found: list[_Wanted] = []
    speaking = ""
    listed = {actor.id for actor in reading.everybody}
    for claim in reading.claims:
        key, start = speaker_key(claim), claim.span[0]
        if key not in listed or claim.within or page.article.blocks[page.article.block_at(start)].kind == "title":
            continue
        if key != speaking:
            actor = reading.analysis.actor(claim.speaker) if reading.analysis else None
            role = (actor.role or "") if actor else ""
            found.append(_Wanted(page.line_of(start), *_named(reading, claim, speaker_label(claim)), role))
        speaking = key
    return found


def _chains(reading: Reading, page: Page, width: int) -> list[_Wanted]:
    """One note for each claim inside another that somebody else says: "Putin ← Ushakov"."""
    if reading.analysis is None:
        return []
    by_id = {claim.id: claim for claim in reading.analysis.claims}
    found: list[_Wanted] = []
    for claim in reading.analysis.claims:
        around = by_id.get(claim.within or "")
        outermost = around
        while outermost is not None and outermost.within:
            outermost = by_id.get(outermost.within)
        if around is None or outermost is None or outermost.id not in reading.places or claim.is_doubtful:
            continue
        if claim.speaker and claim.speaker != around.speaker and around.speaker_name and claim.type == "said":
            room = max(6, (width - 5) // 2)
            words = " ← ".join(_short(reading, each, room) for each in (claim, around))
            found.append(_Wanted(page.line_of(claim.content[0][0]), *_named(reading, claim, words)))
    return found


def _named(reading: Reading, claim: Claim, words: str) -> tuple[str, str]:
    voice = reading.voice(claim)
    return f"{voice_sign(voice)} {words}", voice_style(voice, "dim")


def _short(reading: Reading, claim: Claim, room: int) -> str:
    """A speaker's name, or a person's last one where the whole has no room."""
    name = speaker_label(claim)
    actor = reading.analysis.actor(claim.speaker) if reading.analysis else None
    if cell_len(name) > room and actor and actor.kind == "person":
        name = name.split()[-1]
    return shortened(name, room)
