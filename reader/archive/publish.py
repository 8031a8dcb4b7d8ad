"""A run's claims in the forms that libraries and other programs read: W3C annotations, JSON-LD, GQG lines, CSV."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from reader.archive.finished import Read, spans_of
from reader.export.as_json import json_text
from reader.export.claim_formats import csv_cell

CSV_HEAD = (
    *("article", "source", "site", "published", "claim", "kind", "type", "speaker", "text", "cue", "within"),
    *("confidence", "speaker_confidence"),
)
_AROUND = 32
"""Characters of the text before and behind a quotation that make it findable."""


def w3c_lines(read: Read) -> Iterator[str]:
    """A W3C Web Annotation (JSON-LD) a line for each claim, with text quote and text position selectors."""
    text = read.article["text"]
    for claim in read.claims:
        targets = [
            {
                "source": read.article["url"] or read.article["source"],
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": text[start:end],
                        "prefix": text[max(0, start - _AROUND) : start],
                        "suffix": text[end : end + _AROUND],
                    },
                    {"type": "TextPositionSelector", "start": start, "end": end},
                ],
            }
            for start, end in spans_of(claim["content"])
        ]
        yield json_text(
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": f"urn:reader:{read.article['article']}:{claim['claim']}",
                "type": "Annotation",
                "motivation": "identifying",
                "body": {
                    "type": "TextualBody",
                    "format": "text/plain",
                    "value": f"{claim['speaker_name'] or 'speaker not named'} ({claim['kind']}, {claim['type']})",
                },
                "target": targets[0] if len(targets) == 1 else targets,
            }
        )


def schema_lines(read: Read) -> Iterator[str]:
    """schema.org JSON-LD a line: a Quotation for each direct claim, a Claim for each other one."""
    kinds = {actor["actor"]: actor["kind"] for actor in read.actors}
    for claim in read.claims:
        speaker = None
        if claim["speaker_name"]:
            kind = "Person" if kinds.get(claim["speaker"]) == "person" else "Organization"
            speaker = {"@type": kind if claim["speaker"] else "Thing", "name": claim["speaker_name"]}
        yield json_text(
            {
                "@context": "https://schema.org",
                "@type": "Quotation" if claim["kind"] == "direct" else "Claim",
                "@id": f"urn:reader:{read.article['article']}:{claim['claim']}",
                "text": claim["text"],
                "spokenByCharacter" if claim["kind"] == "direct" else "claimInterpreter": speaker,
                "isPartOf": {
                    "@type": "NewsArticle",
                    "headline": read.article["title"],
                    "url": read.article["url"],
                    "datePublished": read.article["published"],
                    "publisher": read.article["site"] and {"@type": "Organization", "name": read.article["site"]},
                },
            }
        )


def gqg_lines(read: Read) -> Iterator[str]:
    """One JSON object a line for an article, shaped like GDELT's Global Quotation Graph: quotations with their
    surroundings."""
    text = read.article["text"]
    quotes = [
        {"pre": text[max(0, start - 100) : start], "quote": text[start:end], "post": text[end : end + 100]}
        for claim in read.claims
        if claim["kind"] == "direct"
        for start, end in spans_of(claim["content"])
    ]
    known: dict[str, Any] = {
        "date": read.article["published"],
        "url": read.article["url"] or read.article["source"],
        "title": read.article["title"],
        "lang": read.article["language"],
        "quotes": quotes,
    }
    yield json_text(known)


def csv_text(read: Read, *, head: bool) -> str:
    """An article's claims as CSV rows, below the names of the columns if `head`."""
    out = io.StringIO()
    writer = csv.writer(out)
    if head:
        writer.writerow(CSV_HEAD)
    about = [read.article[name] for name in ("article", "source", "site", "published")]
    for claim in read.claims:
        own = [claim[name] for name in ("claim", "kind", "type", "speaker_name", "text", "cue_text", "within")]
        sure = [claim["confidence"], claim["speaker_confidence"]]
        cells = [csv_cell("" if cell is None else str(cell)) for cell in (*about, *own)]
        writer.writerow([*cells, *("" if share is None else f"{share:.3f}" for share in sure)])
    return out.getvalue()
