"""Damaged files for `reader library import`: `python -m benchmarks.library_fuzz [FILES] [SEED]`, 10,000 unless said.

Exports of every program are cut, spliced, repeated and sprinkled with what means something to a parser, and so are the
library's own. A case fails when anything but a report comes out, when a line of it is not one safe line, when what was
taken is not safe to show, or when the library is not sound afterwards; it is then kept as `import-SEED.bin`.
"""

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.fuzz import damaged
from benchmarks.import_seeds import OMNIVORE, SAMPLES
from benchmarks.tables import show
from reader.article import article_from_text, safe_text
from reader.library import Library

OWN = "the library's own"
ZIPPED = "omnivore, zipped"


def seeds() -> dict[str, bytes]:
    """One file of each form to start from."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        article = article_from_text("The ferry\n\nIt stops in May, said Ann Lee.", source="https://packet.example/own")
        kept = library.keep(replace(article, url="https://packet.example/own"))
        library.highlight(kept.entry, (0, 9), note="why?", tags=("sea",))
        own = "\n".join(library.export_lines()).encode()
    return {**{name: text.encode() for name, text in SAMPLES.items()}, OWN: own, ZIPPED: b""}


_SEEDS: dict[str, bytes] = {}


def damaged_export(dice: random.Random) -> tuple[str, bytes]:
    """A file after some accidents, and what it was."""
    if not _SEEDS:
        _SEEDS.update(seeds())
    name = dice.choice(sorted(_SEEDS))
    if name != ZIPPED:
        return name, damaged(_SEEDS[name], dice)
    files = {
        "metadata_0_to_20.json": OMNIVORE.encode(),
        "content/the-ferry.html": b"<p>It stops in May, said Ann Lee.</p>",
        "highlights/the-ferry.md": b"> It stops in May\n\n#sea\n\nask her\n",
    }
    for inside in dice.sample(sorted(files), dice.choice((1, 1, 2))):
        files[inside] = damaged(files[inside], dice)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for inside, data in files.items():
            archive.writestr(inside, data, zipfile.ZIP_DEFLATED)
    return name, damaged(packed.getvalue(), dice) if dice.random() < 0.4 else packed.getvalue()


def complaint(library: Library, case: bytes) -> str | None:
    """What is wrong with how an import of these bytes ends; None when it is a report."""
    try:
        taken = library.import_file(case)
        for line, why in (*taken.problems, *taken.remarks):
            if line < 1 or not why or "\n" in why or safe_text(why, lines=False) != why:
                return f"line {line}: {why!r}"
        for entry in library.entries(limit=20):
            facts = (entry.source, entry.url, entry.title, entry.site, entry.published, *entry.byline, *entry.tags)
            wrong = next((fact for fact in facts if fact and safe_text(fact, lines=False) != fact), None)
            if wrong is not None:
                return f"fact {wrong!r}"
        for mark in library.marks()[-20:]:
            if safe_text(mark.note) != mark.note:
                return f"note {mark.note!r}"
    except Exception as unexpected:
        return repr(unexpected)
    return None


def main(files: int = 10_000, seed: int | None = None) -> int:
    """Tries so many files; gives 1 when any failed."""
    first = random.randrange(1 << 32) if seed is None else seed
    outcomes: Counter[tuple[str, bool]] = Counter()
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            if number % 500 == 0:  # a young library and a fuller one
                library = Library(Path(folder) / f"{number}.db")
            name, case = damaged_export(random.Random(first + number))
            start = time.process_time()
            wrong = complaint(library, case)
            slowest = max(slowest, (time.process_time() - start, first + number))
            if wrong is None and number % 100 == 99:
                wrong = "; ".join(library.check()) or None
            outcomes[name, wrong is not None] += 1
            if wrong is not None:
                Path(f"import-{first + number}.bin").write_bytes(case)
                print(f"seed {first + number} ({name}): {wrong}", file=sys.stderr, flush=True)
    rows = [(name, outcomes[name, False], outcomes[name, True]) for name in sorted({name for name, _ in outcomes})]
    show(f"Damaged imports, seeds {first} to {first + files - 1}", ("form", "reports", "failed"), rows)
    print(f"slowest: {slowest[0]:.1f} s (seed {slowest[1]})")
    return int(any(failed for _, failed in outcomes))


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:3])))
