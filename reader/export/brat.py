"""Claims and actors as brat's standoff (https://brat.nlplab.org/standoff.html), which INCEpTION reads too."""

import re
from collections.abc import Sequence

from reader.analysis.model import Actor, Claim
from reader.article.model import Span

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
Equiv\tArg1:Person|Organisation|Place|Group, Arg2:Person|Organisation|Place|Group, <REL-TYPE>:symmetric-transitive
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Kind\tArg:Content, Value:direct|indirect|mixed
Type\tArg:Content, Value:said|thought
"""
"""brat's `annotation.conf`: what may be marked, and that marks may lie in each other."""
_ENTITIES = {"person": "Person", "organisation": "Organisation", "place": "Place", "group": "Group"}


def brat_annotations(text: str, claims: Sequence[Claim], actors: Sequence[Actor]) -> str:
    """The standoff of one text: contents, cues, sources and mentions; who is meant stands in a note."""
    lines: list[str] = []
    counts = dict.fromkeys("TRA#", 0)

    def add(kind: str, told: str) -> str:
        counts[kind] += 1
        lines.append(f"{kind}{counts[kind]}\t{told}")
        return f"{kind}{counts[kind]}"

    def mark(kind: str, spans: Sequence[Span]) -> str | None:
        parts = [part for span in spans for part in cut_at_lines(text, span)]
        if not parts:
            return None
        where = ";".join(f"{start} {end}" for start, end in parts)
        return add("T", f"{kind} {where}\t{' '.join(text[slice(*part)] for part in parts)}")

    contents: dict[str, str] = {}
    for claim in claims:
        content = mark("Content", claim.content)
        if content is None:
            continue
        contents[claim.id] = content
        add("A", f"Kind {content} {claim.kind}")
        add("A", f"Type {content} {claim.type}")
        for relation, kind, spans in (("Cued-by", "Cue", claim.cue), ("Said-by", "Source", claim.source)):
            if (other := mark(kind, spans)) is not None:
                add("R", f"{relation} Arg1:{content} Arg2:{other}")
        if claim.speaker_name:
            add("#", f"AnnotatorNotes {content}\t{' '.join(claim.speaker_name.split())}")
    for claim in claims:
        if claim.id in contents and claim.within in contents:
            add("R", f"Within Arg1:{contents[claim.id]} Arg2:{contents[claim.within]}")
    for actor in actors:
        marks = [one for span in actor.mentions if (one := mark(_ENTITIES[actor.kind], [span])) is not None]
        if marks:
            add("#", f"AnnotatorNotes {marks[0]}\t{' '.join(actor.name.split())}")
        if len(marks) > 1:
            lines.append(f"*\tEquiv {' '.join(marks)}")
    return "".join(line + "\n" for line in lines)


def cut_at_lines(text: str, span: Span) -> list[Span]:
    """A span cut at line ends, which no annotation of brat's may hold, without the white space around the pieces."""
    pieces = []
    for match in re.finditer(r"[^\n]+", text[span[0] : span[1]]):
        words = match.group()
        start = span[0] + match.start() + len(words) - len(words.lstrip())
        end = span[0] + match.end() - (len(words) - len(words.rstrip()))
        if start < end:
            pieces.append((start, end))
    return pieces
