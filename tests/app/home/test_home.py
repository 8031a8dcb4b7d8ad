"""Home is the library: piles that are walked and changed, what it fetches beside, people and search, any length."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static

from reader.analysis.model import Analysis
from reader.app.app import ReaderApp
from reader.app.background.desk import Desk
from reader.app.home.asked_rows import PAGE
from reader.app.home.drawing import draw_article
from reader.app.home.screen import HomeRows, HomeScreen
from reader.app.home.tabs import TO_READ, USUAL, Tab, TabLine
from reader.app.screens.dialogs import ChoiceRows, Chooser
from reader.app.screens.picker import Picker
from reader.app.start import bundled_start
from reader.app.state.ages import on_day
from reader.article.model import Article, ArticleError
from reader.library import Library, Shelf
from reader.library.front import Row
from tests.app.conftest import Bench, See

NOW = 1_780_000_000.0
FERRY = "https://packet.example/ferry"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    seconds = iter(range(1_000_000))
    with Library(tmp_path / "state" / "library.db", clock=lambda: NOW + next(seconds) / 1000) as library:
        yield library


@pytest.fixture
def ferry(article: Article) -> Article:
    return replace(article, source=FERRY, url=FERRY, site="The Packet", published="2026-05-27")


@pytest.fixture
def make_home(bench: Bench, library: Library) -> Callable[..., ReaderApp]:
    def make(theme: str = "night", **more: Any) -> ReaderApp:
        start = replace(bundled_start(theme), desk=Desk(lambda: library), **more)
        return ReaderApp([], work=bench.work(), start=start)

    return make


def lines(app: App[Any]) -> list[str]:
    rows = app.screen.query_one(HomeRows)
    return [line for y in range(rows.size.height) if (line := rows.render_line(y).text.strip(" ▸"))]


async def shows(see: See, pilot: Pilot[None], *words: str) -> None:
    """Wait until the list shows all these words."""
    with suppress(AssertionError):
        await see.until(
            pilot,
            lambda: (
                isinstance(pilot.app.screen, HomeScreen) and all(word in "\n".join(lines(pilot.app)) for word in words)
            ),
        )
    assert isinstance(pilot.app.screen, HomeScreen)
    shown = "\n".join(lines(pilot.app))
    assert all(word in shown for word in words), shown


async def test_the_front_page_tells_outlet_age_length_and_who_says_most(
    make_home: Callable[..., ReaderApp], library: Library, ferry: Article, analysis: Analysis, see: See
) -> None:
    number = library.keep(ferry, analysis, queued=True).entry
    library.star(number)
    library.tag(number, "sea")
    async with make_home().run_test(size=(80, 24)) as pilot:
        await shows(see, pilot, "★ Ferry crews vote to strike", "The Packet · yesterday · 2 min")
        assert "5 claims · Marchetti 61%" in lines(pilot.app)[1]
        assert lines(pilot.app)[1].endswith("#sea")
        tabs = pilot.app.screen.query_one("#home-tabs").render_line(0).text
        assert tabs.split() == [
            "▸",
            "To",
            "read",
            "1",
            "Reading",
            "0",
            "Done",
            "0",
            "★",
            "1",
            "Marks",
            "0",
            "People",
            "3",
        ]


@pytest.mark.parametrize(("width", "numbers"), [(80, 6), (60, 6), (45, 1), (30, 1)])
async def test_no_number_above_the_lists_is_cut(
    make_home: Callable[..., ReaderApp], see: See, width: int, numbers: int
) -> None:
    async with make_home().run_test(size=(width, 20)) as pilot:
        line = pilot.app.screen.query_one(TabLine)
        line.show([Tab(each.name, each.words, count=42) for each in USUAL], TO_READ)
        words = line.render_line(0).text.split()
        assert [word for word in words if word.isdigit()] == ["42"] * numbers


async def test_keys_change_what_is_on_the_disk_and_u_takes_it_back(
    make_home: Callable[..., ReaderApp], library: Library, ferry: Article, analysis: Analysis, see: See
) -> None:
    first = library.keep(ferry, analysis, queued=True).entry
    second = library.keep(replace(ferry, url=f"{FERRY}/2", title="Boats again"), queued=True).entry
    async with make_home().run_test(size=(100, 30)) as pilot:
        await shows(see, pilot, "Ferry crews", "Boats again")
        await pilot.press("asterisk")
        await see.until(pilot, lambda: library.entry(first).starred)
        await pilot.press("z")
        await see.until(pilot, lambda: (library.next_in_queue() or library.entry(first)).number == second)
        await see.until(pilot, lambda: lines(pilot.app)[0].startswith("Boats"))
        await pilot.press("d")
        await see.until(pilot, lambda: library.entry(second).state == "done")
        await see.until(pilot, lambda: "Boats" not in "\n".join(lines(pilot.app)))
        await pilot.press("u")
        await see.until(pilot, lambda: library.entry(second).state == "to-read")
        await shows(see, pilot, "Boats again")
        await pilot.press("number_sign", *"#one two", "enter")
        await see.until(pilot, lambda: library.tags() == {"one": 1, "two": 1})
        await pilot.press("number_sign", "ctrl+u", "enter")  # an emptied line takes all of them away
        await see.until(pilot, lambda: library.tags() == {})
        await pilot.press("x")
        await see.until(pilot, lambda: library.count() == 1)
        await pilot.press("u")
        await see.until(pilot, lambda: library.count() == 2)
        await shows(see, pilot, "Ferry crews", "Boats again")
        assert {entry.number for entry in library.entries(queued=True)} == {first, second}


async def test_what_is_opened_is_kept_and_stands_among_what_is_read(
    make_home: Callable[..., ReaderApp], library: Library, ferry: Article, bench: Bench, see: See, tmp_path: Path
) -> None:
    bench.articles[FERRY] = ferry
    shelf = Shelf(tmp_path / "state" / "library", clock=lambda: NOW)
    shelf.keep("https://packet.example/before", ferry, 30, share=0.2)
    async with make_home(shelf=shelf).run_test(size=(100, 30)) as pilot:
        await shows(see, pilot, "20%")  # read before there was a library
        await pilot.press("o", *FERRY, "enter")
        await see.settled(pilot)
        await see.until(pilot, lambda: library.count() == 2 and library.entry(FERRY).claims)
        await pilot.press("G", "h")
        await shows(see, pilot, "5 claims · Marchetti", "100%")
        await pilot.press("enter")  # the kept text, with what was found in it
        screen = await see.settled(pilot)
        assert bench.asked == [f"open {FERRY}", "analyse"]
        await pilot.press("d")
        await see.until(pilot, lambda: library.entry(FERRY).state == "done")
        await shows(see, pilot, "20%")
        assert screen is not pilot.app.screen
        await pilot.press("3")
        await shows(see, pilot, "Ferry crews")


async def test_addresses_are_added_and_fetched_beside_and_what_fails_says_so(
    make_home: Callable[..., ReaderApp],
    library: Library,
    ferry: Article,
    bench: Bench,
    see: See,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.app.app.FETCH_AFTER", 0.01)
    going = threading.Event()
    bench.articles[FERRY] = ferry
    bench.articles["https://packet.example/none"] = ArticleError("there is no page at this address (404)")
    bench.gate = lambda: going.wait(60)
    async with make_home().run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("a", *f"{FERRY} https://packet.example/none", "enter")
        await shows(see, pilot, "opening … · x gives up", "waits for its text")
        going.set()
        await shows(see, pilot, "The Packet", "5 claims", "✗ there is no page at this address (404) · r tries again")
        bench.articles["https://packet.example/none"] = replace(ferry, url=None, title="It is there now")
        await pilot.press("j", "r")
        await shows(see, pilot, "It is there now")


@pytest.mark.parametrize("width", [80, 160])
def test_why_a_page_did_not_come_leaves_room_for_the_key_that_asks_again(library: Library, width: int) -> None:
    entry = library.entry(library.add(FERRY))
    row = Row(entry, claims=0, voice="", voice_share=0.0, read=0.0, problem="there is no page at this address " * 5)
    drawn = ["".join(text for text, _ in line) for line in draw_article(row, width, now=NOW, doing={})]
    assert drawn[-1].endswith("… · r tries again")
    assert all(cell_len(line) <= width for line in drawn)


async def test_a_path_with_blanks_is_one_source(
    make_home: Callable[..., ReaderApp], library: Library, see: See, tmp_path: Path
) -> None:
    named = tmp_path / "my ferry.txt"
    named.write_text("The ferry is late.", encoding="utf-8")
    async with make_home().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        pilot.app.screen.query_one(Input).value = str(named)
        await pilot.press("enter")
        await see.until(pilot, lambda: library.entries() != [])
    assert [entry.source for entry in library.entries()] == [str(named)]


async def test_in_private_home_tells_no_key_of_what_is_kept(bench: Bench, see: See) -> None:
    app = ReaderApp([], work=bench.work(), start=bundled_start("night"))
    async with app.run_test(size=(80, 24)) as pilot:
        await see.until(pilot, lambda: "or try:" in str(app.screen.query_one("#home-rule", Static).content))
        assert "later" not in str(app.screen.query_one("#home-rule", Static).content)
        told = {active.binding.description for active in app.screen.active_bindings.values() if active.enabled}
        assert "open" in told
        assert not told & {"feeds", "add", "search"}
        await pilot.press("f")
        assert isinstance(app.screen, HomeScreen)


async def test_people_and_a_search_lead_to_the_very_words(
    make_home: Callable[..., ReaderApp], library: Library, ferry: Article, analysis: Analysis, see: See
) -> None:
    library.keep(ferry, analysis)
    async with make_home().run_test(size=(100, 30)) as pilot:
        await shows(see, pilot, "Ferry crews")
        await pilot.press("6")
        await shows(see, pilot, "Ivo Marchetti  union secretary", "Agnes Thorburn")
        await pilot.press("enter")
        await shows(see, pilot, "Nobody can steer a boat safely", "2026-05-27 · The Packet")
        await pilot.press("j", "enter")
        screen = await see.settled(pilot)
        assert screen.now.current_claim is not None
        assert any("▌" in line for line in see.lines(screen))
        await pilot.press("h")
        home = await see.shows(pilot, HomeScreen)
        await shows(see, pilot, "Nobody can steer a boat safely")
        assert home.query_one(HomeRows).cursor == 1
        await pilot.press("slash", *"park speaker:thorburn", "enter")
        await shows(see, pilot, "You cannot park a lamb", "Agnes Thorburn")
        await pilot.press("enter")
        screen = await see.settled(pilot)
        assert screen.now.current_claim is not None
        assert screen.now.current_claim.speaker_name == "Agnes Thorburn"


async def test_two_of_one_name_are_asked_about_and_the_answer_can_be_taken_back(
    make_home: Callable[..., ReaderApp], library: Library, ferry: Article, analysis: Analysis, see: See
) -> None:
    library.keep(ferry, analysis)
    dentist = replace(analysis.actors[0], role="dentist")
    other = replace(analysis, actors=(dentist, *analysis.actors[1:]))
    library.keep(replace(ferry, url=f"{FERRY}/2"), other)
    async with make_home().run_test(size=(100, 30)) as pilot:
        await shows(see, pilot, "Ferry crews")
        await pilot.press("W")
        await see.until(pilot, lambda: "asked of one of the people" in see.told(pilot.app.screen))
        await pilot.press("6")
        await see.until(
            pilot, lambda: "a pair of one name" in str(pilot.app.screen.query_one("#home-rule", Static).content)
        )

        def marchettis() -> list[int]:
            return [each.claims for each in library.people("Ivo Marchetti")]

        await pilot.press("W")
        await see.shows(pilot, Chooser)
        await pilot.press("enter")  # the question
        await see.until(pilot, lambda: pilot.app.screen.query_one(ChoiceRows).choices[0].words == "They are one person")
        await pilot.press("enter")
        await see.until(pilot, lambda: marchettis() == [4])
        await see.shows(pilot, HomeScreen)
        await pilot.press("u")
        await see.until(pilot, lambda: marchettis() == [2, 2] and len(library.questions()) == 1)
        await shows(see, pilot, "union secretary", "dentist")

        await pilot.press("W", "G", "enter")  # the one under the cursor is also another one
        await see.shows(pilot, Picker)
        await pilot.press(*"osmund", "enter")
        await see.until(pilot, lambda: not library.people("The Osmund Line"))
        await shows(see, pilot, "6 claims in 2 articles")
        await pilot.press("W", "G", "enter")  # who was joined is somebody else
        await see.until(pilot, lambda: library.people("The Osmund Line"))


async def test_any_number_of_articles_scrolls_and_only_those_in_view_are_asked_for(
    make_home: Callable[..., ReaderApp], library: Library, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library._writing() as connection:
        connection.executemany(
            "INSERT INTO article (key, source, title, added, words, queued) VALUES (?, ?, ?, ?, 100, ?)",
            [(f"k{n}", f"s{n}", f"Article {n:05}", NOW, n) for n in range(20_000)],
        )
    asked: list[int] = []
    pile = Library.pile

    def told(self: Library, name: Any, *, offset: int = 0, limit: int = 50) -> Any:
        asked.append(offset)
        return pile(self, name, offset=offset, limit=limit)

    monkeypatch.setattr(Library, "pile", told)
    async with make_home().run_test(size=(120, 30)) as pilot:
        await shows(see, pilot, "Article 00000", "Article 00020")
        await pilot.press("G")
        await shows(see, pilot, "Article 19999")
        await pilot.press("g")
        await shows(see, pilot, "Article 00000")
    assert set(asked) == {0, 20_000 - PAGE}


def test_a_picture(
    snap_compare: Callable[..., bool],
    make_home: Callable[..., ReaderApp],
    library: Library,
    ferry: Article,
    analysis: Analysis,
    see: See,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.app.app.FETCH_AFTER", 1000.0)
    library.star(library.keep(ferry, analysis, queued=True).entry)
    library.keep(replace(ferry, url=f"{FERRY}/2", title="Boats again", published=None), analysis, queued=True)
    library.add("https://packet.example/waits")

    async def before(pilot: Pilot[None]) -> None:
        await shows(see, pilot, "Ferry crews", "Boats", "waits for its text")

    assert snap_compare(make_home("paper"), terminal_size=(160, 24), run_before=before)


def test_days_are_told_in_words() -> None:
    from datetime import date, datetime

    now = datetime(2026, 5, 28, 9).timestamp()
    days = (date(2026, 5, 28), date(2026, 5, 27), date(2026, 3, 1), date(2024, 3, 1))
    assert [on_day(day, now) for day in days] == ["today", "yesterday", "1 Mar", "1 Mar 2024"]
