"""The library in forms that other programs read: Readwise CSV, W3C Web Annotations, Markdown with front matter."""

import csv
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.commands.library_words import when
from reader.export.as_json import json_text
from reader.export.claim_formats import csv_cell
from reader.export.markdown_text import escape

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.model import Entry

_READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def readwise_csv(library: "Library") -> str:
    """Every highlight, in the columns that Readwise imports."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_READWISE)
    for mark in library.marks():
        entry = library.entry(mark.entry)
        facts = mark.anchor.exact, entry.title or entry.source, ", ".join(entry.byline), entry.url or ""
        tags = " ".join(f".{tag.replace(' ', '-')}" for tag in mark.tags)
        note = " ".join(part for part in (tags, mark.note) if part)
        at = (when(mark.at) or "").replace("T", " ").removesuffix("Z")
        writer.writerow([*map(csv_cell, (*facts, note)), mark.anchor.start, at])
    return out.getvalue()


def w3c_lines(library: "Library") -> Iterator[str]:
    """A Web Annotation (JSON-LD) a line for each highlight, with text quote and text position selectors."""
    for mark in library.marks():
        entry = library.entry(mark.entry)
        bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in mark.tags]
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
                "target": {"source": entry.url or entry.source, "selector": mark.anchor.selectors()},
            }
        )


def markdown_files(library: "Library") -> Iterator[tuple[str, str]]:
    """A file for each article, its name and its text: front matter, your marks, and who said what."""
    for entry in library.entries():
        words = re.findall(r"[^\W_]+", (entry.title or "article").casefold())[:8]
        yield f"{entry.number}-{'-'.join(words) or 'article'}.md", _markdown(library, entry)


def _markdown(library: "Library", entry: "Entry") -> str:
    facts = {
        "title": entry.title,
        "author": list(entry.byline),
        "site": entry.site,
        "published": entry.published,
        "url": entry.url or entry.source,
        "tags": list(entry.tags),
        "state": entry.state,
    }
    front = [f"{name}: {json_text(value)}" for name, value in facts.items() if value]  # JSON is YAML
    parts = ["---\n" + "\n".join(front) + "\n---", f"# {escape(entry.title or entry.source)}"]
    marks = library.marks(entry.number)
    if marks:
        parts.append("## Marks")
        for mark in marks:
            tags = "".join(f" #{tag.replace(' ', '-')}" for tag in mark.tags)
            below = f"{escape(mark.note)}{tags}".strip()
            parts += [f"> {escape(mark.anchor.exact)}", below] if below else [f"> {escape(mark.anchor.exact)}"]
    claims = library.claims(entry.number)
    if claims:
        names = [each.chain or each.speaker or "speaker not named" for each in claims]
        said = (f"- **{escape(name)}**: {escape(each.words)}" for name, each in zip(names, claims, strict=True))
        parts += ["## Who said what", "\n".join(said)]
    return "\n\n".join(parts) + "\n"
