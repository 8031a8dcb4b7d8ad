"""Questions are asked in one line at the foot: the article stays, the old value is selected, a refusal says why."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input

from reader.app.screens.question import Question
from reader.app.state.columns import ONE_LINE
from reader.app.state.paths import continued
from tests.app.conftest import MakeApp, See
from tests.app.test_fast_hands import burst


def shown(app: App[Any]) -> list[str]:
    """The lines of the whole screen, questions over the article included."""
    width = app.size.width
    return ["".join(segment.text for segment in strip).ljust(width) for strip in app.screen._compositor.render_strips()]


def question(app: App[Any]) -> Question:
    assert isinstance(app.screen, Question)
    return app.screen


def remark(app: App[Any]) -> str:
    return str(app.screen.query_one(".question-remark").render())


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (100, 30), (160, 48)])
async def test_a_question_leaves_the_article_where_it_was(make_app: MakeApp, see: See, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n")
        await pilot.pause()
        before = shown(pilot.app)
        for key, title in (("number_sign", "Length"), ("A", "Summary about"), ("o", "Open")):
            await pilot.press(key)
            await pilot.pause()
            after = shown(pilot.app)
            foot = 1 if size[0] >= ONE_LINE else 2
            assert after[:-foot] == before[:-foot]
            assert after[-foot].startswith(f" {title}")
            assert len(after) == size[1]
            await pilot.press("escape")
            await pilot.pause()
            assert pilot.app.screen is screen
            assert shown(pilot.app) == before


@pytest.mark.parametrize("width", [40, 60, 80, 160])
async def test_how_a_question_is_left_is_told_at_every_width(make_app: MakeApp, see: See, width: int) -> None:
    async with make_app().run_test(size=(120, 24)) as pilot:
        await see.settled(pilot)
        await pilot.press("A")
        await pilot.resize_terminal(width, 24)
        await pilot.pause()
        assert shown(pilot.app)[-1].rstrip().endswith("· esc gives up")


async def test_a_refusal_is_told_whole(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 20)) as pilot:
        await see.settled(pilot)
        await pilot.press("number_sign", *"bananas-for-breakfast", "enter")
        await pilot.pause()
        why = remark(pilot.app)
        assert len(why) > 58
        foot = " ".join(" ".join(shown(pilot.app)[-3:]).split())
        assert why in foot
        await pilot.press("4")
        await pilot.pause()
        assert shown(pilot.app)[-1].rstrip().endswith("· esc gives up")


async def test_the_question_of_a_file_leaves_the_article_too(
    make_app: MakeApp, see: See, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        before = shown(pilot.app)
        await pilot.press("e", "enter")
        await pilot.pause()
        assert shown(pilot.app)[:-2] == before[:-2]
        assert question(pilot.app).query_one(Input).value == "ferry-crews-vote-to-strike-over-the-night.md"


async def test_typing_takes_the_place_of_the_old_value(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("number_sign", "1", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert len(screen.now.analysis.summary.sentences) == 1


async def test_a_refused_length_says_why_and_stays(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        for typed in ("banana", "0", "4banana", "-3", "5 furlongs"):
            before = len(screen.now.analysis.summary.sentences)
            await pilot.press("number_sign", *("space" if letter == " " else letter for letter in typed), "enter")
            await pilot.pause()
            assert f"“{typed}” is no length" in remark(pilot.app)
            assert len(screen.now.analysis.summary.sentences) == before
            after = 2 if before == 3 else 3
            await pilot.press(str(after), "enter")
            await pilot.pause()
            assert pilot.app.screen is screen
            assert len(screen.now.analysis.summary.sentences) == after


async def test_a_file_that_is_not_there_is_told_in_the_line(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("o", *"no-such", "enter")
        await pilot.pause()
        assert remark(pilot.app) == "there is no no-such"
        assert question(pilot.app).query_one(Input).value == "no-such"
        await pilot.press("a")
        assert "esc gives up" in remark(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_a_file_that_is_there_is_not_written_over_and_another_name_can_be_given(
    make_app: MakeApp, see: See, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("mine")
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        for name, why in (("mine.md", "is there already"), ("no/such/folder.md", "could not be written")):
            await pilot.press("e", "enter", *name, "enter")
            await pilot.pause()
            assert why in remark(pilot.app)
            await pilot.press("escape")
        assert (tmp_path / "mine.md").read_text() == "mine"
        await pilot.press("e", "enter", *"mine.md", "enter", *"yours.md", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert (tmp_path / "yours.md").read_text().startswith("#")


async def test_tab_goes_on_with_a_files_name(
    make_app: MakeApp, see: See, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name in ("bridge-one.txt", "bridge-two.txt"):
        (tmp_path / "articles" / name).write_text("x")
    async with make_app().run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        await pilot.press("o", "a", "r", "tab")
        line = question(pilot.app).query_one(Input)
        assert line.value == "articles/"
        await pilot.press("tab")
        assert line.value == "articles/bridge-"
        assert remark(pilot.app) == "bridge-one.txt  bridge-two.txt"
        await pilot.press("t", "tab")
        assert line.value == "articles/bridge-two.txt"
        assert line.has_focus


@pytest.mark.parametrize(
    ("keys", "sentences"), [("#2\r", 2), ("#banana\r1\r", 1), ("#\x1b#2\r#\x1b", 2), ("#x2\r4\r", 4)]
)
async def test_a_burst_asks_answers_and_is_refused_as_slow_typing_is(
    make_app: MakeApp, see: See, keys: str, sentences: int
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await burst(pilot, keys)
        assert pilot.app.screen is screen
        assert len(screen.now.analysis.summary.sentences) == sentences
        await burst(pilot, "n")
        assert screen.now.current == "c1"


def test_a_name_goes_on_as_far_as_one_way_leads(tmp_path: Path) -> None:
    for name in ("alpha.txt", "alps.txt", ".hidden", "beta"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder").mkdir()
    here = f"{tmp_path}/"
    assert continued(here + "a") == (here + "alp", ("alpha.txt", "alps.txt"))
    assert continued(here + "alph") == (here + "alpha.txt", ("alpha.txt",))
    assert continued(here + "f") == (here + "folder/", ("folder/",))
    assert continued(here + ".")[1] == (".hidden",)
    assert ".hidden" not in continued(here)[1]
    assert continued(here + "zeta") == (here + "zeta", ())
    assert continued("https://a.example/") == ("https://a.example/", ())
    assert continued("/no/such/folder/x") == ("/no/such/folder/x", ())
    assert continued("\0") == ("\0", ())


async def test_what_is_typed_is_left_while_typing_goes_on_without_a_pause(
    make_app: MakeApp, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.app.screens.question._OFTEN", 0.2)
    left: list[str] = []
    async with make_app().run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        await pilot.app.push_screen(Question("Note:", lambda _: "", edits=True, leave=left.append))
        typed = 0
        while not left:
            assert typed < 2_000
            await pilot.press("a")  # not one pause of a moment between two keys
            typed += 1
        assert set(left[0]) == {"a"}


async def test_what_was_answered_is_not_left_behind_the_answer(
    make_app: MakeApp, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.app.screens.question._OFTEN", 1.0)
    left: list[str] = []
    refused = asyncio.Event()

    async def take(answer: str) -> str:
        await refused.wait()
        left.append("answered")
        return "not now"

    async with make_app().run_test(size=(80, 24)) as pilot:
        await see.settled(pilot)
        await pilot.app.push_screen(Question("Note:", take, edits=True, leave=left.append))
        pilot.app.screen.query_one(Input).value = "ask her"
        await pilot.press("enter")
        await pilot.pause(1.3)
        assert left == []
        refused.set()
        while len(left) < 2:
            await pilot.pause(0.02)
        assert left == ["answered", "ask her"]  # once it was refused it may be lost again
