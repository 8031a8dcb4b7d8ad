"""Corrected articles as gold: brat's standoff, and the form of this program's own gate (`tests/gold/README.md`)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article
from reader.export.as_json import json_text
from reader.export.brat import BRAT_CONF, brat_annotations
from reader.library.exports.notes import file_name
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library.library import Library


def brat_files(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[tuple[str, str]]:
    """For each article its text and its annotations, and how brat is to be set up; without a choice, those that you
    corrected."""
    yield "annotation.conf", BRAT_CONF
    for entry, article, analysis in _corrected(library, chosen):
        yield f"{file_name(entry)}.txt", article.text
        yield f"{file_name(entry)}.ann", brat_annotations(article.text, analysis.claims, analysis.actors)


def gold_files(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[tuple[str, str]]:
    """For each article `articles/NAME.txt` and `NAME.json`, which `python -m benchmarks.gate` reads; without a choice,
    those that you corrected."""
    for entry, article, analysis in _corrected(library, chosen):
        name = file_name(entry)
        yield f"articles/{name}.txt", article.text
        yield f"{name}.json", json_text({"article": f"articles/{name}.txt", **gold_of(article, analysis)}, indent=1)


def gold_of(article: Article, analysis: Analysis) -> dict[str, Any]:
    """An analysis as the gate's gold has it: words, not numbers; every answer is the one right answer."""
    known = {claim.id for claim in analysis.claims}
    return {
        "claims": [_gold_claim(article, claim, known) for claim in analysis.claims],
        "actors": [
            {
                "name": actor.name,
                "kind": actor.kind,
                **({"also": list(actor.aliases)} if actor.aliases else {}),
                **({"role": actor.role} if actor.role else {}),
            }
            for actor in analysis.actors
        ],
    }


def _gold_claim(article: Article, claim: Claim, known: set[str]) -> dict[str, Any]:
    return {
        "id": claim.id,
        "content": [article.words_of(span) for span in claim.content],
        "cue": [article.words_of(span) for span in claim.cue],
        "source": [article.words_of(span) for span in claim.source],
        "speaker": claim.speaker_name if claim.speaker else None,
        "kind": claim.kind,
        "type": claim.type,
        **({"within": claim.within} if claim.within in known else {}),
    }


def _corrected(library: "Library", chosen: Sequence[Entry] | None) -> Iterator[tuple[Entry, Article, Analysis]]:
    """Articles with their newest text and what is in it by your account."""
    for entry in library.corrected_entries() if chosen is None else chosen:
        edition = library.newest(entry.number)
        yield entry, edition.article, library.corrected(entry.number).analysis
