"""Selecting, copying and saving what is read."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from reader.analysis.model import Analysis
from reader.app.clipboard import copy as clipboard
from reader.app.clipboard.copy import Outcome
from reader.app.page.view import ArticleView
from reader.app.reading.actions.copying import STYLES
from reader.app.reading.screen import ReadingScreen
from reader.app.settings.settings import Settings
from reader.app.widgets.foot import Foot
from reader.app.widgets.rows import RowList
from reader.article.model import Article
from reader.export import CitationStyle
from tests.app.conftest import Bench, MakeApp, See


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied, instead of a clipboard."""
    texts: list[str] = []

    async def copy(text: str, *, app: object, by: str = "auto") -> Outcome:
        texts.append(text)
        return Outcome(f"Copied {len(text)} characters.", f"{len(text)} characters")

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


def cell_of(see: See, screen: ReadingScreen, words: str) -> tuple[int, int]:
    y, line = next((i, line) for i, line in enumerate(see.lines(screen)) if words in line)
    return line.index(words), y


async def drag(pilot: Pilot[Any], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down("#article", offset=start)
    await pilot.hover("#article", offset=end)
    await pilot.mouse_up("#article", offset=end)
    await pilot.pause()


async def test_y_copies_the_current_claim_with_who_said_it_and_where(
    make_app: MakeApp, see: See, copied: list[str]
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await see.settled(pilot)
        await pilot.press("n", "y")
        await pilot.pause()
        words = "Nobody can steer a boat safely at four in the morning after a double shift"
        assert words in copied[0]
        assert "Ivo Marchetti" in copied[0]
        assert "The Osmund Packet" in copied[0]


async def test_y_without_a_claim_says_what_to_do(make_app: MakeApp, see: See, copied: list[str]) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("y")
        await pilot.pause()
        assert copied == []
        assert "n goes to the next" in see.told(screen)


async def test_c_copies_the_summary_and_so_does_y_in_its_panel(
    make_app: MakeApp, see: See, copied: list[str], article: Article, analysis: Analysis
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await see.settled(pilot)
        await pilot.press("c")
        await pilot.pause()
        sentences = [article.words_of(analysis.sentences[i].span) for i in analysis.summary.sentences]
        *lines, gap, citation = copied[0].splitlines()
        assert lines == sentences
        assert gap == ""
        assert citation.startswith("— “Ferry crews vote to strike")
        await pilot.press("s", "y")
        await pilot.pause()
        assert copied[1] == copied[0]


async def test_dragging_over_wrapped_lines_copies_the_articles_own_words(
    make_app: MakeApp, see: See, copied: list[str]
) -> None:
    async with make_app().run_test(size=(60, 30)) as pilot:
        screen = await see.settled(pilot)
        start = cell_of(see, screen, "Nobody can steer")
        x, y = cell_of(see, screen, "double shift")
        await drag(pilot, start, (x + len("double shift") - 1, y))
        await pilot.press("y")
        await pilot.pause()
        assert copied == ["Nobody can steer a boat safely at four in the morning after a double shift"]


async def test_a_drag_backwards_from_margin_to_margin_takes_whole_lines(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("z")
        await pilot.pause()
        _, first = cell_of(see, screen, "Nobody can steer")
        _, last = cell_of(see, screen, "the strike would end")
        await drag(pilot, (3, last), (3, first))
        text = screen.article_view.reading.article.words_of(screen.article_view.selected_span or (0, 0))
        assert text.startswith("“Nobody can steer")
        assert text.endswith("leaflet about sleep.”\n\n") or text.endswith("leaflet about sleep.”")


async def test_two_clicks_select_the_sentence_and_escape_lets_go(make_app: MakeApp, see: See, article: Article) -> None:
    async with make_app().run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        x, y = cell_of(see, screen, "strike would end")
        await pilot.click("#article", offset=(x, y), times=2)
        span = screen.article_view.selected_span or (0, 0)
        assert article.words_of(span) == "Marchetti said the strike would end as soon as a third crew was hired."
        await pilot.press("escape")
        assert screen.article_view.selected_span is None


async def test_v_selects_the_claim_then_sentence_after_sentence(
    make_app: MakeApp, see: See, copied: list[str], article: Article
) -> None:
    async with make_app().run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("v")
        assert article.words_of(screen.article_view.selected_span or (0, 0)).startswith("Three sailings")
        await pilot.press("V", "y")
        await pilot.pause()
        assert copied[0].endswith("Islanders fear for lambs.")
        await pilot.press("escape", "n", "v")
        assert article.words_of(screen.article_view.selected_span or (0, 0)).startswith("Nobody can steer")


async def test_the_copy_menu_offers_other_styles(make_app: MakeApp, see: See, copied: list[str]) -> None:
    async with make_app().run_test(size=(100, 40)) as pilot:
        await see.settled(pilot)
        await pilot.press("n", "Y", "j", "j", "enter")
        await pilot.pause()
        assert copied[0].startswith("> ")
        await pilot.press("Y", "G", "k", "enter")
        await pilot.pause()
        assert json.loads(copied[1])


def test_the_menu_and_the_setting_offer_every_style_of_citation() -> None:
    setting = next(each for each in fields(Settings) if each.name == "copy_style")
    assert {style for style, _ in STYLES} == set(setting.metadata["among"]) == set(get_args(CitationStyle))


async def test_a_selection_is_copied_with_where_it_comes_from(
    make_app: MakeApp, see: See, copied: list[str], article: Article
) -> None:
    async with make_app().run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        screen.article_view.select((article.text.index("Crews on"), article.text.index("Crews on") + 19))
        for row in range(6):
            await pilot.press("Y", *["j"] * row, "enter")
            await pilot.pause()
    quote, plain, markdown, bibtex, as_json, link = copied
    assert plain == "Crews on the Osmund"
    assert quote.startswith("Crews on the Osmund\n— “Ferry crews vote to strike over the night boats”, The Osmund")
    assert quote.endswith("4 May 2026, https://packet.example/ferry")
    assert markdown.startswith("> Crews on the Osmund\n>\n> — [Ferry crews")
    assert bibtex.startswith("@misc{")
    assert json.loads(as_json)["text"] == plain
    assert link == "https://packet.example/ferry#:~:text=Crews%20on%20the%20Osmund"


async def test_without_claim_and_selection_the_whole_article_is_offered(
    make_app: MakeApp, see: See, copied: list[str], article: Article
) -> None:
    async with make_app().run_test(size=(100, 40)) as pilot:
        await see.settled(pilot)
        for row in range(3):
            await pilot.press("Y", *["j"] * row, "enter")
            await pilot.pause()
    assert copied[0] == article.text
    assert copied[1].startswith("# Ferry crews")
    assert copied[2] == "https://packet.example/ferry"


async def test_findings_are_saved_in_the_format_of_the_files_ending(
    make_app: MakeApp, see: See, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with make_app().run_test(size=(100, 40)) as pilot:
        await see.settled(pilot)
        for row in range(3):
            await pilot.press("e", *["j"] * row, "enter", "enter")
            await pilot.pause()
    names = sorted(path.name for path in tmp_path.iterdir())
    stem = "ferry-crews-vote-to-strike-over-the-night"
    assert names == [f"{stem}.csv", f"{stem}.json", f"{stem}.md"]
    assert json.loads((tmp_path / f"{stem}.json").read_text("utf-8"))["schema"] == 1
    assert (tmp_path / f"{stem}.md").read_text("utf-8").startswith("# Ferry crews")


async def test_a_file_that_is_there_is_not_overwritten(
    make_app: MakeApp, see: See, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    async with make_app().run_test(size=(100, 40)) as pilot:
        assert "is there already" in (await see.settled(pilot)).save("mine.md")
    assert (tmp_path / "mine.md").read_text("utf-8") == "mine"


async def test_a_link_can_be_copied_or_opened(
    make_app: MakeApp, see: See, copied: list[str], bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    app = make_app()
    monkeypatch.setattr(app, "open_url", lambda url: opened.append(url))
    bench.articles["https://osmund.example/line"] = bench.articles["ferry.txt"]
    async with app.run_test(size=(100, 40)) as pilot:
        await see.settled(pilot)
        await pilot.press("L", "enter", "j", "enter")
        await pilot.pause()
        assert opened == ["https://osmund.example/line"]
        await pilot.press("L", "enter", "j", "j", "enter")
        await pilot.pause()
        assert copied == ["https://osmund.example/line"]
        await pilot.press("L", "enter", "enter")
        await pilot.pause()
        await see.settled(pilot)
        assert "open https://osmund.example/line" in bench.asked


async def test_a_click_on_a_link_asks_how_to_open_it(make_app: MakeApp, see: See, copied: list[str]) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.click("#article", offset=cell_of(see, screen, "The Osmund Line"))
        await pilot.pause()
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert copied == ["https://osmund.example/line"]


async def test_what_was_copied_flashes_and_the_foot_tells_of_it_for_a_moment_without_moving_a_key(
    make_app: MakeApp, see: See, copied: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[Callable[[], object]] = []

    def set_timer(self: Widget, delay: float, callback: Callable[[], object]) -> None:
        assert delay <= 2.0
        ends.append(callback)

    for kind in (Foot, ArticleView, RowList):
        monkeypatch.setattr(kind, "set_timer", set_timer)
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n")
        before = see.foot(screen)
        await pilot.press("c")
        await see.until(pilot, lambda: see.told(screen))
        told = see.foot(screen)
        assert told.startswith(f" ✓ summary · {len(copied[0])} characters ")
        assert told[64:] == before[64:]
        assert "esc back" not in told
        line = screen.summary_panel.rows.render_line(0)
        assert any(segment.style.reverse for segment in line if segment.text.strip())
        for end in ends:
            end()
        ends.clear()
        assert see.foot(screen) == before
        assert not any(segment.style.reverse for segment in screen.summary_panel.rows.render_line(0))
        assert not see.styled(screen, "Nobody can steer").reverse
        await pilot.press("y")
        await see.until(pilot, lambda: see.styled(screen, "Nobody can steer").reverse)
        assert see.told(screen) == f"✓ claim · {len(copied[1])} characters"
        for end in ends:
            end()
        assert not see.styled(screen, "Nobody can steer").reverse
        await pilot.press("f", "j", "enter", "escape")
        filtered = see.foot(screen)
        assert filtered.index("? help") == before.index("? help")
        assert filtered.index("/ search") == before.index("/ search")
        assert "esc back" in filtered


@pytest.mark.parametrize("size", [(80, 24), (130, 40)])
async def test_a_drag_that_leaves_the_article_takes_what_was_in_sight_of_it_and_nothing_else(
    make_app: MakeApp, see: See, copied: list[str], article: Article, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        width, height = size
        x, y = cell_of(see, screen, "said")
        for end in [(width // 2, height - 1), (width - 1, y + 1), (width - 2, height - 2), (0, 0)]:
            await pilot.mouse_down(offset=(x, y))
            await pilot.hover(offset=end)
            await pilot.mouse_up(offset=end)
            await pilot.pause()
            seen = screen.article_view.selected_span
            assert seen is not None
            await pilot.press("y")
            await pilot.pause()
            assert copied[-1].split("\n\n— ")[0] in article.text
            last = article.text[: seen[1]].split()[-1]
            assert any(last in line for line in see.lines(screen))
            await pilot.press("escape")


async def test_a_drag_outside_the_article_selects_nothing(make_app: MakeApp, see: See, copied: list[str]) -> None:
    async with make_app().run_test(size=(130, 40)) as pilot:
        screen = await see.settled(pilot)
        for end in [(20, 20), (125, 2), (20, 39)]:
            for start in [(125, 10), (125, 30), (60, 38), (60, 39)]:
                await pilot.mouse_down(offset=start)
                await pilot.hover(offset=end)
                await pilot.mouse_up(offset=end)
                await pilot.pause()
                assert not screen.get_selected_text()
