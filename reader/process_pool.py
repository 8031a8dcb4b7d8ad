"""A pool of fresh processes of which none is left behind, and which ctrl+C in the terminal does not reach."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

ENDS = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
"""The signals that ask a process to end, as far as this system has them."""

Given = ParamSpec("Given")
Takes = TypeVar("Takes")
Gives = TypeVar("Gives")


@contextmanager
def open_pool(
    workers: int, initializer: Callable[..., object], *given: Any, tasks: int | None = None
) -> Iterator[ProcessPoolExecutor]:
    """A pool of spawned processes, each of which begins with `initializer` and makes place for a fresh one after so
    many `tasks`. What ends the block early ends the processes too, and so does what kills this process."""
    others = set(multiprocessing.active_children())
    _start_tracker()
    pool = ProcessPoolExecutor(
        workers,
        multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(initializer, *given),
        max_tasks_per_child=tasks,
    )
    try:
        yield pool
    except BaseException:
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _start_tracker() -> None:
    """Start the process in which Python notes what pools share, so that a closed terminal does not reach it: its place
    would be taken by one that knows nothing and complains of all that is given back."""
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up is None:
        return
    from multiprocessing import resource_tracker

    handler = signal.signal(hang_up, signal.SIG_IGN)
    try:
        resource_tracker.ensure_running()
    finally:
        signal.signal(hang_up, handler)


def _begin(initializer: Callable[..., object], *given: Any) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    initializer(*given)


def _end_with_parent() -> None:
    """A process of the pool waits for work on a pipe that it holds both ends of: it would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def submit(
    pool: ProcessPoolExecutor, work: Callable[Given, Gives], *given: Given.args, **named: Given.kwargs
) -> Future[Gives]:
    """Hand work over, with ctrl+C ignored meanwhile: a process started here inherits that."""
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with _ends_held_back():
            return pool.submit(work, *given, **named)
    finally:
        signal.signal(signal.SIGINT, handler)


@contextmanager
def _ends_held_back() -> Iterator[None]:
    """Answer what asks this process to end a moment later: a process that is half started would complain of it."""
    held: list[int] = []
    answers = {number: signal.getsignal(number) for number in ENDS}
    own = {number: answer for number, answer in answers.items() if callable(answer)}
    for number in own:
        signal.signal(number, lambda number, _: held.append(number))
    try:
        yield
    finally:
        for number, answer in own.items():
            signal.signal(number, answer)
        for number in held:
            signal.raise_signal(number)


def map_in_order(
    pool: ProcessPoolExecutor, work: Callable[[Takes], Gives], todo: Iterable[Takes], in_flight: int
) -> Iterator[Gives]:
    """What each comes to, in order, with few in flight. Raises BrokenProcessPool where one of these ended its
    process."""
    running: deque[Future[Gives]] = deque()
    for each in todo:
        running.append(submit(pool, work, each))
        if len(running) >= in_flight:
            yield running.popleft().result()
    while running:
        yield running.popleft().result()
