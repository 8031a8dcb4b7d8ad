"""`reader archive run` as a command: what it says, and how it ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.program import READER
from tests.terminal import PATIENCE

pytest.importorskip("pyarrow", reason="the archive extra is not installed")

SAMPLES = Path(__file__).parents[2] / "sample_articles"


def test_a_run_says_what_it_came_to(tmp_path: Path, reader: Run) -> None:
    done = reader("archive", "run", str(SAMPLES / "the-call.txt"), "--out", str(tmp_path / "out"), "--jobs", "1")
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("reader: 1 article, ")
    again = reader("archive", "run", str(SAMPLES / "the-call.txt"), "--out", str(tmp_path / "out"))
    assert again.stderr.startswith("reader: 0 articles, ")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("run", "/no/such/folder", "--out", "OUT"), 1),
        (("run", str(SAMPLES), "--out", str(SAMPLES)), 1),
        (("run", str(SAMPLES)), 2),
        (("run", str(SAMPLES), "--out", "OUT", "--method", "nonsense"), 2),
        (("walk",), 2),
        ((), 2),
    ],
)
def test_what_is_wrong_is_told_on_one_line(options: tuple[str, ...], status: int, tmp_path: Path, reader: Run) -> None:
    done = reader("archive", *(str(tmp_path / "out") if word == "OUT" else word for word in options))
    assert done.returncode == status
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("reader")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_run_that_is_ended_from_outside_says_nothing_and_goes_on_the_next_time(
    tmp_path: Path, reader: Run, name: str
) -> None:
    number, out = getattr(signal, name), tmp_path / "out"
    articles = [tmp_path / f"{each}.txt" for each in range(40)]  # so many that the signal comes before the end
    call = (SAMPLES / "the-call.txt").read_text(encoding="utf-8")
    for each in articles:
        each.write_text(f"Call {each.stem}\n\n{call}", encoding="utf-8")
    command = [*READER, "archive", "run", *map(str, articles), "--out", str(out), "--part-bytes", "1", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while not (out / "plan.jsonl").exists():
        time.sleep(0.05)
    process.send_signal(number)
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (128 + number, "")
    again = reader(*command[len(READER) :])
    assert again.returncode == 0
    assert f"; {len(articles)} parts in " in again.stderr
    assert "failed" not in again.stderr


def test_the_help_of_the_whole_program_names_it() -> None:
    done = subprocess.run([sys.executable, "-m", "reader", "--help"], capture_output=True, text=True, check=False)
    assert "reader archive" in done.stdout


@pytest.mark.parametrize("form", ["csv", "w3c", "conll", "gqg", "schema.org", "claimreview-claim"])
def test_a_form_that_is_one_text_goes_to_the_file_that_is_named(tmp_path: Path, reader: Run, form: str) -> None:
    tables, file = tmp_path / "tables", tmp_path / "claims.out"
    reader("archive", "run", str(SAMPLES / "the-call.txt"), "--out", str(tables), "--jobs", "1")
    printed = reader("archive", "export", str(tables), "--format", form)
    written = reader("archive", "export", str(tables), "--format", form, "--out", str(file))
    assert (written.returncode, written.stdout) == (0, "")
    assert file.read_text(encoding="utf-8").splitlines() == printed.stdout.splitlines() != []
