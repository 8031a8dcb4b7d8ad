"""Where a run's articles lie: folders, patterns, lists, JSON Lines, Parquet, WARC, zip, tar, and your library."""

import bz2
import gzip
import json
import lzma
import os
import stat
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from glob import glob, has_magic
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import IO, Any, Literal, cast

from reader.archive.plan import ArchiveError, Place, PlaceKind, Settings
from reader.article.opening import has_article_name

CHUNK = 20_000
"""Bytes at least in one place of a file that holds many articles, and ten times as many in a large one: so finely a run
can be shared out. No article is cut."""
LIBRARY = "library"
"""The input that means your own library; a file or folder of that name goes before it."""
_LINES = (".jsonl", ".ndjson")
_PACKED = (".gz", ".bz2", ".xz", ".zst")
_RECORD = b"\r\nWARC-Type:"
_WARC = (".warc", ".warc.gz")
_ROWS = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
_PACKED_TAR = (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
DAMAGED = "it cannot be read, or not to its end"
_LOOKED_AT = 20
"""Lines of a file that are looked at for its columns before the run begins."""

Sized = tuple[Place, int]


def find_places(
    inputs: Sequence[str], settings: Settings | None = None, *, listed: bool = False, but: Path | None = None
) -> Iterator[Sized]:
    """Each place with its size in bytes, in an order that is the same every time. Raises ArchiveError.

    `listed` says that the inputs are text files with one path a line; `but` is a folder that is passed over wherever
    it is met, as the folder of any run is. A file that is damaged among others is a place that says so when it is read.
    """
    first: Place | None = None
    whole = False
    for place, size in _find(inputs, settings or Settings(), listed, but):
        whole = whole or place.kind != "damaged"
        first = first or place
        yield place, size
    if first is not None and not whole:
        raise ArchiveError(f"{first.path}: {DAMAGED}")


def _find(
    inputs: Sequence[str], settings: Settings, listed: bool, but: Path | None, *, by_hand: bool = True
) -> Iterator[Sized]:
    for given in inputs:
        if listed:
            yield from _find(_lines(Path(given)), settings, False, but, by_hand=False)
        elif given == LIBRARY and not os.path.exists(given):
            yield from _library_places()
        elif has_magic(given) and not os.path.exists(given):
            found = sorted(glob(given, recursive=True))
            if not found:
                raise ArchiveError(f"{given}: nothing is there")
            for path in found:
                if os.path.isfile(path):
                    yield from _places_in(Path(path), settings)
        elif os.path.isdir(given):
            for below in _files_below(Path(given), but):
                yield from _places_in(below, settings)
        else:
            if by_hand and not os.path.exists(given):
                raise ArchiveError(f"{given}: no such file or directory")
            yield from _places_in(Path(given), settings, named=True)


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeError) as error:
        raise ArchiveError(f"{path}: the list cannot be read ({type(error).__name__})") from None


def _files_below(folder: Path, but: Path | None) -> Iterator[Path]:
    """Files in a folder and below it but hidden ones and those of runs, in the order of their names."""

    def fail(error: OSError) -> None:
        raise ArchiveError(f"{error.filename}: {(error.strerror or 'cannot be read').lower()}")

    for here, folders, files in os.walk(folder, onerror=fail):
        if "plan.jsonl" in files and "done" in folders:
            folders.clear()
            continue
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (but is None or Path(here, name).resolve() != but)
        )
        yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))


def _places_in(path: Path, settings: Settings, *, named: bool = False) -> Iterator[Sized]:
    """The places of one file; of those that were not `named` one by one, files that hold no articles have none."""
    name = path.name.lower()
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            if named:
                raise ArchiveError(f"{path}: it is no file, which can be read more than once")
        elif name.endswith((*_LINES, *(line + packed for line in _LINES for packed in _PACKED))):
            yield from _line_places(path, settings)
        elif name.endswith(".parquet"):
            yield from _parquet_places(path, settings)
        elif name.endswith(_WARC):
            yield from _warc_places(path)
        elif name.endswith((".tar", *_PACKED_TAR)):
            yield from _tar_places(path)
        elif name.endswith(".zip"):
            yield from _zip_places(path)
        elif named and name.endswith(".json"):
            raise ArchiveError(f"{path}: give JSON Lines, an object a line, in a file called .jsonl")
        elif named and name.endswith(_ROWS):
            raise ArchiveError(
                f"{path}: its rows would be read as one text; give them as Parquet or JSON Lines (DuckDB makes one: "
                f"COPY (FROM '{path.name}') TO 'rows.parquet')"
            )
        elif named or has_article_name(path.name) or not path.suffix:
            yield Place("file", str(path)), about.st_size
    except ArchiveError:
        raise
    except Exception:
        yield _damaged(path)


