"""The reader's place, remembered while the article is read and when it is left, and the words on coming back."""

from typing import TYPE_CHECKING

from reader.app.background.threads import in_background
from reader.app.reading.session import put_away

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen

EVERY = 2.0
"""Seconds after which the place is written down, when it has changed: a connection may break at any time."""

WELCOME = "Welcome · n goes from claim to claim · c copies the summary · ? all keys"


def greet(screen: "ReadingScreen") -> None:
    """Tell one who comes back where they are, and a newcomer what to press."""
    hint = screen.hint
    if screen.sitting.left:
        hint.tell(f"Back {screen.sitting.left} · g goes to the beginning", seconds=12)
        screen.sitting.left = ""
    elif screen.is_first:
        hint.tell(WELCOME)


def keep(screen: "ReadingScreen") -> None:
    """Write the place down where it has changed."""
    if screen.shelf is not None and _has_moved(screen):
        _tell(screen, put_away(screen.sitting, screen.shelf))


async def keep_beside(screen: "ReadingScreen") -> None:
    """The same, without waiting for a slow disk."""
    shelf = screen.shelf
    if shelf is not None and _has_moved(screen):
        _tell(screen, await in_background(lambda: put_away(screen.sitting, shelf)))


def _has_moved(screen: "ReadingScreen") -> bool:
    """Whether the reader stands elsewhere than when the place was written last."""
    now = (screen.sitting.place, screen.now.current)
    before, screen.place_kept = screen.place_kept, now
    return before != now


def _tell(screen: "ReadingScreen", problem: str | None) -> None:
    if problem:
        screen.shelf = None
        screen.notify(problem[:1].upper() + problem[1:], severity="warning", markup=False)
