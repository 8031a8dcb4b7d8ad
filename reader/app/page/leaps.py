"""Places in the article to go back to after a leap, and forward to again."""

from reader.app.page.layout import Anchor

_MOST = 50


class Leaps:
    """Remembers where leaps began, the latest `_MOST` of them."""

    def __init__(self) -> None:
        self._behind: list[Anchor] = []
        self._ahead: list[Anchor] = []

    def remember(self, place: Anchor) -> None:
        """A leap began here; there is nothing to go forward to any more."""
        self._behind = [*self._behind[1 - _MOST :], place]
        self._ahead.clear()

    def back(self, here: Anchor) -> Anchor | None:
        """The place before the last leap, where there is one; `here` is what `forward` comes back to."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Anchor) -> Anchor | None:
        """Where the last way back began, where there was one."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
