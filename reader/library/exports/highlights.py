"""Your highlights: Readwise's CSV, and the W3C's Web Annotations."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.export.as_json import json_text, when
from reader.export.claim_formats import csv_cell
from reader.library.model import Entry, Mark

if TYPE_CHECKING:
    from reader.library.library import Library

_READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def readwise_csv(library: "Library", chosen: Sequence[Entry] | None = None) -> str:
    """Every highlight, in the columns that Readwise imports."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_READWISE)
    for entry, mark in _marked(library, chosen):
        facts = mark.anchor.exact, entry.title or entry.source, ", ".join(entry.byline), entry.url or ""
        tags = " ".join(f".{tag.replace(' ', '-')}" for tag in mark.tags)
        note = " ".join(part for part in (tags, mark.note) if part)
        at = (when(mark.at) or "").replace("T", " ").removesuffix("Z")
        writer.writerow([*map(csv_cell, (*facts, note)), mark.anchor.start, at])
    return out.getvalue()


def w3c_lines(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[str]:
    """A Web Annotation (JSON-LD) a line for each highlight, with text quote and text position selectors.

    https://www.w3.org/TR/annotation-model/
    """
    for entry, mark in _marked(library, chosen):
        bodies: list[dict[str, Any]] = [
            {"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in mark.tags
        ]
        if mark.note:
            note = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": mark.note}
            bodies.insert(0, note)
        yield json_text(
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": f"urn:uuid:{mark.uid[:8]}-{mark.uid[8:12]}-{mark.uid[12:16]}-{mark.uid[16:20]}-{mark.uid[20:]}",
                "type": "Annotation",
                "motivation": "commenting" if mark.note else "highlighting",
                "created": when(mark.at),
                "modified": when(mark.changed),
                **({"body": bodies} if bodies else {}),
                "target": {"source": address_of(entry), "selector": mark.anchor.selectors()},
            }
        )


def address_of(entry: Entry) -> str:
    """An article's address as an IRI: a file's where it is one, and one of its own where it has none."""
    if entry.url:
        return entry.url
    if Path(entry.source).is_absolute():
        return Path(entry.source).as_uri()
    return entry.source if "://" in entry.source else f"urn:reader:{entry.key}"


def _marked(library: "Library", chosen: Sequence[Entry] | None) -> Iterator[tuple[Entry, Mark]]:
    """Each mark with its article, in the order in which they were made."""
    if chosen is not None:
        for entry in chosen:
            for mark in library.marks(entry.number):
                yield entry, mark
        return
    entries: dict[int, Entry] = {}
    for mark in library.marks():
        if mark.entry not in entries:
            entries[mark.entry] = library.entry(mark.entry)
        yield entries[mark.entry], mark
