"""Pieces, as a loader finds them, become one `Article`: the only place where offsets are counted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from reader.article.model import BODY_KINDS, Article, Block, BlockKind, Link
from reader.article.text.counted import listed
from reader.article.text.languages import is_long_enough, likely_language, told_language
from reader.article.text.safe import safe_link, safe_text

MOST_CHARACTERS = 5_000_000
"""Of one article's text; what comes after is cut, and the article's notes say so."""

_SPACES = re.compile(r"[ \n]{2,}|\n")
_LINE_SPACES = re.compile(r" *\n[ \n]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one piece, with the address they link to."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One block on its way into an article. A `run_in` piece is followed by a space, not by an empty line."""

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int = 0
    run_in: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Facts(TypedDict, total=False):
    """What is known of an article beside its words."""

    title: str | None
    byline: tuple[str, ...]
    published: str | None
    site: str | None
    url: str | None
    language: str
    notes: tuple[str, ...]


def byline_text(names: Sequence[str]) -> str:
    """The byline of these authors: `By Ann Lee, Bo Ray and Cy Young`."""
    return "By " + listed(names)


def piece(kind: BlockKind, text: str, *, level: int = 0, run_in: bool = False) -> Piece:
    """A piece without links."""
    return Piece(kind, (Run(text),), level, run_in)


@dataclass(slots=True)
class _Text:
    """The article's text as it grows."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)


def assemble(pieces: Iterable[Piece], facts: Facts, *, source: str, base: str | None = None) -> Article:
    """The article of these pieces: text made safe, white space settled, empty pieces left out."""
    text = _Text()
    blocks: list[Block] = []
    links: list[Link] = []
    notes = facts.get("notes", ())
    separator = ""
    for given in pieces:
        runs = _tidy(given)
        if not runs:
            continue
        room = MOST_CHARACTERS - text.length - len(separator)
        if sum(len(words) for words, _ in runs) > room:
            notes = (*notes, f"only the first {MOST_CHARACTERS // 1_000_000} million characters were kept")
            runs = _cut(runs, room)
            if not runs:
                break
        text.add(separator)
        start = text.length
        for words, address in runs:
            url = safe_link(address, base) if address else None
            if url and words.strip():
                links.append(Link((text.length, text.length + len(words)), url))
            text.add(words)
        blocks.append(Block(given.kind, (start, text.length), given.level))
        separator = " " if given.run_in else "\n\n"
        if notes and "only the first" in notes[-1] and text.length >= MOST_CHARACTERS - 1:
            break
    whole = "".join(text.parts)
    declared = _fact(facts.get("language"))
    if declared is None and is_long_enough(whole) and told_language(whole) is None:
        notes = (*notes, "its language could not be told for certain; it is read as English")
    return Article(
        text=whole,
        blocks=tuple(blocks),
        source=source,
        title=_fact(facts.get("title")),
        byline=tuple(name for name in (safe_text(n, lines=False) for n in facts.get("byline", ())) if name),
        published=_fact(facts.get("published")),
        site=_fact(facts.get("site")),
        url=_fact(facts.get("url")),
        language=likely_language(whole, declared),
        links=tuple(links),
        notes=tuple(safe_text(note, lines=False) for note in notes),
    )


def _fact(value: str | None) -> str | None:
    return (safe_text(value, lines=False) or None) if value else None


def _tidy(given: Piece) -> list[tuple[str, str | None]]:
    """Safe runs with single spaces, none at either end; tables keep their line ends."""
    keep_lines = given.kind == "table"
    tidy: list[tuple[str, str | None]] = []
    last = "\n"
    for run in given.runs:
        words = safe_text(run.text)
        if keep_lines:
            words = _LINE_SPACES.sub("\n", re.sub(" {2,}", " ", words))
        elif "\n" in words or "  " in words:
            words = _SPACES.sub(" ", words)
        if last in " \n":
            words = words.lstrip(" \n")
        if words:
            tidy.append((words, run.url))
            last = words[-1]
    while tidy:
        words, url = tidy.pop()
        words = words.rstrip(" \n")
        if words:
            tidy.append((words, url))
            break
    return tidy


def _cut(runs: list[tuple[str, str | None]], room: int) -> list[tuple[str, str | None]]:
    kept: list[tuple[str, str | None]] = []
    for words, url in runs:
        if len(words) >= room:
            words = words[: max(0, room)].rpartition(" ")[0]
            return [*kept, (words, url)] if words else kept
        kept.append((words, url))
        room -= len(words)
    return kept


def text_of(article: Article, kinds: Iterable[BlockKind] = BODY_KINDS) -> str:
    """The blocks of these kinds as plain text, an empty line between them; a run-in dateline stays in its line."""
    wanted = frozenset(kinds)
    parts: list[str] = []
    previous: Block | None = None
    for block in article.blocks:
        if block.kind not in wanted:
            continue
        if previous is not None:
            between = article.text[previous.span[1] : block.span[0]]
            parts.append(between if between == " " else "\n\n")
        parts.append(article.words_of(block.span))
        previous = block
    return "".join(parts)
