"""Keys, clicks and pastes, handed over one at a time: each waits until all that the one before set off is done.

A burst of keys (a slow line, a paste) is thus worked through as if typed slowly: no key reaches a screen that the key
before it has already left, or one that is not laid out yet.
"""

import asyncio
from collections import deque
from collections.abc import Coroutine
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

_ROUNDS = 3
"""Ways from the focused widget up to the app: the key itself, the message that its action posts, what that calls."""

_PATIENCE = 5.0
"""Seconds after which the next input goes on whatever the last one is at."""

_LOOK = 0.05
"""Seconds between two looks at whether a widget that was asked is still there to answer."""


class InputQueue:
    """Stands before an app's own handling of input; `holds` is asked for every event that comes in."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Event] = deque()
        self._next: events.Event | None = None
        self._work: asyncio.Task[None] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether all that came in has been worked off."""
        return self._work is None or self._work.done()

    def holds(self, event: events.Event) -> bool:
        """Whether this event has to wait; it comes again when it is its turn."""
        if event is self._next:
            return False
        if not self.is_idle:
            self._waiting.append(event)
            return True
        if not isinstance(event, events.MouseMove):
            self._work = asyncio.create_task(self._hand_over())
        return False

    def wait_for(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this first; what comes in meanwhile waits."""
        self._work = asyncio.create_task(self._first(work))

    async def _first(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            self._app.call_later(_fail, error)
        await self._hand_over()

    async def _hand_over(self) -> None:
        """Wait for the effects of what was let through, then let the next through, until none waits."""
        await self._settle()
        while self._waiting:
            self._next = self._waiting.popleft()
            self._app.post_message(self._next)
            if not isinstance(self._next, events.MouseMove):
                await self._settle()

    async def _settle(self) -> None:
        """Follow the event's way, from the app to what has the focus and back up."""
        until = asyncio.get_running_loop().time() + _PATIENCE
        await _reached(self._app, until)
        for _ in range(_ROUNDS):
            if not self._app.is_running or not self._app.screen_stack:
                return
            screen = self._app.screen
            path: list[MessagePump] = list(screen.focused.ancestors_with_self) if screen.focused else [screen]
            for pump in [*path, self._app] if self._app not in path else path:
                await _reached(pump, until)


def _fail(error: Exception) -> None:
    """Raise among the app's own messages, where every fault ends up."""
    raise error


async def _reached(pump: MessagePump, until: float) -> None:
    """Wait until a widget has worked off what lay before it, or is gone."""
    done = asyncio.Event()
    if not pump.post_message(
        events.Callback(done.set)
    ):  # `call_later` would inspect its callback's signature each time
        return
    while pump.is_attached and asyncio.get_running_loop().time() < until:
        try:
            await asyncio.wait_for(done.wait(), _LOOK)
        except TimeoutError:
            continue
        return
