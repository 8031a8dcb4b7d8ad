"""What a run writes: tables of articles, claims, actors, mentions, sentences and errors, or JSON Lines."""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from reader import __version__
from reader.analysis.model import Analysis
from reader.archive.cells import mark_unheld
from reader.archive.inputs import needed
from reader.archive.name_keys import key_of_name
from reader.archive.plan import SCHEMA, OutputFormat, Part, Settings, identify
from reader.archive.run_folder import write_whole
from reader.article.model import Article, Span
from reader.export.as_json import analysis_as_dict, json_text
from reader.export.claim_words import content_text, cue_text, source_text

TABLES = ("errors", "sentences", "mentions", "actors", "claims", "articles")
"""In the order in which a part's are written: where an article's row is, the others' are."""
_ENDINGS: dict[OutputFormat, dict[str, str]] = {
    "parquet": dict.fromkeys(TABLES, ".parquet"),
    "jsonl": {"analyses": ".jsonl.zst", "errors": ".jsonl"},
}
"""The folders of a part's files, one in each, and how the files' names end."""
Row = dict[str, Any]


@dataclass
class Rows:
    """The rows of one part, by table; `lines` are the same as JSON. And how many articles they are of, how many words
    those have, and how many sources failed."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})
    lines: list[str] = field(default_factory=list)
    articles: int = 0
    words: int = 0
    failed: int = 0

    def add(self, article: Article, analysis: Analysis, settings: Settings, duplicate_of: str | None = None) -> None:
        """The rows of one article."""
        self.articles += 1
        self.words += analysis.stats.words
        if settings.format == "jsonl":
            known = analysis_as_dict(article, analysis)
            id = identify(article.source, article.text)
            self.lines.append(
                json_text({"id": id, **known, **({"duplicate_of": duplicate_of} if duplicate_of else {})})
            )
            return
        for name, rows in rows_of(article, analysis, duplicate_of).items():
            self.tables[name] += rows

    def fail(self, source: str, problem: str) -> None:
        """The row of a source that could not be analysed."""
        self.failed += 1
        self.tables["errors"].append({"source": mark_unheld(source), "error": mark_unheld(problem)})


def rows_of(article: Article, analysis: Analysis, duplicate_of: str | None = None) -> dict[str, list[Row]]:
    """The rows of every table for one article; spans are code points into `articles.text`."""
    id = identify(article.source, article.text)
    about = {"article": id}
    picked = frozenset(analysis.summary.sentences)
    kinds = {actor.id: actor.kind for actor in analysis.actors}
    return {
        "articles": [
            {
                **about,
                "source": mark_unheld(article.source),
                "url": _known(article.url),
                "site": _known(article.site),
                "title": _known(article.title),
                "byline": [mark_unheld(name) for name in article.byline],
                "published": _known(article.published),
                "language": article.language,
                "text": mark_unheld(article.text),
                "blocks": [{"kind": b.kind, "start": b.span[0], "end": b.span[1]} for b in article.blocks],
                "words": analysis.stats.words,
                "summary": list(analysis.summary.sentences),
                "summary_shortened": [
                    {"sentence": index, "spans": _spans(spans)} for index, spans in analysis.summary.shortened
                ],
                "method": analysis.summary.method,
                "notes": [mark_unheld(note) for note in (*article.notes, *analysis.notes)],
                "duplicate_of": duplicate_of,
            }
        ],
        "claims": [
            {
                **about,
                "claim": claim.id,
                "kind": claim.kind,
                "type": claim.type,
                "content": _spans(claim.content),
                "text": mark_unheld(content_text(article, claim)),
                "cue": _spans(claim.cue),
                "cue_text": mark_unheld(cue_text(article, claim)),
                "source": _spans(claim.source),
                "source_text": mark_unheld(source_text(article, claim)),
                "speaker": claim.speaker,
                "speaker_name": _known(claim.speaker_name),
                "speaker_key": _key(claim.speaker_name, kinds.get(claim.speaker or "")),
                "speakers": list(claim.speakers),
                "within": claim.within,
                "confidence": claim.confidence,
                "speaker_confidence": claim.speaker_confidence,
            }
            for claim in analysis.claims
        ],
        "actors": [
            {
                **about,
                "actor": actor.id,
                "name": mark_unheld(actor.name),
                "name_key": _key(actor.name, actor.kind),
                "kind": actor.kind,
                "role": _known(actor.role),
                "aliases": [mark_unheld(alias) for alias in actor.aliases],
                "mentions": len(actor.mentions),
                "claims": list(actor.claims),
            }
            for actor in analysis.actors
        ],
        "mentions": [
            {**about, "actor": actor.id, "start": span[0], "end": span[1], "text": mark_unheld(article.words_of(span))}
            for actor in analysis.actors
            for span in actor.mentions
        ],
        "sentences": [
            {**about, "sentence": n, "start": s.span[0], "end": s.span[1], "block": s.block, "in_summary": n in picked}
            for n, s in enumerate(analysis.sentences)
        ],
    }


def _key(name: str | None, kind: str | None) -> str | None:
    return None if name is None else key_of_name(mark_unheld(name), kind)


def _spans(spans: Sequence[Span]) -> list[Row]:
    return [{"start": start, "end": end} for start, end in spans]


def _known(text: str | None) -> str | None:
    return None if text is None else mark_unheld(text)


def schemas() -> dict[str, Any]:
    """The Arrow schema of each table. Raises ArchiveError where pyarrow is missing."""
    arrow = needed("pyarrow", "archive")
    text, whole, number = arrow.string(), arrow.int32(), arrow.float64()
    span = arrow.struct([("start", whole), ("end", whole)])
    block = arrow.struct([("kind", text), ("start", whole), ("end", whole)])
    spans, texts = arrow.list_(span), arrow.list_(text)
    columns: dict[str, list[tuple[str, Any]]] = {
        "articles": [
            *((name, text) for name in ("article", "source", "url", "site", "title")),
            *(("byline", texts), ("published", text), ("language", text), ("text", text)),
            *(("blocks", arrow.list_(block)), ("words", whole), ("summary", arrow.list_(whole)), ("method", text)),
            ("summary_shortened", arrow.list_(arrow.struct([("sentence", whole), ("spans", arrow.list_(span))]))),
            *(("notes", texts), ("duplicate_of", text)),
        ],
        "claims": [
            *((name, text) for name in ("article", "claim", "kind", "type")),
            *(("content", spans), ("text", text), ("cue", spans), ("cue_text", text)),
            *(("source", spans), ("source_text", text), ("speaker", text), ("speaker_name", text)),
            ("speaker_key", text),
            *(("speakers", texts), ("within", text), ("confidence", number), ("speaker_confidence", number)),
        ],
        "actors": [
            *((name, text) for name in ("article", "actor", "name", "name_key", "kind", "role")),
            *(("aliases", texts), ("mentions", whole), ("claims", texts)),
        ],
        "mentions": [("article", text), ("actor", text), ("start", whole), ("end", whole), ("text", text)],
        "sentences": [
            *(("article", text), ("sentence", whole), ("start", whole), ("end", whole)),
            *(("block", whole), ("in_summary", arrow.bool_())),
        ],
        "errors": [("source", text), ("error", text)],
    }
    return {name: arrow.schema(fields) for name, fields in columns.items()}


def write_part(folder: Path, part: Part, rows: Rows, settings: Settings) -> None:
    """Write a part's files, each whole or not at all; its mark, which says that it is done, comes last."""
    if settings.format == "jsonl":
        _write_lines(folder, part, rows, settings)
    else:
        _write_tables(folder, part, rows, settings)
    came = {"part": part.number, "articles": rows.articles, "words": rows.words, "failed": rows.failed}
    counts = {f"rows of {name}": len(found) for name, found in rows.tables.items()}
    write_whole(mark_of(folder, part), json.dumps({**came, "engine": settings.engine, **counts}).encode())


