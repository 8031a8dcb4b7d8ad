"""The whole program on a pseudo-terminal under bursts of keys, by fixed seeds; `benchmarks.hands` is the longer run."""

import os
import shlex

import pytest

if os.name != "posix":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from benchmarks.hands import busy, play, terminal
from reader.resources import bundled
from tests.program import READER

SAMPLES = sorted(str(path) for path in bundled("sample_articles").iterdir() if path.suffix == ".txt")
COMMAND = shlex.join(READER)


@pytest.mark.parametrize("seed", [11, 12])
def test_the_program_survives_a_burst_of_any_keys(seed: int) -> None:
    assert play(seed, 150, SAMPLES, COMMAND) == ""


@pytest.mark.parametrize("keys", ["J" * 12 + "K" * 5, "t\x1b[B\r\r\r\r", "\x1bht\x1b[B\r\r\r\r", "h\x1b[B\r\r\r\r"])
def test_the_program_survives_what_once_ended_it(keys: str) -> None:
    with terminal(SAMPLES, COMMAND) as program:
        program.watch(60, until=2_000)
        for _ in range(2):
            program.send(keys, 0.4)
        assert program.problem() == ""


def test_an_article_opens_while_the_machine_is_busy() -> None:
    with busy(3), terminal(SAMPLES[:1], COMMAND) as program:
        program.watch(60, until=2_000)
        assert program.problem() == ""
