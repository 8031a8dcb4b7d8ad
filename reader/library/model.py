"""What the library gives back: frozen values that know nothing of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reader.analysis.model import Analysis
from reader.article.model import Article, Span
from reader.library.anchors import Anchor

State = Literal["to-read", "reading", "done"]
STATES: tuple[State, ...] = ("to-read", "reading", "done")
HitKind = Literal["mark", "claim", "article"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the library: its number, what is known of it, and what you did with it.

    `key` is the same in every library that holds the article; times are seconds since 1970.
    """

    number: int
    key: str
    source: str
    url: str | None
    title: str | None
    site: str | None
    byline: tuple[str, ...]
    published: str | None
    language: str
    words: int
    claims: int
    added: float
    opened: float | None
    state: State
    starred: bool
    queued: float | None
    removed: float | None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of an article, as it was got at a time; `analysis` is the engine's own, without your corrections."""

    number: int
    entry: int
    digest: str
    got: float
    article: Article
    analysis: Analysis | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight, with its note and tags; `span` is where its words stand in the newest edition, None if they are
    gone. `draft` is a line of note and #tags that was being typed when the reader was closed."""

    number: int
    uid: str
    entry: int
    anchor: Anchor
    note: str
    tags: tuple[str, ...]
    at: float
    changed: float
    span: Span | None = None
    draft: str = ""

    @property
    def tags_behind(self) -> tuple[str, ...]:
        """The tags that are no words of the note itself."""
        inside = {tag_of(word) for word in self.note.split()}
        return tuple(tag for tag in self.tags if tag not in inside)


def tag_of(word: str) -> str:
    """The tag that a word of a note is (“#harbour”), "" where it is none: a number has only a sign before it."""
    tag = word[1:].rstrip(",.;:)")
    return tag if word.startswith("#") and tag.strip("0123456789.,-–/") else ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person, organisation or other speaker across articles; `first` and `last` are the days of what they said."""

    number: int
    uid: str
    name: str
    kind: str
    roles: tuple[str, ...]
    claims: int = 0
    articles: int = 0
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim in the library, with the article it stands in. `chain` is by way of whom it is told, or ""; `denial` is
    what denies it ("did not say"), or "": without that the claim's own words would say the contrary."""

    claim: str
    entry: int
    edition: int
    title: str | None
    site: str | None
    day: str
    speaker: str
    chain: str
    kind: str
    type: str
    words: str
    span: Span
    yours: bool
    denial: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Two of one name who may be one or two people: asked, and the answer remembered."""

    one: Person
    other: Person


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a search found: the words around it, where in them the sought words stand, and the place's span in
    the edition's text (None for a mark whose words are gone). `denial` are the words that deny a claim, or ""."""

    kind: HitKind
    entry: int
    edition: int
    title: str | None
    site: str | None
    day: str
    speaker: str
    words: str
    found: tuple[Span, ...]
    span: Span | None
    denial: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The engine's claims against yours, over the articles that you corrected."""

    articles: int = 0
    found: int = 0
    yours: int = 0
    right: int = 0
    speakers: int = 0
    speakers_right: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the engine's claims that stand; None where it found none."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the true claims that the engine found; None where there are none."""
        return self.right / self.yours if self.yours else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import came to: how many of each kind, the lines that could not be taken with why, and `remarks` on
    those that were taken without something."""

    counts: Mapping[str, int]
    problems: tuple[tuple[int, str], ...]
    remarks: tuple[tuple[int, str], ...] = ()
    form: str = ""
