"""The terminal's size asked for once a second: the signal that tells of a change may be lost on a busy machine."""

import os
from contextlib import suppress

from textual.app import App
from textual.events import Resize
from textual.geometry import Size

EVERY = 1.0
"""Seconds between two looks; the signal itself is answered at once."""


def terminal_size() -> Size | None:
    """The size of the terminal that keys come from, in cells; None where there is none."""
    with suppress(OSError):
        columns, lines = os.get_terminal_size(0)
        return Size(columns, lines) if columns and lines else None
    return None


def catch_up(app: App[None]) -> None:
    """Lay the screen out anew where the terminal has another size than the app knows of."""
    size = None if app.is_headless else terminal_size()
    if size is not None and size != app.size:
        app.post_message(Resize(size, size))
