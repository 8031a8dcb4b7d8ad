"""Corrected articles as gold: brat's standoff (https://brat.nlplab.org/standoff.html), and the form of this program's
own gate (`tests/gold/README.md`)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.export.as_json import json_text
from reader.library.exports.notes import file_name
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library.library import Library

BRAT_CONF = """[entities]
Content
Cue
Source
Person
Organisation
Place
Group

[relations]
Cued-by\tArg1:Content, Arg2:Cue
Said-by\tArg1:Content, Arg2:Source
Within\tArg1:Content, Arg2:Content

[events]

[attributes]
Kind\tArg:Content, Value:direct|indirect|mixed
Type\tArg:Content, Value:said|thought
"""
_ENTITIES = {"person": "Person", "organisation": "Organisation", "place": "Place", "group": "Group"}


def brat_files(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[tuple[str, str]]:
    """For each article its text and its annotations, and how brat is to be set up; without a choice, those that you
    corrected."""
    yield "annotation.conf", BRAT_CONF
    for entry, article, analysis in _corrected(library, chosen):
        yield f"{file_name(entry)}.txt", article.text
        yield f"{file_name(entry)}.ann", brat_annotations(article, analysis)


def brat_annotations(article: Article, analysis: Analysis) -> str:
    """An analysis as brat's standoff: contents, cues, sources and mentions; who is meant stands in a note."""
    lines: list[str] = []
    counts = dict.fromkeys("TRA#", 0)

    def add(kind: str, text: str) -> str:
        counts[kind] += 1
        lines.append(f"{kind}{counts[kind]}\t{text}")
        return f"{kind}{counts[kind]}"

    def mark(kind: str, spans: Sequence[Span]) -> str:
        parts = [part for span in spans for part in _lines_of(article.text, span)]
        where = ";".join(f"{start} {end}" for start, end in parts)
        return add("T", f"{kind} {where}\t{' '.join(article.text[slice(*part)] for part in parts)}")

    contents: dict[str, str] = {}
    for claim in analysis.claims:
        content = contents[claim.id] = mark("Content", claim.content)
        add("A", f"Kind {content} {claim.kind}")
        add("A", f"Type {content} {claim.type}")
        for relation, kind, spans in (("Cued-by", "Cue", claim.cue), ("Said-by", "Source", claim.source)):
            if spans:
                add("R", f"{relation} Arg1:{content} Arg2:{mark(kind, spans)}")
        if claim.speaker_name:
            add("#", f"AnnotatorNotes {content}\t{' '.join(claim.speaker_name.split())}")
    for claim in analysis.claims:
        if claim.within in contents:
            add("R", f"Within Arg1:{contents[claim.id]} Arg2:{contents[claim.within]}")
    for actor in analysis.actors:
        marks = [mark(_ENTITIES[actor.kind], [span]) for span in actor.mentions]
        if marks:
            add("#", f"AnnotatorNotes {marks[0]}\t{' '.join(actor.name.split())}")
        if len(marks) > 1:
            lines.append(f"*\tEquiv {' '.join(marks)}")
    return "".join(line + "\n" for line in lines)


def _lines_of(text: str, span: Span) -> list[Span]:
    """A span without the line ends in it, which no annotation of brat's may hold."""
    parts, start = [], span[0]
    for at in range(span[0], span[1] + 1):
        if at == span[1] or text[at] == "\n":
            if text[start:at].strip():
                parts.append((start, at))
            start = at + 1
    return parts or [span]


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
