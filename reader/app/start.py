"""What the app starts with: themes, settings, and remarks on what was wrong in them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from textual.theme import Theme

from reader.app.background.desk import Desk
from reader.app.settings import settings as settings_file
from reader.app.settings.settings import Settings
from reader.app.themes.themes import LoadedThemes, load_theme, load_themes, start_theme, theme_names
from reader.library import Shelf
from reader.privacy import begin_private, is_private


def _forget(**changes: object) -> None:
    """Keep nothing."""


@dataclass(frozen=True)
class Start:
    """Themes to choose from, the one to begin with, the settings, and what was wrong in them.

    `themes` holds the one to begin with at least, and `other_themes` gives what there is beside.
    `remember` keeps settings for the next session and `shelf` the places in articles; by default nothing is kept.
    `desk` hands out the library, where articles are kept and looked for; None in private.
    `themes_folder` is looked at for themes that the user changes meanwhile.
    """

    themes: tuple[Theme, ...] = ()
    theme: str = "night"
    settings: Settings = field(default_factory=Settings)
    problems: tuple[str, ...] = ()
    first_time: bool = False
    remember: Callable[..., str | None] = _forget
    themes_folder: Path | None = None
    shelf: Shelf | None = None
    desk: Desk | None = None
    other_themes: Callable[[], LoadedThemes] = LoadedThemes


@cache
def bundled_start(theme: str = "night") -> Start:
    """The bundled themes and our own defaults; no file of the user's is read."""
    loaded = load_themes()
    return Start(loaded.themes, theme, problems=loaded.problems)


def starting_point() -> Start:
    """What the user's settings ask for."""
    folder = settings_file.themes_folder()
    settings = settings_file.load()
    names = theme_names(folder)
    theme = start_theme(settings.theme, names)
    keeps = not is_private() and settings.keep != "nothing"
    if not keeps:
        begin_private()
    return Start(
        load_theme(theme, folder).themes or load_theme("night").themes,
        theme,
        settings,
        (*settings.problems, *settings_file.unknown_names(settings, names)),
        other_themes=lambda: load_themes(folder),
        first_time=settings_file.first_time(),
        remember=settings_file.remember,
        themes_folder=folder,
        shelf=Shelf(settings_file.library_folder()) if settings.places and keeps else None,
        desk=Desk() if keeps else None,
    )
