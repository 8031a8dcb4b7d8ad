"""The palette: every command once, its key at the right, and what the groups of actions offer beside their keys."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from reader.app.reading.room import Room
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.picker import Pick, Picker

Command = tuple[Pick, Callable[[], object]]
_NO_COMMANDS = frozenset(("command_palette", "back"))


def ask_command(app: App[Any]) -> None:
    """Lay the palette over the screen, and do what is picked once it is gone."""
    commands = list(commands_of(app.screen))

    def picked(index: int | None) -> None:
        if index is not None:
            app.call_later(commands[index][1])

    app.push_screen(Picker("a command, a speaker, a claim", [pick for pick, _ in commands]), picked)


def commands_of(screen: Screen[Any]) -> Iterator[Command]:
    """What can be done on a screen: what has a key, under its headings, then what is found by typing alone."""
    if isinstance(screen, ReadingScreen):
        for group in ReadingScreen.GROUPS:
            assert issubclass(group, Room)
            yield from _with_keys(screen, group.own_keys(), group.SECTION)
    else:
        yield from _with_keys(screen, Binding.make_bindings(screen.BINDINGS), "Here")
    yield from _with_keys(screen, Binding.make_bindings(screen.app.BINDINGS), "Everywhere")
    if isinstance(screen, ReadingScreen):
        for command in screen.commands():
            yield Pick(command.name, command.remark, when_typed=True), command.do


def _with_keys(screen: Screen[Any], bindings: Iterable[Binding], heading: str) -> Iterator[Command]:
    live: dict[str | None, list[str]] = {}
    for each in screen.active_bindings.values():
        if each.enabled:
            live.setdefault(each.binding.id, []).append(screen.app.get_key_display(each.binding))
    told: set[str] = set()
    for binding in bindings:
        if binding.id in live and binding.action not in _NO_COMMANDS and binding.id not in told:
            told.add(binding.id or "")
            words = binding.tooltip or binding.description
            name = words[:1].upper() + words[1:]
            yield Pick(name, " ".join(live[binding.id]), heading), _doing(screen, binding.action)


def _doing(screen: Screen[Any], action: str) -> Callable[[], object]:
    async def do() -> None:
        owner = screen.app if action in _OF_THE_APP else screen
        await owner.run_action(action)

    return do


_OF_THE_APP = frozenset(("quit", "suspend_process"))
