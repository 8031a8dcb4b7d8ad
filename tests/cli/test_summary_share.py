"""`reader summary` with a length as a share, and with its citation."""

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[2] / "sample_articles" / "mill-lane-bridge.md"


def test_a_share_is_a_part_of_the_sentences(reader: Run) -> None:
    tenth, half = reader("summary", SAMPLE, "--share", "10%"), reader("summary", SAMPLE, "--share", "50")
    assert tenth.returncode == half.returncode == 0
    assert 0 < len(tenth.stdout.splitlines()) < len(half.stdout.splitlines())


def test_a_share_out_of_bounds_is_wrong_usage(reader: Run) -> None:
    done = reader("summary", SAMPLE, "--share", "120%")
    assert done.returncode == 2
    assert "no share from 1% to 100%" in done.stderr


def test_the_citation_stands_below() -> None:
    command = [sys.executable, "-m", "reader", "summary", str(SAMPLE), "--sentences", "1", "--cite"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    *_, gap, citation = done.stdout.splitlines()
    assert gap == ""
    assert citation.startswith("— “Council")
