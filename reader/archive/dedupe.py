"""Copies of one agency text in many papers: found before the analysis, so that one of them is analysed for all."""

import json
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

from reader.archive.inputs import needed
from reader.archive.plan import Part, Settings, identify
from reader.archive.pool import check_start
from reader.archive.raw import Unread, build_articles
from reader.archive.rows import read_place
from reader.archive.run_folder import write_whole
from reader.process_pool import map_in_order, open_pool, submit

ALIKE = 0.8
"""The share of word triples in common (Jaccard) from which two texts are taken for copies."""
_PERMUTATIONS = 128
_SHORTEST = 60
"""Words below which a text is not compared: short notices are alike by chance."""


Sketch = tuple[str, Any]
"""An article's id with the 128 numbers that stand for its word triples."""


def find_copies(parts: Sequence[Part], folder: Path, settings: Settings, jobs: int = 1) -> dict[int, dict[str, str]]:
    """By the number of a part, for the id of each copy in it the id of the first article that it copies (MinHash and
    banded hashing, Broder 1997).

    The texts are read in `jobs` processes, and laid beside each other here. What was found is written down, so that a
    run that goes on finds the same. Raises ArchiveError where datasketch is missing, or no process can be started.
    """
    path = folder / "copies.json"
    if path.exists():
        return {int(number): copies for number, copies in json.loads(path.read_text(encoding="utf-8")).items()}
    sketch = needed("datasketch", "archive")
    index = sketch.MinHashLSH(threshold=ALIKE, num_perm=_PERMUTATIONS)
    found: dict[int, dict[str, str]] = {}
    copied: dict[str, str] = {}
    for number, sketches in _all_sketches(parts, settings, jobs):
        for id, marks in sketches:
            if id in index:
                continue
            if id not in copied:
                alike = sorted(index.query(marks))
                if not alike:
                    index.insert(id, marks)
                    continue
                copied[id] = alike[0]
            found.setdefault(number, {})[id] = copied[id]
    write_whole(path, json.dumps(found).encode())
    return found


def _all_sketches(parts: Sequence[Part], settings: Settings, jobs: int) -> Iterator[tuple[int, list[Sketch]]]:
    """Those of each part, in the parts' order. One that ends its process alone has none: its texts are not compared."""
    if jobs <= 1:
        yield from ((part.number, sketch_part(part, settings)) for part in parts)
        return
    waiting = deque(parts)
    work = partial(sketch_part, settings=settings)
    while waiting:
        try:
            with open_pool(jobs, os.getpid) as pool:
                for sketches in map_in_order(pool, work, list(waiting), in_flight=4 * jobs):
                    yield waiting.popleft().number, sketches
        except BrokenProcessPool:
            check_start()
            first = waiting.popleft()
            yield first.number, _sketch_alone(first, settings)


def _sketch_alone(part: Part, settings: Settings) -> list[Sketch]:
    with open_pool(1, os.getpid) as pool:
        try:
            return submit(pool, sketch_part, part, settings).result()
        except BrokenProcessPool:
            return []


def sketch_part(part: Part, settings: Settings) -> list[Sketch]:
    """The sketches of a part's articles but the short ones."""
    sketch = needed("datasketch", "archive")
    sketches = []
    for id, text in _texts(part, settings):
        words = text.casefold().split()
        if len(words) >= _SHORTEST:
            marks = sketch.MinHash(num_perm=_PERMUTATIONS)
            triples = {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
            marks.update_batch([triple.encode("utf-8", "replace") for triple in triples])
            sketches.append((id, sketch.LeanMinHash(marks)))
    return sketches


def _texts(part: Part, settings: Settings) -> Iterator[tuple[str, str]]:
    for place in part.places:
        for raw in read_place(place, settings):
            for article in build_articles(raw):
                if not isinstance(article, Unread):
                    body = " ".join(article.texts(frozenset(("paragraph", "quote", "list-item"))))
                    yield identify(article.source, article.text), body
