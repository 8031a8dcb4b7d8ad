"""A run's folder: its files appear whole or not at all, and one run at a time writes into it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.whole_file import whole_file

LOCK = ".running"
"""The file in a run's folder that is locked as long as it runs; it stays, empty."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, in a folder that need not exist: nobody ever finds half of it, and where the disk is full nothing
    of it stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(data)


def sweep(folder: Path) -> None:
    """Remove what writers of parts left that were killed while they wrote: files that `whole_file` gave no name yet."""
    for beside in folder.glob("*/.part-*"):
        with suppress(OSError):
            beside.unlink()


@contextmanager
def hold_alone(folder: Path) -> Iterator[bool]:
    """Whether nobody else holds the folder, which is then this process's to the end of the block, however it ends.

    Where the system, or a disk on the network, has no such locks, all may.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield True
        return
    with open(folder / LOCK, "a", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        except OSError:
            pass
        yield True
