"""What a page says of its article in JSON-LD."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from reader.article.assemble import Piece, piece
from reader.article.html.clean import parse_page, wrap_loose_lines
from reader.article.html.visible_text import visible_pieces
from reader.article.text.safe import safe_text

_MOST_JSON = 2_000_000
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|NewsArticle|Report|Review|LiveBlogPosting|SocialMediaPosting)$")
_OPENED = re.compile(r"^(?:/[/*]\s*)?<!(?:\[CDATA\[|--)(?:\s*\*/)?")
_CLOSED = re.compile(r"(?:/[/*]\s*)?(?:\]\]|--)>(?:\s*\*/)?$")
_NAME_PARTS = ("givenName", "additionalName", "familyName")


@dataclass(frozen=True, slots=True)
class Author:
    """An author as linked data names one; `person` where it says that the name is one person's."""

    name: str
    person: bool


def linked_data(page: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or an empty one; `site` is the name of the site among the rest."""
    candidates: list[dict[str, Any]] = []
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = re.sub(r"[\x00-\x1f]+", " ", (script.text or "")[:_MOST_JSON]).strip().rstrip(";")
        text = _CLOSED.sub("", _OPENED.sub("", text))
        try:
            candidates += _objects(json.loads(re.sub(r",\s*(?=[}\]])", "", text), strict=False))
        except (ValueError, RecursionError):
            continue
    named = {found["@id"]: found for found in candidates if isinstance(found.get("@id"), str) and _is_named(found)}
    articles = [found for found in candidates if any(_ARTICLE_TYPES.search(kind) for kind in _types(found))]
    best = max(articles, key=_completeness, default={})
    people = [_deref(who, named) for who in _as_list(best.get("author") or best.get("creator"))]
    site = next((found.get("name") for found in candidates if "WebSite" in _types(found)), None)
    return {**best, "author": people, "site": site}


def _is_named(found: dict[str, Any]) -> bool:
    return any(key in found for key in ("name", *_NAME_PARTS))


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


def authors_of(data: dict[str, Any]) -> list[Author]:
    """The authors that an article's object names."""
    found: list[Author] = []
    for who in _as_list(data.get("author"))[:50]:
        person = isinstance(who, dict) and "Person" in _types(who)
        names = list(names_of(who))
        if not names and isinstance(who, dict):
            names = [" ".join(part for key in _NAME_PARTS for part in names_of(who.get(key)))]
        found += [Author(name, person) for name in names if name]
    return found


_FEW = 60
"""Words that a page shows, below which its article may stand in its data alone."""


def written_in_data(data: dict[str, Any], shown: Sequence[Piece]) -> list[Piece]:
    """The `articleBody` of an article's object, where the page itself shows next to nothing of it; else nothing."""
    body = data.get("articleBody")
    said = sum(len(given.text.split()) for given in shown)
    if not isinstance(body, str) or said >= _FEW or said * 2 > len(body.split()) or len(body.split()) < 20:
        return []
    if re.search(r"<(?:p|br|div)\b", body, re.IGNORECASE):
        page = parse_page(body)
        wrap_loose_lines(page)
        return visible_pieces(page)
    lines = re.split(r"\s*\n\s*", unescape(body).strip())
    return [piece("paragraph", line) for line in lines if line.strip()]


def publisher(data: dict[str, Any]) -> str | None:
    """Who an article's object says publishes it."""
    names = list(names_of(data.get("publisher")))
    return names[0] if names else None


def names_of(value: Any) -> Iterator[str]:
    """The names in a value: strings, and the `name` of each object."""
    for entry in _as_list(value):
        if isinstance(entry, dict):
            yield from names_of(entry.get("name"))
        elif isinstance(entry, str) and entry.strip():
            yield safe_text(entry, lines=False)
