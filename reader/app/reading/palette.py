"""The palette's commands while an article is read: every key's, and what the groups of actions offer beside them."""

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.app.reading.room import Command, Room
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.scene import Scene


class Palette(CommandPalette, Scene[None]):
    """Textual's palette, which a second Enter does not leave a second time."""


class ReadingCommands(Provider):
    """Feeds Textual's command palette while an article is read."""

    def _of_keys(self, screen: ReadingScreen) -> Iterator[Command]:
        keys: dict[str | None, str] = {}
        for each in screen.active_bindings.values():
            shown = screen.app.get_key_display(each.binding)
            keys[each.binding.id] = f"{keys[each.binding.id]} {shown}" if each.binding.id in keys else shown
        for group in ReadingScreen.GROUPS:
            assert issubclass(group, Room)
            for binding in group.own_keys():
                words = binding.tooltip or binding.description
                do = partial(screen.run_action, binding.action)
                yield Command(words[:1].upper() + words[1:], keys.get(binding.id, ""), do)

    def _all(self, screen: ReadingScreen) -> Iterator[Command]:
        yield from self._of_keys(screen)
        yield from screen.commands()

    async def discover(self) -> Hits:
        if isinstance(self.screen, ReadingScreen):
            for command in self._of_keys(self.screen):
                yield DiscoveryHit(command.name, command.do, help=command.remark)

    async def search(self, query: str) -> Hits:
        if not isinstance(self.screen, ReadingScreen):
            return
        matcher = self.matcher(query)
        for command in self._all(self.screen):
            if (score := matcher.match(command.name)) > 0:
                yield Hit(score, matcher.highlight(command.name), command.do, text=command.name, help=command.remark)
