"""Files by name: a name gone on with as a shell does it at Tab, a free name for a new file, and the file written."""

import os
from collections.abc import Callable
from pathlib import Path

MOST_WAYS = 40
"""Names that are told where several go on."""


def continued(typed: str) -> tuple[str, tuple[str, ...]]:
    """The path typed so far, as far as all names that begin so go together, and those names (at most MOST_WAYS).

    Where one name is left it is whole, a folder's with a slash behind it. An address is left as it is. Names that
    begin with a dot are told where a dot was typed.
    """
    if "://" in typed:
        return typed, ()
    begun = typed.rpartition("/")[2]
    slash = typed[: len(typed) - len(begun)]
    try:
        names = sorted(
            f"{entry.name}/" if entry.is_dir() else entry.name
            for entry in os.scandir(Path(slash or ".").expanduser())
            if entry.name.startswith(begun) and (begun.startswith(".") or not entry.name.startswith("."))
        )
    except (OSError, ValueError, RuntimeError):
        return typed, ()
    names = [name for name in names if name.removesuffix("/").isprintable()]
    if not names:
        return typed, ()
    first, last = names[0], names[-1]  # they are sorted: what these two share, all do
    shared = next((at for at, letter in enumerate(first) if last[at : at + 1] != letter), len(first))
    return slash + first[:shared], tuple(names[:MOST_WAYS])


def free_name(title: str, suffix: str) -> str:
    """A name for a new file here, made of a title's words."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    stem = "-".join(words[:8]) or "article"
    number = 1
    while os.path.exists(name := f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"):
        number += 1
    return name


def write_new(name: str, text_for: Callable[[str], str]) -> Path | str:
    """Write a file that is not there yet; gives its path, or in words why it could not be written.

    `text_for` gives the text in the format of the name's ending (".csv").
    """
    try:
        path = Path(name).expanduser()
        if path.is_dir():
            return f"{path} is a folder: write the name of a file in it"
        if path.exists():
            return f"{path} is there already: choose another name"
        # Spreadsheets take CSV for UTF-8 only when it begins with a mark, and its line ends are its own.
        encoding = "utf-8-sig" if path.suffix == ".csv" else "utf-8"
        path.write_text(text_for(path.suffix), encoding=encoding, newline="")
    except OSError as error:
        return f"{name} could not be written: {error.strerror}"
    except (ValueError, RuntimeError) as error:  # a NUL in the name, no such user behind ~
        return f"{name} is no name for a file: {error}"
    return path
