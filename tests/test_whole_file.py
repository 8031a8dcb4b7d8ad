"""A file takes its name only when it is whole: nobody finds half of it, whatever goes wrong while it is written."""

import os
import stat
import sys
from pathlib import Path

import pytest

from reader.whole_file import OWNER, whole_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_has_its_name_only_once_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    with whole_file(path) as file:
        file.write(b"one, ")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"one, two"
    assert names(tmp_path) == ["kept.txt"]


@pytest.mark.parametrize("wait", [True, False])
def test_it_takes_the_place_of_an_earlier_one(tmp_path: Path, wait: bool) -> None:
    path = tmp_path / "kept.txt"
    path.write_bytes(b"earlier, and longer")
    with whole_file(path, wait=wait) as file:
        file.write(b"later")
        file.flush()
        assert path.read_bytes() == b"earlier, and longer"
    assert path.read_bytes() == b"later"


@pytest.mark.parametrize("problem", [ValueError("no"), KeyboardInterrupt()])
def test_what_fails_half_way_leaves_the_earlier_one_and_nothing_beside_it(
    tmp_path: Path, problem: BaseException
) -> None:
    def write_half() -> None:
        with whole_file(path) as file:
            file.write(b"half of i")
            raise problem

    path = tmp_path / "kept.txt"
    path.write_bytes(b"earlier")
    with pytest.raises(type(problem)):
        write_half()
    assert path.read_bytes() == b"earlier"
    assert names(tmp_path) == ["kept.txt"]


def test_a_full_disk_at_the_very_end_leaves_the_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    path = tmp_path / "kept.txt"
    path.write_bytes(b"earlier")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"), whole_file(path) as file:
        file.write(b"later")
    assert path.read_bytes() == b"earlier"
    assert names(tmp_path) == ["kept.txt"]


def test_a_folder_that_is_not_there_is_told_by_the_name_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "kept.txt"
    with pytest.raises(FileNotFoundError) as told, whole_file(path):
        pass
    assert told.value.filename == str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_is_its_owners_alone_is_so_from_the_first_byte_on(tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    with whole_file(path, OWNER):
        (beside,) = tmp_path.iterdir()
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
