"""What a run is to do: its settings, and the parts that its inputs are cut into, written down before it begins."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from reader import __version__
from reader.archive.run_folder import write_whole

SCHEMA = 1
"""The version of the tables; it rises when a column changes its meaning."""

OutputFormat = Literal["parquet", "jsonl"]
PlaceKind = Literal[
    "file", "jsonl", "packed-jsonl", "parquet", "warc", "packed-warc", "zip", "tar", "packed-tar", "library", "damaged"
]


class ArchiveError(Exception):
    """A run that cannot begin or go on; the message says what is wrong and what to do, on one line."""


@cache
def name_engine() -> str:
    """The version of Reader and eight letters of its weights' digest: two engines of one name find the same."""
    from reader.analysis.tagger.inference import DATA, WEIGHTS

    try:
        weights = hashlib.blake2b((DATA / WEIGHTS).read_bytes(), digest_size=4).hexdigest()
    except OSError:
        weights = "rules"
    return f"{__version__}+{weights}"


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read and what is written.

    The columns name where JSON Lines and Parquet hold the text, the HTML or the bytes of an article, and what is known
    of it (`a.b` is `b` inside `a`); a column that a row lacks is passed over. `engine` is the one that the run was
    begun with, and the only one that may go on with it.
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
    engine: str = field(default_factory=name_engine)


@dataclass(frozen=True, slots=True)
class Place:
    """Where articles lie: a file, or what is numbered `start` up to `end` in it: bytes of JSON Lines and WARC, rows of
    one group of a Parquet file, members of a zip or tar, articles of a library."""

    kind: PlaceKind
    path: str
    start: int = 0
    end: int = 0
    group: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Places that are analysed in one go and written together; `skip` names sources that end the process, and `copies`
    gives, for the id of each article that is a copy, the id of the one that is analysed in its stead."""

    number: int
    places: tuple[Place, ...]
    skip: tuple[str, ...] = field(default=())
    copies: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """The part's files are called so."""
        return f"part-{self.number:06d}"


SHARES = 4
"""A part is at most this share of what is left for each process, so that none waits long for the last one to end."""
SMALLEST = 20_000
"""Bytes below which no part is cut for that."""


def cut_parts(places: Iterable[tuple[Place, int]], most: int, *, total: int = 0, hands: int = 1) -> Iterator[Part]:
    """Places with their sizes in bytes, gathered to parts of at most `most` bytes (one place may be larger); a place
    that was there before is left out, and neighbours in one file become one.

    Where it is said how many bytes there are in `total`, parts get smaller towards the end, for as many processes as
    there are `hands` (guided self-scheduling, Polychronopoulos and Kuck 1987).
    """
    held: list[Place] = []
    seen: set[int] = set()
    size = number = gone = 0
    for place, own in places:
        if (known := hash(place)) in seen:
            continue
        seen.add(known)
        if held and size + own > min(most, max(SMALLEST, (total - gone) // (SHARES * hands)) if total else most):
            yield Part(number, tuple(held))
            held, size, number, gone = [], 0, number + 1, gone + size
        last = held[-1] if held else None
        if last and place.start and place == replace(last, start=last.end, end=place.end):
            held[-1] = replace(last, end=place.end)
        else:
            held.append(place)
        size += own
    if held:
        yield Part(number, tuple(held))


def write_plan(folder: Path, settings: Settings, inputs: Sequence[str], parts: Sequence[Part], digest: str) -> None:
    """Write what is to be done, whole or not at all; `digest` is that of the places with their sizes."""
    head = {
        "schema": SCHEMA,
        "settings": asdict(settings),
        "inputs": list(inputs),
        "parts": len(parts),
        "places": digest,
    }
    lines = [json.dumps(head), *(json.dumps(_as_row(part)) for part in parts)]
    write_whole(folder / "plan.jsonl", ("\n".join(lines) + "\n").encode())


def digest_of(places: Iterable[tuple[Place, int]]) -> str:
    """The digest of places with their sizes."""
    digest = hashlib.blake2b(digest_size=12)
    for place, size in places:
        digest.update(f"{place}\0{size}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


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
    known = head["settings"]
    if known.get("engine") != settings.engine:
        raise ArchiveError(
            f"{folder} was begun by another engine ({known.get('engine', 'an older one')}; this is {settings.engine}): "
            "go on with that one, or give another folder"
        )
    other = sorted(name for name, value in asdict(settings).items() if known.get(name) != value)
    if other:
        raise ArchiveError(f"{folder} holds a run with another {', '.join(other)}: give another folder")


def check_places(head: dict[str, Any], digest: str, folder: Path) -> None:
    """Raises ArchiveError where other places, or places of other sizes, were found than when the run began."""
    if head.get("places") != digest:
        raise ArchiveError(
            f"the inputs are not what they were when the run in {folder} began (files came, went or changed): "
            "put them back to go on, or give another folder"
        )


def _as_row(part: Part) -> list[list[Any]]:
    places: list[list[Any]] = [[p.kind, p.path, p.start, p.end, p.group] for p in part.places]
    return [*places, [part.number]]


def _as_part(row: list[list[Any]]) -> Part:
    *places, (number,) = row
    return Part(number, tuple(Place(kind, path, start, end, group) for kind, path, start, end, group in places))


def identify(source: str, text: str) -> str:
    """An article's id: the same for the same source and text, whatever run it is in."""
    return hashlib.blake2b(f"{source}\0{text}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
