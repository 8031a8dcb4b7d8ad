"""The feeds on the screen: asked, read from the list, put off, marked read, told by story."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from benchmarks.feed_servers import Servers, item, rss, running
from reader.app.app import ReaderApp
from reader.app.background.desk import Desk
from reader.app.comparing.screen import ComparingScreen
from reader.app.feeds.screen import FeedsScreen
from reader.app.home.screen import HomeScreen
from reader.app.screens.question import Question
from reader.app.start import bundled_start
from reader.article.process.client import feed_child
from reader.feeds import Feeds
from reader.library import Library
from tests.app.conftest import Bench, See
from tests.feeds.test_refresh import subscribe
from tests.feeds.test_stories import COPY

WHOLE = "The ferry came back at noon with nobody on board but a goat, said the porter, who had seen it all. " * 20


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with running(3) as servers:
        yield servers
    feed_child.stop()


@pytest.fixture
def library(tmp_path: Path, servers: Servers) -> Iterator[Library]:
    """A library that subscribes to three feeds, of which nothing was asked yet."""
    tell = partial(item, site=servers.addresses[2])
    papers = [
        [tell("Goat on ferry", WHOLE, day=20), tell("Pier shut", COPY, day=19), tell("Rain", day=2)],
        [tell("Board shuts pier", COPY, day=18), tell("Snow [b]sic[/b]", day=1)],
    ]
    page = f"<html><head><title>Rain</title></head><body><article><h1>Rain</h1><p>{WHOLE}</p></article></body></html>"
    servers.serve(2, "/rain", lambda request: request.send(page.encode(), Content_Type="text/html"))
    with Library(tmp_path / "library.db", clock=lambda: 1_795_200_000.0) as library:
        addresses = [servers.feed(n, "/f", partial(rss, f"Paper {n}", *each)) for n, each in enumerate(papers)]
        addresses.append(servers.serve(2, "/gone", lambda request: request.send(b"", 410)))
        subscribe(Feeds(library), *addresses)
        yield library


def make_app(bench: Bench, library: Library, **settings: Any) -> ReaderApp:
    start = bundled_start()
    start = replace(start, desk=Desk(lambda: library), settings=replace(start.settings, **settings))
    return ReaderApp((), work=bench.work(), start=start)


def rows(screen: FeedsScreen) -> list[str]:
    """The items that are shown, as lines."""
    table = screen.query_one("#feed-items")
    return ["".join(text for text, _ in table.draw_row(n, 120)[0]).strip() for n in range(table.count)]


async def shows_feeds(pilot: Pilot[Any], count: int) -> FeedsScreen:
    screen = await See.shows(pilot, FeedsScreen)
    await See.until(pilot, lambda: screen.query_one("#feed-items").count == count)
    return screen


async def test_from_home_to_the_third_unread_item_and_another_queued(bench: Bench, library: Library) -> None:
    async with make_app(bench, library).run_test(size=(140, 40)) as pilot:
        await See.shows(pilot, HomeScreen)
        await pilot.press("f")
        screen = await shows_feeds(pilot, 0)
        assert "No items yet" in screen.query_one("#feed-items").message
        await pilot.press("R")
        await shows_feeds(pilot, 4)
        shown = rows(screen)
        assert [line.lstrip("● ").split("  ")[0] for line in shown] == [
            "Goat on ferry",
            "Pier shut",
            "Rain",
            "Snow [b]sic[/b]",
        ]
        assert "2 papers" in shown[1]
        sources = [source.name for source in screen.query_one("#feed-sources").sources]
        assert sources == ["Everything", "127.0.0.3", "Paper 0", "Paper 1"]

        await pilot.press("n", "n", "enter")
        await See.until(pilot, lambda: not isinstance(pilot.app.screen, FeedsScreen))
        reading = await See.settled(pilot)
        assert reading.now.article.title == "Rain"
        await pilot.press("i")
        screen = await shows_feeds(pilot, 4)
        await See.until(pilot, lambda: screen.chosen is not None and screen.chosen.title == "Rain")
        assert screen.chosen.read is not None
        await pilot.press("n", "z")  # as fast hands do
        await See.until(pilot, lambda: screen.chosen is not None and screen.chosen.queued)
        assert [entry.title for entry in library.entries(queued=True)] == ["Snow [b]sic[/b]"]

        await pilot.press("g", "n")
        await See.until(pilot, lambda: screen.chosen is not None and screen.chosen.title == "Pier shut")
        await pilot.press("C")
        comparing = await See.shows(pilot, ComparingScreen)
        assert [subject.name for subject in comparing.subjects] == ["Paper 0", "Paper 1"]
        await pilot.press("escape")
        screen = await shows_feeds(pilot, 4)
        await See.until(pilot, lambda: screen.chosen is not None and screen.chosen.title == "Pier shut")

        await pilot.press("A")
        await See.until(pilot, lambda: Feeds(library).unread() == 0)
        await pilot.press("l")
        await shows_feeds(pilot, 0)
        await pilot.press("u")
        await shows_feeds(pilot, 3)
        await pilot.press("l", "asterisk")
        await See.until(pilot, lambda: library.entries(starred=True))
        await pilot.press("h")
        await See.shows(pilot, HomeScreen)


async def test_narrow_screens_show_one_list_at_a_time(bench: Bench, library: Library, servers: Servers) -> None:
    async with make_app(bench, library, feeds_refresh="opened").run_test(size=(80, 24)) as pilot:
        await See.shows(pilot, HomeScreen)
        await pilot.press("f")
        screen = await shows_feeds(pilot, 4)  # asked by itself
        sources, items = screen.query_one("#feed-sources"), screen.query_one("#feed-items")
        side = screen.query_one("#feeds-side")
        assert (side.display, items.display) == (False, True)
        await pilot.press("tab")
        await See.until(pilot, lambda: sources.has_focus and side.display and not items.display)
        await pilot.press("G", "enter")
        await shows_feeds(pilot, 2)
        assert items.has_focus
        paper = Feeds(library).feeds()[0].url
        await pilot.press("a", *f"{paper} {paper.replace('/f', '/none')}", "enter")  # one is here, of one is nothing
        question = await See.shows(pilot, Question)
        await See.until(pilot, lambda: "404" in str(question.query_one(".question-remark").render()))
        assert "among your feeds already" in str(question.query_one(".question-remark").render())
        feed = servers.feed(2, "/new", partial(rss, "Fresh paper"))
        await pilot.press(*feed, "space", *paper, "enter")
        await See.until(pilot, lambda: len(sources.sources) == 5)
        await See.shows(pilot, FeedsScreen)
        await pilot.press("w", *"word:snow", "enter")
        await See.until(pilot, lambda: len(sources.sources) == 6)
        assert [(each.name, each.unread) for each in sources.sources][1] == ("snow", 0)  # of days long past
        await pilot.press("escape")
        await See.shows(pilot, HomeScreen)


async def test_who_subscribes_to_nothing_is_told_so_and_not_that_nothing_is_new(bench: Bench, tmp_path: Path) -> None:
    with Library(tmp_path / "empty.db") as nothing:
        async with make_app(bench, nothing).run_test(size=(120, 24)) as pilot:
            await See.shows(pilot, HomeScreen)
            await pilot.press("f")
            screen = await shows_feeds(pilot, 0)
            await See.until(pilot, lambda: screen.query_one("#feed-sources").sources)
            await pilot.press("R")
            await See.until(pilot, lambda: "No feeds yet · a adds one" in See.told(screen))
