"""The summary on the screen: shaded sentences, reasons, lengths, and the views that claims and words give."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.analysis.model import Analysis, Summary
from reader.analysis.summary import Ranking
from reader.app.app import ReaderApp
from reader.app.background.work import Work
from reader.app.clipboard import copy as clipboard
from reader.app.reading.screen import ReadingScreen
from reader.app.reading.shading import shades
from reader.app.start import bundled_start
from reader.app.state.place_words import SPINNER
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See


@pytest.fixture
def make_real(bench: Bench) -> MakeApp:
    """An app whose article and claims are the bench's, and whose summaries are the engine's own."""
    own = Work()
    names = ("methods", "rank", "voices", "cut")
    work = replace(bench.work(), **{name: getattr(own, name) for name in names})

    def make() -> ReaderApp:
        return ReaderApp(("ferry.txt",), work=work, start=replace(bundled_start("night")))

    return make


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied, instead of a clipboard."""
    texts: list[str] = []

    async def copy(text: str, *, app: object, by: str = "auto") -> clipboard.Outcome:
        texts.append(text)
        return clipboard.Outcome("Copied.", "some")

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


def lines(screen: ReadingScreen) -> list[str]:
    analysis = screen.now.analysis
    return [screen.now.article.words_of(analysis.sentences[i].span) for i in analysis.summary.sentences]


def heading(screen: ReadingScreen) -> str:
    return screen.query_one("#summary Heading").render_line(0).text


async def test_all_sides_give_each_speaker_a_line_and_escape_goes_back(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        before = screen.now.analysis.summary
        await pilot.press("B")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "all sides")
        text = " ".join(lines(screen))
        assert "Marchetti" in text
        assert "Osmund Line" in text
        assert "Thorburn" in text
        assert "all sides" in heading(screen)
        await pilot.press("escape")
        assert screen.now.analysis.summary == before


async def test_m_lets_every_main_speaker_be_heard_and_again_takes_it_back(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        count = len(screen.now.analysis.summary.sentences)
        await pilot.press("P")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "news with voices")
        assert len(screen.now.analysis.summary.sentences) == count
        assert any(name in " ".join(lines(screen)) for name in ("Marchetti", "Thorburn"))
        await pilot.press("m")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "lead with voices")
        await pilot.press("P")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "lead")


async def test_p_gathers_what_the_current_speaker_says(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "p")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "what Ivo Marchetti says")
        assert any("third crew was hired" in line for line in lines(screen))
        assert not any("lamb" in line for line in lines(screen))


async def test_a_side_that_names_nobody_has_its_speaker_in_brackets_and_so_has_its_copy(
    bench: Bench, see: See, copied: list[str]
) -> None:
    work = replace(bench.work(), unnamed=lambda article, analysis, index: "Ivo Marchetti" if index == 2 else None)
    work = replace(work, sides=lambda article, analysis, step: Ranking("all sides", (0, 1, 2), (1.0,) * 3))
    app = ReaderApp(("ferry.txt",), work=work, start=replace(bundled_start("night")))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("B")
        await see.until(pilot, lambda: screen.now.said_by == ("", "", "Ivo Marchetti"))
        await pilot.pause()
        rows = screen.query_one("#summary-rows")
        shown = [rows.render_line(y).text.strip() for y in range(24)]
        assert shown.count("[Ivo Marchetti]") == 1
        await pilot.press("c")
        await see.until(pilot, lambda: copied)
        assert copied[0].splitlines()[3].endswith(" [Ivo Marchetti]")
        await pilot.press("escape")
        assert screen.now.said_by == ()


async def test_a_slow_method_tells_so_lets_the_keys_work_and_is_stopped_by_escape(bench: Bench, see: See) -> None:
    ended = threading.Event()

    def slow(article: Article, sentences: object, method: str, step: Callable[[str], None]) -> Ranking:
        try:
            for _ in range(60_000):
                step("ranking sentences")
                time.sleep(0.01)
        finally:
            ended.set()
        raise AssertionError("nobody stopped it")

    app = ReaderApp(("ferry.txt",), work=replace(bench.work(), rank=slow), start=replace(bundled_start("night")))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        before = screen.now.analysis.summary
        await pilot.press("s", "m")
        await see.until(pilot, lambda: "summarising by lexrank …" in see.foot(screen))
        assert any(sign in see.foot(screen) for sign in SPINNER)
        assert "esc stop" in see.foot(screen)
        await pilot.press("n")
        assert screen.now.current is not None
        await pilot.press("escape")
        await see.until(pilot, lambda: "summarising" not in see.foot(screen))
        assert ended.wait(120)
        assert screen.now.analysis.summary == before
        assert "esc stop" not in see.foot(screen)


async def test_p_asks_who_when_nobody_is_current(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("p", "enter")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "what Ivo Marchetti says")


