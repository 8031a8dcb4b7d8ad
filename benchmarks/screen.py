"""Scrolling and walking claims in a short and in a huge article: `python -m benchmarks.screen`.

The huge article is a sample, repeated, with what was found in it repeated as well: every figure should be about the
same for both, opening excepted. Keys are pressed in a running app without a terminal; each figure is a median.
"""

import asyncio
import statistics
import time
from dataclasses import replace

from textual.pilot import Pilot

from benchmarks.tables import show
from reader import analyse, open_article
from reader.analysis import Analysis
from reader.app.app import ReaderApp
from reader.app.reading_screen import ReadingScreen
from reader.app.start import bundled_start
from reader.app.work import Work
from reader.article import Article, Span
from reader.resources import bundled

SIZES = (10_000, 1_000_000)
PRESSES = 15
KEYS = (("page down", "space"), ("to the end and back", "G,g"), ("next claim", "n"), ("previous claim", "N"))


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
    """Milliseconds for each thing a reader does."""
    work = Work(open=lambda *_: article, analyse=lambda *_: found)
    app = ReaderApp(["article"], work=work, start=bundled_start())
    start = time.perf_counter()
    async with app.run_test(size=(120, 40)) as pilot:
        while not (isinstance(app.screen, ReadingScreen) and app.screen.reading and app.screen.reading.analysis):
            await pilot.pause(0.005)
        await pilot.pause()
        spent = {"open and fill the panels": (time.perf_counter() - start) * 1000}
        for name, keys in KEYS:
            spent[name] = await pressed(pilot, keys.split(","))
    return spent


async def pressed(pilot: Pilot[None], keys: list[str]) -> float:
    """Milliseconds a press, until the screen has come to rest."""
    times = []
    for number in range(PRESSES):
        start = time.perf_counter()
        await pilot.press(keys[number % len(keys)])
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    article = open_article(str(bundled("sample_articles") / "the-call.txt"))
    found = analyse(article)
    columns = []
    for size in SIZES:
        long, analysis = repeated(article, found, max(1, round(size / len(article.text.encode()))))
        columns.append((len(long.text.encode()), len(analysis.claims), asyncio.run(measure(long, analysis))))
    (small, few, short), (large, many, huge) = columns
    rows = [(name, short[name], huge[name], huge[name] / short[name]) for name in short]
    head = ("ms", f"{small // 1000} kB, {few} claims", f"{large // 1000} kB, {many} claims", "ratio")
    show("The screen", head, rows)


if __name__ == "__main__":
    main()
