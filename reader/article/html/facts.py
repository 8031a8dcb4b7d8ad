"""What a page says of itself: title, authors, date, site, address and language."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypedDict

from lxml.html import HtmlElement

from reader.article.assemble import Facts
from reader.article.html.authors import authors
from reader.article.html.leaves import is_layout
from reader.article.html.linked_data import authors_of, names_of, publisher
from reader.article.html.titles import title_of
from reader.article.text.dates import iso_date, writes_day_first
from reader.article.text.hosts import host_of
from reader.article.text.line_kinds import date_of_line
from reader.article.text.safe import safe_link, safe_text, short


def page_facts(page: HtmlElement, url: str | None, data: dict[str, Any]) -> Facts:
    """Title, byline, date, site and canonical address, from JSON-LD (`data`), meta elements and the page."""
    meta = _meta(page)
    named = next(names_of(data.get("site")), None)
    site = _site_name(_first(meta, "og:site_name", "application-name") or publisher(data) or named)
    social = _first(meta, "og:title", "twitter:title", "dc.title", "title")
    address = safe_link(_link_rel(page, "canonical") or _first(meta, "og:url") or "", url) or url
    host = host_of(address or "")
    return {
        "title": title_of(page, next(names_of(data.get("headline")), None), social, site),
        "byline": authors(page, authors_of(data), meta, site, publisher(data)),
        "published": _date(page, data, meta, date_habit(page, address)),
        "site": site or host.removeprefix("www.") or None,
        "url": address,
    }


def _site_name(name: str | None) -> str | None:
    """A site's name without its motto; an address there becomes its host."""
    name = (name or "").partition("|")[0].strip(" @")
    if "://" in name:
        return host_of(name).removeprefix("www.") or None
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


# Date


class Habit(TypedDict):
    """How a page writes dates: in which language, and whether 04/08/2024 begins with the day."""

    language: str | None
    day_first: bool


def date_habit(page: HtmlElement, address: str | None) -> Habit:
    """How a page writes dates; English pages of no country write American."""
    tag = page.get("lang") or _first(_meta(page), "og:locale", "dc.language", "content-language")
    first = writes_day_first(tag, host_of(address or "") or None)
    return {"language": page_language(page) if page.get("lang") else None, "day_first": first or False}


def _date(page: HtmlElement, data: dict[str, Any], meta: dict[str, list[str]], habit: Habit) -> str | None:
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
    written = [next(names_of(data.get("datePublished")), None), next(names_of(data.get("dateCreated")), None)]
    for found in (*written, *(_first(meta, name) for name in names), *_times(page)):
        iso = iso_date(found, **habit)
        if iso:
            return iso
    return _date_in_address(data, meta)


_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-])")


def _date_in_address(data: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    for address in (_first(meta, "og:url"), next(names_of(data.get("url")), None)):
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
    """Dates that the page shows outside tables of figures: those marked as times, of publishing before any other, then
    those in elements whose class says so.
    """
    times = [element for element in islice(page.iter("time"), 50) if not _in_figures(element)]
    for element in sorted(times, key=_told_of):
        yield element.get("datetime") or safe_text(element.text_content(), lines=False)
    for element in page.iter("span", "div", "p", "li", "dd"):
        marks = f"{element.get('class', '')} {element.get('itemprop', '')}"
        if len(marks) > 1 and _DATE_CLASS.search(marks) and not _in_figures(element):
            words = safe_text(element.text_content(), lines=False)
            if len(words) < 120:
                yield words


def shown_date(page: HtmlElement, published: str | None, habit: Habit) -> str | None:
    """The words in which a page shows, in an element for it, the day on which its article was published."""
    for element in islice(page.iter("time"), 20) if published else ():
        words = safe_text(element.text_content()[:200], lines=False)
        iso = date_of_line(words, **habit)
        if iso and published and iso[:10] == published[:10] and not _in_figures(element):
            return words
    return None


_OF_CHANGE = re.compile(r"modified|updated|last-?mod", re.IGNORECASE)


def _told_of(time: HtmlElement) -> int:
    """0 for a time that is marked as that of publishing, 2 for one of a change, 1 for others."""
    around = time.getparent()
    marks = (
        f"{time.get('itemprop', '')} {time.get('class', '')} {around.get('class', '') if around is not None else ''}"
    )
    if "datePublished" in marks or "pubdate" in time.attrib:
        return 0
    return 2 if _OF_CHANGE.search(marks) else 1


def _in_figures(element: HtmlElement) -> bool:
    table = next(element.iterancestors("table"), None)
    return table is not None and not is_layout(table)
