"""What the reader keeps between sittings: where each article was left, and a copy of what cannot be opened again."""

from reader.library.bookmark import Bookmark, found_again, mark
from reader.library.shelf import Shelf

__all__ = ["Bookmark", "Shelf", "found_again", "mark"]
