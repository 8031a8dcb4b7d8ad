"""Panels, sizes, orders, the map and the theme: all that is about how the screen is laid out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from reader.app.page.layout import NOTE_GAP, note_width
from reader.app.page.minimap import MiniMap, row_of, thumb
from reader.app.panels.claims import groups_of
from reader.app.screens.picker import PickRows
from reader.app.settings.settings import Settings
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See


@pytest.mark.parametrize("width", [140, 150, 160, 200, 240])
async def test_on_a_wide_screen_the_article_keeps_its_measure_and_is_centred_with_its_notes(
    make_app: MakeApp, see: See, width: int
) -> None:
    async with make_app().run_test(size=(width, 48)) as pilot:
        screen = await see.settled(pilot)
        view = screen.article_view
        assert view.page.measure == 72
        line = next(line for line in see.lines(screen) if "Crews on the Osmund" in line)
        left = line.index("Crews")
        notes = note_width(72, view.size.width)
        assert 18 <= notes <= 30
        right = view.size.width - left - 72 - notes - NOTE_GAP
        assert abs((left - 2) - right) <= 2


async def test_panels_are_made_wider_and_narrower(make_app: MakeApp, see: See) -> None:
    kept = {}
    app = make_app(remember=lambda **changes: kept.update(changes))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        before = screen.query_one("#summary").size.width
        await pilot.press("right_parenthesis")
        await pilot.pause()
        assert screen.query_one("#summary").size.width == before + 4
        await pilot.press("left_parenthesis", "left_parenthesis")
        await pilot.pause()
        assert screen.query_one("#summary").size.width == before - 4
        assert kept["side_width"]


async def test_a_hidden_panel_stays_away(make_app: MakeApp, see: See, settings: Settings) -> None:
    app = make_app(settings=replace(settings, hidden_panels=("summary",), minimap=False))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        assert not screen.query_one("#summary").display
        assert screen.query_one("#claims").display
        assert not screen.query_one("#map").display


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)])
async def test_a_panel_is_hidden_for_good_and_its_key_brings_it_back(
    make_app: MakeApp, see: See, size: tuple[int, int]
) -> None:
    kept = {}
    app = make_app(remember=lambda **changes: kept.update(changes))
    async with app.run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        for key, name in (("s", "summary"), ("l", "claims"), ("a", "actors")):
            await pilot.press(key, "x")
            await pilot.pause()
            assert not screen.query_one(f"#{name}").display or not screen.query_one("#panels").display
            assert screen.focused is screen.article_view
        assert kept["hidden_panels"] == ("actors", "claims", "summary")
        assert not screen.query_one("#panels").display
        assert screen.article_view.region.width >= size[0] - 2
        await pilot.press("a")
        await pilot.pause()
        assert screen.query_one("#actors").region.width >= 24
        assert screen.focused is screen.query_one("#actors-rows")
        assert kept["hidden_panels"] == ("claims", "summary")


async def test_a_list_that_changed_while_it_was_hidden_is_drawn_as_it_is_now(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        assert len(see.rows(screen, "claims")) > 4
        await pilot.resize_terminal(80, 24)
        await pilot.press("n", "1")
        screen.claims_panel.rows._size = Size(35, 8)  # back on the screen, and not told of it yet
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert sum(bool(line) for line in see.rows(screen, "claims")) == 4


@pytest.mark.parametrize(("panel", "key"), [("summary", "s"), ("actors", "a"), ("claims", "l")])
async def test_a_panel_that_opens_before_the_keys_before_it_are_drawn_shows_its_rows(
    make_app: MakeApp, see: See, panel: str, key: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "n", key)
        await see.until(pilot, lambda: len([line for line in see.rows(screen, panel) if line]) > 2)


async def test_the_panels_left_are_as_wide_as_before(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        width = screen.query_one("#actors").region.width
        await pilot.press("s", "x")
        await pilot.pause()
        assert abs(screen.query_one("#actors").region.width - width) <= 1
        assert "The summary is hidden · s brings it back" in screen.query_one("#hint").render_line(0).text


async def test_claims_are_listed_speaker_by_speaker_under_their_names(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("O")
        rows = see.rows(screen, "claims")
        assert rows[0].split() == ["Ivo", "Marchetti", "2"]
        assert groups_of(screen.query_one("#claims-rows").claims) == {0: 2, 2: 1, 3: 1, 4: 1}
        await pilot.press("n", "n")
        assert screen.now.current == "c2"


async def test_actors_are_listed_by_name(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("a", "O")
        names = [actor.name for actor in screen.query_one("#actors-rows").actors]
        assert names == sorted(names, key=str.casefold)


def test_the_map_puts_lines_beside_themselves_where_all_are_shown() -> None:
    assert [row_of(line, 30, 40) for line in (0, 7, 29)] == [0, 7, 29]
    assert [row_of(line, 400, 40) for line in (0, 70, 399)] == [0, 7, 39]


def test_the_thumb_covers_what_is_shown() -> None:
    assert thumb(0, 40, 30, 40) == range(0)
    assert thumb(0, 40, 400, 40) == range(0, 4)
    assert thumb(360, 40, 400, 40) == range(36, 40)


async def test_a_click_on_the_map_goes_there(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.click(MiniMap, offset=(0, 12))
        await pilot.pause()
        assert screen.article_view.scroll_offset.y == screen.article_view.max_scroll_y
        await pilot.click(MiniMap, offset=(0, 0))
        await pilot.pause()
        assert screen.article_view.scroll_offset.y == 0


async def test_the_map_marks_claims_the_current_one_and_matches(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "slash", *"lambs", "enter")
        column = "".join(screen.query_one(MiniMap).render_line(y).text for y in range(13))
        assert "▐" in column
        assert "●" in column
        assert "━" in column


async def test_a_theme_change_keeps_place_and_claim(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "n", "n", "n")
        place = screen.article_view.place
        before = see.styled(screen, "If they miss").bgcolor
        app.theme = "paper"
        await pilot.pause()
        assert screen.article_view.place == place
        assert see.styled(screen, "If they miss").bgcolor != before


async def test_an_even_right_edge_changes_no_copied_character(make_app: MakeApp, see: See, article: Article) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("vertical_line")
        await pilot.pause()
        full = next(line for line in see.lines(screen) if "“Nobody can steer" in line)
        start = full.index("“")
        assert full[start + 71] != " "
        assert not full[start + 72 : start + 75].strip()
        view = screen.article_view
        start = article.text.index("“Nobody")
        view.select((start, start + 100))
        assert screen.get_selected_text() == article.text[start : start + 100]


async def test_escape_stops_the_analysis_and_r_starts_it_again(make_app: MakeApp, see: See, bench: Bench) -> None:
    import threading

    from reader.app.reading.screen import ReadingScreen

    going = threading.Event()
    bench.gate = going.wait
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.shows(pilot, ReadingScreen)
        await see.until(pilot, lambda: "analyse" in bench.asked)
        assert "esc stop" in see.foot(screen)
        await pilot.press("escape")
        assert "stopped" in screen.now.problem
        going.set()
        await pilot.pause(0.05)
        assert screen.now.analysis is None
        await pilot.press("r")
        await see.until(pilot, lambda: screen.now.analysis is not None)
        assert screen.now.problem == ""


async def test_r_tells_where_there_is_nothing_to_analyse_again(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        found = screen.now.analysis
        await pilot.press("r")
        assert see.told(screen) == "The article is analysed already."
        assert screen.now.analysis is found


async def test_the_keys_of_panels_answer_on_a_narrow_screen_too(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("right_parenthesis")
        assert "from 100 columns on they have a width" in see.told(screen)
        assert screen.session.settings.side_width == 0
        await pilot.press("z")
        assert "✓ article alone" in see.told(screen)
        await pilot.press("z")
        assert "✓ article and panels" in see.told(screen)
        await pilot.resize_terminal(120, 30)
        await pilot.press(*["right_parenthesis"] * 12)
        assert "Panels cannot be wider than this." in see.told(screen)
        await pilot.press(*["left_parenthesis"] * 12)
        assert "Panels cannot be narrower than this." in see.told(screen)
        await pilot.press("z", "right_parenthesis")
        assert "No panel is shown that could be wider." in see.told(screen)


async def test_escape_gives_up_on_a_source_that_takes_long(
    make_app: MakeApp, see: See, bench: Bench, article: Article
) -> None:
    import threading

    from reader.app.home.screen import HomeScreen
    from reader.app.screens.loading import LoadingScreen

    going = threading.Event()

    def slow(source: str, stdin: bytes | None, on_progress: Callable[..., None]) -> Article:
        on_progress("fetching packet.example", 0.4)
        going.wait(120)
        return article

    bench.open = slow
    async with make_app("https://packet.example/ferry").run_test(size=(80, 24)) as pilot:
        loading = await see.shows(pilot, LoadingScreen)
        doing, bar = loading.query_one("#loading-doing"), loading.query_one("#loading-bar")
        await see.until(pilot, lambda: str(doing.content).endswith(" fetching packet.example …"))
        await see.until(pilot, lambda: "40%" in str(bar.content))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        going.set()
        await pilot.pause(0.05)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_headings_are_a_list_to_go_by_and_backspace_goes_back(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("H", "j", "enter")
        await pilot.pause()
        assert see.lines(screen)[0].strip() == "Lambs on the quay"
        await pilot.press("backspace")
        assert screen.article_view.scroll_offset.y == 0
        await pilot.press("G", "g", "backspace")
        assert screen.article_view.scroll_offset.y == screen.article_view.max_scroll_y


async def test_a_sign_turns_while_the_analysis_goes_on_and_is_gone_after(
    make_app: MakeApp, see: See, bench: Bench
) -> None:
    import threading

    from reader.app.reading.screen import ReadingScreen
    from reader.app.state.place_words import SPINNER

    going = threading.Event()
    bench.steps = ("finding claims",)
    bench.gate = going.wait
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.shows(pilot, ReadingScreen)
        signs: set[str] = set()

        def has_turned() -> bool:
            signs.update(set(see.foot(screen)) & set(SPINNER))
            return len(signs) >= 2

        await see.until(pilot, has_turned)
        going.set()
        assert not set(see.foot(await see.settled(pilot))) & set(SPINNER)


async def test_the_foot_tells_how_long_the_rest_takes(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        assert "1 min left" in see.foot(screen)
        await pilot.press("G")
        assert see.foot(screen).splitlines()[0].rstrip().endswith("100%")


async def test_a_folder_opens_as_a_list_to_walk(
    make_app: MakeApp, see: See, bench: Bench, tmp_path: Path, article: Article
) -> None:
    bench.articles["b.txt"] = replace(article, title="Second")
    bench.expand = lambda sources: ["ferry.txt", "b.txt"]
    async with make_app(str(tmp_path)).run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        assert "article 1 of 2 (J, K)" in see.foot(screen)


@pytest.mark.parametrize("width", [40, 50, 60, 64, 70, 80])
async def test_the_keys_of_a_list_stand_at_the_foot_with_what_they_walk_or_not_at_all(
    make_app: MakeApp, see: See, bench: Bench, tmp_path: Path, article: Article, width: int
) -> None:
    bench.articles["b.txt"] = replace(article, title="Second")
    bench.expand = lambda sources: ["ferry.txt", "b.txt"]
    async with make_app(str(tmp_path)).run_test(size=(width, 20)) as pilot:
        screen = await see.settled(pilot)
        for _ in range(2):
            screen.foot.hush()
            await pilot.pause()
            place = see.foot(screen).splitlines()[0]
            assert "article 1 of 2 (J, K)" in place if "K)" in place else "article" not in place
            await pilot.press("n")


def is_offered(pilot: Pilot[Any], typed: str) -> bool:
    """Whether the first command that the palette offers has the last word typed."""
    offered = pilot.app.screen.query_one(PickRows)
    return offered.cursor == 0 and typed.split()[-1] in offered.render_line(0).text


async def test_the_palette_goes_to_a_claim_and_a_speaker(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)

        def is_at(claim: str) -> bool:
            return screen.now.current == claim

        for typed, claim in (("claim 3", "c3"), ("speaker Agnes", "c4")):
            await pilot.press("colon")
            await see.until(pilot, lambda: pilot.app.screen is not screen)
            await pilot.press(*("space" if letter == " " else letter for letter in typed))
            await see.until(pilot, partial(is_offered, pilot, typed))
            await pilot.press("enter")
            await see.until(pilot, partial(is_at, claim))
