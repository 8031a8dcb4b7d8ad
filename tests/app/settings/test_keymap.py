"""Keys remapped by id: what is wrong is told by line and left out, clashes are named."""

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from reader.app.settings.keymap import Keymap, is_key, keymap_for, keys_as_markdown, shortcuts
from reader.app.settings.settings import settings_from_toml


class Pane(Static, can_focus=True):
    BINDINGS: ClassVar = [
        Binding("j,down", "step(1)", "Down", id="pane.down"),
        Binding("k", "step(-1)", "Up", id="pane.up"),
        Binding("x", "secret", "No id"),
    ]


class Other(Static, can_focus=True):
    BINDINGS: ClassVar = [Binding("m", "mark", "Mark", id="other.mark")]


class Desk(App[None]):
    BINDINGS: ClassVar = [Binding("n", "next_claim", "Next claim", id="app.next"), ("q", "quit", "Quit")]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield Pane("one")

    def action_next_claim(self) -> None:
        self.done.append("next")


OWNERS = (Pane, Other, Desk)


def mapped(text: str) -> Keymap:
    return keymap_for(settings_from_toml(text), OWNERS)


def test_shortcuts_are_the_bindings_with_an_id() -> None:
    assert [(item.id, item.keys) for item in shortcuts(OWNERS)] == [
        ("pane.down", ("j", "down")),
        ("pane.up", ("k",)),
        ("other.mark", ("m",)),
        ("app.next", ("n",)),
    ]


def test_a_remapped_key_is_handed_on_under_textuals_name() -> None:
    keymap = mapped('[keys]\n"pane.down" = ["e", "?"]\n')
    assert keymap.keys == {"pane.down": "e,question_mark"}
    assert keymap.problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[keys]\n"pane.dwon" = "e"\n', 'reader.toml: line 2: no key is called "pane.dwon", did you mean "pane.down"?'),
        ('[keys]\n"pane.down" = "contrl+e"\n', 'reader.toml: line 2: "contrl+e" is no key: write'),
        ('[keys]\n"pane.down" = "page down"\n', 'reader.toml: line 2: "page down" is no key: write'),
    ],
)
def test_what_is_wrong_is_told_by_line_and_left_out(text: str, problem: str) -> None:
    keymap = mapped(text)
    assert keymap.keys == {}
    assert keymap.problems[0].startswith(problem)


def test_two_actions_of_one_pane_on_one_key_clash() -> None:
    keymap = mapped('[keys]\n"pane.down" = "k"\n')
    assert keymap.problems == ('reader.toml: line 2: "k" is both pane.down and pane.up: pane.down gets it',)


def test_a_pane_that_takes_the_key_of_the_app_around_it_clashes() -> None:
    keymap = mapped('[keys]\n"pane.down" = "n"\n')
    assert keymap.problems == ('reader.toml: line 2: "n" is both pane.down and app.next: pane.down gets it',)


def test_panes_beside_each_other_may_share_a_key() -> None:
    assert mapped('[keys]\n"pane.down" = "m"\n').problems == ()


def test_swapping_two_keys_is_no_clash() -> None:
    assert mapped('[keys]\n"pane.down" = "k"\n"pane.up" = "j"\n').problems == ()


def test_the_bindings_as_they_come_are_no_clash() -> None:
    assert mapped("").problems == ()


@pytest.mark.parametrize(
    "key", ["n", "G", "?", "ctrl+n", "f5", "question_mark", "shift+tab", "space", "+", "ctrl+alt+x"]
)
def test_keys(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", "page down", "ctrl+", "nn", "hyperspace+x", "<scroll-up>"])
def test_no_keys(key: str) -> None:
    assert not is_key(key)


async def test_textual_obeys_the_keymap() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.set_keymap(mapped('[keys]\n"app.next" = "e"\n').keys)
        await pilot.press("n")
        assert app.done == []
        await pilot.press("e")
        assert app.done == ["next"]


async def test_the_one_that_is_said_to_get_a_key_gets_it() -> None:
    class Two(App[None]):
        BINDINGS: ClassVar = [
            Binding("a", "note('first')", "First", id="app.first"),
            Binding("b", "note('second')", "Second", id="app.second"),
        ]
        done = ""

        def action_note(self, which: str) -> None:
            self.done += which

    keymap = keymap_for(settings_from_toml('[keys]\n"app.second" = "a"\n'), (Two,))
    assert keymap.problems == ('reader.toml: line 2: "a" is both app.second and app.first: app.second gets it',)
    app = Two()
    async with app.run_test() as pilot:
        app.set_keymap(keymap.keys)
        await pilot.press("a")
        assert app.done == "second"


def test_the_documentation_lists_every_shortcut() -> None:
    table = keys_as_markdown(OWNERS)
    assert "| `pane.down` | `j` `down` | Down |" in table.splitlines()
