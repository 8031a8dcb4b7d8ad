"""A run from its inputs to its tables: it goes on where it broke off, and an article that kills it is named."""

import json
import os
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest

from reader.archive import ArchiveError, Settings, analyse_part, pool, run_archive
from reader.archive.inputs import find_places
from reader.archive.plan import OutputFormat, Part, cut_parts
from reader.archive.run import _plan
from reader.archive.tables import TABLES, list_done
from reader.archive.work import KILLED, TWICE, Done
from tests.archive.conftest import write_text

SMALL = Settings(part_bytes=900)


def read(out: Path, table: str) -> list[dict[str, Any]]:
    """A table's rows over all its parts, in the parts' order."""
    rows: list[dict[str, Any]] = []
    for path in sorted((out / table).glob("*.parquet")):
        rows += parquet.read_table(path).to_pylist()
    return rows


def everything(out: Path) -> dict[str, list[dict[str, Any]]]:
    return {table: read(out, table) for table in TABLES}


def test_every_span_lies_in_its_text(folder: Path, tmp_path: Path) -> None:
    outcome = run_archive([str(folder)], tmp_path / "out", SMALL)
    assert (outcome.articles, outcome.failed) == (12, 0)
    assert outcome.parts > 2
    texts = {row["article"]: row["text"] for row in read(tmp_path / "out", "articles")}
    assert len(texts) == 12
    claims = read(tmp_path / "out", "claims")
    assert {row["speaker_name"] for row in claims} >= {"Ines Falkner", "Bram Osei"}
    for row in claims:
        words = " … ".join(texts[row["article"]][span["start"] : span["end"]] for span in row["content"])
        assert words
        assert row["text"]
    for row in read(tmp_path / "out", "mentions"):
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]


def test_ids_are_the_same_in_another_run_with_other_parts(folder: Path, tmp_path: Path) -> None:
    run_archive([str(folder)], tmp_path / "one", SMALL)
    run_archive([str(folder)], tmp_path / "two", Settings(part_bytes=10_000))
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_parts_get_smaller_towards_the_end_so_that_all_processes_end_together(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(40):
        (tmp_path / "in" / f"{number:02}.txt").write_text("Rain. " * 5000)
    for jobs in (1, 2, 100):
        parts = _plan([str(tmp_path / "in")], tmp_path / f"{jobs}", Settings(), False, jobs)
        sizes = [len(part.places) for part in parts]
        assert sum(sizes) == 40
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[0] <= max(1, 40 / (4 * jobs))
        assert sizes[-1] == 1


def test_bad_articles_are_rows_of_errors(lines: Path, tmp_path: Path) -> None:
    outcome = run_archive([str(lines)], tmp_path / "out", SMALL)
    assert (outcome.articles, outcome.failed) == (12, 2)
    errors = {row["source"]: row["error"] for row in read(tmp_path / "out", "errors")}
    assert "none of the columns" in errors["empty"]
    assert "no JSON" in next(error for source, error in errors.items() if source != "empty")
    assert {row["site"] for row in read(tmp_path / "out", "articles")} == {"holme.example"}


def test_rows_of_parquet_and_members_of_zip_and_tar(lines: Path, folder: Path, tmp_path: Path) -> None:
    import pyarrow

    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()[:12]]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "rows.parquet", row_group_size=5)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)
    with tarfile.open(tmp_path / "all.tar.gz", "w:gz") as tar:
        tar.add(folder, "texts")
    texts = []
    for name in ("rows.parquet", "all.zip", "all.tar.gz"):
        outcome = run_archive([str(tmp_path / name)], tmp_path / f"out-{name}", SMALL)
        assert (outcome.articles, outcome.failed) == (12, 0)
        texts.append([row["text"] for row in read(tmp_path / f"out-{name}", "articles")])
    assert texts[0] == texts[1] == texts[2]


def test_json_lines_out(folder: Path, tmp_path: Path) -> None:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    run_archive([str(folder)], tmp_path / "out", Settings(format="jsonl", part_bytes=900))
    packed = sorted((tmp_path / "out" / "analyses").glob("*.jsonl.zst"))
    lines = [line for path in packed for line in zstd.decompress(path.read_bytes()).decode().splitlines()]
    assert [json.loads(line)["schema"] for line in lines] == [1] * 12


