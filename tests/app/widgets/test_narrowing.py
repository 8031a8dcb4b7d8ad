"""`/` in any list shows only the rows that hold what is typed: links, headings, speakers, claims, filters, articles."""

from dataclasses import replace

from textual.widgets import Input

from reader.app.reading.screen import ReadingScreen
from reader.app.screens.dialogs import Chooser
from reader.app.screens.open_list import ListScreen
from reader.app.state.typed import holds, plain
from reader.app.widgets.narrow_line import NarrowLine
from reader.app.widgets.rows import RowList
from reader.article.model import Article, Link
from tests.app.conftest import Bench, MakeApp, See, span_of


def shown(rows: RowList) -> list[str]:
    lines = (rows.render_line(y).text.strip() for y in range(rows.size.height))
    return [line for line in lines if line]


def test_words_are_found_in_any_order_without_case_and_accents() -> None:
    assert holds(plain("José Álvarez, mayor"), "MAYOR jose")
    assert not holds(plain("José Álvarez, mayor"), "mayor rosa")
    assert holds(plain("anything"), "  ")


async def test_a_panel_is_narrowed_walked_and_widened_again(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        rows = screen.actors_panel.rows
        await pilot.press("a")
        await pilot.pause()
        everybody = len(shown(rows))
        await pilot.press("slash", *"OSMUND")
        await pilot.pause()
        assert "The Osmund Line" in shown(rows)[0]
        assert "Ivo" not in " ".join(shown(rows))
        assert "1 of" in str(screen.query_one(NarrowLine).query_one(".narrow-state").content)
        await pilot.press("q", "q")
        assert shown(rows) == ["No row holds these words."]
        await pilot.press("enter")
        assert screen.now.filter.speaker is None
        await pilot.press("slash", "escape")
        assert len(shown(rows)) == everybody
        assert not screen.query(NarrowLine)
        assert screen.focused is rows
        await pilot.press("slash", *"agnes", "enter")
        await pilot.pause()
        assert screen.now.filter.speaker == "a2"
        assert not screen.query(NarrowLine)


async def test_a_narrowed_list_keeps_to_its_rows_and_esc_gives_all_back(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        rows = screen.claims_panel.rows
        await pilot.press("l", "slash", *"marchetti", "down", "down", "down")
        first = rows.cursor
        await pilot.press("up", "up", "up", "pagedown", "pageup")
        assert (first, rows.cursor) == (1, 0)
        await pilot.click(rows, offset=(3, 1))
        await pilot.pause()
        assert not screen.query(NarrowLine)
        await pilot.press("l", "slash", "z", "tab")
        rows.focus()
        await pilot.press("escape")
        assert not screen.query(NarrowLine)
        await pilot.press("escape")
        assert screen.focused is screen.article_view


async def test_a_long_chooser_tells_how_to_find_in_it_on_a_small_screen(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        await pilot.press("f")
        chooser = await see.shows(pilot, Chooser)
        box, remark = chooser.query_one("Vertical").content_region, chooser.query_one(".remark")
        assert "/ finds" in str(remark.content)
        assert box.contains_region(remark.region)
        await pilot.press("slash", "a")
        await pilot.pause()
        assert box.contains_region(chooser.query_one(NarrowLine).region)


async def test_choosers_and_lists_of_articles_are_found_in_alike(
    make_app: MakeApp, see: See, bench: Bench, article: Article
) -> None:
    words = ("The Osmund Line", "North Ness", "Agnes Thorburn")
    links = tuple(Link(span_of(article, each), f"https://example.org/{n}") for n, each in enumerate(words))
    bench.articles["ferry.txt"] = replace(article, links=links)
    bench.articles["second.txt"] = replace(article, title="Lambs at sea")
    async with make_app("ferry.txt", "second.txt").run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("L", "slash", *"ness", "enter")
        await pilot.pause()
        chooser = await see.shows(pilot, Chooser)
        assert "https://example.org/1" in str(chooser.query_one("Static").content)
        await pilot.press("escape", "H", "slash", *"quay", "q")
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == "quayq"
        await pilot.press("backspace", "enter")
        await see.until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("J")
        await see.until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen) and pilot.app.screen is not screen)
        await see.settled(pilot)
        await pilot.press("i", "slash", *"ferry", "enter")
        await see.until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        assert pilot.app.screen.session.source == "ferry.txt"
        await pilot.press("i")
        listed = await see.shows(pilot, ListScreen)
        assert "/ finds" in see.foot(listed)
