"""Articles as citation managers and LaTeX take them: CSL JSON and BibTeX."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.article.model import Article
from reader.export.as_json import json_text
from reader.export.citation import bibtex_entry, is_persons_name
from reader.library.exports.chosen import entries_of, unlike
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library.library import Library

_KEY = re.compile(r"(?<=@misc\{)[^,]*")


def bibtex(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[str]:
    """A @misc entry for each article, no two under one key."""
    made = [bibtex_entry(_as_article(entry), entry.site or "article") for entry in entries_of(library, chosen)]
    keys = unlike(found[0] if (found := _KEY.search(text)) else "article" for text in made)
    for text, key in zip(made, keys, strict=True):
        yield _KEY.sub(key, text, count=1) + "\n\n"


def csl_json(library: "Library", chosen: Sequence[Entry] | None = None) -> str:
    """A list of items in the Citation Style Language's JSON (csl-data 1.0), each under a key of its own."""
    entries = list(entries_of(library, chosen))
    keys = unlike(_key(entry) for entry in entries)
    return json_text([_item(entry, key) for entry, key in zip(entries, keys, strict=True)], indent=1) + "\n"


def _key(entry: Entry) -> str:
    found = _KEY.search(bibtex_entry(_as_article(entry), entry.site or "article"))
    return found[0] if found else "article"


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
