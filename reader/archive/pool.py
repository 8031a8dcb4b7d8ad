"""Parts over processes of this machine; one that ends its process is given back as killed, and the others go on."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from reader.archive.plan import Part, Settings
from reader.archive.work import Done, analyse_part, analyse_places, use_threads

PARTS_OF_A_PROCESS = 200
"""Parts after which a process makes place for a fresh one, so that no leak of a library's grows for days."""


@dataclass(frozen=True, slots=True)
class Killed:
    """A part that ended the process it was in, by itself."""


Result = Done | Killed


def map_parts(
    todo: Sequence[Part],
    folder: str,
    settings: Settings,
    copies: Mapping[str, str],
    jobs: int,
    *,
    apart: bool = False,
) -> Iterator[tuple[Part, Result]]:
    """Each part with what it came to, as they are done. With one job it is done in this process unless `apart`."""
    if jobs <= 1 and not apart:
        for part in todo:
            yield part, analyse_part(part, folder, settings, copies)
        return
    waiting = deque(todo)
    while waiting:
        suspects: list[Part] = []
        yield from _through_pool(waiting, suspects, folder, settings, copies, jobs)
        for part in suspects:
            yield part, _do_alone(part, folder, settings, copies)


def _through_pool(
    waiting: deque[Part], suspects: list[Part], folder: str, settings: Settings, copies: Mapping[str, str], jobs: int
) -> Iterator[tuple[Part, Result]]:
    """Take parts from `waiting` until none is left or a process was killed; those then in flight are `suspects`."""
    threads = max(1, (os.cpu_count() or 1) // jobs)
    running: dict[Future[Done], Part] = {}
    pool = _open_pool(jobs, threads)
    try:
        while waiting or running:
            while waiting and len(running) < 2 * jobs:
                part = waiting.popleft()
                running[_submit(pool, part, folder, settings, copies)] = part
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                result = future.result()
                yield running.pop(future), result
    except BrokenProcessPool:
        suspects += running.values()
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _open_pool(jobs: int, threads: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        jobs,
        multiprocessing.get_context("spawn"),
        initializer=use_threads,
        initargs=(threads,),
        max_tasks_per_child=PARTS_OF_A_PROCESS,
    )


def _submit(
    pool: ProcessPoolExecutor, part: Part, folder: str, settings: Settings, copies: Mapping[str, str]
) -> "Future[Done]":
    """Hand a part over, with ctrl+C ignored meanwhile: a process started here inherits that."""
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return pool.submit(analyse_part, part, folder, settings, copies)
    finally:
        signal.signal(signal.SIGINT, handler)


def _do_alone(part: Part, folder: str, settings: Settings, copies: Mapping[str, str]) -> Result:
    with _open_pool(1, 1) as pool:
        try:
            return pool.submit(analyse_part, part, folder, settings, copies).result()
        except BrokenProcessPool:
            return Killed()


def survives(part: Part, settings: Settings, copies: Mapping[str, str]) -> bool:
    """Whether a process that analyses a part lives through it; nothing is written."""
    with _open_pool(1, 1) as pool:
        try:
            pool.submit(_analyse_unwritten, part, settings, copies).result()
        except BrokenProcessPool:
            return False
        return True


def _analyse_unwritten(part: Part, settings: Settings, copies: Mapping[str, str]) -> Done:
    return analyse_places(part, settings, copies)[1]
