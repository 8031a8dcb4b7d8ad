"""What comparing finds, as values whose spans point into the texts compared."""

from dataclasses import dataclass
from typing import Literal

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span

Relation = Literal["negated", "other-speaker", "altered", "joined", "shortened", "same", "paraphrase"]
ChangeKind = Literal[
    "title-changed",
    "claim-added",
    "claim-removed",
    "claim-reworded",
    "speaker-changed",
    "figure-changed",
    "typo",
    "text-added",
    "text-removed",
    "moved",
]
PLAIN_RELATIONS = frozenset[Relation](("same", "shortened", "joined"))
"""Relations that the quoted words themselves show; all others hang on the two claims being one statement at all."""
PERHAPS = "perhaps"
SURE = 0.6
"""How sure it must be that two claims are one statement, where the words do not show it, for a reader to be told so;
below it the match is called "perhaps"."""
Verdict = Literal["verbatim", "elided", "altered", "not-found"]
Spans = tuple[Span, ...]
Key = tuple[int, str]
"""An article's number and a claim's id."""


@dataclass(frozen=True, slots=True)
class Side:
    """An article and what was found in it."""

    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Place:
    """A claim of one of the articles compared, by the article's number in the order given."""

    article: int
    claim: Claim

    @property
    def key(self) -> Key:
        """What tells a place from all others."""
        return self.article, self.claim.id


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that one side has and the other has not, or has otherwise; an empty span list where there are none."""

    left: Spans
    right: Spans


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims of two articles that report one statement; `differences` are the words in which their quoted words,
    else all their words, differ. `sureness` (0 to 1) is how sure it is that they do."""

    left: Place
    right: Place
    relation: Relation
    speakers: tuple[str | None, str | None]
    differences: tuple[Difference, ...] = ()
    sureness: float = 1.0

    @property
    def is_sure(self) -> bool:
        """Whether to tell a reader that it is one statement, not that it may be one."""
        return self.relation in PLAIN_RELATIONS or self.sureness >= SURE

    @property
    def label(self) -> str:
        """What to call it for a reader: the relation, or "perhaps" where it may be no match at all."""
        return self.relation if self.is_sure else PERHAPS


@dataclass(frozen=True, slots=True)
class Event:
    """Whether articles tell of one event, and why it is thought so, in words for the user. `groups` are the numbers of
    those that do, a group an event."""

    same: bool
    shared: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()

    def joins(self, one: int, other: int) -> bool:
        """Whether two articles tell of the same event."""
        return any(one in group and other in group for group in self.groups)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What articles share and what each has alone; no match is between articles about two events."""

    event: Event
    matches: tuple[Match, ...] = ()
    only: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What came, went or changed from one edition of a page to the next; the side that lacks it is None. `speakers` are
    who said it before and after, where a claim came or went or that is what changed."""

    kind: ChangeKind
    old: Spans | None
    new: Spans | None
    speakers: tuple[str | None, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's quoted words and where a record has them (None: nowhere)."""

    claim: Claim
    spans: Spans
    verdict: Verdict
    record: Spans | None