def test_it_goes_on_where_it_broke_off(folder: Path, tmp_path: Path) -> None:
    run_archive([str(folder)], tmp_path / "whole", SMALL)

    class Stopped(Exception):
        pass

    def stop(done: int, of: int, part: object) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        run_archive([str(folder)], tmp_path / "broken", SMALL, on_done=stop)
    first = run_archive([str(folder)], tmp_path / "broken", SMALL)
    assert 0 < first.articles < 12
    assert run_archive([str(folder)], tmp_path / "broken", SMALL).articles == 0
    assert everything(tmp_path / "broken") == everything(tmp_path / "whole")


@pytest.mark.parametrize("format", ["parquet", "jsonl"])
def test_a_part_whose_file_was_removed_is_made_anew(format: OutputFormat, folder: Path, tmp_path: Path) -> None:
    out, settings = tmp_path / "out", replace(SMALL, format=format)
    run_archive([str(folder)], out, settings)
    whole = {path: path.read_bytes() for path in out.glob("*/part-*")}
    removed = sorted(out.glob("errors/part-*") if format == "jsonl" else out.glob("claims/part-*"))[1]
    removed.unlink()
    outcome = run_archive([str(folder)], out, settings)
    assert outcome.parts - outcome.before == 1
    assert {path: path.read_bytes() for path in out.glob("*/part-*")} == whole


def test_a_run_that_is_killed_at_any_moment_ends_like_an_undisturbed_one(folder: Path, tmp_path: Path) -> None:
    run_archive([str(folder)], tmp_path / "whole", SMALL)
    command = [sys.executable, "-m", "reader", "archive", "run", str(folder), "--out", str(tmp_path / "killed")]
    command += ["--jobs", "2", "--part-bytes", "900"]
    for parts in (1, 3):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None and len(list_done(tmp_path / "killed")) < parts:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert everything(tmp_path / "killed") == everything(tmp_path / "whole")


def test_one_article_that_ends_its_process_is_found_and_named(folder: Path, tmp_path: Path) -> None:
    for number in range(6, 12):  # half of them are enough for two parts
        (folder / f"{number:02}.txt").unlink()
    (folder / "04.txt").write_text(write_text(4) + "\nEND THE PROCESS\n", encoding="utf-8")
    script = Path(__file__).with_name("killing.py")
    subprocess.run([sys.executable, script, folder, tmp_path / "out"], check=True, cwd=script.parents[2])
    assert len(read(tmp_path / "out", "articles")) == 5
    (error,) = read(tmp_path / "out", "errors")
    assert error == {"source": str(folder / "04.txt"), "error": KILLED}


def test_a_part_that_a_broken_pool_does_not_take_is_done_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = list(cut_parts(find_places([str(folder)]), 1))
    taken: list[Part] = []

    def submit(_: object, __: object, part: Part, *___: object) -> Future[Done]:
        taken.append(part)
        if len(taken) == 6:  # behind the first that are done
            raise BrokenProcessPool
        future: Future[Done] = Future()
        future.set_result(Done(part.number, 1, 1, 0))
        return future

    monkeypatch.setattr(pool, "open_pool", lambda *_, **__: nullcontext())
    monkeypatch.setattr(pool, "submit", submit)
    came = [part.number for part, _ in pool.map_parts(parts, "", SMALL, 2)]
    assert len(parts) > 6
    assert sorted(came) == [part.number for part in parts]


def test_a_folder_that_holds_something_else_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_archive([str(folder)], tmp_path / "out", SMALL)
    before = everything(tmp_path / "out")
    with pytest.raises(ArchiveError, match="another part_bytes"):
        run_archive([str(folder)], tmp_path / "out", Settings(part_bytes=901))
    with pytest.raises(ArchiveError, match="other inputs"):
        run_archive([str(folder / "01.txt")], tmp_path / "out", SMALL)
    with pytest.raises(ArchiveError, match="another engine"):
        run_archive([str(folder)], tmp_path / "out", replace(SMALL, engine="0.0.9+elsewhere"))
    with (folder / "03.txt").open("a", encoding="utf-8") as file:
        file.write("It came later.\n")
    with pytest.raises(ArchiveError, match="the inputs are not what they were"):
        run_archive([str(folder)], tmp_path / "out", SMALL)
    with pytest.raises(ArchiveError, match="not empty"):
        run_archive([str(folder)], folder, SMALL)
    with pytest.raises(ArchiveError, match="no articles"):
        run_archive([str(tmp_path / "out")], tmp_path / "none", SMALL)
    with pytest.raises(ArchiveError, match="not a directory"):
        run_archive([str(folder)], folder / "01.txt" / "out", SMALL)
    assert everything(tmp_path / "out") == before


