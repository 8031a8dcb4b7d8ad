"""What the tagger sees of a text: words, word pieces, letter case, quotation marks and windows.

Training and run time share this file, so that the model meets the same features in both.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]
Ints = NDArray[np.int64]

PAD, PARAGRAPH, DOCUMENT, UNKNOWN, CLS, SEP = 0, 1, 2, 100, 101, 102
"""Ids of the vocabulary; PARAGRAPH and DOCUMENT are reserved entries that here mark where a block begins."""

NO_LETTERS, LOWER, CAPITALISED, ALL_CAPS, MIXED, INITIAL = range(6)
CASES = 6
OUTSIDE, INSIDE, UNCLOSED, CONTINUED = range(4)
QUOTES = 4

WINDOW = 256
OVERLAP, LEAST_OVERLAP, MOST_OVERLAP = 56, 16, 96

_WORD = re.compile(r"\w+|[^\w\s]")
_MARK = re.compile(r"[\"“”„«»]|``|''")
_OPENING = ("“", "„", "«", "``")

Spelling = bytes
"""A word's pieces, a row each: its number in the vocabulary, the word's letter case, and its place."""
BEGINS, GOES_ON, MARKS = range(3)
"""Where a piece stands: it begins a word, goes on in one, or is none's and marks the beginning of a block."""
_COLUMNS = 3
_ROW = np.intc
MOST_SPELLINGS = 1 << 14
"""So many of them are kept at most."""


def split_words(text: str, blocks: Sequence[Span] | None = None) -> list[Span]:
    """Runs of letters and digits, and every other visible character by itself; with `blocks` those in them alone."""
    parts = ((0, len(text)),) if blocks is None else blocks
    return list(map(re.Match.span, chain.from_iterable(_WORD.finditer(text, *part) for part in parts)))


def split_blocks(text: str) -> list[Span]:
    """Lines that hold something: the paragraphs of a plain text."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def find_marked(text: str, paragraphs: Iterable[Span]) -> list[tuple[int, int, int]]:
    """Stretches between double quotation marks as (start, end, state), marks left out.

    A mark that is never closed runs to the end of its paragraph; where the next paragraph then begins
    with an opening mark, that one continues the same quotation.
    """
    found: list[tuple[int, int, int]] = []
    pending = False
    for begin, end in paragraphs:
        start, state, seen = -1, INSIDE, False
        for mark in _MARK.finditer(text, begin, end):
            sign, at, after = mark.group(), mark.start(), mark.end()
            first = not seen and not text[begin:at].strip()
            seen = True
            glued_left = at > begin and not text[at - 1].isspace()
            glued_right = after < end and not text[after].isspace()
            if sign in _OPENING or (
                start < 0 and sign not in "”»" and glued_right and not (glued_left and text[at - 1].isalnum())
            ):
                if start >= 0:
                    found.append((start, at, UNCLOSED))
                start, state = after, CONTINUED if first and pending else INSIDE
            elif start >= 0:
                found.append((start, at, state))
                start, state = -1, INSIDE
        pending = start >= 0
        if pending:
            found.append((start, end, CONTINUED if state == CONTINUED else UNCLOSED))
    return found


def mark_quoted(spans: Sequence[Span], quotes: Sequence[tuple[int, int, int]]) -> Ints:
    """OUTSIDE, INSIDE, UNCLOSED or CONTINUED, one number a word; `quotes` are those of `find_marked`."""
    states = np.zeros(len(spans), np.int64)
    for start, end, state in quotes:
        states[bisect_left(spans, (start, start)) : bisect_left(spans, (end, end))] = state
    return states


def tell_case(word: str) -> int:
    """How a word is written, which the lower-cased vocabulary does not tell."""
    if word.islower():
        return LOWER
    if word.isupper():
        return INITIAL if len(word) == 1 else ALL_CAPS
    if word.istitle():
        return CAPITALISED
    if not any(c.isalpha() for c in word):
        return NO_LETTERS
    return MIXED if any(c.isupper() for c in word) else LOWER


class Encoder(Protocol):
    """The part of `tokenizers.Tokenizer` that is used here."""

    def encode(self, sequence: list[str], /, *, is_pretokenized: bool, add_special_tokens: bool) -> Encoding: ...


class Encoding(Protocol):
    """Word pieces, and of each the word it belongs to."""

    @property
    def ids(self) -> list[int]: ...

    @property
    def word_ids(self) -> list[int]: ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as word pieces. `word` is -1 where a piece marks the beginning of a block."""

    ids: Ints
    word: Ints
    case: Ints
    quote: Ints

    def __len__(self) -> int:
        return len(self.ids)


