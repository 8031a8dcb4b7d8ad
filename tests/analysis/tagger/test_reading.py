"""A window is read once, by whoever comes to it first; what is urgent comes before what waits."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError

import pytest

from reader.analysis.tagger.reading import Beside, Here, Window

SECONDS = 10.0


def fail() -> int:
    raise ValueError("no such piece")


def test_a_window_is_read_by_the_first_that_comes() -> None:
    read: list[str] = []

    def work() -> str:
        read.append("once")
        return "what it says"

    window = Window(work)
    assert not window.done
    assert window.read()
    assert not window.read()
    window.give_up()
    assert (window.result(), read, window.done) == ("what it says", ["once"], True)


def test_a_window_that_was_given_up_is_not_read() -> None:
    window = Window(fail)
    window.give_up()
    assert not window.read()
    with pytest.raises(CancelledError):
        window.result()


def test_what_reading_raises_comes_to_whoever_asks_for_the_result() -> None:
    window = Window(fail)
    Here().add([window])
    with pytest.raises(ValueError, match="no such piece"):
        window.result()


def test_an_interruption_ends_the_reading_where_it_came() -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    window = Window(interrupted)
    with pytest.raises(KeyboardInterrupt):
        window.read()
    assert window.done


def test_one_thread_reads_in_order_and_urgent_windows_first() -> None:
    go_on, read = threading.Event(), list[str]()

    def named(name: str) -> Callable[[], None]:
        return lambda: read.append(name)

    def wait() -> None:
        assert go_on.wait(SECONDS)

    beside = Beside(1)
    first, *others = [Window(wait), *(Window(named(name)) for name in "abcd")]
    beside.add([first])
    beside.add(others[:2])
    beside.add(others[2:], urgent=True)
    go_on.set()
    for window in others:
        window.result()
    assert read == ["c", "d", "a", "b"]


def test_the_one_that_waits_may_read_what_nobody_has_begun() -> None:
    go_on = threading.Event()
    beside, held = Beside(1), Window(lambda: go_on.wait(SECONDS))
    beside.add([held])
    window = Window(lambda: threading.current_thread().name)
    beside.add([window])
    assert window.read()
    assert window.result() == threading.current_thread().name
    go_on.set()
    assert held.result()
