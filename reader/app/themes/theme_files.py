"""One theme file: TOML in, a Textual `Theme` and one-line problems out."""

import re
from collections.abc import Callable
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader.app.settings.toml_lines import TomlError, one_line, read_toml, suggestion
from reader.app.themes.theme_variables import (
    ANSI_DEFAULTS,
    ANSI_TEXTUAL,
    BASE_COLOURS,
    COLOUR_VARIABLES,
    STYLE_VARIABLES,
    completed,
    derived,
    textual_variables,
)

_STYLE_WORDS = frozenset(("none", "bold", "dim", "italic", "underline", "reverse", "strike", "overline"))


def read_theme(path: Path) -> tuple[Theme | None, list[str]]:
    """The theme in one file, and what is wrong with the file: `ocean.toml: line 3: …`, one line each."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8 text"
        return None, [one_line(f"{path.name}: cannot be read: {reason}")]
    if not re.fullmatch(r"[A-Za-z_][\w-]*", path.stem, re.ASCII):
        return None, [one_line(f"{path.name}: not used: a theme's file is named by letters, digits, - and _ alone")]
    theme, problems = theme_from_toml(text, name=path.stem)
    return theme, [one_line(f"{path.name}: {problem}") for problem in problems]


def theme_from_toml(text: str, *, name: str) -> tuple[Theme | None, list[str]]:
    """The theme that a file's text describes, and its problems; None where a colour that must be there
    is not.

    A colour that cannot be read is reported and falls back to what follows from the others.
    """
    try:
        values, lines = read_toml(text)
    except TomlError as error:
        return None, [str(error)]
    problems: list[str] = []

    def at(*path: str) -> str:
        return f"line {lines[path]}: " if path in lines else ""

    table = "colors" if "colors" in values and "colours" not in values else "colours"
    for key in values:
        if key not in ("dark", "ansi", table, "styles"):
            known = ("dark", "ansi", "colours", "styles")
            problems.append(f'{at(key)}unknown key "{key}"{suggestion(key, known)}')
    flags: dict[str, bool] = {}
    for key in ("dark", "ansi"):
        if isinstance(value := values.get(key), bool):
            flags[key] = value
        elif key in values:
            problems.append(f"{at(key)}{key} must be true or false")
    ansi = flags.get("ansi", False)
    colours = _colours(_table(values, table, problems, at(table)), table, ansi, at, problems)
    styles = _styles(_table(values, "styles", problems, at("styles")), at, problems)
    needed = ("accent",) if ansi else ("background", "foreground", "accent")
    missing = [key for key in needed if key not in colours]
    if missing:
        return None, [*problems, f"not used: it must say {' and '.join(f'colours.{key}' for key in missing)}"]
    return _build(name, colours, styles, ansi, flags.get("dark")), problems


def _table(values: dict[str, object], key: str, problems: list[str], place: str) -> dict[str, object]:
    table = values.get(key, {})
    if isinstance(table, dict):
        return table
    problems.append(f"{place}{key} must be a table: [{key}]")
    return {}


def _colours(
    table: dict[str, object], name: str, ansi: bool, at: Callable[..., str], problems: list[str]
) -> dict[str, str]:
    colours = {}
    known = (*BASE_COLOURS, *COLOUR_VARIABLES)
    for key, value in table.items():
        place = at(name, key)
        if key not in known:
            problems.append(f'{place}unknown colour "{key}"{suggestion(key, known)}')
        elif not isinstance(value, str) or (colour := _colour(value)) is None:
            problems.append(f'{place}{key} must be a colour such as "#8a3a2f"')
        elif (colour.ansi is not None) != ansi:
            problems.append(f"{place}{key}: ansi_ colours go with ansi = true, and no other colours do")
        else:
            colours[key] = value
    return colours


def _styles(table: dict[str, object], at: Callable[..., str], problems: list[str]) -> dict[str, str]:
    styles = {}
    for key, value in table.items():
        if key not in STYLE_VARIABLES:
            problems.append(f'{at("styles", key)}unknown style "{key}"{suggestion(key, STYLE_VARIABLES)}')
        elif not isinstance(value, str) or not set(value.split()) <= _STYLE_WORDS or not value.strip():
            problems.append(f"{at('styles', key)}{key} must be made of: {', '.join(sorted(_STYLE_WORDS))}")
        else:
            styles[key] = value
    return styles


def _colour(value: str) -> Color | None:
    try:
        colour = Color.parse(value)
    except ColorParseError:
        return None
    return colour if colour.a == 1 and not colour.auto else None


def _build(name: str, colours: dict[str, str], styles: dict[str, str], ansi: bool, dark: bool | None) -> Theme:
    base = {key: colours[key] for key in BASE_COLOURS if key in colours}
    ours = {key: value for key, value in colours.items() if key in COLOUR_VARIABLES}
    if ansi:
        variables = {**ANSI_TEXTUAL, **ANSI_DEFAULTS, **ours, **styles}
        base = {"background": "ansi_default", "foreground": "ansi_default", **base}
    else:
        base = completed(base)
        own = {**derived(base, ours), **ours}
        variables = {**own, **textual_variables(base, own["dim"]), **styles}
        if dark is None:
            dark = Color.parse(base["background"]).brightness < 0.5
    return Theme(
        name=name,
        primary=base.get("primary", base["accent"]),
        secondary=base.get("secondary"),
        warning=base.get("warning"),
        error=base.get("error"),
        success=base.get("success"),
        accent=base["accent"],
        foreground=base.get("foreground"),
        background=base.get("background"),
        surface=base.get("surface"),
        panel=base.get("panel"),
        dark=dark is not False,
        ansi=ansi,
        variables=variables,
    )
