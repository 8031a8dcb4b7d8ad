"""Where a run's articles lie: folders, patterns, lists, JSON Lines, Parquet, WARC, zip and tar."""

import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.archive.plan import ArchiveError, Place
from reader.article.opening import ARTICLE_SUFFIXES

CHUNK = 1_000_000
"""Bytes of JSON Lines in one place; lines are never cut."""
_WARC = (".warc", ".warc.gz")
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")


def find_places(inputs: Sequence[str], *, listed: bool = False) -> Iterator[tuple[Place, int]]:
    """Each place with its size in bytes, in an order that is the same every time. Raises ArchiveError.

    `listed` says that the inputs are text files with one path a line.
    """
    for given in inputs:
        if listed:
            yield from find_places(_lines(Path(given)))
        elif has_magic(given) and not Path(given).exists():
            found = sorted(glob(given, recursive=True))
            if not found:
                raise ArchiveError(f"{given}: nothing is there")
            for path in found:
                yield from _places_at(Path(path))
        else:
            yield from _places_at(Path(given), named=True)


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeError) as error:
        raise ArchiveError(f"{path}: the list cannot be read ({type(error).__name__})") from None


def _places_at(path: Path, *, named: bool = False) -> Iterator[tuple[Place, int]]:
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            if child.is_file() and not any(part.startswith(".") for part in child.relative_to(path).parts):
                yield from _places_at(child)
        return
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ArchiveError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from None
    name = path.name.lower()
    try:
        if name.endswith((".jsonl", ".ndjson")):
            yield from _line_places(path)
        elif name.endswith(".parquet"):
            yield from _parquet_places(path)
        elif name.endswith(_WARC):
            yield Place("warc", str(path)), size
        elif name.endswith(_TAR):
            yield from _tar_places(path)
        elif name.endswith(".zip"):
            yield from _zip_places(path)
        elif named or path.suffix.lower() in ARTICLE_SUFFIXES or not path.suffix:
            yield Place("file", str(path)), size
    except (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError) as error:
        raise ArchiveError(f"{path}: it cannot be read ({type(error).__name__})") from None


def _line_places(path: Path) -> Iterator[tuple[Place, int]]:
    size = path.stat().st_size
    with path.open("rb") as file:
        start = 0
        while start < size:
            file.seek(min(size, start + CHUNK))
            file.readline()
            end = min(size, file.tell())
            yield Place("jsonl", str(path), start, end), end - start
            start = end


def _parquet_places(path: Path) -> Iterator[tuple[Place, int]]:
    parquet = needed("pyarrow.parquet", "archive")
    try:
        meta = parquet.ParquetFile(path).metadata
    except Exception as error:
        raise ArchiveError(f"{path}: it is no Parquet file ({type(error).__name__})") from None
    for group in range(meta.num_row_groups):
        yield Place("parquet", str(path), group, group + 1), meta.row_group(group).total_byte_size


def _zip_places(path: Path) -> Iterator[tuple[Place, int]]:
    with zipfile.ZipFile(path) as packed:
        for info in packed.infolist():
            if not info.is_dir() and Path(info.filename).suffix.lower() in ARTICLE_SUFFIXES:
                yield Place("zip", str(path), member=info.filename), info.file_size


def _tar_places(path: Path) -> Iterator[tuple[Place, int]]:
    with tarfile.open(path) as packed:
        for info in packed:
            if info.isfile() and Path(info.name).suffix.lower() in ARTICLE_SUFFIXES:
                yield Place("tar", str(path), member=info.name), info.size


def needed(module: str, extra: str) -> Any:
    """A module of an extra. Raises ArchiveError with what to install where it is missing."""
    try:
        return import_module(module)
    except ImportError:
        raise ArchiveError(
            f"this takes more than the plain program: pip install 'reader-who-said-what[{extra}]'"
        ) from None
