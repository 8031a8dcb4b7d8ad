"""A process may be killed at any moment: what it acknowledged is there, and the file is sound."""

import os
from pathlib import Path

import pytest

from benchmarks.library_crash import one_round


@pytest.mark.skipif(os.name == "nt", reason="processes are forked and killed")
@pytest.mark.long
def test_killed_at_any_moment_nothing_acknowledged_is_lost(file: Path) -> None:
    heard = 0
    for number in range(6):
        wrong, changes = one_round(file, number, 0.05 + 0.1 * number)
        assert wrong == []
        heard += changes
    assert heard > 0
