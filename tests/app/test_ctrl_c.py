"""ctrl+C, pressed to get out, tells the key that does it here and now: the one that the foot tells."""

from reader.app.settings.settings import Settings
from tests.app.conftest import MakeApp, See


async def test_at_an_article_it_tells_the_foots_key(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(200, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("ctrl+c")
        assert see.told(screen) == "q quits."
        assert "q quit" in see.foot(screen)


async def test_where_a_line_is_typed_it_tells_a_key_that_is_not_typed(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("slash", "ctrl+c")
        assert see.told(screen) == "ctrl+q quits."


async def test_it_tells_the_key_that_the_reader_chose(make_app: MakeApp, see: See) -> None:
    app = make_app(settings=Settings(keys={"app.quit": "Z"}))
    async with app.run_test(size=(200, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("ctrl+c")
        assert see.told(screen) == "Z quits."
