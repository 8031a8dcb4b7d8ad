"""Text in terminal cells: broken into lines without changing a character of it, or cut to a width."""

import re

from rich.cells import cell_len, set_cell_size, split_graphemes

from reader.article.model import Span

# Every character in these ranges takes exactly one cell, so that lengths can be counted instead of measured.
_NOT_ONE_CELL = re.compile(
    "[^ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\u20cf\u2100-\u22ff]"
)
# East Asian closing marks that may not begin a line.
_NOT_AT_START = frozenset("、。，．」』）】〉》！？：；ーっッゃゅょャュョ々")
_NOT_AT_END = frozenset("「『（【〈《")
_DASHES = "-–—"


def is_one_cell_each(text: str) -> bool:
    """Whether every character takes one cell, as Latin, Greek and Cyrillic letters and their punctuation do."""
    return text.isascii() or _NOT_ONE_CELL.search(text) is None


def shortened(text: str, width: int) -> str:
    """The text cut to a width in cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def wrap(text: str, span: Span, width: int) -> list[Span]:
    """Break a span of a text into lines of at most `width` cells, at spaces and after dashes where there are any.

    Line ends inside the span stay line ends. The spaces at a break belong to no line. A word wider than a line is
    broken between characters, never inside one. An empty span is one empty line.
    """
    lines: list[Span] = []
    start, end = span
    width = max(1, width)
    while True:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if is_one_cell_each(text[start:stop]):
            _wrap_counted(text, start, stop, width, lines)
        else:
            _wrap_measured(text, start, stop, width, lines)
        if stop == end:
            return lines
        start = stop + 1


def _wrap_counted(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    dashed = any(text.find(dash, start, end) >= 0 for dash in _DASHES)
    while end - start > width:
        limit = start + width
        cut = limit if text[limit] == " " else text.rfind(" ", start + 1, limit)
        following = cut
        if dashed and cut < limit:
            dash = max(text.rfind(dash, start + 1, limit) for dash in _DASHES)
            if dash > max(cut, start) and text[dash - 1].isalnum() and text[dash + 1].isalnum():
                cut = following = dash + 1
        if cut <= start:
            cut = following = limit
        while cut > start and text[cut - 1] == " ":
            cut -= 1
        while following < end and text[following] == " ":
            following += 1
        lines.append((start, cut))
        start = following
        if start == end:
            return
    lines.append((start, end))


def _wrap_measured(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    graphemes, _ = split_graphemes(text[start:end])
    base = start
    cells = 0
    break_end = break_next = -1
    cells_at_break = 0
    previous = ""
    for offset, offset_end, size in graphemes:
        position = base + offset
        letter = text[position] if text[position] != " " or offset_end == offset + 1 else "\u25cc"
        if letter == " ":
            if previous != " ":
                break_end = position
            break_next = position + 1
            cells_at_break = cells + size
        elif (
            position > start
            and previous != " "
            and (size == 2 or _is_wide(previous))
            and letter not in _NOT_AT_START
            and previous not in _NOT_AT_END
        ):
            break_end = break_next = position
            cells_at_break = cells
        if cells + size > width and letter != " " and position > start:
            if break_end > start:
                lines.append((start, break_end))
                start = break_next
                cells -= cells_at_break
            else:
                lines.append((start, position))
                start = position
                cells = 0
            break_end = -1
        cells += size
        previous = letter
    stop = end
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    if stop > start or not lines:
        lines.append((start, stop))


def _is_wide(letter: str) -> bool:
    return letter >= "\u1100" and split_graphemes(letter)[1] == 2