async def test_words_typed_pick_the_sentences_that_bear_on_them(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("A", *"lambs", "enter")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "about lambs")
        assert all("lamb" in line or "market" in line for line in lines(screen))
        before = lines(screen)
        await pilot.press("A", *"zebra", "enter")
        await see.until(pilot, lambda: "zebra" in str(pilot.app.screen.query_one(".question-remark").render()))
        assert lines(screen) == before


async def test_a_summary_that_stands_out_of_sight_is_told_at_the_foot(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("B")
        await see.until(pilot, lambda: "✓ summary all sides, " in see.told(screen))
        assert "s shows it" in see.told(screen)


async def test_a_view_is_copied_with_its_name_and_citation(make_real: MakeApp, see: See, copied: list[str]) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "p")
        await see.until(pilot, lambda: screen.now.plain_summary is not None)
        await pilot.press("c")
        await see.until(pilot, lambda: copied)
        assert copied[0].startswith("What Ivo Marchetti says:\n")
        assert copied[0].splitlines()[-1].startswith("— “Ferry crews vote to strike")


async def test_w_tells_why_each_line_was_picked(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("w")
        await see.until(pilot, lambda: screen.now.reasons is not None)
        assert len(screen.now.reasons or ()) == len(lines(screen))
        await pilot.pause()
        rows = screen.query_one("#summary-rows")
        assert "Ranked" in "".join(rows.render_line(y).text for y in range(20))
        await pilot.press("w")
        assert screen.now.reasons is None


async def test_s_shades_the_article_by_worth_and_again_takes_it_off(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        plain = see.styled(screen, "Crews on the Osmund")
        await pilot.press("S")
        await see.until(pilot, lambda: bool(screen.now.shading))
        styles = {style for _, style in screen.now.shading}
        assert {"shade-best", "shade-rest"} <= styles
        await pilot.pause()
        assert see.styled(screen, "Crews on the Osmund") != plain
        await pilot.press("S")
        await pilot.pause()
        assert see.styled(screen, "Crews on the Osmund") == plain


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("2", lambda found: len(found) == 2),
        ("30 words", lambda found: sum(len(line.split()) for line in found) <= 30),
        ("10%", lambda found: len(found) == 1),
    ],
)
async def test_a_length_is_typed_in_sentences_words_or_as_a_share(
    make_real: MakeApp, see: See, typed: str, holds: Callable[..., bool]
) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        before = lines(screen)
        await pilot.press("number_sign", "ctrl+u", *("space" if letter == " " else letter for letter in typed), "enter")
        await see.until(pilot, lambda: lines(screen) != before)
        assert holds(lines(screen))


async def test_a_line_hardly_worth_its_words_comes_when_one_more_is_asked_for(bench: Bench, see: See) -> None:
    def rank(article: Article, sentences: tuple[object, ...], method: str, step: object) -> Ranking:
        count = len(sentences)
        content = tuple(frozenset(range(5 * index, 5 * index + 5)) for index in range(count))
        hits = (9.0, 5.0, *(0.1,) * (count - 2))
        return Ranking("news", tuple(range(count)), (1.0,) * count, (14,) * count, content=content, hits=hits)

    work = replace(bench.work(), cut=Work().cut, rank=rank)
    app = ReaderApp(("ferry.txt",), work=work, start=replace(bundled_start("night")))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("number_sign", "ctrl+u", "3", "enter")
        await see.until(pilot, lambda: "No other line" in see.told(screen))
        assert screen.now.analysis.summary.sentences == (0, 1)
        await pilot.press("greater_than_sign")
        await see.until(pilot, lambda: screen.now.analysis.summary.sentences == (0, 1, 2))


async def test_a_short_text_is_shown_as_too_short_to_need_a_summary(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        assert "too short" not in heading(screen)
        screen.reading = screen.now.but(short=True)
        assert screen.now.analysis is not None
        screen.reading = screen.now.but(analysis=replace(screen.now.analysis, summary=Summary("news", (2,))))
        await pilot.pause()
        assert "too short to need one" in heading(screen)


async def test_the_language_is_told_where_it_is_not_english(make_real: MakeApp, see: See) -> None:
    async with make_real().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        assert screen.now.language == "English"
        from reader.app.page.line import length_words

        assert "English" not in length_words(screen.now)
        assert length_words(screen.now.but(language="French")).endswith("· French")


def test_shades_follow_the_order_and_fade_what_it_leaves_out(article: Article, analysis: Analysis) -> None:
    order = [2, 3, 4, 5]
    by_span = dict(shades(article, analysis.sentences, order))
    assert by_span[analysis.sentences[2].span] == "shade-best"
    assert by_span[analysis.sentences[3].span] == "shade-good"
    assert by_span[analysis.sentences[5].span] == "shade-rest"
    assert by_span[analysis.sentences[8].span] == "shade-rest"


async def test_a_summary_that_can_be_no_shorter_or_longer_tells_so(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press(*["less_than_sign"] * 5)
        await see.until(pilot, lambda: "cannot be shorter" in see.told(screen))
        await pilot.press(*["greater_than_sign"] * 30)
        await see.until(pilot, lambda: "the whole article already" in see.told(screen))
