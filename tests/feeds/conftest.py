"""Libraries in temporary folders, and servers on loopback with feeds of the tests' own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.feed_servers import Servers, running
from reader.article.process.client import feed_child
from reader.feeds import Feeds
from reader.library import Library

NOW = 1_795_000_000.0
"""18 November 2026."""


class Clock:
    """A time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def no_proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def no_process_left() -> Iterator[None]:
    yield
    feed_child.stop()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def feeds(tmp_path: Path, clock: Clock) -> Iterator[Feeds]:
    with Library(tmp_path / "library.db", clock=clock) as library:
        yield Feeds(library)


@pytest.fixture
def servers() -> Iterator[Servers]:
    with running(8) as servers:
        yield servers
