"""Subtitles (SubRip, WebVTT) become the text that is spoken in them: cues joined, a paragraph a speaker."""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from reader.article.assemble import Facts, Piece, assemble, piece
from reader.article.model import Article
from reader.article.text.patterns import compile_later
from reader.article.text.safe import safe_text

_TIMES = compile_later(r"^\s*((?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3})")
_VOICE = compile_later(r"^\s*<v(?:\.[^\s>]*)?\s+([^<>]{1,120})>")
_TAG = compile_later(r"</?[a-z][^<>]{0,200}>|<\d[\d:.]*>|\{\\[^{}]{0,200}\}")
_SPEAKS = compile_later(r"^\s*(?:[-–—]\s+|>>+\s*|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}:\s)")
"""What begins a line where somebody else begins to speak: a dash, ">>", a name and a colon."""
_ENDED = (".", "!", "?", "…", ".”", "?”", "!”", '."', '?"', '!"')
_PAUSE = 1.5
"""Seconds of silence behind a sentence that end a paragraph."""
_LONG = 400
"""Characters from which a paragraph ends with the sentence."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown from one time to another, in seconds, and who says it."""

    start: float
    end: float
    voice: str
    lines: tuple[str, ...]


def article_from_subtitles(text: str, *, source: str = "") -> Article:
    """The article of subtitles: every word that is shown, without numbers, times and marks of how it looks. A line that
    is shown on in the next cue stands once; who speaks (`<v Ada>`) stands before the first of the words."""
    text = safe_text(text)
    head = text.lstrip().partition("\n")[0]
    title = head.removeprefix("WEBVTT").strip(" -–\t") if head.startswith("WEBVTT") else ""
    facts: Facts = {"title": title} if title else {}
    pieces: list[Piece] = [piece("title", title)] if title else []
    pieces += [piece("paragraph", paragraph) for paragraph in _paragraphs(_cues(text))]
    return assemble(pieces, facts, source=source)


def _cues(text: str) -> Iterator[_Cue]:
    """The cues in order; what stands outside them (numbers, notes, styles) is left out."""
    lines = [*text.splitlines(), ""]
    at = 0
    while at < len(lines):
        times = _TIMES.match(lines[at])
        at += 1
        if times is None:
            continue
        shown: list[str] = []
        while at < len(lines) and lines[at].strip() and not _TIMES.match(lines[at]):
            shown.append(lines[at])
            at += 1
        if at < len(lines) and _TIMES.match(lines[at]) and shown and shown[-1].strip().isdigit():
            shown.pop()
        voice = _VOICE.match(shown[0]) if shown else None
        words = tuple(filter(None, map(_spoken, shown)))
        if words:
            yield _Cue(_seconds(times[1]), _seconds(times[2]), " ".join(voice[1].split()) if voice else "", words)


def _spoken(line: str) -> str:
    return " ".join(safe_text(html.unescape(_TAG.sub("", line)), lines=False).split())


def _seconds(time: str) -> float:
    found = 0.0
    for part in time.replace(",", ".").split(":"):
        found = 60 * found + float(part)
    return found


def _paragraphs(cues: Iterator[_Cue]) -> Iterator[str]:
    said = ""
    last, voice, ended = "", "", 0.0
    for cue in cues:
        for line in cue.lines:
            if line == last:
                continue
            last = line
            another = bool(cue.voice) and cue.voice != voice
            paused = said.endswith(_ENDED) and (cue.start - ended >= _PAUSE or len(said) > _LONG)
            if said and (another or paused or _SPEAKS.match(line)):
                yield said
                said = ""
            if another:
                voice = cue.voice
                line = f"{voice}: {line}"
            said = f"{said} {line}".strip()
        ended = cue.end
    if said:
        yield said
