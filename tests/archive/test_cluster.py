"""The same parts on a Dask cluster of this machine."""

from pathlib import Path

import pytest

from reader.archive import ArchiveError, run_archive
from tests.archive.test_run import SMALL, everything

pytest.importorskip("distributed", reason="the cluster extra is not installed")


def test_a_local_cluster_writes_what_one_process_writes(folder: Path, tmp_path: Path) -> None:
    run_archive([str(folder)], tmp_path / "here", SMALL)
    outcome = run_archive([str(folder)], tmp_path / "cluster", SMALL, cluster="local[2]")
    assert outcome.articles == 12
    assert everything(tmp_path / "cluster") == everything(tmp_path / "here")


def test_an_address_where_nobody_answers(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no Dask scheduler answers"):
        run_archive([str(folder)], tmp_path / "out", SMALL, cluster="nonsense://x")
