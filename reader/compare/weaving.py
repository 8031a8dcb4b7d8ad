"""Two editions as one text: the new one, with the words that went put back where they stood."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reader.article.model import Article, Block, BlockKind, Span
from reader.compare.model import Side, Spans
from reader.compare.sentences import Passage, lay
from reader.compare.words import Token, tokens_of

_Run = tuple[int, int, int]
"""Where a stretch of an edition begins and ends, and where it begins in the woven text."""


@dataclass(frozen=True, slots=True)
class Woven:
    """Both editions in one text; `came` and `went` are the spans of it that only the new or only the old one has.

    Nothing but blanks and line ends in it is of neither. `runs` tell where words of the old [0] and the new [1]
    edition stand.
    """

    article: Article
    came: Spans
    went: Spans
    runs: tuple[tuple[_Run, ...], tuple[_Run, ...]]

    def place(self, edition: int, spans: Spans) -> Spans:
        """Where spans of the old (0) or new (1) edition stand in the woven text; those that stand nowhere are left
        out."""
        found = []
        runs = self.runs[edition]
        ends = [end for _, end, _ in runs]
        for start, end in spans:
            first = bisect_left(ends, start + 1)
            touched = []
            for a, b, at in runs[first:]:
                if a >= end:
                    break
                touched.append((at + max(0, start - a), at + min(end, b) - a))
            if touched:
                found.append((min(a for a, _ in touched), max(b for _, b in touched)))
        return tuple(found)


@dataclass(slots=True)
class _Loom:
    """The woven text as it grows."""

    texts: tuple[str, str]
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    begun: int = 0
    is_alone: bool = False
    only: tuple[list[Span], list[Span]] = field(default_factory=lambda: ([], []))
    runs: tuple[list[_Run], list[_Run]] = field(default_factory=lambda: ([], []))

    def begin(self) -> None:
        """A new block."""
        if self.pieces:
            self._write("\n\n")
        self.begun = self.length

    def end(self, kind: BlockKind, level: int = 0) -> None:
        """The end of the block, which is taken back where nothing stands in it."""
        if self.length > self.begun:
            self.blocks.append(Block(kind, (self.begun, self.length), level))
        elif self.pieces:
            self.length -= len(self.pieces.pop())

    def put(self, edition: int, span: Span, *, alone: bool = False) -> None:
        """Words of one edition, which has them alone or not."""
        if span[0] < span[1]:
            if alone or self.is_alone:
                self.part(self.texts[edition][span[0]])
            self.is_alone = alone
            self.runs[edition].append((*span, self.length))
            if alone:
                self.only[edition].append((self.length, self.length + span[1] - span[0]))
            self._write(self.texts[edition][slice(*span)])

    def put_shared(self, old: Span, new: Span) -> None:
        """A word that both editions have."""
        self.put(1, new)
        if old[1] - old[0] == new[1] - new[0]:  # else it is written otherwise, and its letters stand elsewhere
            self.runs[0].append((*old, self.length - (new[1] - new[0])))

    def part(self, letter: str = "a") -> None:
        """A blank, where two words would touch."""
        if self.length > self.begun and not self.pieces[-1][-1:].isspace() and letter.isalnum():
            self._write(" ")

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def weave(old: Side, new: Side) -> Woven:
    """Lay two editions of one page into one text, in the order of the new one.

    A sentence that went stands behind the one that it followed; where words were changed inside a sentence, the old
    ones stand before the new ones.
    """
    laid = lay(old, new)
    before, after = laid.before, laid.after
    partner = {j: i for i, j in laid.pairs.items()}
    gone = _gone(before, set(partner.values()))
    loom = _Loom((old.article.text, new.article.text))
    of_block: defaultdict[int, list[int]] = defaultdict(list)
    for number, passage in enumerate(after):
        of_block[passage.block].append(number)
    first_body = min(of_block, default=len(new.article.blocks))
    titles = _title(old.article), _title(new.article)
    if titles[0] is not None and titles[1] is None:
        loom.begin()
        loom.put(0, titles[0], alone=True)
        loom.end("title")
    for index, block in enumerate(new.article.blocks):
        if index == first_body:
            _put_paragraphs(loom, before, gone.pop(-1, []))
        loom.begin()
        if block.span == titles[1]:
            _put_changed(loom, titles[0], block.span)
        elif index not in of_block:
            loom.put(1, block.span)
        else:
            later: list[int] = []
            at = block.span[0]
            for number in of_block[index]:
                passage = after[number]
                loom.put(1, (at, passage.span[0]))
                at = passage.span[1]
                one = partner.get(number)
                _put_passage(loom, before[one] if one is not None else None, passage)
                if one is not None:
                    later += _put_behind(loom, before, gone.pop(one, []), before[one].block)
            loom.put(1, (at, block.span[1]))
            loom.end(block.kind, block.level)
            _put_paragraphs(loom, before, later)
            continue
        loom.end(block.kind, block.level)
    for left in gone.values():
        _put_paragraphs(loom, before, left)
    article = Article("".join(loom.pieces), tuple(loom.blocks), source=new.article.source, title=new.article.title)
    went, came = (tuple(spans) for spans in loom.only)
    return Woven(article, came, went, (tuple(sorted(loom.runs[0])), tuple(sorted(loom.runs[1]))))


def _gone(before: Sequence[Passage], stayed: set[int]) -> dict[int, list[int]]:
    """The sentences that went, under the last one before them that stayed (-1: none did)."""
    gone: dict[int, list[int]] = {}
    last = -1
    for number in range(len(before)):
        if number in stayed:
            last = number
        else:
            gone.setdefault(last, []).append(number)
    return gone


def _title(article: Article) -> Span | None:
    return next((block.span for block in article.blocks if block.kind == "title"), None)


def _put_behind(loom: _Loom, before: Sequence[Passage], gone: Sequence[int], block: int) -> list[int]:
    """Put the sentences that went from this paragraph; gives those that stood in later ones."""
    for number in gone:
        if before[number].block == block:
            loom.part()
            loom.put(0, before[number].span, alone=True)
    return [number for number in gone if before[number].block != block]


def _put_paragraphs(loom: _Loom, before: Sequence[Passage], gone: Sequence[int]) -> None:
    """Put sentences that went, a paragraph for each of theirs."""
    for place, number in enumerate(gone):
        if not place or before[number].block != before[gone[place - 1]].block:
            if place:
                loom.end("paragraph")
            loom.begin()
        loom.part()
        loom.put(0, before[number].span, alone=True)
    if gone:
        loom.end("paragraph")


def _put_passage(loom: _Loom, one: Passage | None, other: Passage) -> None:
    if one is None:
        loom.put(1, other.span, alone=True)
    else:
        _put_words(loom, one.words, other.words, other.span)


def _put_changed(loom: _Loom, old: Span | None, new: Span) -> None:
    """Put a title, its changed words in both forms."""
    words = tokens_of(loom.texts[0], (old,)) if old is not None else ()
    _put_words(loom, words, tokens_of(loom.texts[1], (new,)), new)


def _put_words(loom: _Loom, old: Sequence[Token], new: Sequence[Token], span: Span) -> None:
    matcher = SequenceMatcher(None, [t.key for t in old], [t.key for t in new], autojunk=False)
    at = span[0]
    for tag, a, b, c, d in matcher.get_opcodes():
        start = new[c].span[0] if c < d else at
        if tag == "equal":
            for one, other in zip(old[a:b], new[c:d], strict=True):
                loom.put(1, (at, other.span[0]))
                loom.put_shared(one.span, other.span)
                at = other.span[1]
            continue
        loom.put(1, (at, start))
        if a < b:
            loom.put(0, (old[a].span[0], old[b - 1].span[1]), alone=True)
        if c < d:
            loom.put(1, (start, new[d - 1].span[1]), alone=True)
            at = new[d - 1].span[1]
        else:
            at = start
    loom.put(1, (at, span[1]))
