"""The first article is painted alone, where it stays; keys that come meanwhile wait for the reading screen."""

from dataclasses import replace

import pytest

from reader.app.app import ReaderApp
from reader.app.page.layout import GUTTER_WIDTH
from reader.app.page.view import ArticleView
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.first_page import FirstPage
from reader.app.screens.loading import LoadingScreen
from reader.app.settings.settings import Settings
from reader.app.start import Start, bundled_start
from reader.app.state.columns import panels_width, room_beside
from reader.app.themes.themes import LoadedThemes
from reader.article.beginning import cut_beginning
from reader.article.model import Article
from tests.app.conftest import Bench, See


def lines(view: ArticleView) -> list[str]:
    """The lines of a view as they lie on the screen, from the left edge on."""
    return [" " * view.region.x + view.render_line(y).text.rstrip() for y in range(view.size.height)]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What each first page showed when it was painted."""
    seen: list[list[str]] = []
    paint = FirstPage.paint

    async def watched(page: FirstPage, *given: object) -> None:
        await paint(page, *given)  # type: ignore[arg-type]
        shown = page.lines
        rows = range(1, shown.size.height - shown.foot)
        seen.append([shown.render_line(y).text[: page.size.width - shown.left_free].rstrip() for y in rows])

    monkeypatch.setattr(FirstPage, "paint", watched)
    return seen


def app_of(bench: Bench, article: Article | None, start: Start | None = None) -> ReaderApp:
    work = replace(bench.work(), at_hand=lambda source: article)
    return ReaderApp(("ferry.txt",), work=work, start=start or bundled_start())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 36), (150, 40), (200, 60)])
async def test_the_article_stands_where_the_reading_screen_shows_it(
    bench: Bench, article: Article, painted: list[list[str]], see: See, size: tuple[int, int]
) -> None:
    async with app_of(bench, article).run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        (first,) = painted
        page = screen.article_view.page
        edge = page.left(screen.article_view.size.width) + GUTTER_WIDTH
        # What is found later stands left and right of the words.
        words = [
            [line[edge : edge + page.measure].rstrip() for line in each] for each in (first, lines(screen.article_view))
        ]
        assert words[0] == words[1]
        assert not any(line[:edge].strip() for line in first)


async def test_keys_that_come_at_once_reach_the_reading_screen(bench: Bench, article: Article, see: See) -> None:
    async with app_of(bench, article).run_test(size=(100, 30)) as pilot:
        await pilot.press("G", "plus")
        screen = await see.settled(pilot)
        await see.until(pilot, lambda: screen.article_view.measure == 76)


async def test_what_is_not_at_hand_is_waited_for_as_ever(bench: Bench, painted: list[list[str]], see: See) -> None:
    async with app_of(bench, None).run_test(size=(100, 30)) as pilot:
        assert isinstance(await see.settled(pilot), ReadingScreen)
    assert painted == []


async def test_what_cannot_be_opened_is_told(bench: Bench, see: See) -> None:
    bench.articles.clear()
    async with app_of(bench, None).run_test(size=(100, 30)) as pilot:
        await see.until(pilot, lambda: isinstance(pilot.app.screen, LoadingScreen))


async def test_the_other_themes_come_after_the_first(bench: Bench, article: Article, see: See) -> None:
    every = bundled_start()
    start = replace(every, themes=tuple(theme for theme in every.themes if theme.name == "night"))
    app = app_of(bench, article, replace(start, other_themes=lambda: LoadedThemes(every.themes)))
    async with app.run_test(size=(100, 30)) as pilot:
        await see.settled(pilot)
        assert {"night", "paper", "plain"} <= set(app.available_themes)


async def test_a_long_article_is_seen_from_its_beginning_first(
    bench: Bench, article: Article, painted: list[list[str]], see: See
) -> None:
    beginning = cut_beginning(article, 400)
    work = replace(bench.work(), beginning=lambda source: beginning, at_hand=lambda source: article)
    app = ReaderApp(("ferry.txt",), work=work, start=bundled_start())
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        first, whole = painted
        shown = [line.rstrip() for line in first if line.strip()]
        assert shown
        assert shown[:-1] == [line.rstrip() for line in whole if line.strip()][: len(shown) - 1]
        assert screen.reading.article is article


@pytest.mark.parametrize(("columns", "width"), [(80, 0), (99, 0), (100, 36), (140, 37), (240, 136)])
def test_the_panels_take_their_room_from_the_article_where_there_is_enough(columns: int, width: int) -> None:
    measure = Settings().measure
    assert room_beside(columns, measure) == width
    assert room_beside(columns, measure, hidden=("summary", "actors", "claims")) == 0
    assert panels_width(60, measure) == 60
