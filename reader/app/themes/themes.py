"""Themes: TOML files, bundled and the user's alike, each becoming one Textual `Theme`.

Besides Textual's own (`$background`, `$foreground`, `$surface`, `$panel`, `$primary`, `$accent` …) every theme gives
the widgets `$title`, `$voice-1` and so on: `theme_variables.COLOUR_VARIABLES` lists them with what each is for,
and `STYLE_VARIABLES` the text styles that tell claims, hits and the current place apart where there is no colour.

An app whose CSS uses them returns `variable_defaults(self.current_theme)` from
`App.get_theme_variable_defaults`, so that its style sheet also works under a theme that is not ours.
`load_themes(settings.themes_folder())` gives what to register, `start_theme` the one to begin with,
`ThemeFolder` tells of files that the user changed since.

A theme file is named after its theme (`paper.toml`) and says at least `colours.background`,
`.foreground` and `.accent`; every other colour follows from these so that it can be read, unless the
file says it:

    dark = false                  # told from the background where it is not said
    [colours]                     # "#rgb", "#rrggbb", a CSS colour name, or ansi_red … where `ansi = true`
    background = "#f8f4ea"
    foreground = "#2a2723"
    accent = "#8a3a2f"
    [styles]
    claim-current-style = "reverse"
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.app.themes.contrast import AA_LARGE, AA_TEXT, contrast, readable
from reader.app.themes.theme_files import read_theme
from reader.app.themes.theme_variables import (
    ANSI_DEFAULTS,
    ANSI_TEXTUAL,
    BASE_COLOURS,
    COLOUR_VARIABLES,
    SIGN_PAIRS,
    STYLE_VARIABLES,
    TEXT_PAIRS,
    completed,
    derived,
    textual_variables,
)
from reader.resources import bundled

__all__ = [
    "COLOUR_VARIABLES",
    "STYLE_VARIABLES",
    "LoadedThemes",
    "ThemeFolder",
    "adopted",
    "contrast_problems",
    "load_theme",
    "load_themes",
    "start_theme",
    "theme_names",
    "variable_defaults",
]


@dataclass(frozen=True, slots=True)
class LoadedThemes:
    """Textual themes, the user's after the bundled ones (the same name: the user's alone), and one-line
    problems.
    """

    themes: tuple[Theme, ...] = ()
    problems: tuple[str, ...] = ()

    def named(self, name: str) -> Theme | None:
        """The theme of that name, or None."""
        return next((theme for theme in self.themes if theme.name == name), None)


def load_themes(folder: Path | None = None) -> LoadedThemes:
    """Textual's themes, ours and those in the user's folder; a file that is no theme becomes a problem, not
    an error.
    """
    found = {name: adopted(theme) for name, theme in BUILTIN_THEMES.items()}
    problems: list[str] = []
    for place in (bundled("themes"), folder):
        for path in _theme_files(place):
            theme, complaints = read_theme(path)
            problems += complaints
            if theme:
                found[theme.name] = theme
    return LoadedThemes(tuple(found.values()), tuple(problems))


def load_theme(name: str, folder: Path | None = None) -> LoadedThemes:
    """The one theme of this name, as `load_themes` gives it among the others."""
    for place in (folder, bundled("themes")):
        if place is not None and os.path.isfile(path := place / f"{name}.toml"):
            theme, problems = read_theme(path)
            if theme:
                return LoadedThemes((theme,), tuple(problems))
    return LoadedThemes((adopted(BUILTIN_THEMES[name]),) if name in BUILTIN_THEMES else ())


def theme_names(folder: Path | None = None) -> list[str]:
    """The names of all themes, by their files."""
    return [*BUILTIN_THEMES, *(path.stem for place in (bundled("themes"), folder) for path in _theme_files(place))]


def adopted(theme: Theme) -> Theme:
    """A theme of Textual's own with our variables, its colours moved as little as readable text (AA) needs."""
    if theme.ansi:
        return replace(theme, variables={**ANSI_TEXTUAL, **ANSI_DEFAULTS, **theme.variables})
    said = _base_colours(theme)
    ground = Color.parse(said["background"])
    # A little more than AA, so that it still holds on panels and lit lines, whose grounds lie nearer to the ink.
    ink = readable(Color.parse(said["foreground"]), [ground], AA_TEXT + 1)
    accent = Color.parse(said["accent"])
    for name in ("surface", "panel"):
        if name in said and contrast(ink, Color.parse(said[name])) < AA_TEXT:
            del said[name]
    base = completed({**said, "foreground": ink.hex, "accent": accent.hex})
    base["accent"] = readable(accent, [ground, Color.parse(base["surface"]), Color.parse(base["panel"])]).hex
    ours = derived(base, {})
    return replace(
        theme,
        foreground=base["foreground"],
        background=base["background"],
        accent=base["accent"],
        surface=base["surface"],
        panel=base["panel"],
        variables={**theme.variables, **ours, **textual_variables(base, ours["dim"])},
    )


