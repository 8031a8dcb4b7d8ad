"""Slow work off the screen's thread, in a thread that never keeps the program from ending."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


async def in_background(function: Callable[[], Result]) -> Result:
    """Run a function in a daemon thread and give its result, or raise what it raised.

    Textual's own thread workers are joined at exit, so that a slow server would hold up `q`; this one is left behind.
    A cancelled wait leaves the function to end by itself: let it look for that in its progress callback.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: Result | None = None
        error: BaseException | None = None
        try:
            result = function()
        except BaseException as problem:
            error = problem
        if not loop.is_closed():
            try:
                loop.call_soon_threadsafe(settle, result, error)
            except RuntimeError:
                return

    threading.Thread(target=run, daemon=True).start()
    return await future
