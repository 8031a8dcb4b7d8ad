"""Quotation marks: where each direct quotation of an article begins and ends.

What the marks say is certain, whatever a tagger thinks: this file alone decides it. Marks of every news style are
read (“ ”, " ", ‘ ’, ' ', « », » «, „ “, ” ”, '' '', ״ ״, 「 」, 『 』), one level of nesting inside another, and a
quotation that runs over paragraphs (each new paragraph opens with a mark, only the last closes) comes out as one.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reader.article.model import Article, BlockKind, Span

_CLOSERS = {
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "”": "”",
    "״": "״",
    "「": "」",
    "『": "』",
    '"': '"”“',
    "‘": "’",
    "'": "'",
    "``": "''",
    "''": "''",
}
_MARK = re.compile(r"``|''|[\"“”„«»‘’'״「」『』]")
_SINGLE = ("‘", "’", "'")
_OPENS_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")
_BEFORE_WORDS = "¿¡…([‘'‚„"
"""Marks that a quotation may begin with."""
_RUNS_ON: frozenset[BlockKind] = frozenset(("paragraph", "quote", "list-item", "standfirst"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: one span for each paragraph it runs through, without the marks.

    `outer` reaches from its first mark to behind its last one. `depth` is 0 for a quotation in the reporter's own
    words and 1 for one inside another. `closed` is False where the last paragraph ends without a closing mark.
    """

    spans: tuple[Span, ...]
    outer: Span
    depth: int = 0
    closed: bool = True
    single: bool = False

    @property
    def span(self) -> Span:
        """From its first to its last word's end, marks left out."""
        return self.spans[0][0], self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quotation within one block."""

    start: int
    end: int
    outer: Span
    depth: int
    closed: bool
    single: bool
    opens_block: bool


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The article's quotations in the order in which they open."""
    found: list[Quotation] = []
    running: list[_Piece] = []
    for number, block in enumerate(article.blocks):
        goes_on = block.kind in _RUNS_ON and _opens_single(article, number + 1)
        pieces = _find_pieces(article.text, block.span, goes_on)
        if running:
            follows = next((piece for piece in pieces if piece.depth == 0), None)
            carries = (
                block.kind in _RUNS_ON
                and follows is not None
                and follows.opens_block
                and follows.single == running[-1].single
            )
            if not carries:
                found.append(_join_pieces(running))
                running = []
        for piece in pieces:
            if running and piece.depth == 0 and piece.opens_block:
                running.append(piece)
                if piece.closed:
                    found.append(_join_pieces(running))
                    running = []
            elif piece.depth == 0 and not piece.closed and block.kind in _RUNS_ON:
                running = [piece]
            else:
                found.append(_join_pieces([piece]))
    if running:
        found.append(_join_pieces(running))
    return tuple(sorted(found, key=lambda quotation: (quotation.outer[0], quotation.depth)))


def _join_pieces(pieces: list[_Piece]) -> Quotation:
    return Quotation(
        spans=tuple((piece.start, piece.end) for piece in pieces),
        outer=(pieces[0].outer[0], pieces[-1].outer[1]),
        depth=pieces[0].depth,
        closed=pieces[-1].closed,
        single=pieces[0].single,
    )


def _opens_single(article: Article, number: int) -> bool:
    """Whether a block opens with a single mark, as the next paragraph of a quotation in such marks does."""
    if number >= len(article.blocks) or article.blocks[number].kind not in _RUNS_ON:
        return False
    start = article.blocks[number].span[0]
    return article.text[start] in ("‘", "'") and article.text[start + 1 : start + 2].isupper()


class _Singles:
    """Where single marks close and open in one block, looked up once for all that stand before."""

    def __init__(self, text: str, block: Span) -> None:
        self._text = text
        self._block = block
        self._places: dict[str, tuple[list[int], list[int]]] = {}
        self._last_opening: int | None = None

    def close_later(self, at: int, closer: str, *, before_opening: bool = False) -> bool:
        """Whether one that closes stands behind a word further on; with `before_opening`, nearer than one that
        opens."""
        if closer not in self._places:
            self._places[closer] = self._look_up(closer)
        closing, opening = self._places[closer]
        found = bisect_left(closing, at + 2)
        if found == len(closing):
            return False
        opens = bisect_left(opening, at + 1) if before_opening else len(opening)
        return opens == len(opening) or closing[found] < opening[opens]

    def open_later(self, at: int) -> bool:
        """Whether one that opens stands further on."""
        if self._last_opening is None:
            self._last_opening = max(
                (each.start() for each in _OPENS_SINGLE.finditer(self._text, *self._block)), default=-1
            )
        return self._last_opening >= at

    def _look_up(self, closer: str) -> tuple[list[int], list[int]]:
        text, (start, end) = self._text, self._block
        closing, opening = [], []
        position = text.find(closer, start + 1, end)
        while position != -1:
            before, behind = text[position - 1], text[position + 1] if position + 1 < end else " "
            if not behind.isalnum():
                if not before.isspace():
                    closing.append(position)
            elif not before.isalnum() and before not in ",.!?…;:":
                opening.append(position)
            position = text.find(closer, position + 1, end)
        return closing, opening


