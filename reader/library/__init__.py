"""The library: everything read, kept in one file (SQLite) with who said what, your highlights, notes and corrections.

`Library` is the door to all of it; `Shelf` the part that the screen needs before anything else, the places in
articles. Each name is imported on first use, so that the first screen waits for nothing it does not show.
"""

from typing import TYPE_CHECKING

from reader.first_use import import_on_first_use

if TYPE_CHECKING:
    from reader.library.anchors import Anchor, anchor_to, find_anchor
    from reader.library.bookmark import Bookmark, found_again, mark
    from reader.library.folder import library_file
    from reader.library.library import Kept, Library
    from reader.library.model import Agreement, Edition, Entry, Hit, Mark, Person, Question, Said, Taken
    from reader.library.problems import LibraryDamagedError, LibraryError
    from reader.library.shelf import Shelf

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

__getattr__ = import_on_first_use(
    __name__,
    {
        "Agreement": "model",
        "Anchor": "anchors",
        "Bookmark": "bookmark",
        "Edition": "model",
        "Entry": "model",
        "Hit": "model",
        "Kept": "library",
        "Library": "library",
        "LibraryDamagedError": "problems",
        "LibraryError": "problems",
        "Mark": "model",
        "Person": "model",
        "Question": "model",
        "Said": "model",
        "Shelf": "shelf",
        "Taken": "model",
        "anchor_to": "anchors",
        "find_anchor": "anchors",
        "found_again": "bookmark",
        "library_file": "folder",
        "mark": "bookmark",
    },
)
