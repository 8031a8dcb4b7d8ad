"""Notes beside the text: who speaks in a paragraph, once for each run of claims, and who told of it in turn."""

from typing import NamedTuple

from rich.cells import cell_len

from reader.analysis.model import Claim
from reader.app.page.layout import Page
from reader.app.state.reading import Reading
from reader.app.state.speakers import everybody, speaker_key, speaker_label, voice_sign, voice_style
from reader.app.widgets.rows import shortened
from reader.app.widgets.wrapping import wrap

Note = list[tuple[str, str]]
"""One line of a note: pieces of text with the names of their styles."""

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
        following = wanted[number + 1].line if number + 1 < len(wanted) else page.height - 1
        lines = [(name[start:end], style) for start, end in wrap(name, (0, len(name)), width)]
        if at + len(lines) > max(following, at + 1):
            lines = [(shortened(name, width), style)]
        lines += [(f"  {role[start:end]}", "dim") for start, end in wrap(role, (0, len(role)), width - 2) if role]
        for free, each in enumerate(lines[: max(1, min(following - at, _MOST_LINES))], start=at):
            notes[free] = [each]
        free += 1
    return notes


def _speakers(reading: Reading, page: Page, width: int) -> list[_Wanted]:
    """One note for each run of claims by one speaker; a title has none."""
    found: list[_Wanted] = []
    speaking = ""
    listed = {actor.id for actor in everybody(reading.analysis)} if reading.analysis else set()
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
