"""Plain text the way people paste it: hard-wrapped or not, with or without a title, bylines and datelines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.article.assemble import Facts, Piece, assemble, piece
from reader.article.lines import (
    credit_tail,
    date_of_line,
    dateline_end,
    ends_like_a_sentence,
    headline_title,
    is_credit,
    is_headline,
    is_junk,
    is_note,
)
from reader.article.model import Article
from reader.article.names import byline_names
from reader.article.safe import safe_text

_HEAD_LINES = 8
"""How far from the top a byline, date or standfirst is looked for."""

_BULLET = re.compile(r"^(?:[•●▪‣◦*]|[-–—](?=\s|[A-Z]))\s*(?=\S)")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
_SPEAKER = re.compile(r"^(?:[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+)*(?: \([^)]*\))?|Q|A|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?):\s")
_SIGN_OFF = re.compile(r"^[-–—]+\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\.?$")


def article_from_text(text: str, *, source: str = "") -> Article:
    """The article of pasted plain text. Every word stays: lines of no interest become blocks of kind "other"."""
    paragraphs = list(paragraphs_of(safe_text(text)))
    facts: Facts = {}
    pieces = _classify(paragraphs, facts)
    return assemble(pieces, facts, source=source)


# Lines to paragraphs


def paragraphs_of(text: str, *, least: int = 3) -> Iterator[str]:
    """The paragraphs of a safe text: lines wrapped by hand joined (where at least so many look it), others kept."""
    chunks = [[line.rstrip() for line in chunk.split("\n") if line.strip()] for chunk in re.split(r"\n[ \n]*\n", text)]
    width = _wrap_width(chunks, least)
    for chunk in chunks:
        yield from _reflow(chunk, width) if width else (line.strip() for line in chunk)


def _wrap_width(chunks: Sequence[Sequence[str]], least: int) -> int:
    """The column at which the text was wrapped by hand or by a mail program; 0 when each line is a paragraph."""
    broken = [(len(line), len(following.split()[0])) for chunk in chunks for line, following in pairwise(chunk)]
    if len(broken) < least:
        return 0
    width = max(length for length, _ in broken)
    if not 40 <= width <= 110:
        return 0
    full = sum(length + 1 + following > width - 8 for length, following in broken)
    return width if full >= 0.7 * len(broken) else 0


def _reflow(chunk: Sequence[str], width: int) -> Iterator[str]:
    """Joins a chunk's wrapped lines; a short line that ends a sentence, an indent or a bullet starts a paragraph."""
    current = ""
    for index, line in enumerate(chunk):
        words = line.strip()
        if current:
            previous = chunk[index - 1]
            short = len(previous) + 1 + len(words.split()[0]) <= width - 8
            indented = line[:2].isspace() and not previous[:2].isspace()
            if (
                (short and (ends_like_a_sentence(current) or len(previous) < width * 0.6))
                or indented
                or _is_item(words)
            ):
                yield current
                current = ""
        current = _join(current, words) if current else words
    if current:
        yield current


def _join(left: str, right: str) -> str:
    if left.endswith("-") and left[-2:-1].islower() and right[:1].islower():
        return left + right  # a hyphen may belong to the word, so it stays: nothing is guessed away
    return f"{left} {right}"


def _is_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


# Paragraphs to pieces


def _classify(paragraphs: Sequence[str], facts: Facts) -> list[Piece]:
    pieces: list[Piece] = []
    start = _head(paragraphs, pieces, facts)
    for index in range(start, len(paragraphs)):
        pieces += body_piece(paragraphs, index, facts)
    return pieces


