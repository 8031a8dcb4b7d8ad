"""What the screen really draws, theme by theme: every word can be read where it stands."""

from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.app.app import ReaderApp
from reader.app.themes.contrast import AA_TEXT, contrast
from reader.app.themes.themes import load_themes
from tests.app.conftest import MakeApp, See

THEMES = [theme.name for theme in load_themes().themes if not theme.ansi and theme.name not in BUILTIN_THEMES]


def unreadable(app: ReaderApp) -> set[str]:
    """The drawn words below 4.5 : 1, each with its colours."""
    found = set()
    ground = Color.parse(app.theme_variables["background"])
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None or style.color is None or not any(letter.isalnum() for letter in text):
                continue
            ink = Color.from_rich_color(style.color)
            back = Color.from_rich_color(style.bgcolor) if style.bgcolor else ground
            if contrast(ink, back) < AA_TEXT:
                found.add(f"{text.strip()!r}: {ink.hex} on {back.hex}, {contrast(ink, back):.2f} : 1")
    return found


async def test_every_word_on_the_screen_reaches_aa_in_every_theme(make_app: MakeApp, see: See) -> None:
    app = make_app()
    async with app.run_test(size=(150, 44)) as pilot:
        await see.settled(pilot)
        await pilot.press("n", "n", "slash", "t", "h", "e", "enter", "tab")
        wrong = {}
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            if words := unreadable(app):
                wrong[theme] = words
        assert not wrong
