"""The reader's place, written down while the article is read and when it is left, and the words on coming back."""

from reader.app.background.threads import in_background
from reader.app.reading.room import Room
from reader.app.reading.session import bookmark

EVERY = 2.0
"""Seconds after which the place is written down, when it has changed: a connection may break at any time."""

WELCOME = (
    "Welcome · ‹reading.next-claim› goes from claim to claim · ‹reading.copy-summary› copies the summary · "
    "‹reading.help› all keys"
)


class BookmarkActions(Room):
    """Greets, and remembers where the reader stands."""

    _place_written: tuple[object, ...] = ()

    def greet(self) -> None:
        """Tell one who comes back where they are, and a newcomer what to press."""
        if self.session.left:
            self.hint.say(f"Back {self.session.left} · ‹article.home› goes to the beginning", seconds=12)
            self.session.left = ""
        elif self.is_first:
            self.hint.say(WELCOME)

    def bookmark_from_now_on(self) -> None:
        """Write the place down now and then, until the screen is left."""
        if self.shelf is not None:
            self.set_interval(EVERY, self.bookmark_beside)

    def put_away(self) -> None:
        self.bookmark()

    def bookmark(self) -> None:
        """Write the place down where it has changed."""
        if self.shelf is not None and self._has_moved():
            self._tell_problem(bookmark(self.session, self.shelf))

    async def bookmark_beside(self) -> None:
        """The same, without waiting for a slow disk."""
        shelf = self.shelf
        if shelf is not None and self._has_moved():
            self._tell_problem(await in_background(lambda: bookmark(self.session, shelf)))

    def _has_moved(self) -> bool:
        """Whether the reader stands elsewhere than when the place was written last."""
        now = (self.session.place, self.now.current)
        before, self._place_written = self._place_written, now
        return before != now

    def _tell_problem(self, problem: str | None) -> None:
        if problem:
            self.shelf = None
            self.say(problem[:1].upper() + problem[1:])
