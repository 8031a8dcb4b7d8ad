"""Subscription lists (OPML 1 and 2) read and written; folders are outlines without an address."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from lxml import etree

from reader.article import safe_link, safe_text
from reader.article.formats.xml import local_name, parse_xml
from reader.feeds.model import Feed, FeedError, Folder

_MOST_FEEDS = 20_000
_DEEPEST = 12
_SCHEMES = {"feed://": "http://", "feed:http": "http"}


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed as a list names it: address, title, the address of its site, and every folder that it stands in."""

    url: str
    title: str = ""
    home: str | None = None
    folders: tuple[Folder, ...] = ()


def read_opml(data: bytes) -> list[Outline]:
    """The feeds of a list, in its order; one that stands in several folders comes once. Raises FeedError."""
    root = parse_xml(data)
    if root is None or local_name(root).casefold() != "opml":
        raise FeedError("this is no OPML, the form in which feed readers exchange their lists")
    found: dict[str, Outline] = {}
    for outline in _outlines(root):
        there = found.get(outline.url)
        if there is not None:
            folders = dict.fromkeys((*there.folders, *outline.folders))
            found[outline.url] = replace(there, title=there.title or outline.title, folders=tuple(folders))
        elif len(found) < _MOST_FEEDS:
            found[outline.url] = outline
    return list(found.values())


def _outlines(root: etree._Element) -> Iterator[Outline]:
    waiting: list[tuple[etree._Element, Folder]] = [(root, ())]
    while waiting:
        element, folder = waiting.pop()
        inside = folder
        if local_name(element).casefold() == "outline":
            said = {str(name).casefold(): safe_text(str(value), lines=False) for name, value in element.attrib.items()}
            title = said.get("title") or said.get("text") or ""
            url = _address(said.get("xmlurl", ""))
            if url:
                named = [tuple(filter(None, each.split("/"))) for each in said.get("category", "").split(",")]
                folders = tuple(dict.fromkeys(each for each in (folder, *named) if each))
                yield Outline(url, "" if title == url else title, safe_link(said.get("htmlurl", "")), folders)
            elif title and len(folder) < _DEEPEST:
                inside = (*folder, title)
        waiting += [(child, inside) for child in reversed(element)]


def _address(given: str) -> str | None:
    for old, new in _SCHEMES.items():
        if given.startswith(old):
            given = new + given.removeprefix(old)
    link = safe_link(given)
    return link if link and link.startswith(("http://", "https://")) else None


def write_opml(feeds: Sequence[Feed]) -> str:
    """The list of these feeds: those of a folder stand in it, one of several folders in each of them."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "  <head>"]
    lines += ["    <title>Reader's feeds</title>", "  </head>", "  <body>"]
    lines += _folder_lines([(feed, folder) for feed in feeds for folder in feed.folders or ((),)], 2)
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _folder_lines(feeds: Iterable[tuple[Feed, Folder]], depth: int) -> Iterator[str]:
    """Feeds outside folders and folders, in the order in which they first come."""
    indent = "  " * depth
    inside: dict[str, list[tuple[Feed, Folder]]] = {}
    for feed, folder in feeds:
        if folder:
            inside.setdefault(folder[0], []).append((feed, folder[1:]))
        else:
            home = f" htmlUrl={quoteattr(feed.home)}" if feed.home else ""
            name = quoteattr(feed.title)
            yield f'{indent}<outline type="rss" text={name} title={name} xmlUrl={quoteattr(feed.url)}{home}/>'
    for name, those in inside.items():
        yield f"{indent}<outline text={quoteattr(name)} title={quoteattr(name)}>"
        yield from _folder_lines(those, depth + 1)
        yield f"{indent}</outline>"
