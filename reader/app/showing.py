"""An app that changes what is shown: only here, one screen at a time, and one piece of input after the other."""

import os

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from reader.app.input_queue import InputQueue
from reader.app.key_counts import CountedKeys
from reader.app.screens.scene import Scene
from reader.app.telling import TellingApp


class ShowingApp(CountedKeys, TellingApp):
    """Shows a screen in place of another, always among the app's own messages."""

    def __init__(self) -> None:
        # With NO_COLOR, Textual drops every colour only for an app that speaks ANSI; else it turns them into greys.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.input_queue = InputQueue(self)

    async def on_event(self, event: events.Event) -> None:
        is_input = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if not (is_input and (self.input_queue.holds(event) or self.takes_number(event))):
            await super().on_event(event)

    def _show(self, screen: Scene[None]) -> None:
        """Show a screen in place of what is shown; while a question is open, when it is answered."""
        self.next_scene = screen
        self._show_next()

    def _show_next(self) -> None:
        screen = self.next_scene
        if screen is None or isinstance(self.screen, ModalScreen):
            return
        self.next_scene = None
        if isinstance(self.screen, Scene):
            self.screen.put_away()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def pop_screen(self) -> AwaitComplete:
        popped = super().pop_screen()
        self.call_later(self._show_next)
        return popped
