"""Themes: files that become Textual themes, readable ones, and the user's own reloaded as they are written."""

import os
from collections.abc import Sequence
from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.app.themes.contrast import contrast
from reader.app.themes.theme_files import theme_from_toml
from reader.app.themes.theme_variables import TEXT_PAIRS, VOICES
from reader.app.themes.themes import (
    COLOUR_VARIABLES,
    STYLE_VARIABLES,
    ThemeFolder,
    contrast_problems,
    load_themes,
    start_theme,
    variable_defaults,
)

THREE = '[colours]\nbackground = "#101418"\nforeground = "#d8d8d0"\naccent = "#e0a040"\n'
BUNDLED = load_themes().themes
NAMES = [theme.name for theme in BUNDLED]


def test_the_bundled_themes_read_without_a_problem() -> None:
    loaded = load_themes()
    assert loaded.problems == ()
    assert {"paper", "sepia", "night", "high-contrast", "terminal", "plain"} <= set(NAMES)
    assert len(set(NAMES) - set(BUILTIN_THEMES)) >= 8


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", BUNDLED, ids=NAMES)
def test_every_text_pair_of_a_theme_reaches_aa(theme: Theme) -> None:
    assert contrast_problems(theme) == []


@pytest.mark.parametrize("name", ["high-contrast", "high-contrast-light"])
def test_every_text_pair_of_high_contrast_reaches_aaa(name: str) -> None:
    theme = load_themes().named(name)
    values = {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}
    for ink, ground in TEXT_PAIRS:
        assert contrast(Color.parse(values[ink]), Color.parse(values[ground])) >= 7, (ink, ground)


@pytest.mark.parametrize("theme", [theme for theme in BUNDLED if not theme.ansi], ids=lambda theme: theme.name)
def test_any_two_speakers_are_told_apart_by_whoever_lacks_a_kind_of_cone(theme: Theme) -> None:
    voices = [Color.parse(theme.variables[name]) for name in VOICES]
    for sight, matrix in SIGHTS.items():
        seen = [oklab(seen_by(colour, matrix)) for colour in voices]
        for one, other in combinations(range(len(seen)), 2):
            apart = dist(seen[one], seen[other])
            assert apart >= 0.05, f"{sight}: {VOICES[one]} and {VOICES[other]} are {apart:.3f} apart"


def test_the_terminals_own_colours_give_each_speaker_another() -> None:
    assert len({load_themes().named("terminal").variables[name] for name in VOICES}) == len(VOICES)


SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What becomes of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1)."""

Triple = tuple[float, float, float]


def times(matrix: Sequence[Triple], colour: Triple) -> Triple:
    a, b, c = (sum(x * y for x, y in zip(row, colour, strict=True)) for row in matrix)
    return a, b, c


def seen_by(colour: Color, matrix: Sequence[Triple]) -> Triple:
    """A colour as linear red, green and blue, as such eyes see it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    red, green, blue = times(matrix, (linear[0], linear[1], linear[2]))
    return min(max(red, 0), 1), min(max(green, 0), 1), min(max(blue, 0), 1)


def oklab(linear: Triple) -> Triple:
    """Lightness and hue in OKLab (Ottosson 2020), where 0.02 can just be told apart."""
    cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    hues = (
        (0.2104542553, 0.793617785, -0.0040720468),
        (1.9779984951, -2.428592205, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.808675766),
    )
    long, middle, short = (part ** (1 / 3) for part in times(cones, linear))
    return times(hues, (long, middle, short))


def test_a_pair_below_aa_is_named_with_its_ratio() -> None:
    theme, _ = theme_from_toml(THREE + 'dim = "#303030"\n', name="murky")
    assert theme is not None
    assert "murky: dim on background is 1.4" in contrast_problems(theme)[0]


def test_textuals_own_themes_are_there_and_keep_what_can_be_read() -> None:
    nord = load_themes().named("nord")
    assert nord.background == BUILTIN_THEMES["nord"].background
    assert nord.primary == BUILTIN_THEMES["nord"].primary


