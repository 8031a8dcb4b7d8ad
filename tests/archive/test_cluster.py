"""The same run on a Dask cluster: the same tables, whoever dies meanwhile."""

import multiprocessing
import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.archive import ArchiveError, run_archive
from tests.archive.test_run import SMALL, everything

if find_spec("distributed") is None:
    pytest.skip("the cluster extra is not installed", allow_module_level=True)


def test_a_local_cluster_writes_what_one_process_writes_though_a_worker_dies(folder: Path, tmp_path: Path) -> None:
    run_archive([str(folder)], tmp_path / "here", SMALL)
    killed: list[int] = []

    def kill_a_worker(done: int, of: int, part: object) -> None:
        if not killed:
            workers = [pid for pid in _descendants(os.getpid()) if b"spawn_main" in _command(pid)]
            killed.append(max(workers))
            os.kill(killed[0], signal.SIGKILL)

    outcome = run_archive(
        [str(folder)],
        tmp_path / "cluster",
        SMALL,
        cluster="local[2]",
        on_done=kill_a_worker if sys.platform == "linux" else lambda done, of, part: None,
    )
    assert outcome.articles == 12
    assert not [child for child in multiprocessing.active_children() if "Dask" in child.name]
    assert everything(tmp_path / "cluster") == everything(tmp_path / "here")


def _descendants(process: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        for child in path.read_text().split():
            found += [int(child), *_descendants(int(child))]
    return found


def _command(process: int) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


SCHEDULER = """
import asyncio, distributed
async def serve():
    async with distributed.Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(serve())
"""


def test_an_address_where_nobody_answers(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no Dask scheduler answers"):
        run_archive([str(folder)], tmp_path / "out", SMALL, cluster="nonsense://x")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_scheduler_that_dies_is_told_in_one_line_and_the_run_goes_on_elsewhere(folder: Path, tmp_path: Path) -> None:
    scheduler = subprocess.Popen(
        [sys.executable, "-c", SCHEDULER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert scheduler.stdout is not None
    address = scheduler.stdout.readline().strip()
    work = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--no-nanny",
    ]
    worker = subprocess.Popen([*work, "--local-directory", str(tmp_path)], stderr=subprocess.DEVNULL)
    try:
        with pytest.raises(ArchiveError, match="went away: start the same command again"):
            run_archive([str(folder)], tmp_path / "out", SMALL, cluster=address, on_done=lambda *_: scheduler.kill())
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait()
        scheduler.stdout.close()
    run_archive([str(folder)], tmp_path / "here", SMALL)
    assert run_archive([str(folder)], tmp_path / "out", SMALL).before > 0
    assert everything(tmp_path / "out") == everything(tmp_path / "here")
