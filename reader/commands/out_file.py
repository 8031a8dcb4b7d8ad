"""The file that --out names: written whole, or the earlier one stays."""

import errno
from collections.abc import Iterable
from pathlib import Path

from reader.whole_file import whole_file

_DATABASE = b"SQLite format 3\0"


def write_file(path: Path, parts: Iterable[str]) -> None:
    """Write a file that takes its name only when it is whole and on the disk; a pipe is written as it is.

    Raises OSError where it cannot be written; then nothing of it stays, and a file of that name is as it was. So it is
    where a database stands there (FileExistsError; the library, or a copy of it): nobody wants text in its place.
    """
    encoded = (part.encode("utf-8", "replace") for part in parts)
    if path.exists() and not path.is_file():  # a pipe, or /dev/stdout
        with open(path, "wb") as pipe:
            pipe.writelines(encoded)
        return
    if path.is_file():
        with open(path, "rb") as earlier:
            if earlier.read(len(_DATABASE)) == _DATABASE:
                raise FileExistsError(errno.EEXIST, "a database stands there, and is left as it is", str(path))
    with whole_file(path) as file:
        file.writelines(encoded)
