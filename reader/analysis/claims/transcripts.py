"""Transcripts and interviews: paragraphs that open with their speaker's name and a colon are turns, each a claim."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.titles import is_title
from reader.analysis.document.turn_labels import find_labelled
from reader.analysis.names.by_rule import Name
from reader.analysis.names.sureness import LABEL
from reader.article.model import Span

_INITIALS = (2, 3)
"""So many letters stand for somebody's full name."""
_FIRST_PERSON = load_words("pronouns_first")
_NOBODY = ("the ", "unknown", "unidentified")
"""Labels that begin so name nobody."""


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
    article = document.article
    return tuple(
        Turn(
            article.words_of(one.label).lower(),
            one.label,
            one.inner,
            one.colon,
            ((one.begins, article.blocks[one.block].span[1]), *(article.blocks[near].span for near in one.rest)),
        )
        for one in find_labelled(article)
    )


def tell_initials(document: Document, said: Sequence[Turn], found: Sequence[Name]) -> tuple[Turn, ...]:
    """Turns of which those labelled with initials carry the full name that has them, where the article has but one such
    name: "RA:" beside "Ruth Adeyemi:"."""
    short = {turn.label for turn in said if _is_initials(document.article.words_of(turn.span)) and turn.inner is None}
    if not short:
        return tuple(said)
    full: dict[str, dict[str, Span]] = {}
    spans = [turn.span for turn in said] + [name.span for name in found if name.kind == "person"]
    for span in sorted(spans):
        words = document.article.words_of(span).split()
        while words and is_title(words[0]):
            words = words[1:]
        if len(words) > 1 and all(word[0].isalpha() for word in words):
            full.setdefault("".join(word[0] for word in words).lower(), {}).setdefault(words[-1].lower(), span)
    known = {label: names for label in short if len(names := full.get(label.replace(".", ""), {})) == 1}
    return tuple(
        replace(turn, inner=next(iter(known[turn.label].values()))) if turn.label in known else turn for turn in said
    )


def _is_initials(label: str) -> bool:
    letters = label.replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) in _INITIALS


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
    """Names with the turns' labels among them: a label of one letter names nobody."""
    told = dict.fromkeys(turn.inner for turn in said if turn.inner is not None)
    labels = [
        Name(turn.span, "person", LABEL)
        for turn in said
        if len(turn.label) > 1
        and not turn.label.startswith(_NOBODY)
        and turn.span not in told
        and not (turn.inner is not None and _is_initials(document.article.words_of(turn.span)))
    ]
    labels += [Name(span, "person", LABEL) for span in told]
    taken = [name.span for name in labels] + [turn.span for turn in said]
    rest = [name for name in found if not any(a < name.span[1] and name.span[0] < b for a, b in taken)]
    return tuple(sorted((*labels, *rest), key=lambda name: name.span))