@pytest.mark.parametrize("theme", [*BUNDLED, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_variable_of_ours_has_a_value_under_every_theme(theme: Theme) -> None:
    values = {**variable_defaults(theme), **theme.variables}
    for name in COLOUR_VARIABLES:
        Color.parse(values[name])
    assert set(STYLE_VARIABLES) <= set(values)


def test_the_plain_theme_uses_no_colour_and_tells_claims_apart_by_style() -> None:
    plain = load_themes().named("plain")
    colours = {plain.variables[name] for name in COLOUR_VARIABLES}
    assert colours == {"ansi_default"}
    styles = [plain.variables[f"{name}-style"] for name in ("claim-direct", "claim-current", "summary-line")]
    assert len(set(styles)) == 3


def test_the_terminal_theme_uses_the_terminals_own_sixteen_colours_only() -> None:
    terminal = load_themes().named("terminal")
    assert terminal.ansi
    assert all(terminal.variables[name].startswith("ansi_") for name in COLOUR_VARIABLES)
    for name in COLOUR_VARIABLES:
        if name.endswith("-background"):
            assert terminal.variables[name] != terminal.variables[name.removesuffix("-background")]


def test_three_colours_make_a_readable_theme() -> None:
    theme, problems = theme_from_toml(THREE, name="mine")
    assert theme is not None
    assert problems == []
    assert theme.dark
    assert contrast_problems(theme) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (THREE + 'backgroud = "#000"\n', 'line 5: unknown colour "backgroud", did you mean "background"?'),
        (THREE + 'dim = "greyish"\n', 'line 5: dim must be a colour such as "#8a3a2f"'),
        (THREE + "dim = 7\n", 'line 5: dim must be a colour such as "#8a3a2f"'),
        (THREE + 'dim = "ansi_red"\n', "line 5: dim: ansi_ colours go with ansi = true, and no other colours do"),
        ('dark = "yes"\n' + THREE, "line 1: dark must be true or false"),
        ("drak = true\n" + THREE, 'line 1: unknown key "drak", did you mean "dark"?'),
        (THREE + '[styles]\ndim-style = "loud"\n', "line 6: dim-style must be made of: bold, dim"),
    ],
)
def test_a_mistake_is_told_by_its_line_and_the_rest_of_the_theme_stands(text: str, problem: str) -> None:
    theme, problems = theme_from_toml(text, name="mine")
    assert theme is not None
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[colours]\nbackground = "#000"\n', "not used: it must say colours.foreground and colours.accent"),
        ("[colours\n", "line 1: "),
        ("colours = 3\n", "line 1: colours must be a table: [colours]"),
    ],
)
def test_a_file_that_makes_no_theme_says_why(text: str, problem: str) -> None:
    theme, problems = theme_from_toml(text, name="mine")
    assert theme is None
    assert problems[0].startswith(problem)


def test_a_users_theme_stands_beside_the_bundled_ones_and_may_replace_one(tmp_path: Path) -> None:
    (tmp_path / "ocean.toml").write_text(THREE)
    (tmp_path / "paper.toml").write_text(THREE)
    (tmp_path / "broken.toml").write_bytes(b"\xff\xfe")
    loaded = load_themes(tmp_path)
    assert loaded.named("ocean").accent == "#e0a040"
    assert loaded.named("paper").accent == "#e0a040"
    assert len([theme for theme in loaded.themes if theme.name == "paper"]) == 1
    assert loaded.problems == ("broken.toml: cannot be read: it is not UTF-8 text",)


def test_a_file_whose_name_cannot_name_a_theme_says_so(tmp_path: Path) -> None:
    (tmp_path / "my theme.toml").write_text(THREE)
    loaded = load_themes(tmp_path)
    assert loaded.named("my theme") is None
    assert loaded.problems == ("my theme.toml: not used: a theme's file is named by letters, digits, - and _ alone",)


def test_a_missing_folder_is_no_problem(tmp_path: Path) -> None:
    assert load_themes(tmp_path / "nowhere").problems == ()


def test_a_theme_file_written_while_the_screen_runs_is_found_with_its_problems(tmp_path: Path) -> None:
    watched = ThemeFolder(tmp_path)
    assert watched.changed() is None
    (tmp_path / "ocean.toml").write_text(THREE)
    assert [theme.name for theme in watched.changed().themes] == ["ocean"]
    assert watched.changed() is None
    (tmp_path / "ocean.toml").write_text(THREE + 'title = "#222222"\n')
    os.utime(tmp_path / "ocean.toml", ns=(1, 1))
    again = watched.changed()
    assert again.themes[0].variables["title"] == "#222222"
    assert "title on background is" in again.problems[0]


@pytest.mark.parametrize(
    ("wanted", "environ", "name"),
    [
        ("sepia", {}, "sepia"),
        ("sepia", {"NO_COLOR": "1"}, "plain"),
        ("sepia", {"NO_COLOR": ""}, "sepia"),
        ("auto", {}, "night"),
        ("auto", {"COLORFGBG": "0;15"}, "paper"),
        ("auto", {"COLORFGBG": "15;default;0"}, "night"),
        ("no such theme", {}, "night"),
    ],
)
def test_the_theme_to_begin_with(wanted: str, environ: dict[str, str], name: str) -> None:
    assert start_theme(wanted, NAMES, environ) == name


async def test_a_style_sheet_of_our_variables_parses_under_our_themes_and_textuals() -> None:
    class Page(App[None]):
        CSS = (
            "Screen { "
            + " ".join(
                [f"color: ${name};" for name in COLOUR_VARIABLES]
                + [f"text-style: ${name};" for name in STYLE_VARIABLES]
            )
            + " }"
        )

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return variable_defaults(self.current_theme)

    app = Page()
    for theme in BUNDLED:
        app.register_theme(theme)
    async with app.run_test() as pilot:
        for name in (*NAMES, "textual-light", "nord"):
            app.theme = name
            await pilot.pause()
            assert app.current_theme.name == name