def _head(paragraphs: Sequence[str], pieces: list[Piece], facts: Facts) -> int:
    """Takes title, standfirst, credit, byline and date off the top; the index of the first line left."""
    index = 0
    while index < len(paragraphs) and is_junk(paragraphs[index]):
        pieces.append(piece("other", paragraphs[index]))
        index += 1
    rest = paragraphs[index:]
    byline_at = next((i for i, line in enumerate(rest[:_HEAD_LINES]) if byline_names(line)), -1)
    if not rest:
        return index
    follows = rest[1] if len(rest) > 1 else ""
    named = byline_at == 1 or bool(follows and date_of_line(follows))
    if len(rest) < 2 or byline_names(rest[0]) or date_of_line(rest[0]):
        pass
    elif is_headline(rest[0]) or (named and len(rest[0]) <= 250 and not dateline_end(rest[0])):
        pieces.append(piece("title", rest[0]))
        facts["title"] = headline_title(rest[0])
        index += 1
    else:
        return index
    title = facts.get("title") or ""
    while index < len(paragraphs) and len(pieces) < _HEAD_LINES:
        line = paragraphs[index]
        before_byline = byline_at >= 0 and len(paragraphs) - len(rest) + byline_at > index
        taken = _head_line(line, title, before_byline, paragraphs[index + 1 : index + 2], pieces, facts)
        if not taken:
            break
        index += 1
    return index


def _head_line(
    line: str, title: str, before_byline: bool, following: Sequence[str], pieces: list[Piece], facts: Facts
) -> bool:
    names = byline_names(line)
    date = date_of_line(line)
    if names and not facts.get("byline"):
        pieces.append(piece("byline", line))
        facts["byline"] = names
    elif date:
        pieces.append(piece("date", line))
        facts.setdefault("published", date)
    elif is_credit(line):
        pieces.append(piece("caption", line))
    elif is_junk(line) or is_note(line) or (title and headline_title(line) == title):
        pieces.append(piece("other", line))
    elif title and (before_byline or _is_standfirst(line, following)) and pieces[-1].kind in ("title", "other"):
        at = credit_tail(line)
        pieces.append(piece("standfirst", line[:at] if at > 0 else line))
        if at > 0:
            pieces.append(piece("caption", line[at:]))
    elif before_byline and len(line) <= 300:
        pieces.append(piece("caption", line))
    else:
        return False
    return True


def _is_standfirst(line: str, following: Sequence[str]) -> bool:
    """A short line under the title, followed by a far longer paragraph."""
    if not following or dateline_end(line) or line[0] in "\"“‘'«([-•" or line.endswith(":"):
        return False
    return (
        len(line) <= 90
        and len(following[0]) > 1.5 * len(line)
        and (is_headline(line) or bool(dateline_end(following[0])))
    )


def body_piece(paragraphs: Sequence[str], index: int, facts: Facts) -> Iterator[Piece]:
    """The piece, or the dateline and the paragraph, that one paragraph below the head of an article is."""
    line = paragraphs[index]
    last = index >= len(paragraphs) - 2
    if is_junk(line) or (last and _SIGN_OFF.match(line)) or is_note(line):
        yield piece("other", line)
    elif is_credit(line):
        yield piece("caption", line)
    elif index < _HEAD_LINES and (date := date_of_line(line)):
        facts.setdefault("published", date)
        yield piece("date", line)
    elif byline_names(line) and (last or not facts.get("byline")) and len(line.split()) <= 12:
        facts.setdefault("byline", byline_names(line))
        yield piece("byline", line)
    elif line.startswith(">"):
        yield piece("quote", line.lstrip("> "))
    elif _is_item(line):
        yield piece("list-item", line)
    elif _is_heading(line, paragraphs[index + 1 : index + 2]):
        yield piece("heading", line, level=2)
    else:
        yield from dated(line)


def dated(line: str) -> Iterator[Piece]:
    """A paragraph, its dateline as a piece of its own that runs in."""
    end = dateline_end(line)
    if end:
        yield piece("dateline", line[:end], run_in=True)
    yield piece("paragraph", line[end:])


def _is_heading(line: str, following: Sequence[str]) -> bool:
    """A short line without a stop above a longer paragraph."""
    if (
        not following
        or len(line) > 80
        or _SPEAKER.match(line)
        or len(following[0]) < 60
        or not (line[0].isupper() or line[0].isdigit())
    ):
        return False
    return not (line[-1] in ".,;:…—-\"”’')!" or dateline_end(line) or line[0] in "\"“‘'") and len(line.split()) <= 10