class Spellings:
    """How words are cut into pieces and how they are written, kept for those met last: the cut of a word does not
    depend on its neighbours, and most words of a text were met before."""

    def __init__(self, tokenizer: Encoder) -> None:
        self._tokenizer = tokenizer
        self._kept: dict[str, Spelling] = {}

    def look_up(self, shown: Sequence[str]) -> list[Spelling]:
        """The pieces, at least one, of each word. Threads may ask at once: none takes from those that another has in
        hand."""
        kept = self._kept
        try:
            return list(map(kept.__getitem__, shown))
        except KeyError:
            kept = self._kept = self._add(kept, shown)
            return list(map(kept.__getitem__, shown))

    def _add(self, kept: dict[str, Spelling], shown: Sequence[str]) -> dict[str, Spelling]:
        """Spellings with those of more words; where they are too many, of these words alone."""
        new = sorted(set(shown).difference(kept))
        made = dict(zip(new, self._spell(new), strict=True))
        if len(kept) + len(made) > MOST_SPELLINGS:
            kept = {word: kept[word] for word in shown if word in kept}
        kept.update(made)
        return kept

    def _spell(self, words: list[str]) -> list[Spelling]:
        coded = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        cases = list(map(tell_case, words))
        rows: list[list[int]] = [[] for _ in words]
        for piece, word in zip(coded.ids, coded.word_ids, strict=True):
            rows[word] += piece, cases[word], GOES_ON if rows[word] else BEGINS
        rows = [row or [UNKNOWN, case, BEGINS] for row, case in zip(rows, cases, strict=True)]
        return [_pack(*row) for row in rows]


def _pack(*row: int) -> Spelling:
    return array("i", row).tobytes()


def cut_pieces(spellings: Spellings, text: str, spans: Sequence[Span], paragraphs: Sequence[Span]) -> Pieces:
    """The words of a text cut into pieces; every word has at least one."""
    spelled = spellings.look_up([text[a:b] for a, b in spans])
    for number, at in enumerate(find_openings(spans, paragraphs).tolist()):
        spelled[at] = (_PARAGRAPH if number else _DOCUMENT) + spelled[at]
    rows = np.frombuffer(b"".join(spelled), _ROW).reshape(-1, _COLUMNS)
    ids, case, place = np.ascontiguousarray(rows.T, np.int64)
    word = (place == BEGINS).cumsum() - 1
    quote = mark_quoted(spans, find_marked(text, paragraphs))[word]
    marks = (place == MARKS).nonzero()[0]
    word[marks], quote[marks] = -1, OUTSIDE
    return Pieces(ids, word, case, quote)


def find_beginnings(coded: Pieces) -> Ints:
    """The first piece of each word."""
    begins = coded.word >= 0
    begins[1:] &= coded.word[1:] != coded.word[:-1]
    return begins.nonzero()[0]


_DOCUMENT, _PARAGRAPH = (_pack(mark, NO_LETTERS, MARKS) for mark in (DOCUMENT, PARAGRAPH))


def find_openings(words: Sequence[Span], paragraphs: Sequence[Span]) -> Ints:
    """Indices of the words that begin a block."""
    at = {bisect_left(words, (a, a)) for a, _ in paragraphs}
    return np.array(sorted(at - {len(words)}), np.int64)


def _find_cut(coded: Pieces, start: int, limit: int) -> int:
    """Where a window that begins at `start` may end: at the end of the text or between two words; within one that
    fills a window alone."""
    most = min(len(coded), start + limit)
    if most == len(coded):
        return most
    end = _find_beginning(coded, most, start)
    return end if end > start else most


def _find_beginning(coded: Pieces, at: int, start: int) -> int:
    """Where the word of a piece begins, not before `start`."""
    while at > start and coded.word[at] >= 0 and coded.word[at] == coded.word[at - 1]:
        at -= 1
    return at


@dataclass(frozen=True, slots=True)
class Windows:
    """Overlapping stretches that cover a text, and the pieces from which each after the first is the one believed."""

    spans: tuple[Span, ...]
    edges: Ints

    def owners(self, first: Ints) -> Ints:
        """Of each word, by its first piece, the window that is believed."""
        return np.searchsorted(self.edges, first, "right")


def lay_windows(coded: Pieces) -> Windows:
    """Stretches of at most `WINDOW` pieces, two of them kept for the frame.

    A window begins with the last block that has its beginning in the overlap, and is believed from there: a block is
    best read by one window, from its first word on. Where no block begins, the overlap is shared out at its middle.
    """
    spans, edges, start = list[Span](), list[int](), 0
    while len(coded):
        end = _find_cut(coded, start, WINDOW - 2)
        spans.append((start, end))
        if end == len(coded):
            break
        blocks = np.flatnonzero(coded.word[end - MOST_OVERLAP : end - LEAST_OVERLAP] < 0)
        following = end - MOST_OVERLAP + int(blocks[-1]) if len(blocks) else end - OVERLAP
        following = _find_beginning(coded, following, start)
        start = following if following > start else end
        edges.append(start if len(blocks) else (start + end) // 2)
    return Windows(tuple(spans), np.array(edges, np.int64))
