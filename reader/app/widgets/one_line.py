"""A line that is typed into, where what is pasted stays one line and drives nothing."""

from textual import events
from textual.widgets import Input

from reader.article.text.safe import JOINERS
from reader.export.cells import keep_visible


class OneLine(Input):
    """An input that has pasted words as they are seen: line ends are spaces, and nothing is left that a terminal obeys.

    Textual takes the first line alone, with whatever it holds, and drops the joiners that Persian and emoji are spelt
    with, as they do not print.
    """

    MOST = 1000
    """Characters of a paste; nobody looks for more."""

    async def _on_key(self, event: events.Key) -> None:
        if event.character and event.character in JOINERS:
            event.prevent_default()
            event.stop()
            self.replace(event.character, *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # Textual would have its own input paste the same once more
        event.stop()
        self.take(event.text)

    def take(self, text: str) -> None:
        """What becomes of pasted words."""
        self.put(text[: self.MOST])

    def put(self, text: str) -> None:
        """Pasted words in the place of what is selected."""
        lines = filter(None, map(str.strip, text.splitlines()))
        self.replace(keep_visible(" ".join(lines)), *self.selection)
