"""A file that is asked for with --out is written whole, or the earlier one stays."""

from collections.abc import Iterable
from pathlib import Path

from reader.whole_file import whole_file


def write_file(path: Path, parts: Iterable[str]) -> None:
    """Write a file that takes its name only when it is whole and on the disk; a pipe is written as it is.

    Raises OSError where it cannot be written; then nothing of it stays, and a file of that name is as it was.
    """
    encoded = (part.encode("utf-8", "replace") for part in parts)
    if path.exists() and not path.is_file():  # a pipe, or /dev/stdout
        with open(path, "wb") as pipe:
            pipe.writelines(encoded)
        return
    with whole_file(path) as file:
        file.writelines(encoded)
