"""Claims as statements to compare: all their words, and the runs of words that they quote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.analysis.document.quotes import find_quotations
from reader.analysis.model import Claim
from reader.article.model import Article, Span
from reader.compare.model import Key, Side, Spans
from reader.compare.words import SMALL_WORDS, Token, stem, tokens_of

_SIGN = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]|\(\.\.\.\)")
"""What tells a reader that words were left out or put in: an ellipsis, square brackets."""
_ENDS = re.compile(r"\s*[\"”’']*\s*[.!?…;:]")

Run = tuple[Token, ...]
"""Words quoted together, without a break between them."""

Content = tuple[tuple[str, ...], tuple[str, ...], frozenset[int], frozenset[int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, its words, the runs of words in quotation marks, and which of these end a sentence.

    `cuts` are the places in `quoted` (the runs laid end to end) before which a new run begins; `signed` are those of
    them where words were left out by a sign of the writer's (not where a "she said" stands between). `content` is all
    that tells one statement's words from another's, wherever they stand: papers carry the same words.
    """

    article: int
    claim: Claim
    words: tuple[Token, ...]
    quoted: tuple[Token, ...]
    cuts: frozenset[int]
    signed: frozenset[int]
    ends: frozenset[int]
    stems: frozenset[str]
    spans: Spans
    content: Content

    @property
    def key(self) -> Key:
        """What tells a statement from all others, and what its place has."""
        return self.article, self.claim.id

    @property
    def runs(self) -> tuple[Run, ...]:
        """The quoted words, run by run."""
        edges = [0, *sorted(self.cuts), len(self.quoted)]
        return tuple(self.quoted[a:b] for a, b in pairwise(edges) if a < b)


def statements_of(side: Side, number: int, *, titles: bool = False) -> tuple[Statement, ...]:
    """The claims of an article as statements, in reading order; inner ones are left out, those in the title unless
    `titles` asks for them."""
    article = side.article
    marks = [span for quotation in find_quotations(article) if quotation.depth == 0 for span in quotation.spans]
    headings = [block.span for block in article.blocks if block.kind == "title"]
    found = []
    for claim in side.analysis.claims:
        in_title = any(start <= claim.content[0][0] < end for start, end in headings)
        if claim.within is not None or (in_title and not titles):
            continue
        found.append(_statement(article, number, claim, marks))
    return tuple(statement for statement in found if statement.words)


def _statement(article: Article, number: int, claim: Claim, marks: Sequence[Span]) -> Statement:
    words = tokens_of(article.text, claim.content)
    spans = (
        claim.content if claim.kind == "direct" else _overlaps(claim.content, marks) if claim.kind == "mixed" else ()
    )
    return build_statement(article.text, number, claim, words, spans)


def build_statement(text: str, number: int, claim: Claim, words: tuple[Token, ...], spans: Spans) -> Statement:
    """A statement whose quoted words stand in `spans`."""
    quoted: list[Token] = []
    cuts: set[int] = set()
    signed: set[int] = set()
    for span in spans:
        for nth, piece in enumerate(_between_signs(text, span)):
            here = tokens_of(text, (piece,))
            if here and quoted:
                cuts.add(len(quoted))
                if nth:
                    signed.add(len(quoted))
            quoted += here
    ends = frozenset(at for at, token in enumerate(quoted) if at + 1 == len(quoted) or _ENDS.match(text, token.span[1]))
    stems = frozenset(stem(token.key) for token in words if token.key not in SMALL_WORDS)
    breaks = frozenset(cuts), frozenset(signed), ends
    content = tuple(token.key for token in words), tuple(token.key for token in quoted), *breaks
    return Statement(number, claim, words, tuple(quoted), *breaks, stems, spans, content)


def _overlaps(content: Sequence[Span], marks: Sequence[Span]) -> Spans:
    """The parts of content that stand in quotation marks."""
    both = [(max(a, c), min(b, d)) for a, b in content for c, d in marks]
    return tuple(sorted({span for span in both if span[0] < span[1]}))


def _between_signs(text: str, span: Span) -> list[Span]:
    """A span cut at each ellipsis and each pair of square brackets."""
    pieces = []
    at = span[0]
    for sign in _SIGN.finditer(text, *span):
        pieces.append((at, sign.start()))
        at = sign.end()
    return [*pieces, (at, span[1])]