def _find_pieces(text: str, block: Span, goes_on: bool = False) -> list[_Piece]:
    """The quotations of one block, nested ones after the one they stand in. Where the next one `goes_on` in single
    marks, one that opens a sentence need not close here."""
    start, end = block
    pieces: list[_Piece] = []
    stack: list[tuple[str, int, int]] = []
    singles = _Singles(text, block)
    first_word = end - len(text[start:end].lstrip(" \t(—–-"))

    def close(position: int, after: int, closed: bool) -> None:
        mark, opened, inside = stack.pop()
        low, high = _trim(text, inside, position)
        if low < high:
            opens_block = opened <= first_word
            pieces.append(_Piece(low, high, (opened, after), len(stack), closed, mark in _SINGLE, opens_block))

    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        unclosed = goes_on and mark in ("‘", "'") and behind.isupper() and _begins_sentence(text, start, at)
        if (
            mark in _SINGLE
            and not (unclosed and not stack)
            and _is_apostrophe(text, at, before, behind, singles, stack)
        ):
            continue
        if goes_on and mark in _SINGLE and _owns(text, at, end) and not singles.open_later(after):
            continue
        if mark in ('"', "״") and "א" <= before <= "ת" and "א" <= behind <= "ת":
            continue  # an abbreviation: צה"ל
        if stack and mark in _CLOSERS[stack[-1][0]] and _may_close(mark, stack[-1][0], before, behind):
            close(at, after, True)
            continue
        if len(stack) == 2 and mark in _CLOSERS[stack[0][0]] and _may_close(mark, stack[0][0], before, behind):
            stack.pop()
            close(at, after, True)
            continue
        if mark in _CLOSERS and _may_open(mark, before, behind) and len(stack) < 2:
            if stack and (stack[-1][0] == mark or {stack[-1][0], mark} <= {"“", '"'}):
                if mark == "“" and stack[-1][1] == start and _ends_sentence(text, at):
                    close(at, _trim(text, start, at)[1], True)  # two paragraphs of a quotation, set as one
                else:
                    stack.pop()
            stack.append((mark, at, after))
    while stack:
        if len(stack) > 1 or (
            stack[-1][0] in _SINGLE and not (goes_on and _begins_sentence(text, start, stack[-1][1]))
        ):
            stack.pop()
        else:
            close(end, end, False)
    return sorted(pieces, key=lambda piece: (piece.outer[0], piece.depth))


def _owns(text: str, at: int, end: int) -> bool:
    """Whether a mark may be an owner's: behind an s and before a word in small letters ("our crews' work")."""
    return text[at - 1] in "sz" and text[at + 1 : at + 2] == " " and text[at + 2 : min(at + 3, end)].islower()


def _begins_sentence(text: str, start: int, at: int) -> bool:
    """Whether a mark opens a block, or stands behind the end of a sentence or a colon in it."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return at == start or text[at - 1] in ".!?:"


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends with white space behind it right before a mark."""
    return text[at - 1].isspace() and text[max(0, at - 3) : at].rstrip()[-1:] in (".", "!", "?", "…")


def _may_open(mark: str, before: str, behind: str) -> bool:
    if mark in ("»", "”", "״"):
        return not before.isalnum() and before not in "”»" and (behind.isalnum() or behind in _BEFORE_WORDS)
    if mark in ('"', "'", "''", "‘"):
        return not behind.isspace() and (not before.isalnum() or mark == "‘")
    return mark in ("“", "„", "«", "``", "「", "『") and not (mark == "“" and behind.isspace() and before.isalnum())


def _may_close(mark: str, opener: str, before: str, behind: str) -> bool:
    if mark == '"' and opener in ('"', "“"):
        return not (before.isspace() and not behind.isspace())
    if mark == "“":
        return not before.isspace() and (behind.isspace() or not behind.isalnum())
    return True


def _is_apostrophe(
    text: str, at: int, before: str, behind: str, singles: _Singles, stack: list[tuple[str, int, int]]
) -> bool:
    """Whether a single mark is an apostrophe ("don't", "officials' pay", "the '90s") and no quotation mark."""
    mark = text[at]
    if before.isalnum() and behind.isalnum():
        return True
    open_single = bool(stack) and stack[-1][0] in _SINGLE and mark in _CLOSERS[stack[-1][0]]
    if mark == "‘":
        return behind.isspace() or not singles.close_later(at, "’")
    if open_single and not before.isspace():
        if before.isalnum() and before in "sz" and behind == " ":
            return singles.close_later(at, mark, before_opening=True)
        return False
    if mark == "’" or before.isalnum() or behind.isspace() or behind.isdigit():
        return True
    return not singles.close_later(at, "'")


def _trim(text: str, start: int, end: int) -> Span:
    body = text[start:end]
    start += len(body) - len(body.lstrip())
    return start, max(start, end - len(body) + len(body.rstrip()))
