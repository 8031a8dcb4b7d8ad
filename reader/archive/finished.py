"""The tables of a finished run, read back one part at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.archive.inputs import needed
from reader.archive.plan import ArchiveError
from reader.archive.tables import Row


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
    parts = sorted(path.name for path in (folder / "articles").glob("part-*.parquet"))
    if not parts:
        raise ArchiveError(f"{folder} holds no tables: run `reader archive run … --out {folder}` first")
    for part in parts:
        try:
            rows = {
                name: parquet.read_table(folder / name / part).to_pylist()
                for name in ("articles", "claims", "actors", "mentions", "sentences")
            }
        except Exception as error:
            raise ArchiveError(f"{folder}: {part} cannot be read ({type(error).__name__})") from None
        grouped = {name: _by_article(found) for name, found in rows.items()}
        for article in rows["articles"]:
            own = {name: grouped[name][article["article"]] for name in ("claims", "actors", "mentions", "sentences")}
            yield Read(article, own["claims"], own["actors"], own["mentions"], own["sentences"])


def _by_article(rows: list[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["article"]].append(row)
    return grouped


def spans_of(cells: list[Row]) -> list[tuple[int, int]]:
    """A column of spans as pairs."""
    return [(cell["start"], cell["end"]) for cell in cells]
