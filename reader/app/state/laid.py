"""What the comparing screen shows: two texts (or one woven of both) and what joins them; a table where there are more.

Pure values, which know nothing of how texts are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reader.article.model import Article, Span

if TYPE_CHECKING:
    from reader.analysis.model import Analysis, Claim
    from reader.compare import Change, Comparison, Quote

How = Literal["articles", "editions", "record"]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the texts to compare: a source to be opened, or an article that is at hand, analysed or not.

    `name` is what the screen calls it in place of its outlet ("Tuesday's edition").
    """

    source: str
    article: Article | None = None
    analysis: Analysis | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Joint:
    """What joins two places: a shared statement, a change, or a quotation and its record.

    `number` is drawn at both; `spans` are its words on each side and `marked` those of them that differ; `words` tell
    of it at the foot, and `differs` says whether there is anything to see in it.
    """

    number: int
    kind: str
    spans: tuple[Spans, Spans]
    marked: tuple[Spans, Spans]
    words: str
    differs: bool
    claims: tuple[Claim | None, Claim | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Laid:
    """Texts laid out to be compared. `texts` are two articles, or one woven of both.

    `alone` are the words that one side has alone (claims, in an article; what came and went, in a woven text: `went`);
    `words` say in a line what was found, and `at` is the joint stood at, -1 for none yet.
    """

    texts: tuple[Article, ...]
    names: tuple[str, ...]
    joints: tuple[Joint, ...]
    alone: tuple[Spans, ...]
    words: str
    went: Spans = ()
    at: int = -1
    only_differing: bool = False

    @property
    def current(self) -> Joint | None:
        """The joint stood at."""
        return self.joints[self.at] if 0 <= self.at < len(self.joints) else None

    @property
    def walked(self) -> tuple[int, ...]:
        """The indices of the joints that are walked."""
        return tuple(n for n, joint in enumerate(self.joints) if joint.differs or not self.only_differing)

    @property
    def last_number(self) -> int:
        """The highest number drawn."""
        return max((joint.number for joint in self.joints), default=0)


def stepped(laid: Laid, direction: int) -> Laid:
    """Stand at the next (1) or previous (-1) joint that is walked; at the last one one stays."""
    walked = laid.walked
    if direction > 0:
        found = next((n for n in walked if n > laid.at), None)
    else:
        found = next((n for n in reversed(walked) if n < laid.at), None)
    return laid if found is None else replace(laid, at=found)


def only_differing(laid: Laid, wanted: bool) -> Laid:
    """Walk all joints, or only those in which something differs."""
    changed = replace(laid, only_differing=wanted)
    return changed if laid.at in changed.walked else replace(changed, at=-1)


@dataclass(frozen=True, slots=True)
class Row:
    """One statement of several articles: who says it, its words, and a sign for each article."""

    speaker: str
    words: str
    signs: tuple[str, ...]
    pair: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """Who carries what, of more than two articles."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing found, as it is exported and as it is shown; a table where there are more than two articles."""

    found: Comparison | tuple[Change, ...] | tuple[Quote, ...]
    laid: Laid
    table: Table | None = None


SIGNS: dict[str, str] = {
    "first": "■",
    "same": "=",
    "shortened": "<",
    "joined": "+",
    "altered": "≠",
    "paraphrase": "~",
    "negated": "!",
    "other-speaker": "@",
    "perhaps": "?",
}
"""How one article's report stands to that of the first that has it."""
MEANINGS: dict[str, str] = {
    "first": "first to carry it",
    "same": "same words",
    "shortened": "shortened",
    "joined": "run together",
    "altered": "words changed",
    "paraphrase": "in other words",
    "negated": "the opposite",
    "other-speaker": "given to somebody else",
    "perhaps": "perhaps the same",
}
"""The signs' meanings in plain words."""

NOT_THERE = "·"
