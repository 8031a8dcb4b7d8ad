"""Picking a theme: each is put on while the cursor is on it; our own come first, Textual's under a heading."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.theme import BUILTIN_THEMES

from reader.app.screens.picker import Pick, Picker


def ask_theme(app: App[Any], keep: Callable[[str], None]) -> None:
    """Lay the list of themes over the screen. `keep` is told the one that is picked; Esc puts the old one on again."""
    before = app.theme
    names = sorted(app.available_themes, key=lambda name: name in BUILTIN_THEMES)
    picks = [
        Pick(name, heading="Textual's" if name in BUILTIN_THEMES else "Reader's and yours", on=name == before)
        for name in names
    ]

    def seen(index: int | None) -> None:
        if index is not None:
            app.theme = names[index]

    def picked(index: int | None) -> None:
        app.theme = before if index is None else names[index]
        keep(app.theme)

    at = names.index(before) if before in names else 0
    app.push_screen(Picker("a theme", picks, at=at, moved=seen, aside=True), picked)
