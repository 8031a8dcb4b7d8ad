"""The user's files as the screen meets them when it starts."""

from pathlib import Path

from reader.app.app import ReaderApp
from reader.app.home.screen import HomeScreen
from reader.app.screens.dialogs import ChoiceRows, Chooser
from reader.app.start import starting_point
from tests.app.conftest import See

THEME = '[colours]\nbackground = "#101418"\nforeground = "#d8d8d0"\naccent = "#e0a040"\n'


async def test_theme_and_keys_of_the_file_hold_on_the_screen(config: Path) -> None:
    (config / "themes").mkdir()
    (config / "themes" / "ocean.toml").write_text(THEME, encoding="utf-8")
    (config / "reader.toml").write_text('theme = "ocean"\n[keys]\n"app.quit" = "f9"\n', encoding="utf-8")
    app = ReaderApp(start=starting_point())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "ocean"
        assert app.theme_variables["background"] == "#101418"
        await pilot.press("escape", "q")
        assert app.is_running
        await pilot.press("f9")
        await pilot.pause()
        assert not app.is_running


async def test_mistakes_are_counted_in_one_line_and_listed_by_a_key(config: Path, see: See) -> None:
    (config / "themes").mkdir()
    (config / "themes" / "ocean.toml").write_text(THEME + "diim = 1\n", encoding="utf-8")
    (config / "reader.toml").write_text(
        'theem = "paper"\n[article]\nmeasure = "wide"\n[keys]\n"app.qiut" = "x"\n"app.help" = "q"\n', encoding="utf-8"
    )
    app = ReaderApp(start=starting_point())
    async with app.run_test(size=(100, 40)) as pilot:
        await see.shows(pilot, HomeScreen)
        await see.until(pilot, lambda: "5 mistakes in your settings · ! lists them" in see.told(app.screen))
        assert not app._notifications
        await pilot.press("!")
        rows = (await see.shows(pilot, Chooser)).query_one(ChoiceRows).choices
        told = " ".join(row.words.strip() for row in rows)
    assert 'reader.toml: line 1: unknown key "theem", did you mean "theme"?' in told
    assert "reader.toml: line 3: article.measure must be a whole number" in told
    assert 'reader.toml: line 5: no key is called "app.qiut", did you mean "app.quit"?' in told
    assert 'reader.toml: line 6: "q" is both app.help and app.quit: app.help gets it' in told
    assert 'ocean.toml: line 5: unknown colour "diim", did you mean "dim"?' in told


async def test_a_theme_or_a_summary_method_that_does_not_exist_is_told(config: Path) -> None:
    (config / "reader.toml").write_text('theme = "sepa"\n[summary]\nmethod = "lexrnk"\n', encoding="utf-8")
    start = starting_point()
    assert start.theme in ("night", "paper")
    assert start.problems == (
        'reader.toml: line 1: no theme is called "sepa", did you mean "sepia"?',
        'reader.toml: line 3: no summary method is called "lexrnk", did you mean "lexrank"?',
    )


async def test_a_theme_chosen_on_the_screen_is_there_in_the_next_sitting(config: Path) -> None:
    app = ReaderApp(start=starting_point())
    async with app.run_test() as pilot:
        app.theme = "sepia"
        await pilot.pause()
    assert starting_point().theme == "sepia"


async def test_the_hint_for_newcomers_is_shown_once(config: Path) -> None:
    assert starting_point().first_time
    async with ReaderApp(start=starting_point()).run_test() as pilot:
        await pilot.pause()
    assert not starting_point().first_time
