"""Words a second over very many articles: `python -m benchmarks.archive [ARTICLES] [FOLDER]`.

Runs the same articles (the gate's, or FOLDER's texts, repeated with changes) through one and two processes, a local
Dask cluster of one and two workers, and `reader analyze --jobs 2`, one after the other in one run, and prints each
beside one process. The memory is the largest that any process of the way took at any time. Needs the archive and
cluster extras.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.tables import show

TEXTS = Path(__file__).resolve().parents[1] / "tests" / "gold" / "articles"


def write_articles(folder: Path, count: int, texts: Path) -> int:
    """Write `count` articles as JSON Lines and as files, made of the texts there are; gives their words."""
    held = [path.read_text(encoding="utf-8") for path in sorted(texts.glob("*.txt"))]
    words = 0
    (folder / "files").mkdir()
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = held[number % len(held)].replace(" the ", f" the {number} ", 1)
            words += len(text.split())
            lines.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
            (folder / "files" / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return words


def measure(name: str, command: list[str]) -> tuple[str, float, float]:
    """A way's name, the seconds it took and the megabytes of its largest process."""
    code = (
        "import resource, subprocess, sys; status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(status)"
    )
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.strip()[-300:]}")
    return name, time.perf_counter() - began, int(done.stdout.split()[-1]) / 1024


def main(arguments: list[str]) -> int:
    """Measure every way over the same articles."""
    count = int(arguments[0]) if arguments else 200
    texts = Path(arguments[1]) if len(arguments) > 1 else TEXTS
    reader = [sys.executable, "-m", "reader"]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        words = write_articles(folder, count, texts)
        lines = str(folder / "articles.jsonl")
        ways = [
            ("one process", ["--jobs", "1"]),
            ("two processes", ["--jobs", "2"]),
            ("Dask, one worker", ["--cluster", "local[1]"]),
            ("Dask, two workers", ["--cluster", "local[2]"]),
        ]
        found = []
        for number, (name, options) in enumerate(ways):
            command = [*reader, "archive", "run", lines, "--out", str(folder / f"out{number}"), *options]
            found.append(measure(name, [*command, "--part-bytes", "100000"]))
        found.append(measure("reader analyze --jobs 2", [*reader, "analyze", "--jobs", "2", str(folder / "files")]))
    first = found[0][1]
    rows = [(name, f"{words / took:,.0f}", f"{first / took:.2f}", f"{memory:.0f}") for name, took, memory in found]
    show(f"{count} articles, {words:,} words", ("way", "words/s", "of one process", "MB"), rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