def test_a_worker_with_another_engine_writes_nothing(folder: Path, tmp_path: Path) -> None:
    (part,) = cut_parts(find_places([str(folder)]), 10**9)
    with pytest.raises(ArchiveError, match="a worker has another engine"):
        analyse_part(part, str(tmp_path / "out"), replace(SMALL, engine="0.0.9+elsewhere"))
    assert not (tmp_path / "out").exists()


def test_one_run_at_a_time_writes_into_a_folder(folder: Path, tmp_path: Path) -> None:
    told = []

    def run_again(done: int, of: int, part: object) -> None:
        with pytest.raises(ArchiveError, match="another run is writing into") as problem:
            run_archive([str(folder)], tmp_path / "out", SMALL)
        told.append(str(problem.value))

    outcome = run_archive([str(folder)], tmp_path / "out", SMALL, on_done=run_again)
    assert len(told) == outcome.parts
    assert run_archive([str(folder)], tmp_path / "out", SMALL).before == outcome.parts


def test_what_failed_is_told_by_every_later_run_too(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": write_text(1)}) + "\n{no\n", encoding="utf-8")
    first = run_archive([str(rows)], tmp_path / "out", SMALL)
    assert (first.failed, first.failed_before) == (1, 0)
    again = run_archive([str(rows)], tmp_path / "out", SMALL)
    assert (again.failed, again.failed_before, again.before) == (0, 1, again.parts)


def test_a_disk_that_takes_no_more_ends_the_run_which_goes_on_later(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reader", "archive", "run", str(folder), "--out", str(tmp_path / "out")]
    command += ["--jobs", "1", "--part-bytes", "900"]
    limited = "import resource, signal, os, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); "
    limited += "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    (folder / "07.txt").write_text(write_text(7) + "".join(f"\nLine {n * n} of {n}.\n" for n in range(900)))
    # Without bytecode: Python would leave half of it in the package for want of room.
    limited_command = [sys.executable, "-B", "-c", limited, command[0], "-B", *command[1:]]
    done = subprocess.run(limited_command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip().endswith("file too large")
    assert len(done.stderr.splitlines()) == 1
    assert not list((tmp_path / "out").glob("*/.part-*"))
    assert 0 < len(read(tmp_path / "out", "articles")) < 12
    assert run_archive([str(folder)], tmp_path / "out", SMALL).before > 0
    assert len(read(tmp_path / "out", "articles")) == 12


def test_the_same_article_twice_is_one_and_text_that_utf8_cannot_hold_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    odd = "\ud800"
    row = {"id": f"n{odd}", "text": write_text(1) + odd, "title": odd, "site": odd, "url": odd, "published": odd}
    path.write_text("".join(json.dumps(row) + "\n" for _ in range(2)), encoding="utf-8")
    outcome = run_archive([str(path), str(path)], tmp_path / "out", SMALL)
    assert (outcome.articles, outcome.failed) == (1, 1)
    assert read(tmp_path / "out", "errors") == [{"source": "n?", "error": TWICE}]
    (article,) = read(tmp_path / "out", "articles")
    assert (article["source"], article["site"], article["url"]) == ("n?", "?", "?")
    assert {row["article"] for row in read(tmp_path / "out", "claims")} == {article["article"]}


def test_copies_are_analysed_once_and_told(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasketch")
    long = "\n\n".join(write_text(3) for _ in range(4))
    (folder / "20.txt").write_text(long, encoding="utf-8")
    (folder / "21.txt").write_text(long.replace("Monday", "Tuesday", 1), encoding="utf-8")
    run_archive([str(folder)], tmp_path / "out", Settings(part_bytes=900, dedupe=True))
    run_archive([str(folder)], tmp_path / "two", Settings(part_bytes=900, dedupe=True), jobs=2)
    assert everything(tmp_path / "two") == everything(tmp_path / "out")
    copies = [row for row in read(tmp_path / "out", "articles") if row["duplicate_of"]]
    assert [Path(row["source"]).name for row in copies] == ["21.txt"]
    assert not [row for row in read(tmp_path / "out", "claims") if row["article"] == copies[0]["article"]]


def test_a_script_that_guards_no_main_is_told_so_and_no_article_is_blamed(folder: Path, tmp_path: Path) -> None:
    script, out = tmp_path / "script.py", tmp_path / "out"
    script.write_text(
        f"from reader.archive import run_archive\nrun_archive([{str(folder)!r}], {str(out)!r}, jobs=2)\n",
        encoding="utf-8",
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].endswith('a script calls run_archive outside of `if __name__ == "__main__":`')
    assert not list_done(out)
