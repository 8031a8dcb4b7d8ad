"""The entries of a feed as it writes them: RSS 0.9 to 2.0, RDF, Atom and JSON Feed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr, parsedate_to_datetime
from html import escape
from typing import Any

from lxml import etree

from reader.article.formats.xml import child_text, local_name, parse_xml
from reader.article.model import ArticleError
from reader.article.text.dates import iso_date
from reader.article.text.safe import safe_text, short

_MOST_READ = 2000
_PREFIX = re.compile(r"(</?)[A-Za-z][\w.-]{0,20}:(?=[a-z])")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_BASE = _XML + "base"
_DAMAGED = "the feed is damaged; open an article's own address"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it says of itself; `summary` and `content` are HTML or text, `base` what its address is
    relative to.
    """

    title: str
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    summary: str
    content: str
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title, the address of its site, its language, and its entries in its own order."""

    title: str
    home: str | None
    language: str
    entries: tuple[Entry, ...]


def xml_feed(data: bytes) -> Feed:
    """RSS, RDF and Atom. Raises ArticleError for what is no XML."""
    root = parse_xml(data)
    if root is None:
        raise ArticleError(_DAMAGED)
    channel = next((child for child in root if local_name(child) == "channel"), root)
    found = [element for element in root.iter() if local_name(element) in ("item", "entry")]
    entries = tuple(_entry(element, root.get(_BASE)) for element in found[:_MOST_READ])
    language = child_text(channel, "language") or root.get(_XML + "lang") or ""
    return Feed(_title(channel), _link(channel), _language(language), entries)


def _entry(element: etree._Element, base: str | None) -> Entry:
    return Entry(
        title=_title(element),
        url=_link(element),
        authors=tuple(dict.fromkeys(_authors(element)))[:12],
        published=_moment(child_text(element, "pubDate", "published", "date", "issued", "updated")),
        summary=_markup(element, "description", "summary"),
        content=_markup(element, "encoded", "content"),
        base=element.get(_BASE) or base,
    )


def _markup(element: etree._Element, *names: str) -> str:
    """The longest of an element's children of these names, as HTML or text."""
    return max((_inside(child) for child in element if local_name(child) in names), key=len, default="")


def _inside(element: etree._Element) -> str:
    """What an element holds: its text, or (Atom's xhtml) its elements written out as HTML."""
    if len(element):
        parts = [escape(element.text or "", quote=False)]
        for child in element:
            if isinstance(child.tag, str):
                parts.append(_PREFIX.sub(r"\1", etree.tostring(child, encoding="unicode", method="html")))
            elif child.tail:
                parts.append(escape(child.tail, quote=False))
        return "".join(parts).strip()
    return (element.text or "").strip()


def _link(element: etree._Element) -> str | None:
    """The address of the page that an entry or channel stands for."""
    links = [child for child in element if local_name(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if link.text and link.text.strip():
            return str(link.text.strip())
    for child in element:
        if local_name(child) == "guid" and child.get("isPermaLink", "true") != "false":
            address = (child.text or "").strip()
            return address if address.startswith(("http://", "https://")) else None
    return None


def _authors(element: etree._Element) -> Iterator[str]:
    """Names of people: Atom's and Dublin Core's as they are, RSS's out of `mail@e.example (Name)`."""
    for child in element:
        match local_name(child):
            case "author" if len(child):
                yield from _name(child_text(child, "name"))
            case "author" | "creator":
                words = (child.text or "").strip()
                yield from _name(parseaddr(words)[0] or "" if "@" in words else words)


def _name(words: str) -> Iterator[str]:
    name = short(re.sub(r"^by\s+", "", safe_text(words, lines=False), flags=re.IGNORECASE), 120)
    if name:
        yield name


def _title(element: etree._Element) -> str:
    """An entry's or channel's title as text. Atom says whether it is HTML; RSS does not, and often is."""
    found = next((child for child in element if local_name(child) == "title"), None)
    if found is None:
        return ""
    words = _inside(found)
    plain = str(found.tag).startswith("{http://www.w3.org/2005/Atom}") and found.get("type", "text") == "text"
    if not plain and ("<" in words or "&" in words):
        from reader.article.html.clean import parse_page

        words = str(parse_page(f"<div>{words[:5000]}</div>").text_content())
    return safe_text(words, lines=False)


def _language(code: str) -> str:
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", code.strip())
    return match.group().lower() if match else "en"


def _moment(text: str) -> str | None:
    found = iso_date(text)
    if found and "T" in found:
        return found
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return found


def json_feed(text: str) -> Feed:
    """JSON Feed 1 and 1.1. Raises ArticleError for anything else."""
    try:
        data = json.loads(text)
        found = [entry for entry in data["items"] if isinstance(entry, dict)]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ArticleError(_DAMAGED) from None
    default = list(_json_authors(data))
    entries = [
        Entry(
            title=safe_text(_string(entry, "title"), lines=False),
            url=_string(entry, "url") or _string(entry, "external_url") or None,
            authors=tuple(dict.fromkeys(list(_json_authors(entry)) or default))[:12],
            published=iso_date(_string(entry, "date_published") or _string(entry, "date_modified")),
            summary=_paragraphs(_string(entry, "summary")),
            content=_string(entry, "content_html") or _paragraphs(_string(entry, "content_text")),
        )
        for entry in found[:_MOST_READ]
    ]
    home = _string(data, "home_page_url") or None
    return Feed(
        safe_text(_string(data, "title"), lines=False), home, _language(_string(data, "language")), tuple(entries)
    )


def _json_authors(entry: dict[str, Any]) -> Iterator[str]:
    several = entry.get("authors")
    for who in several if isinstance(several, list) else [entry.get("author")]:
        if isinstance(who, dict):
            yield from _name(_string(who, "name"))


def _paragraphs(text: str) -> str:
    """Plain text as HTML."""
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _string(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
