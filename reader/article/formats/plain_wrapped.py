"""Lines to paragraphs: text that was wrapped by hand or by a mail program flows again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.article.text.line_kinds import ends_like_a_sentence
from reader.article.text.patterns import compile_later

_BULLET = compile_later(r"^(?:[•●▪‣◦*]|[-–—](?=\s|[A-Z]))\s*(?=\S)")
_NUMBERED = compile_later(r"^\d{1,2}[.)]\s+(?=\S)")
_WIDTHS = range(40, 131)
_DASH = compile_later(r"""(?<=\S) (?=- ["'“‘(\[]*([A-Z0-9$€£#@])?)""")
_LEAST_ITEMS = 3


def paragraphs_of(text: str, *, least: int = 3) -> Iterator[str]:
    """The paragraphs of a safe text: wrapped lines joined (where at least so many look it), other lines kept."""
    chunks = [[line.rstrip() for line in chunk.split("\n") if line.strip()] for chunk in re.split(r"\n[ \n]*\n", text)]
    width = _wrap_width(chunks, least)
    for chunk in chunks:
        yield from _reflow(chunk, width) if width else (line.strip() for line in chunk)


def is_item(line: str) -> bool:
    """Whether a line opens with a bullet, a dash or a number, as list items do."""
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def items_of(line: str) -> list[str]:
    """The items of a list that was run together ("Shares fall - Bank says no - Inside the row - …"), none where the
    dashes are those of a sentence."""
    if line.count(" - ") < _LEAST_ITEMS:
        return []
    dashes = list(_DASH.finditer(line))
    opening = [dash.start() for dash in dashes if dash[1]]
    if len(opening) < max(_LEAST_ITEMS, 0.75 * len(dashes)):
        return []
    items = [line[begin:end].strip() for begin, end in pairwise([0, *opening, len(line)])]
    return [] if any(_is_broken(item) for item in items) else items


def _is_broken(item: str) -> bool:
    """Whether a quotation or a bracket opens in an item, or closes there, and does not do both."""
    return any(item.count(one) != item.count(other) for one, other in ("“”", "()")) or item.count('"') % 2 == 1


def _wrap_width(chunks: Sequence[Sequence[str]], least: int) -> int:
    """The column at which the text was wrapped; 0 when each line is a paragraph."""
    broken = [(line, following.strip()) for chunk in chunks for line, following in pairwise(chunk)]
    width = max((len(line) for line, _ in broken), default=0)
    if width not in _WIDTHS:
        return 0
    full = sum(len(line) + 1 + len(following.split()[0]) > width - 8 for line, following in broken)
    torn = sum(following[0].islower() and not ends_like_a_sentence(line) for line, following in broken)
    enough = len(broken) >= least or torn >= 0.6 * len(broken)
    return width if enough and full >= 0.7 * len(broken) else 0


def _reflow(chunk: Sequence[str], width: int) -> Iterator[str]:
    """Joins a chunk's wrapped lines; a short line that ends a sentence, an indent or a bullet starts a paragraph."""
    current = ""
    for index, line in enumerate(chunk):
        words = line.strip()
        if current:
            previous = chunk[index - 1]
            short = len(previous) + 1 + len(words.split()[0]) <= width - 8
            indented = line[:2].isspace() and not previous[:2].isspace()
            if (short and (ends_like_a_sentence(current) or len(previous) < width * 0.6)) or indented or is_item(words):
                yield current
                current = ""
        current = _join(current, words) if current else words
    if current:
        yield current


def _join(left: str, right: str) -> str:
    if left.endswith("-") and left[-2:-1].islower() and right[:1].islower():
        return left + right  # a hyphen may belong to the word, so it stays: nothing is guessed away
    return f"{left} {right}"
