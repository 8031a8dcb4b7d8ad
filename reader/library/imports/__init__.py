"""What other programs kept, read from their own exports: `read_saved` tells them apart by their content.

What reads is imported on first use: the names of the forms alone are asked for by every command's help.
"""

from typing import TYPE_CHECKING

from reader.first_use import import_on_first_use

if TYPE_CHECKING:
    from reader.library.imports.reading import form_of, read_saved
    from reader.library.imports.saved import Passage, Refused, Saved

__all__ = ["FORMS", "MOST_BYTES", "Passage", "Refused", "Saved", "form_of", "read_saved"]

MOST_BYTES = 512 << 20
"""Of a file that is imported."""
FORMS = {
    "pocket": "Pocket's CSV, or its HTML",
    "instapaper": "Instapaper's CSV",
    "omnivore": "Omnivore's JSON, or its whole zip",
    "wallabag": "wallabag's JSON",
    "readwise": "Readwise's CSV of highlights",
    "readwise-reader": "Readwise Reader's CSV",
    "raindrop": "Raindrop's CSV",
    "bookmarks": "a browser's bookmarks as HTML",
    "opml": "an outline (OPML) of articles",
    "csv": "any CSV with a column url",
    "addresses": "a list of addresses, one a line",
}
"""What can be read, beside the library's own JSON Lines."""

__getattr__ = import_on_first_use(
    __name__, {"form_of": "reading", "read_saved": "reading", "Passage": "saved", "Refused": "saved", "Saved": "saved"}
)