def mark_of(folder: Path, part: Part) -> Path:
    """The file that says that a part is done."""
    return folder / "done" / f"{part.name}.json"


def list_done(folder: Path) -> frozenset[str]:
    """The names of the parts that are done and whose files are all there."""
    tables = _ENDINGS["jsonl" if (folder / "analyses").is_dir() else "parquet"]
    there = [{path.name.partition(".")[0] for path in (folder / name).glob("part-*")} for name in ("done", *tables)]
    return frozenset(set.intersection(*there))


def is_done(folder: Path, part: Part, settings: Settings) -> bool:
    """Whether a part is done and its files are all there."""
    files = (_file_of(folder, part, settings, name) for name in _ENDINGS[settings.format])
    return mark_of(folder, part).exists() and all(file.exists() for file in files)


def _file_of(folder: Path, part: Part, settings: Settings, name: str) -> Path:
    return folder / name / f"{part.name}{_ENDINGS[settings.format][name]}"


def _write_tables(folder: Path, part: Part, rows: Rows, settings: Settings) -> None:
    arrow, parquet = _load_arrow(), needed("pyarrow.parquet", "archive")
    about = {
        "reader.schema": str(SCHEMA),
        "reader.version": __version__,
        "reader.engine": settings.engine,
        "reader.settings": json.dumps(asdict(settings)),
    }
    known = schemas()
    for name in TABLES:
        schema = known[name]
        table = arrow.Table.from_pylist(rows.tables[name], schema=schema.with_metadata(about))
        held = io.BytesIO()
        parquet.write_table(table, held, compression="zstd")
        write_whole(_file_of(folder, part, settings, name), held.getvalue())


@cache
def _load_arrow() -> Any:
    """pyarrow, which would import pandas (36 MB and 0.3 s of each process) to ask whether a list is an array of that;
    here it finds none, and what makes a DataFrame of a table still imports it."""
    arrow = needed("pyarrow", "archive")
    if "pandas" not in sys.modules:
        hidden = _Hidden()
        sys.meta_path.insert(0, hidden)
        try:
            arrow.array([])
        finally:
            sys.meta_path.remove(hidden)
    return arrow


class _Hidden(MetaPathFinder):
    """Where it stands first, no pandas is found."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Raises ImportError for pandas."""
        if name == "pandas":
            raise ImportError(name)


def _write_lines(folder: Path, part: Part, rows: Rows, settings: Settings) -> None:
    text = "".join(line + "\n" for line in rows.lines)
    write_whole(_file_of(folder, part, settings, "analyses"), _pack(text.encode()))
    errors = "".join(json_text(row) + "\n" for row in rows.tables["errors"])
    write_whole(_file_of(folder, part, settings, "errors"), errors.encode())


def _pack(data: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return bytes(zstd.compress(data))
