"""`reader archive run` as a command: what it says, and how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="the archive extra is not installed")

SAMPLES = Path(__file__).parents[2] / "sample_articles"


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "archive", *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_run_says_what_it_came_to(tmp_path: Path) -> None:
    done = run("run", str(SAMPLES / "the-call.txt"), "--out", str(tmp_path / "out"), "--jobs", "1")
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("reader: 1 article, ")
    again = run("run", str(SAMPLES / "the-call.txt"), "--out", str(tmp_path / "out"))
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
def test_what_is_wrong_is_told_on_one_line(options: tuple[str, ...], status: int, tmp_path: Path) -> None:
    done = run(*(str(tmp_path / "out") if word == "OUT" else word for word in options))
    assert done.returncode == status
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("reader")


def test_the_help_of_the_whole_program_names_it() -> None:
    done = subprocess.run([sys.executable, "-m", "reader", "--help"], capture_output=True, text=True, check=False)
    assert "reader archive" in done.stdout
