"""What a page says of itself: title, authors, date, site, address and language."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.article.assemble import Facts
from reader.article.html.authors import alike, authors
from reader.article.text.dates import iso_date, writes_day_first
from reader.article.text.safe import safe_link, safe_text, short

_MOST_JSON = 2_000_000
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|NewsArticle|Report|Review|LiveBlogPosting|SocialMediaPosting)$")
_SEPARATORS = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*|:\s+")


def page_facts(page: HtmlElement, url: str | None) -> Facts:
    """Title, byline, date, site and canonical address, from JSON-LD, Open Graph, other meta elements and the page."""
    data = _linked_data(page)
    meta = _meta(page)
    site = _site_name(_first(meta, "og:site_name", "application-name") or _publisher(data))
    address = safe_link(_link_rel(page, "canonical") or _first(meta, "og:url") or "", url) or url
    host = urlsplit(address).hostname if address else None
    return {
        "title": _title(page, data, meta, site),
        "byline": authors(page, list(_names(data.get("author") or data.get("creator"))), meta, site, _publisher(data)),
        "published": _date(page, data, meta, host),
        "site": site or (host.removeprefix("www.") if host else None),
        "url": address,
    }


def _site_name(name: str | None) -> str | None:
    """A site's name without its motto; an address there becomes its host."""
    name = (name or "").partition("|")[0].strip(" @")
    if "://" in name:
        return (urlsplit(name).hostname or "").removeprefix("www.") or None
    return short(name, 80) or None


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
        if name and content and len(found.setdefault(name.lower(), [])) < 50:
            found[name.lower()].append(content)
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
        text = re.sub(r"[\x00-\x1f]+", " ", (script.text or "")[:_MOST_JSON]).strip().rstrip(";")
        try:
            candidates += _objects(json.loads(re.sub(r",\s*(?=[}\]])", "", text), strict=False))
        except (ValueError, RecursionError):
            continue
    named = {found["@id"]: found for found in candidates if isinstance(found.get("@id"), str) and "name" in found}
    articles = [found for found in candidates if any(_ARTICLE_TYPES.search(kind) for kind in _types(found))]
    best = max(articles, key=_completeness, default={})
    people = [_deref(who, named) for who in _as_list(best.get("author"))]
    return {**best, "author": people} if people else best


def _completeness(found: dict[str, Any]) -> int:
    return sum(key in found for key in ("headline", "author", "datePublished"))


def _deref(who: Any, named: dict[str, dict[str, Any]]) -> Any:
    """The object that a reference by `@id` points to."""
    return named.get(who["@id"], who) if isinstance(who, dict) and isinstance(who.get("@id"), str) else who


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
    heading = [safe_text(h.text_content(), lines=False) for h in islice(page.iter("h1"), 20)]
    heading = [h for h in heading if len(h) > 8]
    headline = next(_names(data.get("headline")), None)
    social = _first(meta, "og:title", "twitter:title", "dc.title", "title")
    window = page.findtext(".//title")
    for found in (headline, social):
        for h in heading:
            if found and _says_the_same(_without_site(found, site), h):
                return h
    for found in (headline, social, heading[0] if heading else None, window):
        if found and found.strip():
            title = _without_site(safe_text(_unescape(found), lines=False), site)
            if title:
                return title
    return None


def _says_the_same(title: str, heading: str) -> bool:
    """Whether a heading is the title, or the title at more length: then readers know the article by it."""
    a, b = _words(title), _words(heading)
    return bool(a) and (a == b or (len(a) >= 4 and b[: len(a)] == a))


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
    if (site and alike(parts[-1], site)) or ("|" in title[-len(parts[-1]) - 4 :] and len(parts[-1].split()) <= 4):
        return re.sub(r"[\s|–—·»:-]+$", "", title[:last])
    if site and alike(parts[0], site):
        return re.sub(r"^[\s|–—·»:-]+", "", title[len(parts[0]) :])
    return title


# Date


def _habit(page: HtmlElement, meta: dict[str, list[str]], host: str | None) -> bool:
    """Whether numbers like 04/08/2024 begin with the day on this page; English pages of no country write American."""
    tag = page.get("lang") or _first(meta, "og:locale", "dc.language", "content-language")
    return writes_day_first(tag, host) or False


def _date(page: HtmlElement, data: dict[str, Any], meta: dict[str, list[str]], host: str | None) -> str | None:
    language, day_first = page_language(page) if page.get("lang") else None, _habit(page, meta, host)
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
        iso = iso_date(found, language=language, day_first=day_first)
        if iso:
            return iso
    return _date_in_address(data, meta)


_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-])")


def _date_in_address(data: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    for address in (_first(meta, "og:url"), next(_names(data.get("url")), None)):
        match = _ADDRESS_DATE.search(address or "")
        if match:
            return iso_date("-".join(part.zfill(2) for part in match.groups()))
    return None


_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:publish(?:ed)?|pub|post(?:ed)?|article|entry|story|dateline|byline)?[_-]?"
    r"(?:date|time|timestamp|published|datetime|dateline)s?(?:$|[\s_-])",
    re.IGNORECASE,
)


def _times(page: HtmlElement) -> Iterator[str]:
    """Dates that the page shows: those marked as times, then those in elements whose class says so."""
    for element in islice(page.iter("time"), 50):
        yield element.get("datetime") or safe_text(element.text_content(), lines=False)
    for element in page.iter("span", "div", "p", "li", "dd"):
        marks = f"{element.get('class', '')} {element.get('itemprop', '')}"
        if len(marks) > 1 and _DATE_CLASS.search(marks):
            words = safe_text(element.text_content(), lines=False)
            if len(words) < 120:
                yield words
