"""A feed as one subscribes to it: what each item is known by, with its text where that is not known already."""

import hashlib
from collections.abc import Container
from dataclasses import astuple
from urllib.parse import urlsplit

from reader.article.formats.feed import address_of, article_of, read_feed
from reader.article.formats.feed_entries import Entry
from reader.article.model import ArticleError, FeedItem, FeedList
from reader.article.text.safe import safe_link, safe_text, short

_MOST_ITEMS = 1000
_MOST_FOUND = 20
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")


def list_feed(data: bytes, text: str, *, url: str | None, known: Container[str]) -> FeedList:
    """The items of a feed; those whose digest is known come without a text. Raises ArticleError."""
    feed = read_feed(data, text)
    home = safe_link(feed.home or "", url) if feed.home else None
    base = url or home
    items = []
    for entry in feed.entries[:_MOST_ITEMS]:
        digest = _digest(entry)
        article = None
        if digest not in known:
            try:
                article = article_of(entry, feed, base, url or "")
            except ArticleError:
                continue
        address = address_of(entry, base)
        title = entry.title or (short(safe_text(article.text, lines=False), 80) if article else "") or address or ""
        if title:
            guid = safe_text(entry.guid, lines=False)
            items.append(FeedItem(guid, address, title, entry.published, digest, article))
    return FeedList(feed.title, home, tuple(items))


def _digest(entry: Entry) -> str:
    words = "\0".join(map(str, astuple(entry)))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def feeds_named_by(text: str, url: str | None) -> FeedList:
    """The feeds that a page names as its own (`<link rel=alternate>`), each with its title; the page's order."""
    from reader.article.html.clean import parse_page

    page = parse_page(text)
    base = next((safe_link(str(each.get("href") or ""), url) for each in page.iter("base")), None) or url
    found: dict[str, str] = {}
    for link in page.iter("link"):
        kinds = str(link.get("rel") or "").casefold().split()
        media_type = str(link.get("type") or "").partition(";")[0].strip().casefold()
        if "alternate" not in kinds or not (media_type in _FEED_TYPES or "feed" in kinds):
            continue
        address = safe_link(str(link.get("href") or ""), base)
        if address and urlsplit(address).scheme in ("http", "https"):
            found.setdefault(address, safe_text(str(link.get("title") or ""), lines=False))
    titles = [element.text_content() for element in page.iter("title")]
    return FeedList(
        safe_text(titles[0] if titles else "", lines=False), url, (), tuple(found.items())[:_MOST_FOUND], True
    )
