"""What a run is to do: its settings, and the parts that its inputs are cut into, written down before it begins."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from reader.archive.whole_files import write_whole

SCHEMA = 1
"""The version of the tables; it rises when a column changes its meaning."""

OutputFormat = Literal["parquet", "jsonl"]
PlaceKind = Literal["file", "jsonl", "parquet", "warc", "zip", "tar"]


class ArchiveError(Exception):
    """A run that cannot begin or go on; the message says what is wrong and what to do, on one line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read and what is written.

    The columns name where JSON Lines and Parquet hold the text, the HTML or the bytes of an article, and what is known
    of it; a column that a row lacks is passed over.
    """

    format: OutputFormat = "parquet"
    text_column: str = "text"
    html_column: str = "html"
    bytes_column: str = "bytes"
    title_column: str = "title"
    url_column: str = "url"
    date_column: str = "published"
    site_column: str = "site"
    id_column: str = "id"
    method: str | None = None
    part_bytes: int = 2_000_000
    dedupe: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where articles lie: a file, or rows `start` to `end` of one (bytes of JSON Lines and WARC, rows of Parquet, one
    member of a zip or tar)."""

    kind: PlaceKind
    path: str
    start: int = 0
    end: int = 0
    member: str = ""

    @property
    def name(self) -> str:
        """What the place is called in messages and tables."""
        return f"{self.path}!{self.member}" if self.member else self.path


@dataclass(frozen=True, slots=True)
class Part:
    """Places that are analysed in one go and written together; `skip` names sources that end the process."""

    number: int
    places: tuple[Place, ...]
    skip: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The part's files are called so."""
        return f"part-{self.number:06d}"


def cut_parts(places: Iterable[tuple[Place, int]], most: int) -> Iterator[Part]:
    """Places with their sizes in bytes, gathered to parts of at most `most` bytes (one place may be larger)."""
    held: list[Place] = []
    size = number = 0
    for place, own in places:
        if held and size + own > most:
            yield Part(number, tuple(held))
            held, size, number = [], 0, number + 1
        held.append(place)
        size += own
    if held:
        yield Part(number, tuple(held))


def write_plan(folder: Path, settings: Settings, inputs: Sequence[str], parts: Sequence[Part]) -> None:
    """Write what is to be done, whole or not at all."""
    head = {"schema": SCHEMA, "settings": asdict(settings), "inputs": list(inputs), "parts": len(parts)}
    lines = [json.dumps(head), *(json.dumps(_as_row(part)) for part in parts)]
    write_whole(folder / "plan.jsonl", ("\n".join(lines) + "\n").encode())


def read_plan(folder: Path) -> tuple[dict[str, Any], list[Part]] | None:
    """The plan of a run that began in this folder, or None. Raises ArchiveError for one that cannot be read."""
    try:
        lines = (folder / "plan.jsonl").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    try:
        head = json.loads(lines[0])
        parts = [_as_part(json.loads(line)) for line in lines[1:]]
    except (ValueError, KeyError, TypeError, IndexError):
        raise ArchiveError(f"{folder}/plan.jsonl cannot be read: give another folder, or remove this one") from None
    if head.get("schema") != SCHEMA:
        raise ArchiveError(f"{folder} was written by another version of Reader: give another folder")
    return head, parts


def check_plan(head: dict[str, Any], settings: Settings, inputs: Sequence[str], folder: Path) -> None:
    """Raises ArchiveError where the folder's run has other inputs or settings than those asked for."""
    if head["inputs"] != list(inputs):
        raise ArchiveError(f"{folder} holds a run over other inputs: give another folder, or the same inputs to go on")
    if head["settings"] != asdict(settings):
        other = sorted(name for name, value in asdict(settings).items() if head["settings"].get(name) != value)
        raise ArchiveError(f"{folder} holds a run with another {', '.join(other)}: give another folder")


def _as_row(part: Part) -> list[list[Any]]:
    places: list[list[Any]] = [[p.kind, p.path, p.start, p.end, p.member] for p in part.places]
    return [*places, [part.number]]


def _as_part(row: list[list[Any]]) -> Part:
    *places, (number,) = row
    return Part(number, tuple(Place(kind, path, start, end, member) for kind, path, start, end, member in places))


def identify(source: str, text: str) -> str:
    """An article's id: the same for the same source and text, whatever run it is in."""
    return hashlib.blake2b(f"{source}\0{text}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
