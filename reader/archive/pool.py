"""Parts over processes of this machine; one that ends its process is given back as killed, and the others go on."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from reader.archive.plan import ArchiveError, Part, Settings
from reader.archive.work import Done, analyse_part, analyse_places
from reader.cores import count_cores
from reader.process_pool import open_pool, submit

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
    jobs: int,
    threads: int | None = None,
    *,
    apart: bool = False,
) -> Iterator[tuple[Part, Result]]:
    """Each part with what it came to, as they are done. With one job it is done in this process unless `apart`.

    `threads` is how many the network of each process may use; else the cores are shared out among the processes.
    """
    threads = threads or max(1, count_cores() // jobs)
    if jobs <= 1 and not apart:
        for part in todo:
            yield part, analyse_part(part, folder, settings, threads=threads)
        return
    waiting = deque(todo)
    begun = False
    while waiting:
        suspects: list[Part] = []
        for done in _through_pool(waiting, suspects, folder, settings, jobs, threads):
            begun = True
            yield done
        if suspects and not begun:
            check_start()
            begun = True
        for part in suspects:
            yield part, _do_alone(part, folder, settings)


def _use_threads(count: int) -> None:
    from reader.analysis.tagger import use_threads

    use_threads(count)


def _through_pool(
    waiting: deque[Part],
    suspects: list[Part],
    folder: str,
    settings: Settings,
    jobs: int,
    threads: int,
) -> Iterator[tuple[Part, Result]]:
    """Take parts from `waiting` until none is left or a process was killed; those then in flight are `suspects`."""
    running: dict[Future[Done], Part] = {}
    try:
        with open_pool(jobs, _use_threads, threads, tasks=PARTS_OF_A_PROCESS) as pool:
            while waiting or running:
                while waiting and len(running) < 2 * jobs:
                    running[submit(pool, analyse_part, waiting[0], folder, settings)] = waiting[0]
                    waiting.popleft()  # not before: a pool that was broken meanwhile takes nothing
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    result = future.result()
                    yield running.pop(future), result
    except BrokenProcessPool:
        suspects += running.values()


NO_START = (
    "the processes of the run end as they start: memory may be short, or a script calls run_archive outside of "
    '`if __name__ == "__main__":`'
)
_STARTS = 2
"""How often a process is started that does nothing before it is said that none starts."""


def check_start() -> None:
    """Raise ArchiveError where processes end before they are given any work: no article is to blame for that."""
    for _ in range(_STARTS):
        with open_pool(1, os.getpid) as pool:
            try:
                submit(pool, os.getpid).result()
                return
            except BrokenProcessPool:
                continue
    raise ArchiveError(NO_START)


def _do_alone(part: Part, folder: str, settings: Settings) -> Result:
    with open_pool(1, _use_threads, 1) as pool:
        try:
            return submit(pool, analyse_part, part, folder, settings).result()
        except BrokenProcessPool:
            return Killed()


def survives(part: Part, settings: Settings) -> bool:
    """Whether a process that analyses a part lives through it; nothing is written."""
    with open_pool(1, _use_threads, 1) as pool:
        try:
            submit(pool, _analyse_unwritten, part, settings).result()
        except BrokenProcessPool:
            return False
        return True


def _analyse_unwritten(part: Part, settings: Settings) -> None:
    analyse_places(part, settings)
