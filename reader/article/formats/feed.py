"""A feed (RSS, Atom, JSON Feed) becomes a list of items to open one by one, and one page of all of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reader.article.assemble import Facts, Piece, Run, assemble, byline_text, piece
from reader.article.formats.feed_entries import Entry, Feed, json_feed, xml_feed
from reader.article.item_numbers import check_number, item_source
from reader.article.model import Article, ArticleError, Item
from reader.article.text.line_kinds import is_credit, is_junk
from reader.article.text.safe import safe_link, safe_text

_MOST_ITEMS = 300
_MOST_SUMMARY = 1200
_MOST_HTML = 2_000_000
_FULL_WORDS = 200
"""A text of so many words is taken for the whole article, even where the feed calls it a summary."""

_CUT_SHORT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|(?:read|see|view) (?:more|on|the (?:rest|full|whole)\b.{0,60})|continue reading\b.{0,120})"
    r"\W{0,3}$",
    re.IGNORECASE,
)
_FROM_BLOG = re.compile(r"^the post .{1,300} (?:appeared first on|first appeared on) .{1,120}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Read:
    """What an entry says, read: its text, and whether that is only the beginning of the article at its address."""

    pieces: tuple[Piece, ...]
    words: int
    excerpt: bool


def article_from_feed(
    data: bytes, text: str, *, source: str = "", url: str | None = None, item: int | None = None
) -> Article:
    """All items of a feed on one page, in its own order; or one of them, counted from 1. Raises ArticleError."""
    feed, entries, home = _open(data, text, url)
    base = url or home
    if item is not None:
        check_number(item, len(entries), "items")
        return article_of(entries[item - 1], feed, base, source)
    return _page(entries, feed, home, base, source)


def items_of_feed(data: bytes, text: str, *, source: str = "") -> list[Callable[[], Article]]:
    """What makes each item of a feed an article of its own, the feed read once. Raises ArticleError."""
    feed, entries, home = _open(data, text, None)
    return [
        partial(article_of, entry, feed, home, item_source(source, number))
        for number, entry in enumerate(entries, start=1)
    ]


def _open(data: bytes, text: str, url: str | None) -> tuple[Feed, Sequence[Entry], str | None]:
    """A feed, the items of it that are listed, and its site's address."""
    feed = read_feed(data, text)
    if not feed.entries:
        raise ArticleError("the feed holds no items; open an article's own address")
    return feed, feed.entries[:_MOST_ITEMS], safe_link(feed.home or "", url) if feed.home else None


def read_feed(data: bytes, text: str) -> Feed:
    """A feed of any of these forms. Raises ArticleError."""
    return json_feed(text) if text.lstrip("\ufeff \t\r\n").startswith("{") else xml_feed(data)


def article_of(entry: Entry, feed: Feed, base: str | None, source: str) -> Article:
    """One item as an article of its own."""
    read = _read(entry)
    address = address_of(entry, base)
    facts: Facts = {"title": entry.title or None, "byline": entry.authors, "published": entry.published}
    facts |= {"site": feed.title or None, "url": address, "language": feed.language}
    head = [piece("title", entry.title)] if entry.title else []
    head += [piece("byline", byline_text(entry.authors))] if entry.authors else []
    head += [piece("date", entry.published[:10])] if entry.published else []
    pieces = list(read.pieces)
    if pieces and pieces[0].kind == "heading" and " ".join(pieces[0].text.split()) == entry.title:
        del pieces[0]
    said = safe_link(entry.content_base or "", base) if entry.content_base else None
    article = assemble(head + pieces, facts, source=source, base=said or address or base)
    return replace(article, excerpt=read.excerpt and address is not None)


def address_of(entry: Entry, base: str | None) -> str | None:
    """The address of an item's page, where it has one that is safe to open."""
    return safe_link(entry.url or "", safe_link(entry.base or "", base) or base)


def _page(entries: Sequence[Entry], feed: Feed, home: str | None, base: str | None, source: str) -> Article:
    pieces: list[Piece] = [piece("title", feed.title)] if feed.title else []
    items: list[Item] = []
    for number, entry in enumerate(entries, start=1):
        read = _read(entry)
        address = address_of(entry, base)
        title = entry.title or _first_words(read.pieces) or address or "Untitled"
        items.append(
            Item(item_source(source, number), title, entry.authors, entry.published, address, read.words),
        )
        pieces += _entry_pieces(title, address, entry, read)
    count = f"{len(items)} items" if len(items) > 1 else "one item"
    facts: Facts = {"title": feed.title or None, "site": feed.title or None, "url": home or base}
    facts |= {"published": entries[0].published, "language": feed.language}
    note = f"this is a feed of {count}; add # and a number to open one of them, as in {item_source(source, 1)}"
    facts["notes"] = (note,)
    if len(feed.entries) > len(entries):
        facts["notes"] = (note, f"only the first {len(entries)} of {len(feed.entries)} items are listed")
    return replace(assemble(pieces, facts, source=source, base=base), items=tuple(items))


def _entry_pieces(title: str, address: str | None, entry: Entry, read: _Read) -> Iterator[Piece]:
    """An item on the page of all: heading, byline, date and the beginning of its text."""
    yield Piece("heading", (Run(title, address),), level=2)
    if entry.authors:
        yield piece("byline", byline_text(entry.authors))
    if entry.published:
        yield piece("date", entry.published[:10])
    length = 0
    for part in read.pieces:
        if length > _MOST_SUMMARY:
            return
        length += len(part.text)
        if " ".join(part.text.split()) != title:
            yield Piece("paragraph" if part.kind == "heading" else part.kind, part.runs)


def _read(entry: Entry) -> _Read:
    """The longer of an entry's content and its summary."""
    content, summary = _pieces(entry.content), _pieces(entry.summary)
    pieces = content if _count(content) >= _count(summary) else summary
    words = _count(pieces)
    said = [given for given in pieces if given.kind != "other"]
    last = " ".join(said[-1].text.split()) if said else ""
    cut = bool(_CUT_SHORT.search(last[-200:]))
    whole = not cut and (words >= _FULL_WORDS or (pieces is content and words >= _FULL_WORDS // 4))
    return _Read(tuple(pieces), words, excerpt=not whole)


def _pieces(words: str) -> list[Piece]:
    if not words.strip():
        return []
    if "<" not in words and "&" not in words:
        return [_settled(piece("paragraph", part)) for part in re.split(r"\n\s*\n", words[:_MOST_HTML]) if part.strip()]
    from reader.article.html.clean import parse_page, wrap_loose_lines
    from reader.article.html.hidden import drop_hidden
    from reader.article.html.visible_text import visible_pieces

    page = parse_page(f"<div>{words[:_MOST_HTML]}</div>")
    drop_hidden(page)
    wrap_loose_lines(page)
    return [_settled(given) for given in visible_pieces(page)]


def _settled(given: Piece) -> Piece:
    """A piece that only advertises or names a picture's maker gets the kind for that."""
    words = safe_text(given.text, lines=False)
    if given.kind in ("paragraph", "list-item") and (is_junk(words) or _FROM_BLOG.match(words)):
        return Piece("other", given.runs)
    return Piece("caption", given.runs) if given.kind == "paragraph" and is_credit(words) else given


def _count(pieces: Sequence[Piece]) -> int:
    return sum(len(given.text.split()) for given in pieces)


def _first_words(pieces: Sequence[Piece]) -> str:
    """The beginning of a text, for a list, where it has no title."""
    words = safe_text(pieces[0].text, lines=False).split() if pieces else []
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")
