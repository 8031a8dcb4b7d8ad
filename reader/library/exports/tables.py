"""Who said what in everything read, as one table."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.export.claim_formats import csv_cell
from reader.library.exports.chosen import entries_of
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library.library import Library

COLUMNS = (
    "article", "title", "site", "published", "url", "claim", "speaker", "chain", "kind", "type", "text", "start", "end",
    "yours",
)  # fmt: skip


def claims_csv(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[str]:
    """A line a claim (RFC 4180), your corrections in it and marked as yours; `start` and `end` are code points."""
    yield _row(COLUMNS)
    for entry in entries_of(library, chosen):
        for said in library.claims(entry.number):
            yield _row(
                (
                    str(entry.number),
                    *map(csv_cell, (entry.title or "", entry.site or "", entry.published or "", entry.url or "")),
                    said.claim,
                    *map(csv_cell, (said.speaker, said.chain)),
                    said.kind,
                    said.type,
                    csv_cell(said.words),
                    str(said.span[0]),
                    str(said.span[1]),
                    "yes" if said.yours else "no",
                )
            )


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
