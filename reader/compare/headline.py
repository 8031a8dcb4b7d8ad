"""Whether the headline stands: each line of title and standfirst traced to the sentence of the body it stands on."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.compare.audit_model import Line, Support
from reader.compare.unnamed import is_unnamed
from reader.compare.words import SMALL_WORDS, Token, stem, tokens_of

_HEDGES = frozenset(
    "may might could would possibly perhaps allegedly alleged reportedly suspected apparently likely".split()
)
_ATTRIBUTED = frozenset(
    [
        "say",
        "says",
        "said",
        "claim",
        "claims",
        "claimed",
        "tell",
        "tells",
        "told",
        "warn",
        "warns",
        "warned",
        "accuse",
        "accuses",
        "accused",
        "hears",
        "heard",
        "admits",
        "admitted",
        "denies",
        "denied",
        "finds",
        "found",
        "court",
        "inquest",
        "officials",
        "police",
        "sources",
    ]
)
"""Words by which a headline tells that it is somebody's word."""
_COVERED = 0.5
"""The share of a part's telling words that a sentence must have to be what the part stands on."""
_FEWER = 0.3
"""The share that is enough where at least two telling words are shared."""
_HEARD = re.compile(r"\b(?:heard|told|said|says|according to|wrote|warned|admitted|denied|found)\b")
_PARTS = re.compile(r"[:;.?!–—]\s|\s[–—-]\s|\s(?:as|while|after|but)\s")
_QUOTED = re.compile(r"[“‘\"]([^“”‘\"]{6,}?)[”’\"](?!\w)")
_HEADS = ("title", "standfirst", "byline", "date", "dateline", "heading")


def trace_lines(article: Article, analysis: Analysis) -> Iterator[Line]:
    """The title and the standfirst, sentence by sentence, each with what it stands on."""
    body = [s.span for s in analysis.sentences if article.blocks[s.block].kind not in _HEADS]
    stems = [telling(tokens_of(article.text, (sentence,))) for sentence in body]
    for head in (block for block in article.blocks if block.kind in ("title", "standfirst")):
        kind: Literal["title", "standfirst"] = "title" if head.kind == "title" else "standfirst"
        inside = [s.span for s in analysis.sentences if head.span[0] <= s.span[0] < head.span[1]]
        spans = [head.span] if kind == "title" or not inside else inside
        for span in spans:
            yield _trace(article, analysis, kind, span, body, stems)


def telling(words: Sequence[Token]) -> set[str]:
    """The stems of words that say what a stretch is about."""
    return {stem(token.key) for token in words if token.key not in SMALL_WORDS}


def _trace(
    article: Article,
    analysis: Analysis,
    kind: Literal["title", "standfirst"],
    line: Span,
    body: Sequence[Span],
    stems: Sequence[set[str]],
) -> Line:
    found: list[tuple[float, int, set[str]]] = []
    quoted = _quoted_in(article, line, body)
    unheard = [] if quoted else [m.span(1) for m in _QUOTED.finditer(article.text, *line) if m.group(1).count(" ") > 2]
    for part in _parts(article, line):
        wanted = telling(tokens_of(article.text, _without(part, unheard)))
        if not wanted:
            continue
        shared = [len(wanted & has) for has in stems]
        best = max(range(len(body)), key=lambda n: (shared[n], -n), default=-1)
        if best >= 0 and _is_enough(shared[best], len(wanted)):
            found.append((shared[best], -best, wanted))
    if not found and quoted is None:
        return Line(kind, line, "nowhere", None, None, ())
    if quoted is not None:
        sentence, wanted = quoted, telling(tokens_of(article.text, (line,)))
    else:
        _, place, wanted = max(found, key=lambda each: each[:2])
        sentence = body[-place]
    claim = _claim_for(article, analysis, line, wanted, sentence)
    support: Support = "reporter"
    if claim is None and _is_attributed(article, line) and _HEARD.search(article.text, *sentence):
        support = "attributed"
    if claim is not None:
        support = "unnamed" if is_unnamed(article, analysis, claim) else "attributed"
    return Line(kind, line, support, sentence, claim, _lost(article, line, sentence, claim))


def _without(part: Span, left_out: Sequence[Span]) -> list[Span]:
    """The stretches of a part outside of others."""
    pieces = []
    at = part[0]
    for start, end in left_out:
        if part[0] <= start and end <= part[1]:
            pieces.append((at, start))
            at = end
    return [*pieces, (at, part[1])]


def _is_enough(shared: int, wanted: int) -> bool:
    return shared >= _COVERED * wanted or (shared >= 2 and shared >= _FEWER * wanted)


def _parts(article: Article, line: Span) -> list[Span]:
    """The line whole, and the parts that colons, dashes and "as" cut it into."""
    parts = []
    at = line[0]
    for mark in _PARTS.finditer(article.text, *line):
        parts.append((at, mark.start()))
        at = mark.end()
    return [line, *parts, (at, line[1])] if parts else [line]


def _quoted_in(article: Article, line: Span, body: Sequence[Span]) -> Span | None:
    """The sentence that has the words which the line quotes, in one stretch."""
    for match in _QUOTED.finditer(article.text, *line):
        keys = [token.key for token in tokens_of(article.text, (match.span(1),))]
        if len(keys) < 3:
            continue
        for sentence in body:
            has = [token.key for token in tokens_of(article.text, (sentence,))]
            if any(has[at : at + len(keys)] == keys for at in range(len(has) - len(keys) + 1)):
                return sentence
    return None


def _claim_for(article: Article, analysis: Analysis, line: Span, wanted: set[str], sentence: Span) -> Claim | None:
    """The claim that a sentence's words of a line stand in: its content has most of those that its source and cue have
    not; where the line itself says that it is somebody's word, any of them."""
    has = wanted & telling(tokens_of(article.text, (sentence,)))
    attributed = _is_attributed(article, line)
    for claim in analysis.outer:
        if not any(sentence[0] <= a < sentence[1] or a <= sentence[0] < b for a, b in claim.content):
            continue
        naming = telling(tokens_of(article.text, (*claim.source, *claim.cue)))
        own = has - naming
        inside = own & telling(tokens_of(article.text, claim.content))
        most = len(inside) * 2 > len(own) and len(inside) >= _FEWER * len(wanted - naming)
        if most or (attributed and (inside or len(has & naming) >= 2)):
            return claim
    return None


def _is_attributed(article: Article, line: Span) -> bool:
    """Whether a line tells that it is somebody's word."""
    return bool({token.key for token in tokens_of(article.text, (line,))} & _ATTRIBUTED)


def _lost(article: Article, line: Span, sentence: Span, claim: Claim | None) -> tuple[Span, ...]:
    """The hedges of the sentence, and the cue of its claim, that the line leaves out."""
    words = {token.key for token in tokens_of(article.text, (line,))}
    spans = [
        token.span for token in tokens_of(article.text, (sentence,)) if token.key in _HEDGES and not words & _HEDGES
    ]
    quoted = any(mark in article.words_of(line) for mark in "‘’“”\"'")
    if claim is not None and not words & _ATTRIBUTED and not quoted:
        spans += claim.cue
    return tuple(sorted(spans))
