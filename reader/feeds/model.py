"""What the feeds give back: frozen values that know nothing of the file."""

from dataclasses import dataclass
from typing import Literal

from reader.article.text.hosts import host_of

Folder = tuple[str, ...]
"""A folder's name, with those of the folders that it stands in before it."""

FeedState = Literal["new", "well", "failing", "gone"]
WatchKind = Literal["person", "word", "outlet"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that one subscribes to; times are seconds since 1970. `given_title` is yours, `own_title` the feed's.

    `lines` is how many of its items stand for their story, or have none, so that a list by story shows them.
    """

    number: int
    url: str
    asked: str
    given_title: str
    own_title: str
    folders: tuple[Folder, ...]
    home: str | None
    added: float
    checked: float | None
    due: float
    state: FeedState
    problem: str
    unread: int = 0
    items: int = 0
    lines: int = 0
    unread_lines: int = 0

    @property
    def title(self) -> str:
        """What it is called: by you, by itself, or by its server's name."""
        return self.given_title or self.own_title or host_of(self.url) or self.url


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An item of a feed. `entry` is the number of its article in the library, None where it is not there; `claims` and
    `leading` (who says most, and their share of the words said) are known once that is analysed."""

    number: int
    feed: int
    outlet: str
    key: str
    entry_key: str
    url: str | None
    title: str
    byline: tuple[str, ...]
    published: str | None
    day: float
    got: float
    words: int
    excerpt: bool
    read: float | None
    changed: float | None
    story: int | None
    entry: int | None = None
    claims: int = 0
    starred: bool = False
    queued: bool = False
    leading: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking one feed came to: new items, how many changed, and what was wrong.

    `result` is "new" (something is), "same", "failing", "gone" (for good), "waiting" (its server asked for patience)
    or "late" (the time that the whole refresh had was over).
    """

    feed: int
    title: str
    url: str
    result: Literal["new", "same", "failing", "gone", "waiting", "late"]
    items: tuple[NewsItem, ...] = ()
    changed: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """A search over new items that is kept: a person quoted, a word, an outlet; with how many unread items it has."""

    number: int
    kind: WatchKind
    words: str
    at: float
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was watched for, and what a watched person says in it (speaker and words)."""

    watch: Watch
    item: NewsItem
    said: tuple[tuple[str, str], ...] = ()


class FeedError(Exception):
    """What was asked of the feeds cannot be done; the message says why, on one line."""
