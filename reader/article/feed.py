"""A feed (RSS, Atom, JSON Feed) becomes a list to read: one heading with a link for each of its items."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from reader.article.assemble import Facts, Piece, Run, assemble, piece
from reader.article.dates import iso_date
from reader.article.model import Article, ArticleError
from reader.article.safe import safe_link, safe_text

_MOST_ITEMS = 200
_MOST_SUMMARY = 1200


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed: title, address, date (ISO), author, and its summary as HTML or text."""

    title: str
    url: str | None
    published: str | None
    author: str
    summary: str


def article_from_feed(data: bytes, text: str, *, source: str = "", url: str | None = None) -> Article:
    """The items of a feed, newest as the feed has them. Raises ArticleError when it has none."""
    title, home, items = _json_feed(text) if text.lstrip().startswith("{") else _xml_feed(data)
    if not items:
        raise ArticleError("the feed holds no items; open an article's own address")
    pieces: list[Piece] = [piece("title", title)] if title else []
    for item in items[:_MOST_ITEMS]:
        pieces += _item_pieces(item, url or home)
    count = f"{len(items)} items" if len(items) > 1 else "one item"
    facts: Facts = {"title": title or None, "site": title or None, "url": home or url, "published": items[0].published}
    facts["notes"] = (f"this is a feed of {count}; open one by the link in its heading",)
    return assemble(pieces, facts, source=source, base=url or home)


def _item_pieces(item: Item, base: str | None) -> Iterator[Piece]:
    heading = item.title or item.url or "Untitled"
    yield Piece("heading", (Run(heading, safe_link(item.url or "", base)),), level=2)
    if item.author:
        yield piece("byline", item.author if item.author.lower().startswith("by ") else f"By {item.author}")
    if item.published:
        yield piece("date", item.published[:10])
    length = 0
    for part in _summary(item.summary):
        if length > _MOST_SUMMARY:
            return
        length += len(part.text)
        yield Piece("paragraph" if part.kind == "heading" else part.kind, part.runs)


def _summary(summary: str) -> list[Piece]:
    if "<" not in summary and "&" not in summary:
        return [piece("paragraph", summary)]
    from reader.article.html_clean import drop_hidden, parse_page
    from reader.article.html_simple import visible_pieces

    page = parse_page(f"<div>{summary[:200_000]}</div>")
    drop_hidden(page)
    return visible_pieces(page)


def _xml_feed(data: bytes) -> tuple[str, str | None, list[Item]]:
    from reader.article.xml import child_text, local_name, parse_xml

    root = parse_xml(data)
    if root is None:
        raise ArticleError("the feed is damaged; open an article's own address")
    channel = next((child for child in root if local_name(child) == "channel"), root)
    entries = [element for element in root.iter() if local_name(element) in ("item", "entry")]
    items: list[Item] = []
    for entry in entries[: _MOST_ITEMS * 5]:
        authors = [child for child in entry if local_name(child) == "author"]
        name = child_text(authors[0], "name") if authors else ""
        items.append(
            Item(
                title=safe_text(_words(child_text(entry, "title")), lines=False),
                url=_entry_link(entry),
                published=_moment(child_text(entry, "pubDate", "published", "updated", "date", "issued")),
                author=safe_text(name or child_text(entry, "creator"), lines=False)[:120],
                summary=child_text(entry, "description", "summary", "encoded", "content"),
            )
        )
    return safe_text(_words(child_text(channel, "title")), lines=False), _entry_link(channel), items


def _entry_link(entry: Any) -> str | None:
    from reader.article.xml import local_name

    links = [child for child in entry if local_name(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if link.text and link.text.strip().startswith(("http://", "https://")):
            return str(link.text.strip())
    return None


def _words(text: str) -> str:
    """A title that may hold HTML, as text."""
    if "<" not in text and "&" not in text:
        return text
    from reader.article.html_clean import parse_page

    return str(parse_page(f"<div>{text[:5000]}</div>").text_content())


def _moment(text: str) -> str | None:
    found = iso_date(text)
    if found:
        return found
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _json_feed(text: str) -> tuple[str, str | None, list[Item]]:
    try:
        data = json.loads(text)
        entries = [entry for entry in data["items"] if isinstance(entry, dict)]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ArticleError("the feed is damaged; open an article's own address") from None
    items = []
    for entry in entries[: _MOST_ITEMS * 5]:
        writers = entry.get("authors") or [entry.get("author")]
        names = [who["name"] for who in writers if isinstance(who, dict) and isinstance(who.get("name"), str)]
        items.append(
            Item(
                title=safe_text(_string(entry, "title"), lines=False),
                url=_string(entry, "url") or _string(entry, "external_url") or None,
                published=iso_date(_string(entry, "date_published")),
                author=safe_text(", ".join(names), lines=False)[:120],
                summary=_string(entry, "summary") or _string(entry, "content_html") or _string(entry, "content_text"),
            )
        )
    return safe_text(_string(data, "title"), lines=False), _string(data, "home_page_url") or None, items


def _string(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