def variable_defaults(theme: Theme | None = None) -> dict[str, str]:
    """A value for every variable of ours: what follows from that theme's colours, else the terminal's own."""
    if theme is None or theme.ansi:
        return dict(ANSI_DEFAULTS)
    return derived(_base_colours(theme), {})


def start_theme(wanted: str, known: Iterable[str], environ: Mapping[str, str] = os.environ) -> str:
    """The name of the theme to begin with.

    `NO_COLOR` asks for "plain" whatever is wanted; "auto" is "paper" where the terminal says that its
    background is light (`COLORFGBG`), else "night"; a name that is not known is the same as "auto".
    """
    names = set(known)
    if environ.get("NO_COLOR"):
        return "plain"
    if wanted in names:
        return wanted
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "paper" if ground in ("7", "15") else "night"


def contrast_problems(theme: Theme) -> list[str]:
    """The text pairs of a theme that miss WCAG AA, one line each; nothing for a theme of the terminal's
    own colours.
    """
    if theme.ansi:
        return []
    variables = {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}
    problems = []
    for pairs, least in ((TEXT_PAIRS, AA_TEXT), (SIGN_PAIRS, AA_LARGE)):
        for ink, ground in pairs:
            reached = contrast(Color.parse(variables[ink]), Color.parse(variables[ground]))
            if reached < least:
                problems.append(f"{theme.name}: {ink} on {ground} is {reached:.2f} : 1, AA asks for {least} : 1")
    return problems


@dataclass(slots=True)
class ThemeFolder:
    """The user's theme folder, looked at again and again: `changed` gives what to register anew."""

    folder: Path
    _seen: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._seen = self._stamps()

    def changed(self) -> LoadedThemes | None:
        """The themes of files that are new or were written to since the last look, with their problems;
        else None.

        A removed file changes nothing: its theme stays until the next start.
        """
        stamps = self._stamps()
        fresh = [path for path, stamp in stamps.items() if self._seen.get(path) != stamp]
        self._seen = stamps
        if not fresh:
            return None
        read = [read_theme(path) for path in fresh]
        themes = tuple(theme for theme, _ in read if theme)
        problems = [problem for _, complaints in read for problem in complaints]
        for theme in themes:
            problems += contrast_problems(theme)
        return LoadedThemes(themes, tuple(problems))

    def _stamps(self) -> dict[Path, tuple[int, int]]:
        stamps = {}
        for path in _theme_files(self.folder):
            try:
                status = path.stat()
            except OSError:
                continue
            stamps[path] = (status.st_mtime_ns, status.st_size)
        return stamps


def _theme_files(folder: Path | None) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml") if folder else []
    except OSError:
        return []


def _base_colours(theme: Theme) -> dict[str, str]:
    """A theme's base colours, with the background and foreground that Textual takes where it names none."""
    ground, ink = ("#121212", "#e0e0e0") if theme.dark else ("#efefef", "#202020")
    said = {key: value for key in BASE_COLOURS if (value := getattr(theme, key))}
    return {"background": ground, "foreground": ink, "accent": theme.primary, **said}
