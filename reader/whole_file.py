"""A file takes its name only when it is whole and on the disk: nobody ever finds half of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

ANYBODY, OWNER = 0o666, 0o600
"""Who may read a file (of others, those whom the umask lets)."""


@contextmanager
def whole_file(path: Path, mode: int = ANYBODY, *, wait: bool = True) -> Iterator[BinaryIO]:
    """A file to write into, beside its place; it is put there when the block has ended and all is on the disk (without
    `wait`, when all is written, so that a screen need not wait for a busy disk).

    Raises OSError where that cannot be. Where anything fails nothing of it stays, and a file of that name is as it was.
    """
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        with open(str(beside), "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            file.flush()
            if wait:
                os.fsync(file.fileno())
        os.replace(str(beside), path)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError) and error.filename == str(beside):
            error.filename = str(path)  # the one that was asked for
        raise
