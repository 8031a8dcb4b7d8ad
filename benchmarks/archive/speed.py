"""Words a second over very many articles: `python -m benchmarks.archive [--articles N] [--texts DIR] [--old VERSION]`

The same articles (the gate's, or DIR's texts, repeated with changes) go through one process of one thread, one that
reads ahead, two processes, a local Dask cluster of one and of two workers, and `reader analyze --jobs 2`, also that of
an old version (a checkout's folder or a commit); one way after the other in each of `--rounds`, and the best of each
way counts. Memory is looked at five times a second: the most that a worker held, and how much more its median was in
the last third of its life than in the one before. Needs the archive and cluster extras, and psutil, which comes with
the latter.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil

from benchmarks.archive.made import TEXTS, write_articles
from benchmarks.same import check_out
from benchmarks.tables import show

HERE = Path(__file__).resolve().parents[2]


@dataclass
class Memory:
    """Megabytes that each process below one held, looked at again and again."""

    held: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    busy: dict[int, float] = field(default_factory=dict)

    def watch(self, root: int, ended: threading.Event) -> None:
        """Look until the end."""
        while not ended.wait(0.2):
            try:
                top = psutil.Process(root)
                for process in [top, *top.children(recursive=True)]:
                    self.held[process.pid].append(process.memory_info().rss / 1024**2)
                    self.busy[process.pid] = sum(process.cpu_times()[:2])
            except psutil.Error:
                continue

    def workers(self) -> list[list[float]]:
        """What those held that did the work: at least a fifth of what the busiest did."""
        most = max(self.busy.values(), default=0.0)
        return [self.held[pid] for pid, spent in self.busy.items() if spent >= most / 5]

    def peak(self) -> float:
        """The most that a worker held."""
        return max((max(held) for held in self.workers()), default=0.0)

    def growth(self) -> float:
        """How much more a worker held in the last third of its life than in the middle one."""
        parts = [(held[len(held) // 3 : 2 * len(held) // 3], held[2 * len(held) // 3 :]) for held in self.workers()]
        return max((median(last) - median(middle) for middle, last in parts if middle and last), default=0.0)


@dataclass
class Way:
    """A command, where it runs, and what it took at best: seconds of the clock, seconds of processor."""

    name: str
    command: list[str]
    place: Path = HERE
    took: float = float("inf")
    spent: float = float("inf")
    peak: float = 0.0
    growth: float = 0.0

    def measure(self, out: Path) -> None:
        """Run it once."""
        memory, ended = Memory(), threading.Event()
        command = [word.replace("OUT", str(out)) for word in self.command]
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "reader", *command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(self.place)},
            text=True,
        )
        watcher = threading.Thread(target=memory.watch, args=(process.pid, ended))
        watcher.start()
        _, told = process.communicate()
        took = time.perf_counter() - began
        ended.set()
        watcher.join()
        if process.returncode:
            raise SystemExit(f"{self.name}: {told.strip()[-300:]}")
        self.took, self.spent = min(self.took, took), min(self.spent, sum(memory.busy.values()))
        self.peak, self.growth = max(self.peak, memory.peak()), max(self.growth, memory.growth())


def list_ways(folder: Path, old: Path | None) -> list[Way]:
    """Every way over the articles in a folder."""
    run = ["archive", "run", str(folder / "articles.jsonl"), "--out", "OUT", "--part-bytes", "100000"]
    analyze = ["analyze", "--jobs", "2", str(folder / "files")]
    ways = [
        Way("one process", [*run, "--jobs", "1", "--threads", "1"]),
        Way("one process, reading ahead", [*run, "--jobs", "1", "--threads", "2"]),
        Way("two processes", [*run, "--jobs", "2"]),
        Way("Dask, one worker", [*run, "--cluster", "local[1]"]),
        Way("Dask, two workers", [*run, "--cluster", "local[2]"]),
        Way("analyze --jobs 2", analyze),
    ]
    return [*ways, Way("analyze --jobs 2 of the old version", analyze, old)] if old else ways


def main() -> None:
    """Measure every way over the same articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--old")
    parser.add_argument("--rounds", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        words = write_articles(folder, chosen.articles, chosen.texts)
        (folder / "old").mkdir()
        try:
            old = check_out(chosen.old, folder / "old") if chosen.old else None
        except ValueError as error:
            parser.error(str(error))
        ways = list_ways(folder, old)
        for turn in range(chosen.rounds):
            for number, way in enumerate(ways):
                way.measure(folder / f"out{turn}.{number}")
                print(f"{way.name}: {way.took:.1f} s", file=sys.stderr, flush=True)
    first = ways[0].took
    rows = [
        (
            way.name,
            f"{words / way.took:,.0f}",
            f"{first / way.took:.2f}",
            f"{way.spent / words * 1e6:.0f}",
            f"{way.peak:.0f}",
            f"{way.growth:+.0f}",
        )
        for way in ways
    ]
    head = ("way", "words/s", "of one process", "µs of processor a word", "MB of a worker", "growth")
    show(f"{chosen.articles} articles, {words:,} words", head, rows)
    by_name = {way.name: way.took for way in ways}
    print(f"\ntwo processes over one: {by_name['one process'] / by_name['two processes']:.2f} (bar 1.8)")
    for one, other in (("one process", "Dask, one worker"), ("two processes", "Dask, two workers")):
        print(f"{other} against {one}: {by_name[other] / by_name[one] - 1:+.0%} time (bar +10%)")
    for way in ways[5:]:
        print(f"two processes over {way.name}: {way.took / by_name['two processes']:.2f} (bar 1.5)")


if __name__ == "__main__":
    main()
