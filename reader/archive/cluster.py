"""The same parts on a Dask cluster: its scheduler hands them out, watches the workers and tries again."""

import logging
import multiprocessing
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from reader.archive.inputs import needed
from reader.archive.plan import ArchiveError, Part, Settings
from reader.archive.pool import NO_START, Killed, Result
from reader.archive.work import Done, analyse_part

_LOCAL = re.compile(r"local\[(\d+)\]")
IN_FLIGHT = 4
"""Parts handed to the scheduler for each thread of the cluster: enough that none waits, few enough that a million
parts are never held at once."""
LEAST_IN_FLIGHT = 64
"""At least so many, so that a cluster that grows with what waits begins to grow."""
_UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.disk": False,
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.scheduler.worker-saturation": 1.0,
}
"""Dask looks at what each worker does a hundred times a second, at its memory ten times and at its machine twice, each
time in the way of its work. Nobody sees the first and the last of a cluster without a page, and once a second is enough
to bound the memory. What comes out of a part is three numbers, so no copies of it need be counted; and no part waits
at one worker while another has nothing to do."""
_COUNTED_EVERY = 5.0
"""Seconds after which the threads of the cluster are counted again: workers come and go."""


def map_on_cluster(
    address: str, todo: Sequence[Part], folder: str, settings: Settings
) -> Iterator[tuple[Part, Result]]:
    """Each part with what it came to, as they are done.

    `address` is a scheduler's, or `local[N]` for N worker processes on this machine. The folder must be one that all
    workers see. A part whose workers die four times over comes back as killed; one that raises ends the run, and so
    does the end of the scheduler (ArchiveError).
    """
    if not todo:
        return
    distributed = needed("distributed", "cluster")
    with quieten(), open_client(distributed, address) as client:
        try:
            yield from spread(distributed, client, todo, folder, settings)
        except (distributed.CancelledError, distributed.comm.CommClosedError, OSError) as error:
            if isinstance(error, OSError) and client.status == "running" and error.errno:
                raise  # a disk that takes no more, where a worker writes
            raise ArchiveError(
                f"the Dask scheduler at {address} went away: start the same command again, and it does the rest"
            ) from None


@contextmanager
def open_client(distributed: Any, address: str) -> Iterator[Any]:
    """A client of the scheduler at an address, or of one that ends with the block. Raises ArchiveError."""
    local = _LOCAL.fullmatch(address)
    cluster, others = None, set(multiprocessing.active_children())
    try:
        if local is not None:
            cluster = _start_local(distributed, int(local[1]))
        try:
            client = distributed.Client(cluster or address, timeout="20s", set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ArchiveError(f"no Dask scheduler answers at {address} ({type(error).__name__})") from None
        try:
            yield client
        finally:
            with suppress(Exception):
                client.close(timeout=5)
    finally:
        if cluster is not None:
            with suppress(Exception):
                cluster.close(timeout=10)
            for child in set(multiprocessing.active_children()) - others:
                if "Dask" in child.name:  # on a busy machine one that was being started anew outlives its cluster
                    child.kill()
                    child.join(10)


def _start_local(distributed: Any, workers: int) -> Any:
    with needed("dask", "cluster").config.set(_UNWATCHED):
        try:
            return distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",  # no page, but the server for it is always there
                scheduler_kwargs={"dashboard": False},
            )
        except RuntimeError:
            raise ArchiveError(NO_START) from None


@contextmanager
def quieten() -> Iterator[None]:
    """Dask tells of workers that come and go in its own log, here and in the processes that it starts; stderr is for
    one line at the end."""
    logger, variable = logging.getLogger("distributed"), "DASK_LOGGING__DISTRIBUTED"
    level, known = logger.level, os.environ.get(variable)
    logger.setLevel(logging.CRITICAL + 1)
    os.environ.setdefault(variable, "critical")
    try:
        yield
    finally:
        logger.setLevel(level)
        if known is None:
            os.environ.pop(variable, None)


def spread(
    distributed: Any,
    client: Any,
    todo: Sequence[Part],
    folder: str,
    settings: Settings,
    work: Callable[..., Done] = analyse_part,
) -> Iterator[tuple[Part, Result]]:
    """Hand the parts to a client's cluster, never many more than it can do at once, and give back what is done."""
    waiting = iter(todo)
    parts: dict[Any, Part] = {}
    done = distributed.as_completed(loop=client.loop)
    most, counted = 0, 0.0

    def hand_out() -> None:
        nonlocal most, counted
        if time.monotonic() - counted > _COUNTED_EVERY:
            most, counted = max(LEAST_IN_FLIGHT, IN_FLIGHT * sum(client.nthreads().values())), time.monotonic()
        while len(parts) < most and (part := next(waiting, None)) is not None:
            future = client.submit(work, part, folder, settings, threads=1, pure=False, retries=1)
            parts[future.key] = part
            done.add(future)

    hand_out()
    for future in done:
        part = parts.pop(future.key)
        try:
            yield part, future.result()
        except distributed.KilledWorker:
            yield part, Killed()
        hand_out()
