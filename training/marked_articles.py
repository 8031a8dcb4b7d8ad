"""The articles of `summary/extra` that marks of ours name by their ids."""

import gzip
import json
from collections.abc import Collection, Iterator
from pathlib import Path


def find_texts(extra: Path, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each article's id and its text under its title, file for file; none of the test part."""
    for path in sorted(extra.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["id"] in wanted and row.get("part") != "test":
                    paragraphs = (part for part in row["text"].split("\n") if part.strip())
                    yield row["id"], "\n\n".join(filter(None, [row["title"], *paragraphs]))
