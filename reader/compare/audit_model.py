"""What an audit of one article finds, as values."""

from dataclasses import dataclass
from typing import Literal

from reader.analysis.model import Actor, Claim
from reader.article.model import Span

Support = Literal["attributed", "unnamed", "reporter", "nowhere"]


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody who is spoken of and never speaks; `asked` are the words that say that they were asked."""

    actor: Actor
    asked: Span | None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A claim of a source without a name, the reason given for that, and a named source's claim that says the same."""

    claim: Claim
    reason: Span | None
    seconded: Claim | None


@dataclass(frozen=True, slots=True)
class Twice:
    """Two speakers who say the same."""

    one: Claim
    other: Claim


@dataclass(frozen=True, slots=True)
class Line:
    """A title or standfirst and the sentence it stands on: somebody's claim, an unnamed source's, the reporter's own
    words, or nothing in the body; `lost` are hedges and cues of that sentence that the line leaves out."""

    kind: Literal["title", "standfirst"]
    span: Span
    support: Support
    sentence: Span | None
    claim: Claim | None
    lost: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, the claim it stands in (None: the reporter's own words), and figures of the same
    thing that say otherwise."""

    span: Span
    claim: Claim | None
    against: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """All of it, each in reading order."""

    silent: tuple[Silent, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    twice: tuple[Twice, ...] = ()
    lines: tuple[Line, ...] = ()
    figures: tuple[Figure, ...] = ()
