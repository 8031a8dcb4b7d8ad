"""The articles at a place, one at a time: what each is called, its text or bytes, and what is known of it."""

import json
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.archive.inputs import needed
from reader.archive.plan import Place, Settings
from reader.article.model import Article, ArticleError
from reader.article.opening import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Raw:
    """An article before it is read: its text, or its bytes with a name that hints at their format, or what is wrong."""

    source: str
    text: str | None = None
    data: bytes | None = None
    name: str = ""
    title: str | None = None
    url: str | None = None
    published: str | None = None
    site: str | None = None
    problem: str | None = None


def read_place(place: Place, settings: Settings) -> Iterator[Raw]:
    """Each article at a place; one that cannot be read comes with its problem, and nothing is raised."""
    readers = {
        "file": _file,
        "jsonl": _json_lines,
        "parquet": _parquet,
        "warc": _warc,
        "zip": _zip,
        "tar": _tar,
    }
    try:
        yield from readers[place.kind](place, settings)
    except Exception as error:
        yield Raw(place.name, problem=f"it cannot be read ({type(error).__name__})")


def build_article(raw: Raw) -> Article:
    """The article of what was read. Raises ArticleError."""
    from reader.article import article_from_bytes, article_from_text

    if raw.problem is not None:
        raise ArticleError(raw.problem)
    if raw.data is not None:
        if len(raw.data) > MOST_BYTES:
            raise ArticleError(f"it is larger than {MOST_BYTES // 1024**2} MB")
        article = article_from_bytes(raw.data, source=raw.source, name=raw.name)
    else:
        article = article_from_text(raw.text or "")
    if not article.text.strip():
        raise ArticleError("it holds no text")
    return replace(
        article,
        source=raw.source,
        title=article.title or raw.title,
        url=article.url or raw.url,
        published=article.published or raw.published,
        site=article.site or raw.site,
    )


def _file(place: Place, settings: Settings) -> Iterator[Raw]:
    path = Path(place.path)
    if path.stat().st_size > MOST_BYTES:
        yield Raw(place.name, problem=f"it is larger than {MOST_BYTES // 1024**2} MB")
    else:
        yield Raw(place.name, data=path.read_bytes(), name=path.name)


def _json_lines(place: Place, settings: Settings) -> Iterator[Raw]:
    with Path(place.path).open("rb") as file:
        file.seek(place.start)
        at = place.start
        while at < place.end and (line := file.readline()):
            source = f"{place.path}@{at}"
            at += len(line)
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                yield Raw(source, problem="the line is no JSON")
                continue
            yield _of_row(row, source, settings) if isinstance(row, dict) else Raw(source, problem="no JSON object")


def _parquet(place: Place, settings: Settings) -> Iterator[Raw]:
    file = needed("pyarrow.parquet", "archive").ParquetFile(place.path)
    wanted = [
        getattr(settings, name)
        for name in (
            *("text_column", "html_column", "bytes_column", "title_column"),
            *("url_column", "date_column", "site_column", "id_column"),
        )
    ]
    columns = [name for name in wanted if name in file.schema_arrow.names]
    for group in range(place.start, place.end):
        at = 0
        for batch in file.iter_batches(batch_size=256, row_groups=[group], columns=columns):
            for row in batch.to_pylist():
                yield _of_row(row, f"{place.path}@{group}.{at}", settings)
                at += 1


def _of_row(row: dict[str, Any], source: str, settings: Settings) -> Raw:
    def words(column: str) -> str | None:
        value = row.get(column)
        return None if value is None else str(value)

    known = Raw(
        words(settings.id_column) or source,
        title=words(settings.title_column),
        url=words(settings.url_column),
        published=words(settings.date_column),
        site=words(settings.site_column),
    )
    data = row.get(settings.bytes_column)
    if isinstance(data, bytes):
        return replace(known, data=data)
    if isinstance(html := row.get(settings.html_column), str):
        return replace(known, data=html.encode("utf-8", "replace"), name="page.html")
    if isinstance(text := row.get(settings.text_column), str):
        return replace(known, text=text)
    columns = ", ".join((settings.text_column, settings.html_column, settings.bytes_column))
    return replace(known, problem=f"it has none of the columns {columns}")


def _warc(place: Place, settings: Settings) -> Iterator[Raw]:
    records = needed("warcio.archiveiterator", "warc").ArchiveIterator
    with Path(place.path).open("rb") as file:
        for record in records(file):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if kind not in ("text/html", "application/xhtml+xml", "text/plain"):
                continue
            data = record.content_stream().read(MOST_BYTES + 1)
            name = "page.txt" if kind == "text/plain" else "page.html"
            yield Raw(url or place.name, data=data, name=name, url=url or None)


def _zip(place: Place, settings: Settings) -> Iterator[Raw]:
    with zipfile.ZipFile(place.path) as packed, packed.open(place.member) as file:
        yield Raw(place.name, data=file.read(MOST_BYTES + 1), name=Path(place.member).name)


def _tar(place: Place, settings: Settings) -> Iterator[Raw]:
    with tarfile.open(place.path) as packed:
        file = packed.extractfile(place.member)
        if file is not None:
            yield Raw(place.name, data=file.read(MOST_BYTES + 1), name=Path(place.member).name)
