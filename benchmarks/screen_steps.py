"""What a reader does in an app without a terminal, and the processor time that each step takes.

As a program it stands in for a checkout of Reader, whichever `PYTHONPATH` names, and uses nothing of this one: it reads
from standard input an article's path and what was found in it (JSON, a line), then orders, a line each, and answers
each with a line of JSON. The orders: `open TIMES` (the article so many times over; milliseconds until its panels are
filled), the name of a step (milliseconds of each time), `close`.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from functools import partial
from typing import Any, TypeVar

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.pilot import Pilot

from reader import open_article
from reader.analysis import Analysis
from reader.analysis.model import Actor, Claim, Sentence, Stats, Summary
from reader.app.app import ReaderApp
from reader.app.background.work import Work
from reader.app.reading.screen import ReadingScreen
from reader.app.start import bundled_start
from reader.article import Article, Span

KEYS = {
    "next claim": "n",
    "previous claim": "N",
    "page down and up": "space,space,b,b",
    "to the end and back": "G,g",
}
STEPS = (*KEYS, "resize", "theme change")
FILL = "lay out and fill the panels"
WIDTH, HEIGHT = 120, 40
_REST = 0.05
"""Seconds in which a screen comes to rest; what comes later on a busy machine is counted with the next time."""

Kind = TypeVar("Kind")


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
                within=claim.within and f"{claim.within}x{n}",
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


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until the article is shown with all that was found in it."""
    app = pilot.app
    while not (isinstance(app.screen, ReadingScreen) and app.screen.reading and app.screen.reading.analysis):
        await pilot.pause(0.005)
    await pilot.pause()


def app_of(article: Article, found: Analysis) -> ReaderApp:
    """An app that opens this article and finds this in it."""
    return ReaderApp(["article"], work=Work(open=lambda *_: article, analyse=lambda *_: found), start=bundled_start())


async def taken(pilot: Pilot[None], step: str, times: int) -> float:
    """Milliseconds of processor time that a step takes, until the screen has come to rest; the mean of so many times.

    Keys come as a terminal brings them: a pilot's own waiting asks every widget, and would be measured with them.
    """
    app = pilot.app
    assert isinstance(app, ReaderApp)
    ways = _ways(app, step)
    start = time.process_time()
    for number in range(times):
        ways[number % len(ways)]()
        await asyncio.sleep(_REST)
        while not app.input_queue.is_idle:
            await asyncio.sleep(_REST)
    return (time.process_time() - start) * 1000 / times


def _ways(app: ReaderApp, step: str) -> list[Callable[[], object]]:
    """What a step does the first time, the second and so on, in turn."""

    def press(name: str) -> object:
        return app.post_message(events.Key(name, {"space": " "}.get(name, name)))

    def resize(width: int) -> object:
        size = Size(width, HEIGHT)
        if isinstance(app._driver, HeadlessDriver):
            app._driver._size = size
        return app.post_message(events.Resize(size, size))

    if step in KEYS:
        return [partial(press, key) for key in KEYS[step].split(",")]
    if step == "resize":
        return [partial(resize, 90), partial(resize, WIDTH)]
    return [partial(setattr, app, "theme", theme) for theme in ("paper", "night")]


def as_data(found: Analysis) -> dict[str, Any]:
    """What was found, as JSON takes it."""
    return asdict(found)


def from_data(data: dict[str, Any]) -> Analysis:
    """What was found, in the words of whichever checkout this runs in; what it has no word for is left out."""
    return Analysis(
        sentences=tuple(_made(Sentence, each) for each in data["sentences"]),
        actors=tuple(_made(Actor, each) for each in data["actors"]),
        claims=tuple(_made(Claim, each) for each in data["claims"]),
        summary=_made(Summary, data["summary"]),
        stats=_made(Stats, data["stats"]),
    )


def _made(kind: type[Kind], data: dict[str, Any]) -> Kind:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _frozen(value) for name, value in data.items() if name in known})


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


async def serve(path: str, data: dict[str, Any]) -> None:
    """Open and measure as the orders on standard input say."""
    article, found = open_article(path), from_data(data)

    def answer(value: object) -> None:
        print(json.dumps(value), flush=True)

    while (order := await asyncio.to_thread(sys.stdin.readline)).startswith("open "):
        long = repeated(article, found, int(order.split()[1]))
        start = time.process_time()
        async with app_of(*long).run_test(size=(WIDTH, HEIGHT)) as pilot:
            await at_rest(pilot)
            answer((time.process_time() - start) * 1000)
            while (order := (await asyncio.to_thread(sys.stdin.readline)).strip()) not in ("close", ""):
                step, presses = order.rsplit(" ", 1)
                answer(await taken(pilot, step, int(presses)))


if __name__ == "__main__":
    asyncio.run(serve(*json.loads(sys.stdin.readline())))
