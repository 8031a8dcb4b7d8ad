"""The library: everything read, kept in one file (SQLite) with who said what, your highlights, notes and corrections.

`Library` is the door to all of it; `Shelf` the part that the screen needs before anything else, the places in
articles. What is heavy is imported on first use.
"""

from typing import TYPE_CHECKING, Any

from reader.library.anchors import Anchor, anchor_to, find_anchor
from reader.library.bookmark import Bookmark, found_again, mark
from reader.library.model import Agreement, Edition, Entry, Hit, Mark, Person, Question, Said, Taken
from reader.library.place import library_file
from reader.library.problems import LibraryDamagedError, LibraryError
from reader.library.shelf import Shelf

if TYPE_CHECKING:
    from reader.library.library import Kept, Library

__all__ = [
    "Agreement",
    "Anchor",
    "Bookmark",
    "Edition",
    "Entry",
    "Hit",
    "Kept",
    "Library",
    "LibraryDamagedError",
    "LibraryError",
    "Mark",
    "Person",
    "Question",
    "Said",
    "Shelf",
    "Taken",
    "anchor_to",
    "find_anchor",
    "found_again",
    "library_file",
    "mark",
]

_LATE = {"Kept": "reader.library.library", "Library": "reader.library.library"}


def __getattr__(name: str) -> Any:
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'reader.library' has no attribute {name!r}")
