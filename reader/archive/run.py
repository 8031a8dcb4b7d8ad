"""A run from its beginning, or from where it broke off, to its end: in one process, in several, or on Dask."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.archive.inputs import find_places, needed
from reader.archive.plan import (
    ArchiveError,
    Part,
    Settings,
    check_places,
    check_plan,
    cut_parts,
    digest_of,
    read_plan,
    write_plan,
)
from reader.archive.pool import Killed, map_parts
from reader.archive.run_folder import LOCK, hold_alone, sweep
from reader.archive.tables import list_done, mark_of
from reader.archive.work import Done, analyse_part, list_sources, read_mark
from reader.cores import count_cores

OnDone = Callable[[int, int, Done], None]
"""Is told, after each part, how many parts are done, how many there are, and what this one came to."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to, this time."""

    parts: int
    articles: int
    words: int
    failed: int
    before: int = 0
    """Parts that were done before."""
    failed_before: int = 0
    """Articles that failed in them."""


def run_archive(
    inputs: Sequence[str],
    out: str | Path,
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    threads: int | None = None,
    cluster: str | None = None,
    listed: bool = False,
    on_done: OnDone = lambda done, of, part: None,
) -> Outcome:
    """Analyse every article of the inputs into a folder; started again, it does what is not done yet.

    `jobs` is the number of processes (0: one a core), `threads` how many the network of each may use (None: the cores
    shared out), `cluster` a Dask scheduler's address or `local[N]` instead, `listed` says that the inputs are lists of
    paths. Raises ArchiveError where the inputs cannot be read, an extra is missing, the folder holds another run, or no
    process can be started.
    """
    settings = settings or Settings()
    folder = Path(out)
    if settings.format == "parquet":
        needed("pyarrow.parquet", "archive")
    _make(folder)
    with hold_alone(folder) as alone:
        if not alone:
            raise ArchiveError(f"another run is writing into {folder}: wait for it, or give another folder")
        way = _Way(jobs or count_cores(), threads, cluster)
        parts = _plan(inputs, folder, settings, listed, way.jobs)
        if settings.dedupe:
            parts = _with_copies(parts, folder, settings, way.jobs)
        marked = list_done(folder)
        todo = [part for part in parts if part.name not in marked]
        before = len(parts) - len(todo)
        failed_before = sum(read_mark(mark_of(folder, part)).failed for part in parts if part.name in marked)
        counts = [before, 0, 0, 0]
        for done in _finished(todo, str(folder.resolve()), settings, way):
            counts = [counts[0] + 1, counts[1] + done.articles, counts[2] + done.words, counts[3] + done.failed]
            on_done(counts[0], len(parts), done)
        sweep(folder)
        return Outcome(
            len(parts),
            articles=counts[1],
            words=counts[2],
            failed=counts[3],
            before=before,
            failed_before=failed_before,
        )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "plan.jsonl").exists() and any(path.name != LOCK for path in folder.iterdir()):
            raise ArchiveError(f"{folder} is not empty and holds no run: give an empty folder")
    except OSError as error:
        raise ArchiveError(f"{folder}: {(error.strerror or type(error).__name__).lower()}") from None


def _plan(inputs: Sequence[str], folder: Path, settings: Settings, listed: bool, jobs: int) -> list[Part]:
    named = [str(Path(given).resolve()) if os.path.exists(given) else given for given in inputs]
    try:
        begun = read_plan(folder)
        if begun is not None:
            check_plan(begun[0], settings, named, folder)
        found = list(find_places(named, settings, listed=listed, but=folder.resolve()))
        digest = digest_of(found)
        if begun is not None:
            check_places(begun[0], digest, folder)
            return begun[1]
        if not found:
            raise ArchiveError("no articles were found in what was given")
        parts = list(cut_parts(found, settings.part_bytes, total=sum(size for _, size in found), hands=jobs))
        write_plan(folder, settings, named, parts, digest)
    except OSError as error:
        raise ArchiveError(f"{folder}: {(error.strerror or type(error).__name__).lower()}") from None
    return parts


def _with_copies(parts: Sequence[Part], folder: Path, settings: Settings, jobs: int) -> list[Part]:
    from reader.archive.dedupe import find_copies

    copies = find_copies(parts, folder, settings, jobs)
    return [replace(part, copies=copies.get(part.number, {})) for part in parts]


@dataclass(frozen=True, slots=True)
class _Way:
    """Who does the parts."""

    jobs: int
    threads: int | None
    cluster: str | None


def _finished(todo: Sequence[Part], folder: str, settings: Settings, way: _Way) -> Iterator[Done]:
    if way.cluster is not None:
        from reader.archive.cluster import map_on_cluster

        results = map_on_cluster(way.cluster, todo, folder, settings)
    else:
        results = map_parts(todo, folder, settings, way.jobs, way.threads)
    for part, result in results:
        yield isolate(part, folder, settings) if isinstance(result, Killed) else result


def isolate(part: Part, folder: str, settings: Settings) -> Done:
    """Do a part that ends its process: find by halves which article does it, set that aside, and do the rest."""
    sources = list_sources(part, settings)
    skip = tuple(sources[at] for at in _find_killers(part, folder, settings, sources))
    ((_, result),) = map_parts([replace(part, skip=skip)], folder, settings, 1, apart=True)
    if not isinstance(result, Killed):
        return result
    return analyse_part(replace(part, skip=tuple(sources)), folder, settings)


def _find_killers(part: Part, folder: str, settings: Settings, sources: Sequence[str]) -> list[int]:
    """Which articles of a part end their process, each asked in a process of its own together with its neighbours."""
    from reader.archive.pool import survives

    found: list[int] = []
    waiting = [range(len(sources))]
    while waiting:
        asked = waiting.pop()
        others = tuple(source for at, source in enumerate(sources) if at not in asked)
        if not asked or survives(replace(part, skip=others), settings):
            continue
        if len(asked) == 1:
            found.append(asked[0])
        else:
            middle = (asked.start + asked.stop) // 2
            waiting += [range(asked.start, middle), range(middle, asked.stop)]
    return sorted(found)
