"""A long article's claims are shown as they are found: those of its beginning before the rest has been read."""

import threading
from dataclasses import replace

import pytest

from reader.analysis.model import Analysis, Claim, Stats, Summary
from reader.app.background.work import DoProgress
from reader.app.reading.screen import ReadingScreen
from reader.app.settings.settings import Settings
from reader.article.beginning import cut_beginning
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See, article_of, sentences_of

LONG = article_of([("paragraph", f"Ola Brandt said that lamp {number} was lit.") for number in range(1, 4_001)])


def found_in(article: Article, first: str = "c") -> Analysis:
    """A claim in each paragraph, called by its number behind `first`."""
    sentences = sentences_of(article)
    claims = tuple(
        Claim(f"{first}{number}", "indirect", "said", ((start + 11, end),), (), (), None, "Ola Brandt")
        for number, (start, end) in enumerate((sentence.span for sentence in sentences), start=1)
    )
    return Analysis(sentences, (), claims, Summary("news", (0,)), Stats(9, 1, 0, len(claims), 0, 0))


async def test_the_claims_of_the_beginning_can_be_walked_while_the_rest_is_read(
    bench: Bench, make_app: MakeApp, see: See
) -> None:
    let_go = threading.Event()
    work = bench.work()
    bench.articles["ferry.txt"] = LONG

    def analyse(article: Article, settings: Settings, on_progress: DoProgress) -> Analysis:
        on_progress("finding claims: 12%")
        if article.text == LONG.text:
            let_go.wait(60)
            return found_in(article, "all-")
        return found_in(article)

    app = make_app()
    app.work = replace(work, analyse=analyse)
    async with app.run_test(size=(160, 48)) as pilot:
        await see.until(pilot, lambda: isinstance(app.screen, ReadingScreen) and bool(app.screen.now.claims))
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await see.until(pilot, lambda: len(screen.now.claims) > 700)
        await pilot.press("n", "n", "n")
        await pilot.pause()
        assert screen.now.analysis is None
        assert "claim 3 of" in see.foot(screen)
        assert "so far" in see.foot(screen)
        assert "· findi" in see.foot(screen)
        assert "Ola Brandt" in see.rows(screen, "claims")[0]
        assert any("▌" in line for line in see.lines(screen))
        let_go.set()
        await see.settled(pilot)
        assert screen.now.current == "all-3"
        assert "claim 3 of 4000 · Ola Brandt" in see.foot(screen)


def test_a_beginning_is_whole_blocks_and_its_spans_are_the_articles() -> None:
    beginning = cut_beginning(LONG, 1_000)
    assert LONG.text.startswith(beginning.text)
    assert len(beginning.text) <= 1_000
    assert beginning.blocks == LONG.blocks[: len(beginning.blocks)]
    assert cut_beginning(LONG, 10_000_000) is LONG
    assert len(cut_beginning(LONG, 1).blocks) == 1


async def test_what_is_asked_for_too_early_is_told_of(bench: Bench, make_app: MakeApp, see: See) -> None:
    let_go = threading.Event()
    bench.gate = lambda: let_go.wait(60)
    claims, summary = "Claims are still being looked for.", "The article is still being analysed."
    asked = dict.fromkeys(("n", "N", "right", "left", "y", "f", "right_square_bracket"), claims)
    asked |= dict.fromkeys(("less_than_sign", "greater_than_sign", "m", "number_sign", "B", "P"), summary)
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await see.shows(pilot, ReadingScreen)
        for key, words in asked.items():
            screen.tell("something else")
            await pilot.press(key)
            assert words in see.told(screen), key
        let_go.set()
        await see.settled(pilot)
        assert not any(words in see.told(screen) for words in (claims, summary))


@pytest.mark.parametrize("width", [120, 40])
async def test_what_is_told_of_the_analysis_is_told_no_longer_than_it_takes(
    bench: Bench, make_app: MakeApp, see: See, width: int
) -> None:
    let_go = threading.Event()
    bench.gate = lambda: let_go.wait(60)
    async with make_app().run_test(size=(width, 36)) as pilot:
        screen = await see.shows(pilot, ReadingScreen)
        await pilot.press("n")
        assert "Claims are still being looked for." in see.told(screen)
        let_go.set()
        await see.until(pilot, lambda: screen.now.analysis is not None)
        assert "Claims are still being looked for." not in see.told(screen)


async def test_a_key_for_claims_tells_why_there_is_none(bench: Bench, make_app: MakeApp, see: See) -> None:
    dry = bench.articles["dry.txt"] = article_of([("paragraph", "The river is low.")], source="dry.txt")
    bench.result = RuntimeError("out of memory")
    async with make_app("dry.txt", "ferry.txt").run_test(size=(120, 36)) as pilot:
        screen = await see.settled(pilot)
        for key in ("n", "left", "f", "y", "m", "c", "e", "Q", "1"):
            screen.tell("something else")
            await pilot.press(key)
            assert screen.now.problem in see.told(screen), key
    bench.result = Analysis(sentences_of(dry))
    async with make_app("dry.txt").run_test(size=(120, 36)) as pilot:
        screen = await see.settled(pilot)
        for key in ("n", "N", "right", "y"):
            screen.tell("something else")
            await pilot.press(key)
            assert "Nobody is quoted or cited in this text." in see.told(screen)


async def test_the_walk_tells_where_it_ends(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "N")
        assert "That was the first claim." in see.told(screen)
        await pilot.press(*"nnnnnnn")
        assert "That was the last claim." in see.told(screen)
        await pilot.press("N")
        assert not see.told(screen)


async def test_enter_is_offered_in_a_list_that_has_rows_alone(bench: Bench, make_app: MakeApp, see: See) -> None:
    let_go = threading.Event()
    bench.gate = lambda: let_go.wait(60)
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await see.shows(pilot, ReadingScreen)
        await pilot.press("l")
        await pilot.pause()
        assert screen.focused is screen.claims_panel.rows
        assert "go there" not in see.foot(screen)
        let_go.set()
        await see.settled(pilot)
        await see.until(pilot, lambda: "go there" in see.foot(screen))
