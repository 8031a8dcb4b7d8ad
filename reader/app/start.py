"""What the app starts with: themes, settings, and remarks on what was wrong in them."""

from dataclasses import dataclass, field

from textual.theme import Theme

from reader.app.sitting import View
from reader.app.themes import load_themes, start_theme


@dataclass(frozen=True)
class Start:
    """Themes to choose from, the one to begin with, how articles are shown, keys of the user's own, and problems."""

    themes: tuple[Theme, ...] = ()
    theme: str = "night"
    view: View = field(default_factory=View)
    keymap: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def bundled_start(theme: str = "night") -> Start:
    """The bundled themes and our own defaults; no file of the user's is read."""
    loaded = load_themes()
    return Start(loaded.themes, theme, problems=loaded.problems)


def starting_point() -> Start:
    """What the user's settings ask for."""
    loaded = load_themes()
    return Start(loaded.themes, start_theme("auto", (theme.name for theme in loaded.themes)), problems=loaded.problems)
