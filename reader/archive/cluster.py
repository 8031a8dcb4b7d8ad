"""The same parts on a Dask cluster: its scheduler hands them out, watches the workers and tries again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.archive.inputs import needed
from reader.archive.plan import ArchiveError, Part, Settings
from reader.archive.pool import Killed, Result
from reader.archive.work import analyse_part

_LOCAL = re.compile(r"local\[(\d+)\]")
IN_FLIGHT = 4
"""Parts handed to the scheduler for each thread of the cluster: enough that none waits, few enough that a million
parts are never held at once."""


def map_on_cluster(
    address: str, todo: Sequence[Part], folder: str, settings: Settings, copies: Mapping[str, str]
) -> Iterator[tuple[Part, Result]]:
    """Each part with what it came to, as they are done.

    `address` is a scheduler's, or `local[N]` for N worker processes on this machine. The folder must be one that all
    workers see. A part whose workers die four times over comes back as killed; one that raises ends the run.
    """
    distributed = needed("distributed", "cluster")
    local = _LOCAL.fullmatch(address)
    if local is not None:
        cluster = distributed.LocalCluster(
            n_workers=int(local[1]), threads_per_worker=1, processes=True, dashboard_address=None
        )
    try:
        client = distributed.Client(cluster if local is not None else address, timeout="20s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ArchiveError(f"no Dask scheduler answers at {address} ({type(error).__name__})") from None
    try:
        yield from _map(distributed, client, todo, folder, settings, copies)
    finally:
        client.close()
        if local is not None:
            cluster.close()


def _map(
    distributed: Any, client: Any, todo: Sequence[Part], folder: str, settings: Settings, copies: Mapping[str, str]
) -> Iterator[tuple[Part, Result]]:
    shared = client.scatter(dict(copies), broadcast=True) if copies else None
    waiting = iter(todo)
    parts: dict[Any, Part] = {}
    done = distributed.as_completed(loop=client.loop)

    def hand_out(count: int) -> None:
        for part, _ in zip(waiting, range(count), strict=False):
            future = client.submit(analyse_part, part, folder, settings, shared, threads=1, pure=False, retries=1)
            parts[future.key] = part
            done.add(future)

    cores = max(1, sum(client.nthreads().values()))
    if not todo:
        return
    hand_out(IN_FLIGHT * cores)
    for future in done:
        part = parts.pop(future.key)
        try:
            yield part, future.result()
        except distributed.KilledWorker:
            yield part, Killed()
        hand_out(1)
