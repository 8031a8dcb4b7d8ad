"""The name of a file, gone on with as far as only one way leads, as a shell does it at Tab."""

import os
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
    while Path(name := f"{stem}{'' if number == 1 else f'-{number}'}{suffix}").exists():
        number += 1
    return name
