"""An article opens where it was left, and the home screen lists what was read lately."""

from pathlib import Path

import pytest

from reader.app.app import ReaderApp
from reader.app.home.screen import HomeRows
from reader.app.messages import OpenText
from reader.app.start import bundled_start
from reader.app.state.ages import ago
from reader.app.widgets.hint import Hint
from reader.article.model import Article
from reader.library import Bookmark, Shelf
from tests.app.conftest import Bench, MakeApp, See

DAY = 86_400


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "library")


@pytest.fixture
def ferry(bench: Bench, article: Article, tmp_path: Path) -> str:
    """The invented article as a file, so that it can be opened again."""
    path = tmp_path / "ferry.md"
    path.write_text(article.text, encoding="utf-8")
    bench.articles[str(path)] = article
    return str(path)


async def test_an_article_opens_where_it_was_left(make_app: MakeApp, see: See, ferry: str, shelf: Shelf) -> None:
    async with make_app(ferry, shelf=shelf).run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        assert not screen.query_one(Hint).display
        await pilot.press("n", "n", "n", "j")
        await pilot.pause()
        place, current = screen.article_view.place, screen.now.current
    assert place != (0, 0)
    async with make_app(ferry, shelf=shelf).run_test(size=(100, 16)) as pilot:
        screen = await see.settled(pilot)
        view = screen.article_view
        position = view.page.article.blocks[place[0]].span[0] + place[1]
        top = view.scroll_offset.y
        assert view.page.starts[top] <= position <= view.page.ends[top] + 1
        assert screen.now.current == current
        hint = screen.query_one(Hint)
        assert hint.display
        assert hint.render_line(0).text.strip() == "Back where you left it just now · g goes to the beginning"
        await pilot.press("g")
        assert view.scroll_offset.y == 0


async def test_a_place_is_kept_now_and_then_since_a_connection_may_break(
    make_app: MakeApp, see: See, ferry: str, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.app.reading.actions.bookmark.EVERY", 0.05)
    async with make_app(ferry, shelf=shelf).run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("G")
        place = screen.article_view.top_position

        def kept() -> Bookmark | None:
            return shelf.recall(ferry, screen.now.article)

        await see.until(pilot, lambda: kept() is not None and kept().position == place)
        assert kept().share == 1.0


async def test_a_place_that_cannot_be_kept_is_told_once(
    make_app: MakeApp, see: See, ferry: str, tmp_path: Path
) -> None:
    (tmp_path / "in-the-way").write_text("")
    async with make_app(ferry, shelf=Shelf(tmp_path / "in-the-way" / "library")).run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        screen.bookmark()
        await pilot.press("j")
        screen.bookmark()
        await pilot.pause()
        assert see.told(screen).count("could not be kept") == 1


async def test_pasted_text_can_be_opened_again(make_app: MakeApp, see: See, shelf: Shelf) -> None:
    app = make_app(shelf=shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        app.post_message(OpenText("One paragraph about ducks.\n\nAnother about geese."))
        await pilot.pause(0.05)
        await see.settled(pilot)
    (bookmark,) = [each for each in shelf.recent(8) if each.source.endswith(".copy")]
    with open(bookmark.source, encoding="utf-8") as copy:
        assert copy.read() == "One paragraph about ducks.\n\nAnother about geese."


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_the_first_sitting_has_one_line_of_welcome_that_covers_nothing(
    make_app: MakeApp, see: See, size: tuple[int, int]
) -> None:
    async with make_app(first_time=True).run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        hint = screen.query_one(Hint)
        assert "n goes from claim to claim · c copies the summary · ? all keys" in hint.render_line(0).text
        assert hint.region.bottom == screen.query_one("Foot").region.y
        assert screen.article_view.region.bottom <= hint.region.y
        await pilot.press("escape")
        assert not hint.display


async def test_the_welcome_goes_with_the_first_step_for_the_whole_sitting_and_the_claim_stays_in_sight(
    make_app: MakeApp, see: See, bench: Bench
) -> None:
    bench.articles["second.txt"] = bench.articles["ferry.txt"]
    async with make_app("ferry.txt", "second.txt", first_time=True).run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        assert screen.query_one(Hint).display
        await pilot.press("n")
        await pilot.pause()
        assert not screen.query_one(Hint).display
        assert any("▌" in line for line in see.lines(screen))
        await pilot.press("J")
        await see.until(pilot, lambda: pilot.app.screen is not screen)
        assert not (await see.settled(pilot)).query_one(Hint).display


async def test_the_welcome_at_home_covers_neither_foot_nor_samples(bench: Bench) -> None:
    from dataclasses import replace

    app = ReaderApp([], work=bench.work(), start=replace(bundled_start(), first_time=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hint = app.screen.query_one(Hint)
        assert hint.display
        assert app.screen.query_one(HomeRows).region.bottom <= hint.region.y
        assert hint.region.bottom == app.screen.query_one("Foot").region.y


def test_ages_are_told_in_words() -> None:
    now = 1_780_000_000.0
    assert ago(now - 20, now) == "just now"
    assert ago(now - 300, now) == "5 min ago"
    assert ago(now - 2 * DAY, now).split()[1].isalpha()
    assert ago(now - 500 * DAY, now).endswith(("2024", "2025"))
    assert ago(1e300, 1e301) == "long ago"
