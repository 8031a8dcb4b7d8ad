"""`reader audit` as a command."""

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[2] / "sample_articles"


def test_text_and_json_of_several(reader: Run) -> None:
    names = [str(SAMPLES / "mill-lane-bridge.md"), str(SAMPLES / "the-call.txt")]
    command = [sys.executable, "-m", "reader", "audit", *names]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert "What the headline stands on" in done.stdout
    assert "Shares of voice in 2 articles" in done.stdout
    voices = json.loads(reader("audit", *names, "--voices", "--format", "json").stdout)["voices"]
    assert {voice["name"] for voice in voices["naming"]} >= {"named"}
    lines = [json.loads(line) for line in reader("audit", *names, "--format", "json").stdout.splitlines()]
    assert [line["source"] for line in lines] == names
    assert {"silent", "unnamed", "twice", "lines", "figures"} <= lines[0].keys()


def test_a_source_that_fails_is_told_and_passed_over(reader: Run) -> None:
    done = reader("audit", "/no/such/file", str(SAMPLES / "the-call.txt"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout


def test_only_what_is_quoted_stands_in_quotation_marks(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text(
        "Boats stand idle\n\nAn official said that the boats were “rusty”. One employee said that they leaked.\n\n"
        "“They never sailed,” a former official said. Two workers denied that the boats had been sold.\n",
        encoding="utf-8",
    )
    told = reader("audit", "boats.txt").stdout
    assert "- An official: that the boats were “rusty” (no reason given)" in told
    assert "- One employee: that they leaked (no reason given)" in told
    assert "- a former official: “They never sailed” (no reason given)" in told
    assert "- Two workers: Two workers denied that the boats had been sold (no reason given)" in told
