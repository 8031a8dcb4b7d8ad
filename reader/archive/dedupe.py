"""Copies of one agency text in many papers: found before the analysis, so that one of them is analysed for all."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.archive.inputs import needed
from reader.archive.plan import Part, Settings, identify
from reader.archive.raw import Unread, build_articles
from reader.archive.rows import read_place
from reader.archive.whole_files import write_whole

ALIKE = 0.8
"""The share of word triples in common (Jaccard) from which two texts are taken for copies."""
_PERMUTATIONS = 128
_SHORTEST = 60
"""Words below which a text is not compared: short notices are alike by chance."""


def find_copies(parts: Sequence[Part], folder: Path, settings: Settings) -> dict[int, dict[str, str]]:
    """By the number of a part, for the id of each copy in it the id of the first article that it copies (MinHash and
    banded hashing, Broder 1997).

    What was found is written down, so that a run that goes on finds the same. Raises ArchiveError where datasketch is
    missing.
    """
    path = folder / "copies.json"
    if path.exists():
        return {int(number): copies for number, copies in json.loads(path.read_text(encoding="utf-8")).items()}
    sketch = needed("datasketch", "archive")
    index = sketch.MinHashLSH(threshold=ALIKE, num_perm=_PERMUTATIONS)
    found: dict[int, dict[str, str]] = {}
    copied: dict[str, str] = {}
    for number, id, text in _texts(parts, settings):
        words = text.casefold().split()
        if len(words) < _SHORTEST or id in index:
            continue
        if id not in copied:
            marks = sketch.MinHash(num_perm=_PERMUTATIONS)
            triples = (" ".join(words[at : at + 3]) for at in range(len(words) - 2))
            marks.update_batch([triple.encode("utf-8", "replace") for triple in triples])
            alike = sorted(index.query(marks))
            if not alike:
                index.insert(id, marks)
                continue
            copied[id] = alike[0]
        found.setdefault(number, {})[id] = copied[id]
    write_whole(path, json.dumps(found).encode())
    return found


def _texts(parts: Sequence[Part], settings: Settings) -> Iterator[tuple[int, str, str]]:
    for part in parts:
        for place in part.places:
            for raw in read_place(place, settings):
                for article in build_articles(raw):
                    if not isinstance(article, Unread):
                        body = " ".join(article.texts(frozenset(("paragraph", "quote", "list-item"))))
                        yield part.number, identify(article.source, article.text), body
