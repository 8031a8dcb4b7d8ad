"""The article read with a library of the test's own behind it."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import ReaderApp
from reader.app.background.desk import Desk
from reader.app.reading.screen import ReadingScreen
from reader.app.start import bundled_start
from reader.article.model import Article
from reader.library import Library
from tests.app.conftest import Bench, See

FERRY = "https://packet.example/ferry"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.db")


def make_reading(bench: Bench, library: Library, article: Article) -> ReaderApp:
    bench.articles[FERRY] = replace(article, source=FERRY, url=FERRY)
    start = replace(bundled_start("plain"), desk=Desk(lambda: library))
    return ReaderApp([FERRY], work=bench.work(), start=start)


async def kept(pilot: Pilot[None], library: Library) -> ReadingScreen:
    """Wait until the article is analysed and the library has it with its claims, and give the screen."""
    screen = await See.settled(pilot)
    await See.until(pilot, lambda: screen.session.entry is not None and library.entry(FERRY).claims)
    return screen
