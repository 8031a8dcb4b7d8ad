"""Where Dask's scheduler becomes the limit: `python -m benchmarks.archive.scheduler [PARTS]` (default 100,000).

So many parts without any work go through a local cluster of two workers of four threads, handed out as a run hands out
its own. The scheduler and the run share a process here, so what that process spends on a part bounds what both can do;
printed are parts a second, the processor's time for each, and the memory.
"""

import os
import sys
import tempfile
import time

import psutil

from benchmarks.tables import show
from reader.archive.cluster import open_client, quieten, spread
from reader.archive.inputs import needed
from reader.archive.plan import Part, Place, Settings
from reader.archive.work import Done


def do_nothing(part: Part, folder: str, settings: Settings, *, threads: int = 1) -> Done:
    """A part without work."""
    return Done(part.number)


def main(arguments: list[str]) -> int:
    """Hand out parts, ten times more each time."""
    most = int(arguments[0]) if arguments else 100_000
    rows = []
    with tempfile.TemporaryDirectory() as place, quieten():
        os.chdir(place)
        distributed = needed("distributed", "cluster")
        cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=4, dashboard_address=None)
        try:
            for count in (most // 100, most // 10, most):
                parts = [
                    Part(number, (Place("jsonl", "/archive/lines.jsonl", number, number + 1),))
                    for number in range(count)
                ]
                with open_client(distributed, cluster.scheduler_address) as client:
                    began, spent = time.perf_counter(), time.process_time()
                    found = spread(distributed, client, parts, place, Settings(), work=do_nothing)
                    done = sum(1 for _ in found)
                    took, spent = time.perf_counter() - began, time.process_time() - spent
                assert done == count
                held = psutil.Process().memory_info().rss / 1024**2
                rows.append((f"{count:,}", f"{count / took:,.0f}", f"{spent / count * 1e3:.2f}", f"{held:.0f}"))
                print(*rows[-1], flush=True)
        finally:
            cluster.close()
    show("parts without work", ("parts", "a second", "ms of processor each", "MB"), rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
