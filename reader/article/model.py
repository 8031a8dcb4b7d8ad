"""The article: one fixed text, and blocks that are spans into it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
"""`[start, end)` in Unicode code points into `Article.text`."""

BlockKind = Literal[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "date",
    "heading",
    "paragraph",
    "quote",
    "list-item",
    "caption",
    "table",
    "other",
]

HEADLINE_KINDS: frozenset[BlockKind] = frozenset(("title", "heading", "standfirst"))
"""What tells in a line what follows, in words of its own."""

BODY_KINDS: frozenset[BlockKind] = frozenset(("heading", "paragraph", "quote", "list-item", "table", "dateline"))
"""Blocks that `reader text --body` prints: the article without title, standfirst, byline, date and captions."""

PROSE_KINDS: frozenset[BlockKind] = frozenset(("standfirst", "paragraph", "quote", "list-item"))
"""Blocks that hold whole sentences, from which a summary may pick."""


class ArticleError(Exception):
    """A source that cannot become an article; the message says what is wrong and what to do, on one line."""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the span of its words and an http, https or mailto address."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption…: its kind and where it stands in the text.

    `level` is a heading's, 1 to 6; or of an item of a list how many lists that one stands in.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a source that holds several, a feed or a book.

    `source` is what `open_article` takes to open it ("feed.xml#3"); the rest is what the list says of it, `words` how
    many of its words the source itself holds.
    """

    source: str
    title: str
    byline: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One text and what is known of it.

    `blocks` are in reading order, do not overlap and cover every character of `text` but the separators between
    them ("\\n\\n"); every later result is a span into `text`. `source` is the path or URL as the user gave it, and
    `notes` are one-line remarks on how it was read ("only the first 5 MB were read") for the user. `items` are the
    articles that the source is a list of, where it is one: the text is then all of them on one page. `excerpt` says
    that a feed holds only the beginning, and the rest is to be had at `url`.
    """

    text: str
    blocks: tuple[Block, ...]
    source: str = ""
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str = "en"
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    excerpt: bool = False
    _behind_first: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Lay out where the blocks behind the first begin: which block a position stands in is asked many times."""
        object.__setattr__(self, "_behind_first", tuple([block.span[0] for block in self.blocks[1:]]))

    def words_of(self, span: Span) -> str:
        """The very characters of a span."""
        return self.text[span[0] : span[1]]

    def block_at(self, position: int) -> int:
        """Index of the block that holds or last precedes a character position; 0 for an empty article."""
        return bisect_right(self._behind_first, position)

    def texts(self, kinds: frozenset[BlockKind]) -> Iterator[str]:
        """The text of each block of these kinds, in reading order."""
        return (self.words_of(block.span) for block in self.blocks if block.kind in kinds)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: `guid` is what the feed knows it by ("" for none), `digest` of all that the feed says of it, and
    `article` that as an article, None where the digest was known."""

    guid: str
    url: str | None
    title: str
    published: str | None
    digest: str
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class FeedList:
    """A feed's title, the address of its site, its items in its own order; or, for a page, the feeds it names."""

    title: str = ""
    home: str | None = None
    items: tuple[FeedItem, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    is_page: bool = False
