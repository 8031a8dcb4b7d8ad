"""What a page says of itself: title, authors, date, site, address and language."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.article.assemble import Facts
from reader.article.dates import iso_date
from reader.article.names import names_in
from reader.article.safe import safe_link, safe_text

_MOST_JSON = 2_000_000
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|NewsArticle|Report|Review|LiveBlogPosting|SocialMediaPosting)$")
_SEPARATORS = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*")


def page_facts(page: HtmlElement, url: str | None) -> Facts:
    """Title, byline, date, site and canonical address, from JSON-LD, Open Graph, other meta elements and the page."""
    data = _linked_data(page)
    meta = _meta(page)
    site = _first(meta, "og:site_name", "application-name") or _publisher(data)
    address = safe_link(_link_rel(page, "canonical") or _first(meta, "og:url") or "", url) or url
    host = urlsplit(address).hostname if address else None
    return {
        "title": _title(page, data, meta, site),
        "byline": _authors(page, data, meta, site),
        "published": _date(page, data, meta),
        "site": site or (host.removeprefix("www.") if host else None),
        "url": address,
    }


def page_language(page: HtmlElement) -> str:
    """The page's language as a two- or three-letter code; English where it says nothing."""
    found = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", found.strip())
    return match.group().lower() if match else "en"


def _meta(page: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = safe_text(element.get("content") or "", lines=False)
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], *names: str) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _link_rel(page: HtmlElement, rel: str) -> str | None:
    for element in page.iter("link"):
        if rel in (element.get("rel") or "").lower().split():
            return str(element.get("href") or "") or None
    return None


# JSON-LD


def _linked_data(page: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or an empty one."""
    candidates: list[dict[str, Any]] = []
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "")[:_MOST_JSON]
        try:
            candidates += _objects(json.loads(re.sub(r"[\x00-\x1f]+", " ", text).strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue
    articles = [found for found in candidates if any(_ARTICLE_TYPES.search(kind) for kind in _types(found))]
    return max(
        articles,
        key=lambda found: sum(key in found for key in ("headline", "author", "datePublished")),
        default={},
    )


def _objects(value: Any) -> list[dict[str, Any]]:
    """Every object in a JSON value, to a depth that no honest page reaches."""
    found: list[dict[str, Any]] = []
    waiting = [(value, 0)]
    while waiting and len(found) < 2000:
        value, depth = waiting.pop()
        if isinstance(value, dict):
            found.append(value)
        children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if depth < 12:
            waiting += [(child, depth + 1) for child in children if isinstance(child, (dict, list))]
    return found


def _types(data: dict[str, Any]) -> list[str]:
    return [kind for kind in _as_list(data.get("@type")) if isinstance(kind, str)]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _publisher(data: dict[str, Any]) -> str | None:
    names = list(_names(data.get("publisher")))
    return names[0] if names else None


def _names(value: Any) -> Iterator[str]:
    for entry in _as_list(value):
        if isinstance(entry, dict):
            yield from _names(entry.get("name"))
        elif isinstance(entry, str) and entry.strip():
            yield safe_text(entry, lines=False)


# Title


def _title(page: HtmlElement, data: dict[str, Any], meta: dict[str, list[str]], site: str | None) -> str | None:
    heading = [safe_text(h.text_content(), lines=False) for h in page.iter("h1")]
    heading = [h for h in heading if len(h) > 8]
    headline = next(_names(data.get("headline")), None)
    social = _first(meta, "og:title", "twitter:title", "dc.title", "title")
    window = page.findtext(".//title")
    for found in (headline, social):
        for h in heading:
            if found and _words(h) and _words(_without_site(found, site)) == _words(h):
                return h
    for found in (headline, social, heading[0] if heading else None, window):
        if found and found.strip():
            title = _without_site(safe_text(_unescape(found), lines=False), site)
            if title:
                return title
    return None


def _unescape(text: str) -> str:
    from html import unescape

    return unescape(text) if "&" in text else text


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name behind (or before) a bar or dash."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    last = title.rfind(parts[-1])
    if (site and _alike(parts[-1], site)) or ("|" in title[-len(parts[-1]) - 4 :] and len(parts[-1].split()) <= 4):
        return re.sub(r"[\s|–—·»:-]+$", "", title[:last])
    if site and _alike(parts[0], site):
        return re.sub(r"^[\s|–—·»:-]+", "", title[len(parts[0]) :])
    return title


def _alike(one: str, other: str) -> bool:
    a, b = ("".join(_words(x)) for x in (one, other))
    return bool(a) and (a == b or (len(a) > 3 and (a in b or b in a)) or a.removeprefix("the") == b.removeprefix("the"))


# Authors


_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:s|name|[_-]?names?)?(?:$|[\s_-])", re.IGNORECASE)


def _authors(page: HtmlElement, data: dict[str, Any], meta: dict[str, list[str]], site: str | None) -> tuple[str, ...]:
    for found in (
        list(_names(data.get("author") or data.get("creator"))),
        meta.get("author", []) + meta.get("article:author", []),
        meta.get("parsely-author", []) + meta.get("sailthru.author", []) + meta.get("byl", []),
        meta.get("dc.creator", []) + meta.get("dcterms.creator", []),
        list(_visible_authors(page)),
    ):
        names = _clean_names(found, site)
        if names:
            return names
    return ()


def _clean_names(found: list[str], site: str | None) -> tuple[str, ...]:
    names: list[str] = []
    for entry in found:
        if "://" in entry or "@" in entry or len(entry) > 300:
            continue
        entry = re.sub(r"^\s*(?:by|written by|posted by|author)\b:?\s+", "", entry, flags=re.IGNORECASE)
        for name in names_in(_unescape(entry)):
            if site and _alike(name, site) and len(found) > 1:
                continue
            if name not in names and not re.search(r"\b(?:admin|editor|web ?master)\b", name, re.IGNORECASE):
                names.append(name)
    return tuple(names[:12])


def _visible_authors(page: HtmlElement) -> Iterator[str]:
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "body", "html"):
            continue
        marks = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
        if element.get("rel") == "author" or _BYLINE_CLASS.search(marks):
            words = safe_text(element.text_content(), lines=False)
            if 2 < len(words) < 160:
                yield words
                return


# Date


def _date(page: HtmlElement, data: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    names = (
        "article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "article.published",
        "og:published_time",
        "date",
        "article:modified_time",
    )
    written = [next(_names(data.get("datePublished")), None), next(_names(data.get("dateCreated")), None)]
    for found in (*written, *(_first(meta, name) for name in names), *_times(page)):
        iso = iso_date(found)
        if iso:
            return iso
    return None


def _times(page: HtmlElement) -> Iterator[str]:
    for element in page.iter("time"):
        yield element.get("datetime") or safe_text(element.text_content(), lines=False)
