"""An app with the user's settings and themes, as they stand now and as they change."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.theme import Theme

from reader.app.showing import ShowingApp
from reader.app.themes.themes import variable_defaults

if TYPE_CHECKING:
    from reader.app.messages import ChangeSettings
    from reader.app.start import Start
    from reader.app.themes.themes import ThemeFolder


class ThemedApp(ShowingApp):
    """Begins with the settings and the theme of a `Start`, and remembers what is changed."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self._start, self._settings = start, start.settings
        for theme in start.themes:
            self.register_theme(theme)
        if any(theme.name == start.theme for theme in start.themes):
            self.theme = start.theme
        self._theme_before = self.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def on_change_settings(self, event: ChangeSettings) -> None:
        self._settings = replace(self._settings, **event.changes)
        self._remember(**event.changes)

    def _theme_changed(self, theme: Theme) -> None:
        from reader.app.screens.picker import Picker

        if not isinstance(self.screen, Picker):  # under which themes are only tried on
            self._keep_theme(theme.name)

    def _keep_theme(self, name: str) -> None:
        if name != self._theme_before:
            self._theme_before = name
            self._settings = replace(self._settings, theme=name)
            self._remember(theme=name)

    def _reload_themes(self, folder: ThemeFolder) -> None:
        """Take in themes that were written while the screen is open."""
        if (changed := folder.changed()) is None:
            return
        for theme in changed.themes:
            self.register_theme(theme)
            if theme.name == self.theme:
                self.refresh_css(animate=False)
            elif theme.name == self._settings.theme and not os.environ.get("NO_COLOR"):
                self.theme = theme.name  # the settings asked for it before it could be read
        for problem in changed.problems:
            self.notify(problem, severity="warning", markup=False)

    def _remember(self, **changes: object) -> None:
        if problem := self._start.remember(**changes):
            self.notify(problem, severity="warning", markup=False)

    def search_themes(self) -> None:
        from reader.app.screens.theme_picker import ask_theme

        ask_theme(self, self._keep_theme)
