"""Runs that are killed at random moments: `python -m benchmarks.archive.killed [TIMES] [SEED]` (POSIX only).

In turn the run itself is killed, one of its workers, its whole group, a Dask cluster's scheduler, one of its workers,
and the run on a cluster; the same command is then started again until it ends well. What stands in the tables must be,
row for row, what an undisturbed run writes.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from benchmarks.archive.made import write_articles
from benchmarks.tables import show
from reader.archive.tables import list_done

HERE = Path(__file__).resolve().parents[2]
VICTIMS = ("run", "worker", "group", "scheduler", "cluster worker", "run on a cluster")
_TRIES = 5


def everything(out: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, in the parts' order."""
    import pyarrow.parquet as parquet

    return {
        folder.name: [row for path in sorted(folder.glob("*.parquet")) for row in parquet.read_table(path).to_pylist()]
        for folder in sorted(out.iterdir())
        if folder.is_dir() and folder.name != "done"
    }


@contextmanager
def open_cluster(place: Path) -> Iterator[tuple[str, subprocess.Popen[str], list[subprocess.Popen[str]]]]:
    """A scheduler and two workers in processes of their own, and the scheduler's address."""
    file = place / f"scheduler-{time.monotonic_ns()}.json"
    told = ["--scheduler-file", str(file), "--no-dashboard"]
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "text": True, "cwd": HERE}
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *told, "--port", "0"], **quiet
    )
    while not file.exists():
        time.sleep(0.1)
    command = [sys.executable, "-m", "distributed.cli.dask_worker", *told, "--nthreads", "1"]
    workers = [subprocess.Popen([*command, "--local-directory", str(place)], **quiet) for _ in range(2)]
    try:
        yield json.loads(file.read_text())["address"], scheduler, workers
    finally:
        for process in (*workers, scheduler):
            process.terminate()
        for process in (*workers, scheduler):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def strike(victim: str, run: subprocess.Popen[str], cluster: list[subprocess.Popen[str]], dice: random.Random) -> bool:
    """Kill somebody; whether there was anybody to kill."""
    with suppress(psutil.Error, ProcessLookupError, PermissionError, IndexError):
        if run.poll() is not None:
            return False
        if victim == "group":
            os.killpg(run.pid, signal.SIGKILL)
        elif victim in ("run", "run on a cluster"):
            run.kill()
        elif victim == "scheduler":
            cluster[0].kill()
        elif victim == "cluster worker":
            nannies = psutil.Process(cluster[1 + dice.randrange(2)].pid)
            dice.choice([nannies, *nannies.children()]).kill()
        else:
            dice.choice(
                [child for child in psutil.Process(run.pid).children() if "spawn_main" in str(child.cmdline())]
            ).kill()
        return True
    return False


def run_killed(
    victim: str, base: list[str], out: Path, place: Path, parts: int, dice: random.Random
) -> tuple[int, int]:
    """How often the command was started until it ended well, and how many parts stood when somebody was killed (-1:
    nobody was, for it had ended)."""
    stood = 0
    for attempt in range(1, _TRIES + 1):
        with ExitStack() as stack:
            members: list[subprocess.Popen[str]] = []
            way = ["--jobs", "2"]
            if "cluster" in victim or victim == "scheduler":
                address, scheduler, workers = stack.enter_context(open_cluster(place))
                members, way = [scheduler, *workers], ["--cluster", address]
            command = [*base, "--out", str(out), *way]
            run = subprocess.Popen(command, cwd=HERE, stderr=subprocess.DEVNULL, start_new_session=True, text=True)
            if attempt == 1:
                wanted, pause = dice.randrange(parts), dice.random()
                while len(list_done(out)) < wanted and run.poll() is None:
                    time.sleep(0.02)
                time.sleep(pause)
                stood = len(list_done(out))
                if not strike(victim, run, members, dice):
                    stood = -1
            if run.wait() == 0:
                return attempt, stood
    return 0, stood


def main(arguments: list[str]) -> int:
    """Kill as often as was asked for."""
    times, seed = (int(word) for word in [*arguments, *("20", "1")[len(arguments) :]])
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        place = Path(name)
        write_articles(place / "in", 60, most=600)
        base = [sys.executable, "-m", "reader", "archive", "run", str(place / "in" / "files"), "--part-bytes", "2500"]
        subprocess.run([*base, "--out", str(place / "whole"), "--jobs", "2"], cwd=HERE, check=True)
        whole, parts = everything(place / "whole"), len(list_done(place / "whole"))
        rows, wrong = [], 0
        for number in range(times):
            victim = VICTIMS[number % len(VICTIMS)]
            out = place / f"killed{number}"
            starts, stood = run_killed(victim, base, out, place, parts, dice)
            same = starts > 0 and everything(out) == whole
            wrong += not same
            told = "ended before" if stood < 0 else f"{stood} parts done"
            rows.append((victim, told, starts or "never", "the same" if same else "DIFFERENT"))
            print(*rows[-1], sep=" · ", flush=True)
    show(f"{times} kills of runs over 60 articles in {parts} parts", ("victim", "when", "starts", "tables"), rows)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
