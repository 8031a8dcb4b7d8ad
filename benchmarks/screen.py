"""Reading a short, a long and a huge article: `python -m benchmarks.screen`.

The longer articles are a sample, repeated, with what was found in it repeated as well: what a reader does should cost
about the same in all. Keys are pressed in a running app without a terminal, and each figure is a median of processor
time, so that a busy machine tells no lies; only the first paint, in a terminal, and keys beside other work are timed
by the clock.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from benchmarks import opening
from benchmarks.tables import show
from reader import analyse, open_article
from reader.analysis import Analysis
from reader.app.app import ReaderApp
from reader.app.background.work import Work
from reader.app.reading.screen import ReadingScreen
from reader.app.start import bundled_start
from reader.article import Article, Span
from reader.resources import bundled

SIZES = (10_000, 100_000, 1_000_000)
PRESSES = 15
KEYS = (
    ("next claim", "n"),
    ("previous claim", "N"),
    ("page down and up", "space,space,b,b"),
    ("to the end and back", "G,g"),
)


def repeated(article: Article, found: Analysis, times: int) -> tuple[Article, Analysis]:
    """An article said so many times over, with everything found in it."""
    length, blocks, sentences = len(article.text) + 2, len(article.blocks), len(found.sentences)

    def moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    long = replace(
        article,
        text="\n\n".join([article.text] * times),
        blocks=tuple(
            replace(block, span=moved((block.span,), n * length)[0]) for n in range(times) for block in article.blocks
        ),
        links=(),
    )
    analysis = replace(
        found,
        sentences=tuple(
            replace(one, span=moved((one.span,), n * length)[0], block=one.block + n * blocks)
            for n in range(times)
            for one in found.sentences
        ),
        claims=tuple(
            replace(
                claim,
                id=f"{claim.id}x{n}",
                content=moved(claim.content, n * length),
                cue=moved(claim.cue, n * length),
                source=moved(claim.source, n * length),
            )
            for n in range(times)
            for claim in found.claims
        ),
        actors=tuple(
            replace(
                actor,
                mentions=tuple(span for n in range(times) for span in moved(actor.mentions, n * length)),
                claims=tuple(f"{id}x{n}" for n in range(times) for id in actor.claims),
            )
            for actor in found.actors
        ),
        summary=replace(found.summary, sentences=tuple(i for i in found.summary.sentences if i < sentences)),
    )
    return long, analysis


async def measure(article: Article, found: Analysis) -> dict[str, float]:
    """Milliseconds of processor time for each thing a reader does, until the screen has come to rest."""
    work = Work(open=lambda *_: article, analyse=lambda *_: found)
    app = ReaderApp(["article"], work=work, start=bundled_start())
    start = time.process_time()
    async with app.run_test(size=(120, 40)) as pilot:
        while not (isinstance(app.screen, ReadingScreen) and app.screen.reading and app.screen.reading.analysis):
            await pilot.pause(0.005)
        await pilot.pause()
        spent = {"lay out and fill the panels": (time.process_time() - start) * 1000}

        def press(key: str) -> Callable[[], Awaitable[None]]:
            return lambda: pilot.press(key)

        def resize(width: int) -> Callable[[], Awaitable[None]]:
            return lambda: pilot.resize_terminal(width, 40)

        def theme(name: str) -> Callable[[], Awaitable[None]]:
            async def change() -> None:
                app.theme = name

            return change

        for name, keys in KEYS:
            spent[name] = await taken(pilot, [press(key) for key in keys.split(",")])
        await pilot.press("n")
        spent["resize"] = await taken(pilot, [resize(90), resize(120)])
        spent["theme change"] = await taken(pilot, [theme("paper"), theme("night")])
    return spent


async def taken(pilot: Pilot[None], steps: list[Callable[[], Awaitable[None]]]) -> float:
    """Milliseconds of processor time for a step, the steps taken in turn; a median."""
    times = []
    for number in range(PRESSES):
        start = time.process_time()
        await steps[number % len(steps)]()
        await pilot.pause()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


async def felt(article: Article) -> list[tuple[str | float, ...]]:
    """How long a key takes by the clock while a long article is analysed and summarised beside it, and when idle.

    Rows of: what goes on, keys pressed meanwhile, median and worst milliseconds until the screen is at rest again, and
    how many times the median of the idle screen that is.
    """
    app = ReaderApp(["article"], work=Work(open=lambda *_: article), start=bundled_start())
    times: dict[str, list[float]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
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
    article = open_article(str(bundled("sample_articles") / "the-call.txt"))
    found = analyse(article)
    columns, heads = [], []
    for size in SIZES:
        long, analysis = repeated(article, found, max(1, round(size / len(article.text.encode()))))
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
    main()
