"""How an article comes to the reading screen: while it is analysed, from a list, from home; and what does not come."""

import threading

from reader.app.home.screen import HomeScreen
from reader.app.messages import OpenText
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.loading import LoadingScreen
from reader.app.screens.open_list import ListScreen
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See


async def test_a_failed_analysis_is_one_sentence_and_the_article_can_be_read(
    make_app: MakeApp, see: See, bench: Bench
) -> None:
    bench.result = RuntimeError("the model is missing\nwith details")
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        assert "could not be analysed (the model is missing)" in screen.now.problem
        assert any("could not be" in row for row in see.rows(screen, "claims"))
        await pilot.press("slash", *"lambs", "enter")
        assert len(screen.now.search.hits) == 3
        await pilot.press("escape", "n", "y", "c", "m", "f", "e", "Y")


async def test_the_article_can_be_read_while_it_is_analysed(make_app: MakeApp, see: See, bench: Bench) -> None:
    going = threading.Event()
    bench.steps = ("finding claims",)
    bench.gate = going.wait
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.shows(pilot, ReadingScreen)
        await see.until(pilot, lambda: screen.now.doing == "finding claims")
        assert screen.now.analysis is None
        assert any("finding claims …" in row for row in see.rows(screen, "claims"))
        assert "finding claims" in see.foot(screen)
        await pilot.press("j", "n", "slash", *"lambs", "enter")
        assert screen.now.search.hits
        going.set()
        assert (await see.settled(pilot)).now.search.hits


async def test_a_source_that_cannot_be_read_says_why_and_shows_a_way_on(make_app: MakeApp, see: See) -> None:
    async with make_app("nowhere.txt").run_test(size=(80, 24)) as pilot:
        loading = await see.shows(pilot, LoadingScreen)
        told = "nowhere.txt does not exist; check the path"
        await see.until(pilot, lambda: str(loading.query_one("#loading-doing").content) == told)
        assert "esc go back" in see.foot(pilot.app.screen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_giving_the_first_of_several_up_leaves_the_others_to_pick_from(make_app: MakeApp, see: See) -> None:
    async with make_app("nowhere.txt", "ferry.txt").run_test(size=(80, 24)) as pilot:
        loading = await see.shows(pilot, LoadingScreen)
        await see.until(pilot, lambda: loading._failed)
        await pilot.press("escape")
        await see.shows(pilot, ListScreen)
        await pilot.press("enter")
        screen = await see.settled(pilot)
        assert screen.now.article.title == "Ferry crews vote to strike over the night boats"


async def test_several_articles_are_walked_and_each_keeps_its_place(
    make_app: MakeApp, see: See, bench: Bench, article: Article
) -> None:
    from dataclasses import replace

    bench.articles["second.txt"] = replace(article, text=article.text.replace("Ferry", "Boats"), title="Boats")
    async with make_app("ferry.txt", "second.txt").run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "n", "n")
        place, current = screen.article_view.place, screen.now.current
        await pilot.press("J")
        await pilot.pause(0.05)
        other = await see.settled(pilot)
        assert see.lines(other)[0].strip().startswith("Boats crews")
        assert "article 2 of 2" in see.foot(other)
        await pilot.press("K")
        await pilot.pause(0.05)
        again = await see.settled(pilot)
        assert (again.article_view.place, again.now.current) == (place, current)
        assert bench.asked.count("open ferry.txt") == 1
        assert bench.asked.count("analyse") == 2


async def test_the_home_screen_lists_the_samples_and_opens_what_is_typed(
    make_app: MakeApp, see: See, bench: Bench
) -> None:
    from reader.app.app import ReaderApp
    from reader.app.home.samples import samples
    from reader.app.start import bundled_start

    app = ReaderApp([], work=bench.work(), start=bundled_start())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.query_one("#home-rows").count == len(samples()) >= 6
        await pilot.press("o", *"ferry.txt", "enter")
        screen = await see.settled(pilot)
        await pilot.press("escape")
        assert screen.now.article.source == "ferry.txt"


async def test_pasted_text_is_read_as_an_article(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        app.post_message(OpenText("One paragraph about ducks.\n\nAnother about geese."))
        await pilot.pause(0.05)
        screen = await see.settled(pilot)
        assert any("about geese" in line for line in see.lines(screen))


async def test_an_article_without_text_is_told_and_no_key_breaks(make_app: MakeApp, see: See, bench: Bench) -> None:
    from reader.article.model import Article

    bench.articles["empty.txt"] = Article("", ())
    async with make_app("empty.txt").run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        assert "holds no text" in see.told(screen)
        await pilot.press("j", "n", "N", "G", "space", "v", "y", "c", "z", "z", "plus", "right_curly_bracket")
        await pilot.press("slash", *"word", "enter", "n", "escape", "s", "enter", "escape", "full_stop")
        assert screen.article_view.scroll_offset.y == 0
