"""`reader summary` with a length as a share, and with its citation."""

import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "sample_articles" / "mill-lane-bridge.md"


def summary(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "summary", str(SAMPLE), *options]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_share_is_a_part_of_the_sentences() -> None:
    tenth, half = summary("--share", "10%"), summary("--share", "50")
    assert tenth.returncode == half.returncode == 0
    assert 0 < len(tenth.stdout.splitlines()) < len(half.stdout.splitlines())


def test_a_share_out_of_bounds_is_wrong_usage() -> None:
    done = summary("--share", "120%")
    assert done.returncode == 2
    assert "no share from 1% to 100%" in done.stderr


def test_the_citation_stands_below() -> None:
    *_, gap, citation = summary("--sentences", "1", "--cite").stdout.splitlines()
    assert gap == ""
    assert citation.startswith("— “Council")
