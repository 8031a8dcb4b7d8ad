"""Runs the command line, in this process where that shows as much as a process of its own."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.cli import main
from reader.commands.sources import stdin_bytes

ARTICLE = """Council votes to close the old bridge

By Dana Whitfield

Councillors voted on Tuesday to close the old bridge for two years, after engineers found that it had moved.

"We were told it was safe in January, and it was not," said council leader Ruth Adeyemi. "We will not wait."

Tom Pryce, who runs a bicycle shop beside the river, said the closure would ruin the street.

The bridge was built in 1871 and carries eleven thousand vehicles a day over the river.
"""


@dataclass(frozen=True)
class Done:
    """A finished run."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


Run = Callable[..., Done]
"""Runs `reader` with these arguments."""


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """`reader("text", path, stdin=b"...")`: the run, with a temporary folder as the current one."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, stdin: bytes = b"") -> Done:
        stdin_bytes.cache_clear()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Done(status, printed.out, printed.err)

    return run
