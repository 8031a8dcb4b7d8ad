"""Each command of docs/newsroom.md prints the lines that stand below it, and so does the one that README shows."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "newsroom.md").read_text(encoding="utf-8")
_TASK = re.compile(r"```sh\nreader ([^\n]+)\n```\n\n```text\n(.*?)```", re.S)
TASKS = _TASK.findall(PAGE)
SHOWN = _TASK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_command_is_followed_by_what_it_prints() -> None:
    assert len(TASKS) == PAGE.count("```sh") >= 6


@pytest.mark.parametrize(("command", "printed"), TASKS, ids=[" ".join(task[0].split()[:1]) for task in TASKS])
def test_the_command_prints_these_lines_in_order(
    command: str, printed: str, reader: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = reader(*shlex.split(command))
    assert done.returncode == 0
    found = [line.rstrip() for line in done.stdout.replace("\r", "").splitlines()]
    at = 0
    for line in printed.splitlines():
        assert any(each.startswith(line) for each in found[at:]), line
        at = next(n for n, each in enumerate(found) if n >= at and each.startswith(line)) + 1


def test_what_readme_shows_is_a_part_of_what_is_printed(reader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert any(command.startswith("compare ") for command, _ in SHOWN)
    for command, printed in SHOWN:
        done = reader(*shlex.split(command))
        assert done.returncode == 0
        assert f"\n\n{printed}\n" in done.stdout.replace("\r", "")
