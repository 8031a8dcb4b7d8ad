"""Numbers before keys, places marked by letters, forward after back, and pages in the browser."""

import subprocess
from dataclasses import replace
from typing import Any

import pytest

from reader.app.background import browser
from reader.app.background.browser import open_in_browser, refused
from reader.app.page.links import link_style, takes_links
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.one_key import OneKey
from reader.article.model import Article, Link
from tests.app.conftest import Bench, MakeApp, See, article_of, span_of

LONG = article_of([("title", "Rain"), *(("paragraph", f"Day {day} brought rain. " * 8) for day in range(60))])


async def test_a_number_before_a_key_does_it_as_often(make_app: MakeApp, see: See, bench: Bench) -> None:
    bench.articles |= {name: replace(LONG, source=name) for name in ("two.txt", "three.txt", "four.txt")}
    async with make_app("ferry.txt", "two.txt", "three.txt", "four.txt").run_test(size=(80, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("alt+3")
        assert "3 × the next key" in see.told(screen)
        await pilot.press("n")
        assert screen.now.current == "c3"
        assert not see.told(screen)
        await pilot.press("™", "N", "n")  # alt+2, as most terminals send it
        assert screen.now.current == "c2"
        await pilot.press("alt+9", "z", "z", "n")
        assert screen.now.current == "c3"
        await pilot.press("alt+1", "alt+2", "j")
        top = screen.article_view.scroll_offset.y
        assert top >= 10
        await pilot.press("alt+9", "alt+9", "alt+9", "n")
        await pilot.press("alt+3", "J")
        await see.until(pilot, lambda: pilot.app.screen is not screen and isinstance(pilot.app.screen, ReadingScreen))
        assert (await see.settled(pilot)).session.source == "four.txt"


async def test_places_are_marked_and_gone_back_to_and_forward_follows_back(
    make_app: MakeApp, see: See, bench: Bench
) -> None:
    bench.articles["rain.txt"] = LONG
    async with make_app("rain.txt").run_test(size=(80, 20)) as pilot:
        screen = await see.settled(pilot)
        view = screen.article_view
        await pilot.press("apostrophe")
        assert "M and a letter marks one" in see.told(screen)
        await pilot.press("space", "space", "M")
        await see.shows(pilot, OneKey)
        await pilot.press("q")
        marked = view.place
        assert "marked q" in see.told(screen)
        await pilot.press("G", "apostrophe", "q")
        assert view.place == marked
        await pilot.press("backspace")
        end = view.place
        assert end > marked
        await pilot.press("semicolon")
        assert view.place == marked
        await pilot.press("apostrophe", "apostrophe")
        assert view.place == end
        await pilot.press("apostrophe", "x")
        assert view.place == end
        assert "No place is marked x · marked: q" in see.told(screen)
        await pilot.press("M", "escape", "apostrophe", "escape")
        assert pilot.app.screen is screen
        assert screen.session.letters == {"q": marked}


async def test_pages_are_opened_in_the_browser_and_where_there_is_none_it_is_told(
    make_app: MakeApp, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        assert how["stdout"] == how["stderr"] == how["stdin"] == subprocess.DEVNULL
        opened.append(command[-1])
        return subprocess.CompletedProcess(command, 0 if len(opened) < 3 else 3)

    monkeypatch.setattr(browser.subprocess, "run", run)
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("U")
        await see.until(pilot, lambda: see.told(screen) == "✓ in the browser · https://packet.example/ferry")
        await pilot.press("L", "enter", "j", "enter")
        await see.until(pilot, lambda: "osmund.example" in see.told(screen))
        await pilot.press("U")
        await see.until(pilot, lambda: "No browser can be opened from here" in see.told(screen))
        pilot.app.open_url("file:///etc/passwd")
        assert "Only http and https" in see.told(screen)
    assert opened == ["https://packet.example/ferry", "https://osmund.example/line", "https://packet.example/ferry"]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "http://", "https://a.b/\x1b]0;x\x07"],
)
def test_only_clean_web_addresses_reach_a_browser(address: str) -> None:
    assert refused(address)


def test_a_browser_that_wants_this_terminal_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BROWSER", "cat")
    assert open_in_browser("https://packet.example/").startswith("No browser can be opened from here")


async def test_links_are_links_to_the_terminal_too(
    make_app: MakeApp, see: See, bench: Bench, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("STY", raising=False)
    takes_links.cache_clear()
    words = "Farmers on the island"
    links = (*article.links, Link(span_of(article, words), "mailto:farmers@island.example"))
    bench.articles["ferry.txt"] = replace(article, links=links)
    async with make_app().run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        assert see.styled(screen, "The Osmund Line").link == "https://osmund.example/line"
        assert see.styled(screen, words).link is None
    takes_links.cache_clear()
    assert link_style("https://a.example/ä?b=c").link == "https://a.example/%C3%A4?b=c"
    assert link_style("https://a.example/" + "x" * 3_000).link is None
