"""A question at the foot that one letter answers: the next key, whatever else it does."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.screens.scene import Scene


class OneKey(ModalScreen[str], Scene[str]):
    """Gives the letter, digit or sign that is pressed, "" for any other key or a click."""

    DEFAULT_CSS = """
    OneKey { background: transparent; align: left bottom; overflow: hidden; }
    OneKey > Static {
        width: 100%; height: 1; padding: 0 1; background: $panel; color: $claim-current-mark; text-style: bold;
    }
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        yield Static(self._words, markup=False)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        letter = event.character or ""
        self.dismiss(letter if letter.isprintable() and not letter.isspace() else "")

    def on_click(self) -> None:
        self.dismiss("")
