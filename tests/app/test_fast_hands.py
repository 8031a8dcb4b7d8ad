"""Fast and unlucky hands: bursts of keys, answers that come too early or too late, screens that are left meanwhile."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from reader.app.home.screen import HomeScreen
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.dialogs import Chooser
from reader.app.screens.loading import LoadingScreen
from reader.app.screens.picker import Picker
from reader.app.screens.question import Question
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See

NAMES = {
    "\r": "enter",
    "\x1b": "escape",
    "/": "slash",
    "^": "down",
    "<": "less_than_sign",
    "?": "question_mark",
    "#": "number_sign",
    ":": "colon",
    " ": "space",
}


async def burst(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """All these keys at once, as a slow line delivers them; then wait until nothing moves any more."""
    for key in keys:
        name = NAMES.get(key, key)
        pilot.app.post_message(events.Key(name, key if len(key) == 1 and key.isprintable() and key != "^" else None))
    await pilot.pause()
    while not pilot.app.input_queue.is_idle:
        await pilot.pause(0.02)
    await pilot.pause()


@pytest.fixture
def many(bench: Bench, article: Article) -> list[str]:
    """Five sources, all of which hold the same article."""
    names = [f"ferry-{number}.txt" for number in range(5)]
    bench.articles |= dict.fromkeys(names, article)
    return names


async def test_keys_of_a_burst_are_worked_off_one_after_the_other(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        await burst(pilot, "/lamb\rn")
        assert screen.now.search.typed == "lamb"
        assert screen.now.search.at == 1
        assert screen.focused is screen.article_view


async def test_a_burst_of_enter_on_the_themes_takes_one_and_stays_on_the_article(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        for _ in range(3):
            await burst(pilot, "t^\r\r\r\r")
            assert pilot.app.screen is screen
        await burst(pilot, "n")
        assert screen.now.current == "c1"


async def test_a_burst_of_enter_on_the_themes_of_the_home_screen_leaves_a_screen_that_answers(
    make_app: MakeApp, see: See
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await see.settled(pilot)
        await burst(pilot, "h")
        await burst(pilot, "\x1bt^\r\r\r")
        assert not isinstance(pilot.app.screen, Picker)
        assert len(pilot.app.screen_stack) >= 2
        await burst(pilot, "\x1b?")
        assert type(pilot.app.screen).__name__ == "HelpScreen"


@pytest.mark.parametrize(
    "keys", ["f\r\r\r\x1b\x1b", "Y\r\r\r", "e\r\x1b\x1b", "?\x1b\x1b\x1b", "H\r\r\r", "o\x1b\x1b\x1b"]
)
async def test_a_question_is_answered_once_and_takes_no_other_screen_along(
    make_app: MakeApp, see: See, keys: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        await burst(pilot, keys)
        await burst(pilot, "\x1b\x1b")
        assert pilot.app.screen is screen


async def test_a_screen_is_dismissed_once(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        answers: list[int | None] = []
        question = Chooser("Which?", [])
        await pilot.app.push_screen(question, answers.append)
        question.dismiss(1)
        question.dismiss(2)
        await pilot.pause()
        assert answers == [1]
        assert pilot.app.screen is screen


async def test_walking_fast_through_articles_that_are_being_analysed(
    make_app: MakeApp, see: See, bench: Bench, many: list[str]
) -> None:
    bench.steps = tuple(f"step {number}" for number in range(40))
    async with make_app(*many).run_test(size=(100, 30)) as pilot:
        for keys in ("JJJ", "KJKJ", "JJJJJJ", "nJNKnJ", "sJaJlJ"):
            await burst(pilot, keys)
        screen = await see.settled(pilot)
        await burst(pilot, "n")
        assert screen.now.current


async def test_what_an_analysis_tells_after_its_screen_was_left_is_nobodys_end(
    make_app: MakeApp, see: See, bench: Bench, many: list[str]
) -> None:
    let_go = threading.Event()
    bench.gate = let_go.wait
    async with make_app(*many).run_test(size=(100, 30)) as pilot:
        left = await see.shows(pilot, ReadingScreen)
        await burst(pilot, "J")
        assert pilot.app.screen is not left
        let_go.set()
        left.reading = left.now.but(doing="late", problem="late")
        left.action_next()
        left.action_panel("claims")
        await left.action_search()
        left.set_panel_width()
        await see.settled(pilot)


async def test_a_screen_that_is_not_laid_out_yet_keeps_what_it_is_told_until_it_is(
    make_app: MakeApp, see: See, bench: Bench, article: Article
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        early = ReadingScreen(screen.session, bench.work())
        early.reading = screen.now.but(doing="early")
        early.action_step(1)
        await pilot.app.push_screen(early)
        await pilot.pause()
        assert early.now.current == "c1"
        assert "Ferry crews vote" in see.lines(early)[0]


async def test_loading_tells_what_it_was_told_before_it_was_there(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await see.settled(pilot)
        loading = LoadingScreen("https://packet.example/slow")
        loading.report("fetching", 0.5)
        loading.fail("The server does not answer.")
        loading.report("too late", 0.9)
        await pilot.app.push_screen(loading)
        await pilot.pause()
        assert "does not answer" in str(loading.query_one("#loading-doing").render())
        pilot.app.pop_screen()
        await pilot.pause()
        loading.report("after all", 1.0)
        loading.fail("gone")
        await pilot.pause()


async def test_an_article_that_arrives_under_an_open_question_waits_for_the_answer(
    make_app: MakeApp, see: See, bench: Bench, article: Article
) -> None:
    let_go = threading.Event()
    given = bench.open

    def slow(source: str, stdin: bytes | None, on_progress: Callable[..., None]) -> Article:
        let_go.wait(120)
        return given(source, stdin, on_progress)

    bench.open = slow
    async with make_app().run_test(size=(100, 30)) as pilot:
        await burst(pilot, "o")
        assert isinstance(pilot.app.screen, Question)
        await burst(pilot, "news")
        let_go.set()
        await pilot.pause(0.3)
        assert isinstance(pilot.app.screen, Question)
        assert pilot.app.screen.query_one("Input").value == "news"
        await burst(pilot, "\x1b")
        assert isinstance(await see.settled(pilot), ReadingScreen)


async def test_giving_up_and_going_home_in_one_burst(make_app: MakeApp, see: See, bench: Bench) -> None:
    let_go = threading.Event()
    bench.open = lambda *_: let_go.wait(120) and None  # type: ignore[assignment]
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.2)
        await burst(pilot, "\x1b\x1b\x1bhh\x1b")
        let_go.set()
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, HomeScreen)
