"""The entries of a feed as it writes them: RSS 0.9 to 2.0, RDF, Atom and JSON Feed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from reader.article.formats.xml import child_text, local_name, parse_xml
from reader.article.model import ArticleError
from reader.article.text.dates import iso_date, iso_moment
from reader.article.text.safe import safe_text, short

_MOST_READ = 2000
_PREFIX = re.compile(r"(</?)[A-Za-z][\w.-]{0,20}:(?=[a-z])")
_ESCAPED_REFERENCE = re.compile(r"&amp;(?=#?\w{1,31};)")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt);)(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_ATOM = "{http://www.w3.org/2005/Atom}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_BASE = _XML + "base"
_DAMAGED = "the feed is damaged; open an article's own address"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it says of itself; `summary` and `content` are HTML or text, `base` what its address is
    relative to and `content_base` what the links in its content are, where the feed says so. `guid` is what the feed
    knows it by.
    """

    title: str
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    summary: str
    content: str
    base: str | None = None
    content_base: str | None = None
    guid: str = ""


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
    default = tuple(dict.fromkeys([*_authors(root), *_authors(channel)]))[:12]
    entries = tuple(_entry(element, default) for element in found[:_MOST_READ])
    language = child_text(channel, "language") or root.get(_XML + "lang") or ""
    return Feed(_title(channel), _link(channel), _language(language), entries)


def _entry(element: etree._Element, default: tuple[str, ...]) -> Entry:
    content, content_base = _markup(element, "encoded", "content")
    summary, summary_base = _markup(element, "description", "summary")
    return Entry(
        title=_title(element),
        url=_link(element),
        authors=tuple(dict.fromkeys(_authors(element)))[:12] or _source_authors(element) or default,
        published=iso_moment(child_text(element, "pubDate", "published", "date", "issued", "updated")),
        summary=summary,
        content=content,
        base=_base(element),
        content_base=content_base or summary_base,
        guid=_guid(element),
    )


def _guid(element: etree._Element) -> str:
    """RSS's guid, Atom's id, RDF's about."""
    about = next((str(value) for name, value in element.attrib.items() if str(name).endswith("}about")), "")
    return (child_text(element, "guid", "id") or about).strip()[:2000]


def _source_authors(element: etree._Element) -> tuple[str, ...]:
    """The authors of the feed that an entry was taken over from, whole (Atom's `source`)."""
    sources = [child for child in element if local_name(child) == "source"]
    return tuple(dict.fromkeys(name for source in sources for name in _authors(source)))[:12]


def _base(element: etree._Element) -> str | None:
    """What addresses in an element are relative to, by its own `xml:base` and those around it, each within the next."""
    found = None
    for around in (element, *element.iterancestors()):
        given = around.get(_BASE)
        if given:
            found = _joined(str(given), found)
    return found


def _joined(base: str, address: str | None) -> str:
    """An address seen from another; the other where the two make none."""
    try:
        return urljoin(base, address) if address else base
    except ValueError:
        return base


def _markup(element: etree._Element, *names: str) -> tuple[str, str | None]:
    """The longest of an element's children of these names, as HTML or text, and what its links are relative to."""
    found = [(_inside(child), child) for child in element if local_name(child) in names]
    words, child = max(found, key=lambda pair: len(pair[0]), default=("", None))
    return words, _base(child) if child is not None and words else None


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
    space = str(element.tag).rpartition("}")[0]
    titles = [child for child in element if local_name(child) == "title"]
    own = [child for child in titles if child.tag in ("title", f"{space}}}title")]
    found = next(iter(own or titles), None)
    if found is None:
        return ""
    words = _inside(found)
    plain = str(found.tag).startswith(_ATOM) and found.get("type", "text") == "text" and not len(found)
    if plain:
        words = _once_too_often(words)
    elif "<" in words or "&" in words:
        from reader.article.html.clean import parse_page

        words = str(parse_page(f"<div>{words[:5000]}</div>").text_content())
    return safe_text(words, lines=False)


def _once_too_often(words: str) -> str:
    """Text without the references that only a mistake leaves in it; what might be meant, `&amp;` or `&lt;`, stays."""
    words = _ESCAPED_REFERENCE.sub("&", words)
    return _REFERENCE.sub(lambda found: unescape(found.group()), words)


def _language(code: str) -> str:
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", code.strip())
    return match.group().lower() if match else "en"


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
            guid=str(entry["id"])[:2000] if isinstance(entry.get("id"), str | int) else "",
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
