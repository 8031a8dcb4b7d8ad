"""Two hundred feeds with twenty thousand items: `python -m benchmarks.feeds [FEEDS [ITEMS]]` (200 of 100).

What a refresh costs in processor time, ours and that of the process that parses, while the servers stand in a process
of their own; what the list's first look, and the whole opening of its screen, cost beside those of ten feeds; and how
long a key of the feeds' screen takes by the clock while a refresh runs, beside when it does not. Nothing leaves the
machine.
"""

import asyncio
import gc
import multiprocessing
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from email.utils import formatdate
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.feed_servers import item, rss, running
from benchmarks.tables import show
from reader.analysis.document.lexicon import load_words
from reader.article.process.client import feed_child
from reader.feeds import Feeds, Rules
from reader.feeds.listing import Choice
from reader.library import Library

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.app.app import ReaderApp
    from reader.app.feeds.screen import FeedsScreen

HOSTS = 40
PRESSES = 40
NAMES = sorted(word for name in ("men", "women", "places") for word in load_words(name) if word.isalpha())
WORDS = sorted(word for word in load_words("cues_senses") | load_words("bodies") if word.isalpha())


def serve(feeds: int, items: int, pipe: Connection) -> None:
    """Serve so many feeds until told to end; each number received adds an item to every feed."""
    chance = random.Random(1)
    now = time.time()
    papers = [[_item(chance, f"{feed}-{each}", now - 3600 * each) for each in range(items)] for feed in range(feeds)]
    with running(HOSTS) as servers:

        def body(feed: int) -> bytes:
            return rss(f"Paper {feed}", *papers[feed])

        pipe.send([servers.feed(feed, f"/{feed}", lambda feed=feed: body(feed)) for feed in range(feeds)])  # type: ignore[misc]
        while (number := pipe.recv()) is not None:
            for feed, paper in enumerate(papers):
                paper.insert(0, _item(chance, f"{feed}-new-{number}", time.time()))
            pipe.send(sum(servers.asked.values()))


def _item(chance: random.Random, name: str, at: float) -> str:
    names = [word.title() for word in chance.sample(NAMES, 6)]
    words = " ".join(chance.choices(WORDS, k=60))
    text = f"A vote of {chance.randrange(900)} was told by {' '.join(names[:2])} to {' '.join(names[2:])}. {words}."
    return item(f"Item {name} {words[:40]}", text, date=formatdate(at))


def spent() -> float:
    """Seconds of processor time until now, ours and of the processes that have ended; the parsing one is ended."""
    feed_child.stop()
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def subscribe(feeds: Feeds, addresses: Sequence[str]) -> None:
    """Subscribe without asking."""
    outlines = "".join(f'<outline xmlUrl="{address}"/>' for address in addresses)
    feeds.import_opml(f"<opml><body>{outlines}</body></opml>".encode())


def refreshes(feeds: Feeds, pipe: Connection) -> list[tuple[str | float, ...]]:
    """A first refresh, one with nothing new, and one with an item new in each feed."""
    rules = Rules(seconds=3600.0)
    rows: list[tuple[str | float, ...]] = []
    for number, name in enumerate(("first", "nothing new", "one new in each")):
        if number == 2:
            pipe.send(number)
            pipe.recv()
        before, start = spent(), time.monotonic()
        outcomes = feeds.refresh(feeds.due(soon=True)[0], rules=rules)
        wall = time.monotonic() - start
        seconds = spent() - before
        fresh = sum(len(each.items) for each in outcomes)
        bad = sum(bool(each.problem) for each in outcomes)
        rows.append((name, len(outcomes), fresh, bad, seconds, 1000 * seconds / max(1, len(outcomes)), wall))
    return rows


def first_look(feeds: Feeds) -> float:
    """Milliseconds of processor time for what the screen asks for first."""
    choice = Choice(by_story=True)
    start = time.process_time()
    feeds.feeds()
    feeds.watches()
    feeds.unread()
    feeds.count(choice)
    feeds.items(choice, limit=50)
    return 1000 * (time.process_time() - start)


async def opening(library: Library) -> float:
    """Milliseconds of processor time from the key that asks for the feeds until their items stand there."""
    async with _app(library).run_test(size=(140, 40)) as pilot:
        await pilot.pause(0.2)
        gc.collect()
        gc.disable()  # else what earlier openings left behind is looked through in some of them, and not in others
        try:
            start = time.process_time()
            await _open_feeds(pilot)
            return 1000 * (time.process_time() - start)
        finally:
            gc.enable()


def _app(library: Library) -> "ReaderApp":
    from reader.app.app import ReaderApp
    from reader.app.background.desk import Desk
    from reader.app.start import bundled_start

    return ReaderApp((), start=replace(bundled_start(), desk=Desk(lambda: library)))


async def _open_feeds(pilot: "Pilot[None]") -> "FeedsScreen":
    from reader.app.feeds.screen import FeedsScreen

    await pilot.press("f")
    while not (isinstance(screen := pilot.app.screen, FeedsScreen) and screen.chosen):
        await pilot.pause(0.01)
    await pilot.pause()
    return screen


async def keys(library: Library, pipe: Connection) -> list[tuple[str | float, ...]]:
    """How long a key takes by the clock on the screen of feeds, idle and while all feeds are asked."""
    app = _app(library)
    times: dict[str, list[float]] = {"idle": [], "asking": []}
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await _open_feeds(pilot)
        for name in times:
            if name == "asking":
                pipe.send(9)
                pipe.recv()
                await pilot.press("R")
            for number in range(PRESSES):
                start = time.monotonic()
                await pilot.press("j" if number % 4 != 3 else "g")
                await pilot.pause()
                times[name].append(1000 * (time.monotonic() - start))
        assert screen is app.screen
        await pilot.press("escape")
    idle = statistics.median(times["idle"])
    return [(name, statistics.median(each), max(each), statistics.median(each) / idle) for name, each in times.items()]


def main(argv: Sequence[str]) -> int:
    """Print the tables."""
    many, items = (int(argv[0]) if argv else 200), (int(argv[1]) if len(argv) > 1 else 100)
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(many, items, there), daemon=True)
    server.start()
    addresses = here.recv()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        few, library = Library(Path(folder) / "few.db"), Library(Path(folder) / "many.db")
        with few, library:
            subscribe(Feeds(few), addresses[:10])
            Feeds(few).refresh(rules=Rules(seconds=600.0))
            subscribe(Feeds(library), addresses)
            rows = refreshes(Feeds(library), here)
            head = ("refresh", "feeds", "new items", "failed", "processor s", "ms a feed", "wall s")
            show(f"{many} feeds of {items} items", head, rows)
            looks = [(first_look(Feeds(few)), first_look(Feeds(library))) for _ in range(15)]
            ten, all_of_them = (statistics.median(each[n] for each in looks) for n in (0, 1))
            show(
                "the screen's first look (ms of processor time)",
                ("feeds", "ms", "times that of ten"),
                [("10", ten, 1.0), (str(many), all_of_them, all_of_them / ten)],
            )
            opened = [(asyncio.run(opening(few)), asyncio.run(opening(library))) for _ in range(7)]
            ten, all_of_them = (statistics.median(each[n] for each in opened) for n in (0, 1))
            show(
                "the screen of feeds opened (ms of processor time)",
                ("feeds", "ms", "times that of ten"),
                [("10", ten, 1.0), (str(many), all_of_them, all_of_them / ten)],
            )
            rows = asyncio.run(keys(library, here))
            show("a key on the screen of feeds (ms by the clock)", ("meanwhile", "median", "worst", "times idle"), rows)
    here.send(None)
    server.join(5)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
