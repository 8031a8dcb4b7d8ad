"""A feed or book on the screen: a list to pick from, and J and K from article to article."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.app.app import ReaderApp
from reader.app.background.work import OpenProgress
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.loading import LoadingScreen
from reader.app.screens.open_list import ItemRows, ListScreen
from reader.app.start import bundled_start
from reader.article.model import Article, ArticleError, Item
from tests.app.conftest import Bench, MakeApp, See


@pytest.fixture
def feed(bench: Bench, article: Article) -> MakeApp:
    """An app that was given a feed of three items, the second of which cannot be opened."""
    items = tuple(
        Item(f"feed.xml#{n}", f"Item {n} [b]sic[/b]", ("Ann Lee",), "2026-04-05T08:00:00Z", words=n * 100)
        for n in (1, 2, 3)
    )

    def open(source: str, stdin: bytes | None, progress: OpenProgress) -> Article:
        if source.endswith("#2"):
            raise ArticleError("the page is gone; try again later")
        if "#" in source:
            return replace(article, source=source, title=f"Title of {source}")
        return replace(article, source=source, title="The feed", items=items if source == "feed.xml" else ())

    work = replace(bench.work(), open=open)
    return lambda *sources: ReaderApp(sources or ("feed.xml",), work=work, start=bundled_start())


async def shows_title(pilot: Pilot[Any], title: str) -> ReadingScreen:
    def is_shown() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, ReadingScreen) and screen.now.article.title == title

    await See.until(pilot, is_shown)
    return await See.shows(pilot, ReadingScreen)


async def test_a_feed_is_a_list_and_enter_opens_an_item(feed: MakeApp) -> None:
    async with feed().run_test() as pilot:
        screen = await See.shows(pilot, ListScreen)
        assert screen.query_one(ItemRows).items[0].title == "Item 1 [b]sic[/b]"
        await pilot.press("j", "j", "enter")
        await shows_title(pilot, "Title of feed.xml#3")
        assert list(pilot.app.articles.sources) == ["feed.xml#1", "feed.xml#2", "feed.xml#3"]


async def test_j_and_k_walk_through_a_feed_among_other_sources(feed: MakeApp) -> None:
    async with feed("a.txt", "feed.xml", "b.txt").run_test() as pilot:
        await shows_title(pilot, "The feed")
        await pilot.press("J")
        await See.shows(pilot, ListScreen)
        await pilot.press("J")
        await shows_title(pilot, "The feed")
        assert pilot.app.articles.at == 2
        await pilot.press("K")
        await See.shows(pilot, ListScreen)
        await pilot.press("enter")
        await shows_title(pilot, "Title of feed.xml#1")
        assert list(pilot.app.articles.sources) == ["a.txt", "feed.xml#1", "feed.xml#2", "feed.xml#3", "b.txt"]
        await pilot.press("K", "K")
        await shows_title(pilot, "The feed")
        assert pilot.app.articles.at == 4


async def test_i_goes_back_to_the_list_and_marks_what_was_read(feed: MakeApp) -> None:
    async with feed().run_test() as pilot:
        await See.shows(pilot, ListScreen)
        await pilot.press("j", "j", "enter")
        await shows_title(pilot, "Title of feed.xml#3")
        await pilot.press("i")
        screen = await See.shows(pilot, ListScreen)
        rows = screen.query_one(ItemRows)
        assert rows.cursor == 2
        assert rows.read == {"feed.xml#3"}
        await pilot.press("k", "k", "enter")
        await shows_title(pilot, "Title of feed.xml#1")
        await pilot.press("J")
        await See.shows(pilot, LoadingScreen)


async def test_an_item_that_does_not_open_leads_back_to_the_list(feed: MakeApp) -> None:
    async with feed().run_test() as pilot:
        await See.shows(pilot, ListScreen)
        await pilot.press("j", "enter")
        loading = await See.shows(pilot, LoadingScreen)
        await See.until(pilot, lambda: loading._failed)
        await pilot.press("escape")
        screen = await See.shows(pilot, ListScreen)
        assert screen.query_one(ItemRows).cursor == 1
        await pilot.press("k", "enter")
        await shows_title(pilot, "Title of feed.xml#1")


async def test_p_shows_all_of_it_on_one_page(feed: MakeApp) -> None:
    async with feed().run_test() as pilot:
        await See.shows(pilot, ListScreen)
        await pilot.press("p")
        await shows_title(pilot, "The feed")
        await pilot.press("i")
        await See.shows(pilot, ListScreen)
        await pilot.press("escape")
        assert type(pilot.app.screen).__name__ == "HomeScreen"


async def test_several_sources_are_a_list_too(feed: MakeApp) -> None:
    async with feed("a.txt", "b.txt").run_test() as pilot:
        await shows_title(pilot, "The feed")
        await pilot.press("i")
        screen = await See.shows(pilot, ListScreen)
        assert [item.title for item in screen.items] == ["The feed", "b.txt"]
        await pilot.press("j", "enter")
        await See.until(pilot, lambda: pilot.app.articles.at == 1 and isinstance(pilot.app.screen, ReadingScreen))


def test_a_picture_of_the_list(feed: MakeApp, snap_compare: Callable[..., bool]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await See.shows(pilot, ListScreen)
        await pilot.press("j")
        await pilot.pause()

    assert snap_compare(feed(), terminal_size=(100, 20), run_before=before)


@pytest.mark.parametrize("found", ["list", "nothing"])
async def test_a_file_name_never_drives_the_terminal(found: str, bench: Bench, article: Article) -> None:
    name = "evil\x1b]2;owned\x07\u202e.xml"

    def open(source: str, stdin: bytes | None, progress: OpenProgress) -> Article:
        if found == "nothing":
            raise ArticleError("it is damaged; get a fresh copy")
        return replace(article, source=source, title=None, items=(Item(f"{name}#1", "One"), Item(f"{name}#2", "Two")))

    app = ReaderApp((name,), work=replace(bench.work(), open=open), start=bundled_start())
    async with app.run_test() as pilot:
        screen = await See.shows(pilot, ListScreen if found == "list" else LoadingScreen)

        def shown() -> str:
            return "".join(strip.text for strip in screen._compositor.render_strips())

        await See.until(pilot, lambda: "evil" in shown() or "damaged" in shown())
        assert not {"\x1b", "\x07", "\u202e"} & set(shown())
