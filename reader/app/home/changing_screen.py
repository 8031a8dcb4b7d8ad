"""A screen that changes the library: the article, or the mark, that the cursor is on."""

from collections.abc import Awaitable, Callable
from functools import partial

from reader.app.home.asked_rows import AskedRows
from reader.app.home.asked_screen import AskedScreen
from reader.app.home.changes import Changes
from reader.app.screens.question import Question
from reader.library.front import Row
from reader.library.model import Entry, Mark


class ChangingScreen(AskedScreen):
    """Makes changes in what is chosen, each of which can be taken back."""

    _changes: Changes | None
    _rows: AskedRows

    @property
    def chosen_entry(self) -> Entry | None:
        """The article that the cursor is on."""
        chosen = self._rows.chosen
        if isinstance(chosen, Row):
            return chosen.entry
        return None

    @property
    def _mark(self) -> Mark | None:
        chosen = self._rows.chosen
        return chosen[0] if isinstance(chosen, tuple) and isinstance(chosen[0], Mark) else None

    def action_done(self) -> None:
        """The article is done, or to be read once more."""
        self._change(Changes.done)

    def action_later(self) -> None:
        """The article goes to the end of the queue."""
        self._change(Changes.later)

    def action_star(self) -> None:
        """Star the article, or take its star away."""
        self._change(Changes.star)

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._changes is not None:
            self.change(self._changes.undo)

    def action_tag(self) -> None:
        """Ask for an article's tags."""
        entry, changes = self.chosen_entry, self._changes
        if entry is None or changes is None:
            return

        def take(answer: str) -> str:
            tags = tuple(word.strip("#,") for word in answer.split() if word.strip("#,"))
            self.change(partial(changes.tag, entry, tags))
            return ""

        value = " ".join(f"#{tag}" for tag in entry.tags)
        remark = "enter sets them"
        self.app.push_screen(Question("Tags:", take, value=value, placeholder="#one #two", remark=remark, edits=True))

    def _change(self, make: Callable[[Changes, Entry], Awaitable[str]]) -> None:
        """Make a change in the article that the cursor is on."""
        entry = self.chosen_entry
        if entry is not None and self._changes is not None:
            self.change(partial(make, self._changes, entry))
