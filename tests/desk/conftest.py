"""A config folder of each test's own; the tmux tests are collected where there is a tmux to test with."""

import shutil
from pathlib import Path

import pytest

collect_ignore = [] if shutil.which("tmux") else ["test_tmux.py"]


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.setenv("READER_CONFIG_DIR", str(folder))
    return folder
