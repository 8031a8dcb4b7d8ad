"""How the tests' pilots wait and draw: by what the app has left to do, not by the clock, and once for each look."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from textual import app, pilot
from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

SOON = 0.02
"""Seconds: a timer that is due as soon is waited for, as Textual's pilots do."""


def pumps_of(running: App[Any]) -> Iterator[MessagePump]:
    yield running
    for screen in running._screen_stack[-1:]:
        yield from screen.walk_children(with_self=True)


def is_done(pump: MessagePump) -> bool:
    """Whether this pump waits for its next message."""
    if not pump._running or pump._closing:
        return True
    arrived: asyncio.Event = pump._message_queue.ready_event
    return bool(arrived._waiters) and not arrived.is_set() and not pump._next_callbacks


def draw_due(running: App[Any]) -> bool:
    """Draw at once what is only waiting for its sixtieth of a second; whether there was something to draw."""
    for screen in running._screen_stack[-1:]:
        if screen._running and screen._update_timer._active.is_set() and not running._batch_count:
            screen._on_timer_update()
            return True
    return False


def is_ready(loop: Any) -> bool:
    """Whether anything else could run now."""
    return bool(loop._ready)


def idle_frames(running: App[Any]) -> list[asyncio.Future[Any]]:
    """What the timers that draw frames sleep for where there is none to draw: they would wake up for nothing."""
    timers = [screen._update_timer for screen in running._screen_stack if screen._running]
    return [timer._task._fut_waiter for timer in timers if timer._task and not timer._active.is_set()]


def next_timer(running: App[Any], loop: Any) -> float | None:
    """Seconds until what is due soon, if anything is."""
    soon = loop.time() + SOON
    due = [timer for timer in loop._scheduled if not timer._cancelled and timer._when <= soon]
    if due:
        frames = idle_frames(running)
        due = [timer for timer in due if not (timer._args and timer._args[0] in frames)]
    return max(0.0, min(timer._when for timer in due) - loop.time()) if due else None


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the app has answered everything, with a second for what waits for threads or processes.

    Textual's own sleeps for fiftieths of a second until the process has used no processor time in one, which is long
    for a key, and on a busy machine is also so where nothing was answered yet.
    """
    running, loop = active_app.get(), asyncio.get_running_loop()
    end = time.monotonic() + max_sleep
    while running._exception is None and time.monotonic() < end:
        await asyncio.sleep(0)
        if is_ready(loop) or draw_due(running):
            continue
        if (wait := next_timer(running, loop)) is not None:
            await asyncio.sleep(wait)
            continue
        beside = [worker._task for worker in running.workers if not worker.is_finished and worker._task]
        if not beside and all(map(is_done, pumps_of(running))):
            return
        used = time.process_time()
        sleeping = asyncio.ensure_future(asyncio.sleep(SOON))
        await asyncio.wait([sleeping, *beside], return_when=asyncio.FIRST_COMPLETED)
        if not sleeping.done():  # a thread has answered
            sleeping.cancel()
        elif time.process_time() - used < SOON / 20:
            return


async def wait_for_screen(waiting: Pilot[Any], timeout: float = 600.0) -> bool:
    """Wait until what stands in the queues was answered, as Textual's pilots do by a message to each widget."""
    running, loop = waiting.app, asyncio.get_running_loop()
    end = time.monotonic() + timeout
    while running._exception is None:
        await asyncio.sleep(0)
        if is_ready(loop):
            continue
        if all(map(is_done, pumps_of(running))):
            return True
        assert time.monotonic() < end, "what stands in the queues is not answered"
        await asyncio.sleep(0.002)
    return False


def answer_quickly(patch: pytest.MonkeyPatch) -> None:
    """Pilots wait until the app has nothing left to do."""
    patch.setattr(app, "wait_for_idle", wait_for_idle)
    patch.setattr(pilot, "wait_for_idle", wait_for_idle)
    patch.setattr(Pilot, "_wait_for_screen", wait_for_screen)


def draw_once_looked_at(patch: pytest.MonkeyPatch) -> None:
    """Frames between two looks are drawn as one: a pilot draws what has changed whenever it has waited."""
    draw, press, pause = Screen._compositor_refresh, Pilot.press, Pilot.pause
    undrawn: set[Screen[Any]] = set()

    def draw_later(screen: Screen[Any]) -> None:
        if screen is not screen.app.screen:
            draw(screen)
            return
        undrawn.add(screen)
        screen._dirty_widgets.clear()
        screen.app._update_mouse_over(screen)

    def drawing(act: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        async def act_and_draw(acting: Pilot[Any], *given: Any, **named: Any) -> None:
            await act(acting, *given, **named)
            for screen in acting.app._screen_stack[-1:]:
                if screen in undrawn:
                    undrawn.clear()
                    draw(screen)

        return act_and_draw

    patch.setattr(Screen, "_compositor_refresh", draw_later)
    patch.setattr(Pilot, "press", drawing(press))
    patch.setattr(Pilot, "pause", drawing(pause))
