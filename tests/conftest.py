"""For every test: settings, themes and memory of nobody's, so that no test reads or writes the user's own."""

import gc
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# No test measures time: a busy machine is no failure. The same examples each time, so that a red run is the change's
# own; `make search` draws others.
settings.register_profile("reader", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reader")

# Hundreds of tests start a program: each would compile all of it anew where the surroundings ask for no bytecode.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A script that runs the tests in its background has ctrl+C ignored by all that they start, and some press it.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# So it is with a terminal that closes under `nohup`, which still must not end the tests themselves: what they start has
# the signal as it usually is where here something handles it.
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda number, frame: None)

# Looking for circles among thousands of collected tests and what their screens leave behind takes a sixth of the time.
# The tests of the screen leave some 300 MB if nobody looks; several times as much is looked through.
gc.set_threshold(6_000_000, 10, 10)


@pytest.fixture(scope="session", autouse=True)
def settings_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READER_CONFIG_DIR", str(tmp_path_factory.mktemp("settings")))
        patch.setenv("READER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("READER_PRIVATE", "")
        patch.delenv("NO_COLOR", raising=False)
        yield


@pytest.fixture(autouse=True)
def private_for_one_test_alone() -> Iterator[None]:
    """What is asked for in private stays so to the end of the process, which here is that of other tests too."""
    yield
    os.environ["READER_PRIVATE"] = ""


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, since some tests wait."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that no process works alone at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end, and is never looked through again."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Nor is what is left at the end, which pytest and Python would look through six times more."""
    gc.freeze()
