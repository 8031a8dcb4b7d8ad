"""A run's articles in the forms that annotators and linguists work with: brat, CoNLL columns, spaCy's DocBin."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.archive.finished import Read, actors_of, claims_of, spans_of
from reader.archive.inputs import needed
from reader.archive.run_folder import write_whole
from reader.export.brat import BRAT_CONF, brat_annotations

Span = tuple[int, int]
_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
ROLES = ("source", "cue", "content")


def write_brat(articles: Iterable[Read], out: Path, *, over: bool = False) -> tuple[int, tuple[Path, ...]]:
    """A `.txt` and an `.ann` (standoff) for each article, and `annotation.conf`; gives how many articles, and the files
    that stood there otherwise (somebody annotated in them) and were left, unless they may be written `over`."""
    count = 0
    left: list[Path] = []

    def write(name: str, text: str) -> None:
        path, data = out / name, text.encode()
        if over or not path.is_file() or path.read_bytes() == data:
            write_whole(path, data)
        else:
            left.append(path)

    for read in articles:
        name = read.article["article"]
        write(f"{name}.txt", read.article["text"])
        write(f"{name}.ann", brat_text(read))
        count += 1
    write("annotation.conf", BRAT_CONF)
    return count, tuple(left)


def brat_text(read: Read) -> str:
    """The standoff annotations of one article."""
    return brat_annotations(read.article["text"], claims_of(read), actors_of(read))


def conll_lines(read: Read) -> Iterator[str]:
    """One token a line: number in its sentence, word, start, end, and for source, cue and content a B/I/O column;
    an empty line behind each sentence, `# newdoc id` before each article. Outer claims alone: columns cannot nest."""
    text = read.article["text"]
    outer = [claim for claim in read.claims if not claim["within"]]
    marks = {role: [(c["claim"], span) for c in outer for span in spans_of(c[role])] for role in ROLES}
    yield f"# newdoc id = {read.article['article']}"
    yield "# columns = number word start end source cue content"
    for sentence in read.sentences:
        tokens = list(_TOKEN.finditer(text, sentence["start"], sentence["end"]))
        for number, token in enumerate(tokens, 1):
            tags = [_tag(token.span(), marks[role]) for role in ROLES]
            yield "\t".join((str(number), token.group(), str(token.start()), str(token.end()), *tags))
        if tokens:
            yield ""


def _tag(token: Span, marks: Sequence[tuple[str, Span]]) -> str:
    for claim, (start, end) in marks:
        if start <= token[0] < end:
            return f"{'B' if token[0] == start else 'I'}-{claim}"
    return "O"


def write_spacy(articles: Iterable[Read], path: Path) -> int:
    """A spaCy DocBin: sentences, actors as entities, and span groups "source", "cue" and "content" whose labels are
    the claims' ids; gives how many articles. Raises ArchiveError where spaCy is missing."""
    spacy = needed("spacy", "spacy")
    tokens = needed("spacy.tokens", "spacy")
    held = tokens.DocBin(store_user_data=True)
    tokenizer = spacy.blank("en")
    count = 0
    for read in articles:
        doc = tokenizer.make_doc(read.article["text"])
        kinds = {actor["actor"]: actor["kind"] for actor in read.actors}
        names = [(row["start"], row["end"], _LABELS[kinds[row["actor"]]]) for row in read.mentions]
        found = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in names]
        doc.set_ents(_without_overlaps([span for span in found if span is not None]))
        for role in ROLES:
            doc.spans[role] = [
                span
                for claim in read.claims
                for start, end in spans_of(claim[role])
                if (span := doc.char_span(start, end, claim["claim"], alignment_mode="expand")) is not None
            ]
        doc.user_data["article"] = {key: read.article[key] for key in ("article", "source", "title", "published")}
        held.add(doc)
        count += 1
    write_whole(path, held.to_bytes())
    return count


_LABELS = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "group": "NORP"}


def _without_overlaps(spans: list[Any]) -> list[Any]:
    """spaCy's spans by their place, each that begins inside the one before left out."""
    kept: list[Any] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
