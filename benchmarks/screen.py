"""Reading a short, a long and a huge article: `python -m benchmarks.screen [--against VERSION]`.

The longer articles are a sample, repeated, with what was found in it repeated as well: what a reader does should cost
about the same in all. Keys are pressed in a running app without a terminal, and each figure is a median of processor
time, so that a busy machine tells no lies; only the first paint, in a terminal, and keys beside other work are timed
by the clock.

With `--against` the steps of another version, a checkout's folder or a commit, are taken in turn with those of this
one, in two processes over the same article and the same claims, for some three minutes: one run after the other differs
by a fifth from itself, of such a pair the ratio can be read.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import opening, screen_steps
from benchmarks.same import HERE, check_out
from benchmarks.screen_steps import FILL, HEIGHT, STEPS, WIDTH, app_of, as_data, at_rest, repeated, taken
from benchmarks.tables import show
from reader import analyse, open_article
from reader.analysis import Analysis
from reader.app.app import ReaderApp
from reader.app.background.work import Work
from reader.app.reading.screen import ReadingScreen
from reader.app.start import bundled_start
from reader.article import Article
from reader.resources import bundled

SIZES = (10_000, 100_000, 1_000_000)
PRESSES = 15
ROUNDS, TURNS, IN_A_TURN = 3, 6, 4
"""How often each size is opened beside another checkout, how often each step has its turn then, and how often it is
taken in one turn."""


async def measure(article: Article, found: Analysis) -> dict[str, float]:
    """Milliseconds of processor time for each thing a reader does, until the screen has come to rest; medians."""
    start = time.process_time()
    async with app_of(article, found).run_test(size=(WIDTH, HEIGHT)) as pilot:
        await at_rest(pilot)
        spent = {FILL: (time.process_time() - start) * 1000}
        for step in STEPS:
            spent[step] = statistics.median([await taken(pilot, step, IN_A_TURN) for _ in range(TURNS)])
    return spent


class Checkout:
    """A process of its own that opens articles and takes steps with the code of a checkout, as it is told."""

    def __init__(self, folder: Path, path: str, found: Analysis) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", screen_steps.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder)},
        )
        self.tell(json.dumps([path, as_data(found)]))

    def tell(self, order: str) -> None:
        """Give an order that has no answer."""
        assert self._process.stdin
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()

    def ask(self, order: str) -> Any:
        """Give an order and wait for the answer; raises RuntimeError where the process ended."""
        self.tell(order)
        assert self._process.stdout
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the process ended at the order {order!r}")
        return json.loads(answer)

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()


def against(version: str) -> None:
    """Print what each step costs in this checkout and in another, which take turns all the time, and the ratios.

    A turn is at one stretch of the article in both, so each counts with the median of its rounds, and a step with the
    mean of its turns.
    """
    path, article, found = sample()
    times = [repeats(article, size) for size in SIZES]
    costs: dict[tuple[str, int, int, int], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        both = [Checkout(each, path, found) for each in (check_out(version, Path(folder)), HERE)]
        for number in range(ROUNDS):
            for size in times:
                turns = list(enumerate(both))[:: 1 if number % 2 else -1]
                for which, checkout in turns:
                    costs.setdefault((FILL, size, which, 0), []).append(checkout.ask(f"open {size}"))
                for step in STEPS:
                    for turn in range(TURNS):
                        for which, checkout in turns:
                            costs.setdefault((step, size, which, turn), []).append(checkout.ask(f"{step} {IN_A_TURN}"))
                for _, checkout in turns:
                    checkout.tell("close")
        for checkout in both:
            checkout.end()
    rows: list[tuple[str | float, ...]] = []
    for step in (FILL, *STEPS):
        row: list[str | float] = [step]
        for size in times:
            before, now = (
                statistics.mean(
                    statistics.median(rounds)
                    for (of, long, by, _), rounds in costs.items()
                    if (of, long, by) == (step, size, which)
                )
                for which in range(2)
            )
            row += [before, now, f"{now / before:.2f}"]
        rows.append(tuple(row))
    sizes = (f"{len(article.text.encode()) * size // 1000} kB" for size in times)
    head = ("ms of the processor", *(each for size in sizes for each in (f"{size}: {version}", "here", "ratio")))
    show(f"The screen beside that of {version}, in turn ({ROUNDS * TURNS * IN_A_TURN} times a step)", head, rows)


def sample() -> tuple[str, Article, Analysis]:
    """The article that all are made of: its path, and what was found in it."""
    path = str(bundled("sample_articles") / "the-call.txt")
    article = open_article(path)
    return path, article, analyse(article)


def repeats(article: Article, size: int) -> int:
    """How often an article has to be said to be of a size in bytes."""
    return max(1, round(size / len(article.text.encode())))


async def felt(article: Article) -> list[tuple[str | float, ...]]:
    """How long a key takes by the clock while a long article is analysed and summarised beside it, and when idle.

    Rows of: what goes on, keys pressed meanwhile, median and worst milliseconds until the screen is at rest again, and
    how many times the median of the idle screen that is.
    """
    app = ReaderApp(["article"], work=Work(open=lambda *_: article), start=bundled_start())
    times: dict[str, list[float]] = {}
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        while not (isinstance(app.screen, ReadingScreen) and app.screen.reading):
            await pilot.pause(0.005)
        screen = app.screen

        async def press(doing: str, goes_on: Callable[[], bool]) -> None:
            while goes_on():
                for key in ("j", "j", "k", "k"):
                    start = time.perf_counter()
                    await pilot.press(key)
                    await pilot.pause()
                    times.setdefault(doing, []).append((time.perf_counter() - start) * 1000)

        await press("while it is analysed", lambda: screen.now.analysis is None)
        await pilot.press("n")
        await press("nothing", lambda: len(times.get("nothing", ())) < 10 * PRESSES)
        for doing, key in (("another method", "m"), ("all sides", "B"), ("why each line", "w"), ("what one says", "p")):
            await pilot.press(key)
            until = time.perf_counter() + 1
            await press(doing, lambda: bool(screen.now.doing) or time.perf_counter() < until)  # noqa: B023
    idle = statistics.median(times["nothing"])
    return [
        (doing, float(len(each)), statistics.median(each), max(each), statistics.median(each) / idle)
        for doing, each in times.items()
    ]


def first_paint() -> list[float]:
    """Milliseconds from the prompt to the first screen for a text of each size, in a terminal; medians."""
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(opening.ROUNDS):
            for size in SIZES:
                path = Path(folder) / f"{size}.md"
                path.write_text(opening.text_of(size), encoding="utf-8")
                drawn = opening.until_drawn([sys.executable, "-m", "reader", str(path)])
                if drawn is not None:
                    times[size].append(drawn * 1000)
    return [statistics.median(times[size]) for size in SIZES]


def main() -> None:
    _, article, found = sample()
    columns, heads = [], []
    for size in SIZES:
        long, analysis = repeated(article, found, repeats(article, size))
        heads.append(f"{len(long.text.encode()) // 1000} kB, {len(analysis.claims)} claims")
        columns.append(asyncio.run(measure(long, analysis)))
    rows: list[tuple[str | float, ...]] = []
    for name in columns[0]:
        costs = [column[name] for column in columns]
        rows.append((name, *costs, costs[1] / costs[0], costs[2] / costs[0]))
    ratios = ("10 times the text", "100 times")
    show("The screen: processor time", ("ms", *heads, *ratios), rows)
    show(
        f"A key while {heads[-1]} are worked on in the process beside, by the clock",
        ("what goes on", "keys", "median, ms", "worst, ms", "times idle"),
        asyncio.run(felt(long)),
    )
    paint = first_paint()
    show(
        "From the prompt to the first screen of a Markdown file, in a terminal (median of fresh processes)",
        ("ms", *(f"{size // 1000} kB" for size in SIZES), *ratios),
        [("first paint", *paint, paint[1] / paint[0], paint[2] / paint[0])],
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--against"] and len(sys.argv) == 3:
        against(sys.argv[2])
    else:
        main()