def _damaged(path: Path) -> Sized:
    return Place("damaged", str(path)), 1


def _gather(
    kind: PlaceKind, path: Path, numbered: Iterable[tuple[int, int]], last: int | None = None
) -> Iterator[Sized]:
    """Things numbered one after the other, each with its size in bytes, as places of some bytes; one place ends where
    the next begins, the last at `last`, or behind the last number. Where the file breaks off, what stands before is
    there, and a place that says so."""
    most = _chunk(path.stat().st_size)
    start = end = size = 0
    broken = False
    try:
        for number, own in numbered:
            if size and size + own > most:
                yield Place(kind, str(path), start, number), size
                size = 0
            if not size:
                start = number
            end, size = number + 1, size + max(1, own)
    except ArchiveError:
        raise
    except Exception:
        broken = True
    if size:
        yield Place(kind, str(path), start, end if broken or last is None else last), size
    if broken:
        yield _damaged(path)


def _chunk(size: int) -> int:
    """How many bytes of a file of this size go together."""
    return max(CHUNK, min(10 * CHUNK, size // 100))


def open_lines(path: Path) -> IO[bytes]:
    """A file of lines, unpacked as it is read where its name says that it is packed."""
    openers: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open, ".zst": _open_zstd}
    return cast(IO[bytes], openers.get(path.suffix.lower(), open)(path, "rb"))


def _open_zstd(path: Path, mode: Literal["rb"]) -> IO[bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return cast(IO[bytes], zstd.open(path, mode))


def _line_places(path: Path, settings: Settings) -> Iterator[Sized]:
    with open_lines(path) as file:
        _check_lines(path, islice(_whole_lines(file), _LOOKED_AT), settings)
    if path.suffix.lower() in _PACKED:
        with open_lines(path) as file:
            yield from _gather("packed-jsonl", path, ((at, len(line)) for at, line in enumerate(file)))
        return
    size = path.stat().st_size
    most = _chunk(size)
    with path.open("rb") as file:
        start = 0
        while start < size:
            file.seek(min(size, start + most))
            file.readline()
            end = min(size, file.tell())
            yield Place("jsonl", str(path), start, end), end - start
            start = end


def _whole_lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines as far as they can be read."""
    with suppress(Exception):
        yield from file


def _check_lines(path: Path, lines: Iterable[bytes], settings: Settings) -> None:
    """Raises ArchiveError where the first lines are objects and none of them has a column with an article."""
    rows = []
    for line in lines:
        try:
            rows.append(json.loads(line))
        except (ValueError, RecursionError):
            continue
    names = [set(row) for row in rows if isinstance(row, dict)]
    if names:
        _check_columns(path, set().union(*names), settings)


def _check_columns(path: Path, names: Iterable[str], settings: Settings) -> None:
    there = set(names)
    wanted = settings.text_column, settings.html_column, settings.bytes_column
    if not any(name in there or name.partition(".")[0] in there for name in wanted):
        has = ", ".join(sorted(there)[:12]) or "none"
        raise ArchiveError(
            f"{path} has none of the columns {', '.join(wanted)}; it has {has}: name the one with the articles "
            "by --text-column, --html-column or --bytes-column"
        )


def _parquet_places(path: Path, settings: Settings) -> Iterator[Sized]:
    parquet = needed("pyarrow.parquet", "archive")
    file = parquet.ParquetFile(path)
    _check_columns(path, file.schema_arrow.names, settings)
    most = _chunk(path.stat().st_size)
    for number in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(number)
        rows = max(1, most * group.num_rows // max(1, group.total_byte_size))
        for start in range(0, group.num_rows, rows):
            end = min(group.num_rows, start + rows)
            size = group.total_byte_size * (end - start) // group.num_rows
            yield Place("parquet", str(path), start, end, number), size


def _warc_places(path: Path) -> Iterator[Sized]:
    records = needed("warcio.archiveiterator", "warc").ArchiveIterator

    def numbered(file: IO[bytes]) -> Iterator[tuple[int, int]]:
        found = records(file)
        for record in found:
            if is_article(record):
                yield found.get_record_offset(), int(record.rec_headers.get_header("Content-Length") or 0)

    if _is_one_member(path):
        with open_lines(path) as packed:
            yield from _gather("packed-warc", path, _number_records(packed))
        return
    with path.open("rb") as file:
        yield from _gather("warc", path, numbered(file), last=path.stat().st_size)


def _is_one_member(path: Path) -> bool:
    """Whether a web archive was packed as a whole, as by gzip itself, and not record by record: where its records
    begin is then known only behind all before them."""
    if path.suffix.lower() != ".gz":
        return False
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    heads, tail = 0, b""
    with path.open("rb") as file:
        while heads < 2 and not unpacker.eof and (data := file.read(1 << 16)):
            read = tail + unpacker.decompress(data)
            heads += read.count(_RECORD) - tail.count(_RECORD)
            tail = read[-len(_RECORD) :]
    return heads > 1


def _number_records(file: IO[bytes]) -> Iterator[tuple[int, int]]:
    for number, record in list_records(file):
        yield number, int(record.rec_headers.get_header("Content-Length") or 0)


def list_records(file: IO[bytes]) -> Iterator[tuple[int, Any]]:
    """The records with an article of a web archive that is read from its beginning, each with its number. Raises what
    the file raises that breaks off."""
    for number, record in enumerate(needed("warcio.archiveiterator", "warc").ArchiveIterator(file)):
        if is_article(record):
            yield number, record
    file.read(1)


def is_article(record: Any) -> bool:
    """Whether a record of a web archive holds a page or a text."""
    if record.rec_type == "conversion":
        return True
    if record.rec_type != "response" or record.http_headers is None:
        return False
    if not (record.http_headers.get_statuscode() or "200").startswith("2"):
        return False  # the page that says that there is none, or where it went
    return media_type(record) in ("text/html", "application/xhtml+xml", "text/plain")


def media_type(record: Any) -> str:
    """What a web archive's record says that it is."""
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _zip_places(path: Path) -> Iterator[Sized]:
    with zipfile.ZipFile(path) as packed:
        found = ((at, info.file_size) for at, info in enumerate(packed.infolist()) if holds_article(info.filename))
        yield from _gather("zip", path, found)


def _tar_places(path: Path) -> Iterator[Sized]:
    with tarfile.open(path) as packed:
        if path.suffix.lower() == ".tar":
            found = ((info.offset, info.size) for info in packed if info.isfile() and holds_article(info.name))
            yield from _gather("tar", path, found, last=path.stat().st_size)
        else:
            members = enumerate(packed)
            named = ((at, info.size) for at, info in members if info.isfile() and holds_article(info.name))
            yield from _gather("packed-tar", path, named)


def holds_article(member: str) -> bool:
    """Whether a member of a zip or tar is called as articles are."""
    return has_article_name(Path(member).name)


def _library_places() -> Iterator[Sized]:
    from reader.library.folder import library_file
    from reader.library.library import Library
    from reader.library.problems import LibraryError

    path = library_file()
    if not os.path.exists(path):
        raise ArchiveError("your library is empty")
    try:
        with Library(path) as library:
            held = sorted((entry.number, entry.words) for entry in library.entries() if entry.words)
    except LibraryError as error:
        raise ArchiveError(str(error)) from None
    yield from _gather("library", path, ((number, 6 * words) for number, words in held))


def needed(module: str, extra: str) -> Any:
    """A module of an extra. Raises ArchiveError with what to install where it is missing."""
    try:
        return import_module(module)
    except ImportError:
        raise ArchiveError(
            f"this takes more than the plain program: pip install 'reader-who-said-what[{extra}]'"
        ) from None
