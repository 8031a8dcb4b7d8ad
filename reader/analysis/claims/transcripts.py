"""Transcripts and interviews: paragraphs that open with their speaker's name and a colon are turns, each a claim.

A text counts as a transcript when at least three paragraphs open so and two labels take turns, or one returns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.names.by_rule import Name
from reader.analysis.names.sureness import LABEL
from reader.article.model import BlockKind, Span

_LABEL = re.compile(
    r"[\"“]?(?P<label>(?:[A-Z][A-Z.’'\-]+|[QA])(?:[ ,]+(?:[A-Z][A-Z.’'\-]*|of|the|and|for))*"
    r"|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){0,3})"
    r"(?: ?\((?P<inner>[^()]{2,60})\))?(?P<colon>:|\.(?= ))\s+(?=\S)"
)
_TURNS: frozenset[BlockKind] = frozenset(("paragraph", "quote", "list-item"))
_STAGE = re.compile(r"[(\[].*[)\]]\.?$", re.DOTALL)
_FIRST_PERSON = load_words("pronouns_first")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the label's words, its span, the name in brackets behind it if any, the colon, and what is said."""

    label: str
    span: Span
    inner: Span | None
    colon: Span
    content: tuple[Span, ...]


def find_turns(document: Document) -> tuple[Turn, ...]:
    """The article's turns in reading order; none where it is no transcript."""
    text = document.article.text
    found: list[Turn] = []
    for number, block in enumerate(document.article.blocks):
        match = _LABEL.match(text, block.span[0], block.span[1]) if block.kind in _TURNS else None
        if match and (match["colon"] == ":" or match["label"] in ("Q", "A")):
            inner = match.span("inner") if match["inner"] else None
            found.append(
                Turn(
                    match["label"].lower(),
                    match.span("label"),
                    inner,
                    match.span("colon"),
                    ((match.end(), block.span[1]), *_find_rest(document, number)),
                )
            )
    counts = Counter(turn.label for turn in found)
    return tuple(found) if len(found) >= _ENOUGH and len(counts) < len(found) else ()


def _find_rest(document: Document, number: int) -> list[Span]:
    """The paragraphs behind a turn's first that carry no label of their own and are not what happens in the room.

    Only where another turn follows: what stands behind the last turn may be the reporter's own words again.
    """
    text = document.article.text
    spans: list[Span] = []
    for block in document.article.blocks[number + 1 :]:
        if block.kind not in _TURNS or _STAGE.match(text[block.span[0] : block.span[1]]):
            return []
        match = _LABEL.match(text, block.span[0], block.span[1])
        if match and (match["colon"] == ":" or match["label"] in ("Q", "A")):
            return spans
        if len(spans) == 3:
            return []
        spans.append(block.span)
    return []


def add_turns(document: Document, said: Sequence[Turn], found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Turns as attributions, with those found elsewhere; inside a turn only what others than its speaker said."""
    kept: list[Attribution] = []
    spoken = [span for turn in said for span in (*turn.content, turn.span)]
    for one in found:
        inside = any(a <= start and end <= b for start, end in one.content for a, b in spoken)
        words = " ".join(document.article.words_of(span) for span in one.source).lower()
        quoted = all(document.is_quoted(start) for start, _ in one.content)
        if not inside or (quoted and one.cue and words and words not in _FIRST_PERSON):
            kept.append(one)
    made = [Attribution(turn.content, (turn.colon,), (turn.span,), verbatim=True) for turn in said]
    return tuple(sorted(kept + made, key=lambda one: min(one.content)))


def name_speakers(document: Document, said: Sequence[Turn], found: Sequence[Name]) -> tuple[Name, ...]:
    """Names with the turns' labels among them: a label of one letter or one that opens with "the" names nobody."""
    labels = [
        Name(turn.span, "person", LABEL) for turn in said if len(turn.label) > 1 and not turn.label.startswith("the ")
    ]
    labels += [Name(turn.inner, "person", LABEL) for turn in said if turn.inner is not None]
    taken = [name.span for name in labels] + [turn.span for turn in said]
    rest = [name for name in found if not any(a < name.span[1] and name.span[0] < b for a, b in taken)]
    return tuple(sorted((*labels, *rest), key=lambda name: name.span))
