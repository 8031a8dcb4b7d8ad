"""Places that are given a letter and gone back to, and the way forward after the way back."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.reading.room import Room
from reader.app.screens.one_key import OneKey

BACK = "'"
"""In place of a letter: to where the last leap began, as in vi."""


class MarkActions(Room):
    """M and a letter marks the place, ' and the letter goes there."""

    SECTION = "Search, copy, save"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("M", "mark", "Mark this place with a letter", False, id="reading.mark"),
        Binding("apostrophe", "go_to_mark", "Go to a marked place ('' back)", False, id="reading.go-to-mark"),
    ]

    def action_mark(self) -> None:
        """Give the place at the top a letter."""

        def marked(letter: str | None) -> None:
            if letter and letter.isalnum():
                self.session.letters[letter] = self.article_view.place
                self.say(f"✓ marked {letter} · ‹reading.go-to-mark› and {letter} comes back here")

        self.app.push_screen(OneKey(f"Mark this place with a letter · esc gives up{self._taken()}"), marked)

    def action_go_to_mark(self) -> None:
        """Go to the place of a letter."""
        if not self.session.letters:
            self.say("No place is marked: ‹reading.mark› and a letter marks one.")
            return

        def went(letter: str | None) -> None:
            if not letter:
                return
            if letter == BACK:
                self.article_view.action_leap_back()
            elif letter in self.session.letters:
                self.article_view.leap_to(self.session.letters[letter])
            else:
                self.say(f"No place is marked {letter}{self._taken()}")

        self.app.push_screen(OneKey(f"Go to which mark?{self._taken()} · ' back · esc gives up"), went)

    def _taken(self) -> str:
        letters = " ".join(sorted(self.session.letters))
        return f" · marked: {letters}" if letters else ""
