"""Articles as citation managers and LaTeX take them: CSL JSON and BibTeX."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.article.model import Article
from reader.export.as_json import json_text
from reader.export.citation import bibtex_under, citation_key, is_persons_name
from reader.library.exports.chosen import entries_of, unlike
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library.library import Library


def bibtex(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[str]:
    """A @misc entry for each article, no two under one key."""
    entries = list(entries_of(library, chosen))
    for entry, key in zip(entries, _keys(entries), strict=True):
        yield bibtex_under(key, _as_article(entry)) + "\n\n"


def csl_json(library: "Library", chosen: Sequence[Entry] | None = None) -> str:
    """A list of items in the Citation Style Language's JSON (csl-data 1.0), each under a key of its own."""
    entries = list(entries_of(library, chosen))
    return json_text([_item(entry, key) for entry, key in zip(entries, _keys(entries), strict=True)], indent=1) + "\n"


def _keys(entries: Sequence[Entry]) -> Iterator[str]:
    return unlike(citation_key(_as_article(entry), "article") for entry in entries)


def _item(entry: Entry, key: str) -> dict[str, Any]:
    values = {
        "id": key,
        "type": "article-newspaper" if entry.site or entry.published else "webpage",
        "title": entry.title,
        "author": [_name(name) for name in entry.byline],
        "container-title": entry.site,
        "issued": _date(entry.published),
        "accessed": _date(datetime.fromtimestamp(entry.added, UTC).isoformat()),
        "URL": entry.url,
        "language": entry.language,
        "keyword": ", ".join(entry.tags),
    }
    return {name: value for name, value in values.items() if value}


def _name(byline: str) -> dict[str, str]:
    """A person's name in two parts; what looks like no person's name is kept whole."""
    if not is_persons_name(byline):
        return {"literal": byline}
    *given, family = byline.split()
    return {"family": family, "given": " ".join(given)}


def _date(text: str | None) -> dict[str, Any] | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text or "")
    return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else None


def _as_article(entry: Entry) -> Article:
    """What is known of an article, without its text."""
    return Article(
        "", (), entry.source, entry.title, entry.byline, entry.published, entry.site, entry.url, entry.language
    )
