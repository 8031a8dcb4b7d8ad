"""The tables of a finished run, read back one part at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.model import Actor, Claim
from reader.archive.inputs import needed
from reader.archive.plan import ArchiveError, read_plan
from reader.archive.tables import Row, list_done

AGAIN = "remove that file, and the same `reader archive run` makes it anew"


@dataclass(frozen=True, slots=True)
class Read:
    """One article's rows; spans are dicts with `start` and `end` into `article["text"]`."""

    article: Row
    claims: list[Row]
    actors: list[Row]
    mentions: list[Row]
    sentences: list[Row]


def read_articles(folder: Path) -> Iterator[Read]:
    """Every article of a run's tables, in the parts' order. Raises ArchiveError where there are none."""
    parquet = needed("pyarrow.parquet", "archive")
    for part in (f"{name}.parquet" for name in list_parts(folder)):
        try:
            rows = {
                name: parquet.read_table(folder / name / part).to_pylist()
                for name in ("articles", "claims", "actors", "mentions", "sentences")
            }
        except Exception as error:
            raise ArchiveError(f"{folder}: {part} cannot be read ({type(error).__name__}); {AGAIN}") from None
        grouped = {name: _by_article(found) for name, found in rows.items()}
        for article in rows["articles"]:
            own = {name: grouped[name][article["article"]] for name in ("claims", "actors", "mentions", "sentences")}
            yield Read(article, own["claims"], own["actors"], own["mentions"], own["sentences"])


def list_parts(folder: Path) -> list[str]:
    """The names of the parts that are done. Raises ArchiveError where there are none, or they are no tables."""
    done = sorted(list_done(folder))
    if not done or not (folder / "articles").is_dir():
        what = "lines, not tables" if (folder / "analyses").is_dir() else "no tables"
        raise ArchiveError(f"{folder} holds {what}: run `reader archive run … --out {folder}` first")
    return done


def tell_unfinished(folder: Path) -> str | None:
    """What is to be told of a run that is not at its end."""
    begun = read_plan(folder)
    done = len(list_done(folder))
    return (
        None if begun is None or done == len(begun[1]) else f"{folder} is not finished: {done} of {len(begun[1])} parts"
    )


def _by_article(rows: list[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["article"]].append(row)
    return grouped


def spans_of(cells: list[Row]) -> list[tuple[int, int]]:
    """A column of spans as pairs."""
    return [(cell["start"], cell["end"]) for cell in cells]


def claims_of(read: Read) -> list[Claim]:
    """An article's claims as the engine gave them, but for what only the screen asks."""
    return [
        Claim(
            claim["claim"],
            claim["kind"],
            claim["type"],
            tuple(spans_of(claim["content"])),
            cue=tuple(spans_of(claim["cue"])),
            source=tuple(spans_of(claim["source"])),
            speaker=claim["speaker"],
            speaker_name=claim["speaker_name"],
            within=claim["within"],
        )
        for claim in read.claims
    ]


def actors_of(read: Read) -> list[Actor]:
    """An article's actors with their mentions."""
    mentions: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in read.mentions:
        mentions[row["actor"]].append((row["start"], row["end"]))
    return [
        Actor(row["actor"], row["name"], row["kind"], mentions=tuple(mentions[row["actor"]])) for row in read.actors
    ]
