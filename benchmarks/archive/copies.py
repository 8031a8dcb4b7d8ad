"""What it takes to find copies: `python -m benchmarks.archive.copies [COUNT] [WORDS]` (default 10,000 articles of 300).

Printed is the processor's time an article for reading and sketching, which processes share, and for laying the sketches
beside each other, which one process does; and how much memory that holds for each.
"""

import json
import random
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.archive.made import TEXTS
from reader.archive import dedupe
from reader.archive.inputs import find_places
from reader.archive.plan import Part, Settings, cut_parts


def main(arguments: list[str]) -> int:
    """Make the articles, all of them different, and look for copies."""
    count, length = (int(word) for word in [*arguments, *("10000", "300")[len(arguments) :]])
    words = sorted({word for path in TEXTS.rglob("*.txt") for word in path.read_text(encoding="utf-8").split()})
    dice, spent, sketch = random.Random(1), 0.0, dedupe.sketch_part

    def timed(part: Part, settings: Settings) -> list[dedupe.Sketch]:
        nonlocal spent
        began = time.process_time()
        try:
            return sketch(part, settings)
        finally:
            spent += time.process_time() - began

    with tempfile.TemporaryDirectory() as place:
        lines = Path(place, "articles.jsonl")
        with lines.open("w", encoding="utf-8") as file:
            for number in range(count):
                text = "\n\n".join(" ".join(dice.choices(words, k=length // 5)) for _ in range(5))
                file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
        settings = Settings(dedupe=True)
        parts = list(cut_parts(find_places([str(lines)], settings), settings.part_bytes))
        dedupe.sketch_part = timed
        timed(Part(0, parts[0].places[:1]), settings)
        held, began, spent = psutil.Process().memory_info().rss, time.process_time(), 0.0
        dedupe.find_copies(parts, Path(place), settings)
        whole = time.process_time() - began
        grown = psutil.Process().memory_info().rss - held
    each = 1e3 / count
    print(f"{count:,} articles of {length} words: {spent * each:.2f} ms of processor each to read and sketch")
    print(f"{(whole - spent) * each:.2f} ms and {grown / count / 1e3:.1f} kB each to lay beside the others")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
