"""What comes next is got while what is there is worked on."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

Given = TypeVar("Given")

_MOMENT = 0.02
"""Seconds that what comes next is waited for before this is worked on: what is at hand in a moment is got sooner by one
thread alone than beside another."""

_BETWEEN = 0.1
"""Seconds after which waiting can be interrupted, on systems where it cannot be at any moment."""


def one_ahead(
    coming: Iterator[Given], drop: Callable[[Given], None], is_at_hand: Callable[[Given], bool] = lambda given: False
) -> Generator[Given, None, None]:
    """What comes, in order and held up for no more than a moment: each but the first is got in a thread of its own,
    while whoever took the one before it goes on; or in this one, sooner, where what comes behind that `is_at_hand`.
    One that is got and not taken any more goes to `drop`, in the thread that got it, which keeps nothing from ending.
    """
    following: Future[Given | None] | None = None
    given = next(coming, None)
    try:
        while given is not None:
            following = _get_here(coming) if is_at_hand(given) else _get_beside(coming)
            wait([following], _MOMENT)
            yield given
            while not following.done():
                wait([following], _BETWEEN)
            given, following = following.result(), None
    finally:
        if following is not None:
            following.add_done_callback(lambda done: _drop(done, drop))


def _get_here(coming: Iterator[Given]) -> "Future[Given | None]":
    future: Future[Given | None] = Future()
    try:
        future.set_result(next(coming, None))
    except Exception as error:
        future.set_exception(error)
    return future


def _get_beside(coming: Iterator[Given]) -> "Future[Given | None]":
    future: Future[Given | None] = Future()

    def get() -> None:
        try:
            future.set_result(next(coming, None))
        except BaseException as error:
            future.set_exception(error)

    Thread(target=get, name="ahead", daemon=True).start()
    return future


def _drop(done: "Future[Given | None]", drop: Callable[[Given], None]) -> None:
    if done.exception() is None and (given := done.result()) is not None:
        drop(given)
