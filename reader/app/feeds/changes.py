"""What a key changes in an item of a feed: later, starred, read or not, and the last of it back again."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from reader.feeds.listing import Choice
from reader.feeds.model import NewsItem

if TYPE_CHECKING:
    from reader.feeds import Feeds

Change = Callable[["Feeds"], object]


class Changes:
    """Makes changes through `ask`, of which the last can be taken back; each gives what to say once it is done."""

    def __init__(self, ask: Callable[[Change], Awaitable[Any]]) -> None:
        self._ask = ask
        self._undo: Change | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._undo is not None

    async def later(self, item: NewsItem) -> str:
        """Put an item at the end of the queue, or take it out."""
        to = not item.queued
        await self._make(lambda feeds: feeds.later(item.number, to), lambda feeds: feeds.later(item.number, not to))
        return "✓ at the end of the queue" if to else "✓ out of the queue"

    async def star(self, item: NewsItem) -> str:
        """Star an item, or take its star away."""
        to = not item.starred
        await self._make(lambda feeds: feeds.star(item.number, to), lambda feeds: feeds.star(item.number, not to))
        return "✓ starred" if to else "✓ not starred any more"

    async def toggle_read(self, item: NewsItem) -> str:
        """Say that an item was read, or was not."""
        return await self._mark_read(item, item.read is None)

    async def read(self, item: NewsItem) -> str:
        """Say that an item was read."""
        return await self._mark_read(item, True)

    async def read_all(self, choice: Choice) -> str:
        """Say that all items of a list were read."""
        count, moment = await self._ask(lambda feeds: feeds.read_all(choice))
        self._undo = lambda feeds: feeds.unread_again(moment)
        return f"✓ {count} marked read · ‹feeds.undo› takes it back"

    async def undo(self) -> str:
        """Take the last change back."""
        if self._undo is None:
            return ""
        await self._make(self._undo, None)
        return "✓ as it was"

    async def _mark_read(self, item: NewsItem, to: bool) -> str:
        await self._make(
            lambda feeds: feeds.mark_read([item.number], to), lambda feeds: feeds.mark_read([item.number], not to)
        )
        return ""

    async def _make(self, change: Change, undo: Change | None) -> None:
        await self._ask(change)
        self._undo = undo
