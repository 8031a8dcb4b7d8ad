"""Pictures of the screen at the sizes people have, in a dark and a light theme, kept to see every change."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import ReaderApp
from reader.app.screens.loading import LoadingScreen
from reader.app.start import bundled_start
from reader.article.model import Article
from reader.library import Shelf
from tests.app.conftest import Bench, MakeApp, See

Snap = Callable[..., bool]
SIZES = [(80, 24), (100, 30), (160, 48), (240, 60)]


@pytest.fixture
def snap(snap_compare: Callable[..., bool], make_app: MakeApp, see: See) -> Snap:
    """Compare a picture taken after the analysis is done and these keys are pressed."""

    def compare(*keys: str, size: tuple[int, int], theme: str = "night") -> bool:
        async def before(pilot: Pilot[None]) -> None:
            await see.settled(pilot)
            await pilot.press(*keys)
            await pilot.pause()

        return snap_compare(make_app(theme=theme), terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize("theme", ["night", "paper"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading_at_the_first_claim(snap: Snap, size: tuple[int, int], theme: str) -> None:
    assert snap("n", size=size, theme=theme)


@pytest.mark.parametrize("key", ["s", "a", "l"])
def test_panels_over_a_narrow_screen(snap: Snap, key: str) -> None:
    assert snap("n", "n", key, size=(80, 24), theme="paper")


def test_search(snap: Snap) -> None:
    assert snap("slash", *"boat", "enter", size=(100, 30))


def test_filter(snap: Snap) -> None:
    assert snap("n", "f", size=(100, 30), theme="paper")


def test_help(snap: Snap) -> None:
    assert snap("question_mark", size=(100, 45))


def test_copy_menu(snap: Snap) -> None:
    assert snap("n", "Y", size=(100, 30))


def test_focus_mode_with_an_even_right_edge(snap: Snap) -> None:
    assert snap("n", "n", "n", "full_stop", "vertical_line", size=(160, 48))


@pytest.mark.parametrize("theme", ["terminal", "plain", "high-contrast"])
def test_themes_of_few_colours(snap: Snap, theme: str) -> None:
    assert snap("n", "n", "s", "enter", size=(100, 30), theme=theme)


def test_home(snap_compare: Callable[..., bool], bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ferry.txt").write_text("Ferry crews vote to strike\n\nText.", encoding="utf-8")
    (tmp_path / "lambs.md").write_text("---\ntitle: Lambs on the quay\n---\n\nText.", encoding="utf-8")
    monkeypatch.setattr("reader.app.home.samples.bundled", lambda name: tmp_path)
    app = ReaderApp([], work=bench.work(), start=bundled_start("night"))
    assert snap_compare(app, terminal_size=(80, 24), press=["j"])


def test_an_article_opened_where_it_was_left(
    snap_compare: Callable[..., bool], make_app: MakeApp, article: Article, bench: Bench, tmp_path: Path, see: See
) -> None:
    bench.articles["https://packet.example/ferry"] = article
    shelf = Shelf(tmp_path / "library", clock=lambda: 1_780_000_000.0)
    shelf.keep("https://packet.example/ferry", article, article.text.index("Marchetti said"), share=0.4)
    app = make_app("https://packet.example/ferry", shelf=shelf)

    async def before(pilot: Pilot[None]) -> None:
        await see.settled(pilot)
        await pilot.pause(0.1)

    assert snap_compare(app, terminal_size=(80, 24), run_before=before)


def test_a_source_that_cannot_be_read(snap_compare: Callable[..., bool], make_app: MakeApp, see: See) -> None:
    async def before(pilot: Pilot[None]) -> None:
        loading = await see.shows(pilot, LoadingScreen)
        await see.until(pilot, lambda: "does not exist" in str(loading.query_one("#loading-doing").content))

    assert snap_compare(make_app("nowhere.txt"), terminal_size=(80, 24), run_before=before)


def test_a_failed_analysis(snap_compare: Callable[..., bool], make_app: MakeApp, bench: Bench, see: See) -> None:
    bench.result = RuntimeError("the model is missing")

    async def before(pilot: Pilot[None]) -> None:
        await see.settled(pilot)

    assert snap_compare(make_app(), terminal_size=(160, 48), run_before=before)
