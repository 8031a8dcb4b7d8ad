"""A file that is asked for with --out is written whole, or the earlier one stays."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, parts: Iterable[str]) -> None:
    """Write a file that takes its name only when it is whole and on the disk; a pipe is written as it is.

    Raises OSError where it cannot be written; then nothing of it stays, and a file of that name is as it was.
    """
    if path.exists() and not path.is_file():  # a pipe, or /dev/stdout
        with open(path, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(parts)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(beside, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()
