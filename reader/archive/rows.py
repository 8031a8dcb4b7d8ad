"""The articles at a place, one at a time."""

import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from reader.archive.inputs import DAMAGED, holds_article, is_article, list_records, media_type, needed, open_lines
from reader.archive.plan import Place, Settings
from reader.archive.raw import TOO_LARGE, Raw, raw_of_row
from reader.article.opening import MOST_BYTES


def read_place(place: Place, settings: Settings) -> Iterator[Raw]:
    """Each article at a place; one that cannot be read comes with its problem, and nothing is raised."""
    try:
        yield from _READERS[place.kind](place, settings)
    except Exception as error:
        yield Raw(place.path, problem=f"it cannot be read ({type(error).__name__})")


def _file(place: Place, settings: Settings) -> Iterator[Raw]:
    path = Path(place.path)
    if path.stat().st_size > MOST_BYTES:
        yield Raw(place.path, problem=TOO_LARGE)
    else:
        yield Raw(place.path, data=path.read_bytes(), name=path.name)


def _json_lines(place: Place, settings: Settings) -> Iterator[Raw]:
    with Path(place.path).open("rb") as file:
        file.seek(place.start)
        at = place.start
        while at < place.end and (line := file.readline()):
            yield from _of_line(line, f"{place.path}@{at}", settings)
            at += len(line)


def _packed_lines(place: Place, settings: Settings) -> Iterator[Raw]:
    with open_lines(Path(place.path)) as file:
        for at, line in enumerate(islice(file, place.start, place.end), place.start):
            yield from _of_line(line, f"{place.path}@{at}", settings)


def _of_line(line: bytes, source: str, settings: Settings) -> Iterator[Raw]:
    if not line.strip():
        return
    if len(line) > 2 * MOST_BYTES:
        yield Raw(source, problem=TOO_LARGE)
        return
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        yield Raw(source, problem="the line is no JSON")
        return
    yield raw_of_row(row, source, settings) if isinstance(row, dict) else Raw(source, problem="no JSON object")


def _parquet(place: Place, settings: Settings) -> Iterator[Raw]:
    file = needed("pyarrow.parquet", "archive").ParquetFile(place.path)
    names = file.schema_arrow.names
    wanted = {
        name if name in names else name.partition(".")[0]
        for name in (
            *(settings.text_column, settings.html_column, settings.bytes_column, settings.title_column),
            *(settings.url_column, settings.date_column, settings.site_column, settings.id_column),
        )
    }
    at = 0
    columns = [name for name in names if name in wanted]
    for batch in file.iter_batches(batch_size=64, row_groups=[place.group], columns=columns):
        first, after = max(place.start, at), min(place.end, at + batch.num_rows)
        for number, row in enumerate(
            batch.slice(first - at, after - first).to_pylist() if first < after else (), first
        ):
            yield raw_of_row(row, f"{place.path}@{place.group}.{number}", settings)
        at += batch.num_rows
        if at >= place.end:
            return


def _warc(place: Place, settings: Settings) -> Iterator[Raw]:
    records = needed("warcio.archiveiterator", "warc").ArchiveIterator
    with Path(place.path).open("rb") as file:
        file.seek(place.start)
        found = records(file)
        for record in found:
            data = record.content_stream().read(MOST_BYTES + 1) if is_article(record) else b""
            if found.get_record_offset() >= place.end:  # it reads the record to its end
                return
            if not is_article(record):
                continue
            yield _page(place, record, data)


def _packed_warc(place: Place, settings: Settings) -> Iterator[Raw]:
    with open_lines(Path(place.path)) as file:
        for number, record in list_records(file):
            if number >= place.end:
                return
            if number >= place.start:
                yield _page(place, record, record.content_stream().read(MOST_BYTES + 1))


def _page(place: Place, record: Any, data: bytes) -> Raw:
    """The page or text of a web archive's record, of which all or the most that may be was read."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    left: int = getattr(record.raw_stream, "limit", 0)
    if left and len(data) <= MOST_BYTES and not record.raw_stream.read(1):
        return Raw(url or place.path, problem=DAMAGED)
    name = "page.txt" if media_type(record) == "text/plain" else "page.html"
    return Raw(url or place.path, data=data, name=name, url=url or None)


def _zip(place: Place, settings: Settings) -> Iterator[Raw]:
    with zipfile.ZipFile(place.path) as packed:
        for info in packed.infolist()[place.start : place.end]:
            if not info.is_dir() and holds_article(info.filename):
                yield _member(place, info.filename, partial(_unzipped, packed, info))


def _tar(place: Place, settings: Settings) -> Iterator[Raw]:
    with Path(place.path).open("rb") as file:
        file.seek(place.start)
        with tarfile.open(fileobj=file, mode="r:") as packed:
            for info in packed:
                if info.offset >= place.end:
                    return
                yield from _of_tar(place, packed, info)


def _packed_tar(place: Place, settings: Settings) -> Iterator[Raw]:
    with tarfile.open(place.path) as packed:
        for info in islice(packed, place.start, place.end):
            yield from _of_tar(place, packed, info)


def _of_tar(place: Place, packed: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[Raw]:
    if info.isfile() and holds_article(info.name):
        yield _member(place, info.name, partial(_untarred, packed, info))
    packed.members.clear()  # type: ignore[attr-defined]  # it would keep each that it has passed


def _unzipped(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with packed.open(info) as file:
        return file.read(MOST_BYTES + 1)


def _untarred(packed: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    file = packed.extractfile(info)
    return b"" if file is None else file.read(MOST_BYTES + 1)


def _member(place: Place, name: str, read: Callable[[], bytes]) -> Raw:
    """One file of many in one; where it is broken, the others are not."""
    source = f"{place.path}!{name}"
    try:
        return Raw(source, data=read(), name=Path(name).name)
    except Exception as error:
        return Raw(source, problem=f"it cannot be read ({type(error).__name__})")


def _damaged(place: Place, settings: Settings) -> Iterator[Raw]:
    yield Raw(place.path, problem=DAMAGED)


def _library(place: Place, settings: Settings) -> Iterator[Raw]:
    from reader.library.library import Library

    with Library(place.path) as library:
        for entry in sorted(library.entries(), key=lambda entry: entry.number):
            if place.start <= entry.number < place.end and entry.words:
                yield Raw(entry.source, article=replace(library.newest(entry.number).article, source=entry.source))


_READERS: dict[str, Callable[[Place, Settings], Iterator[Raw]]] = {
    "file": _file,
    "jsonl": _json_lines,
    "packed-jsonl": _packed_lines,
    "parquet": _parquet,
    "warc": _warc,
    "packed-warc": _packed_warc,
    "zip": _zip,
    "tar": _tar,
    "packed-tar": _packed_tar,
    "library": _library,
    "damaged": _damaged,
}
