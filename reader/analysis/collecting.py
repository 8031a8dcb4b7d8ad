"""Work that Python's collector of garbage leaves alone."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


def without_collecting(work: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """Work during which nothing is looked through for circles that nobody needs any more: an analysis leaves next to
    none (40 things in 400,000 characters), and looking takes a twentieth of its time."""

    @wraps(work)
    def done(*given: Given.args, **named: Given.kwargs) -> Gives:
        if not gc.isenabled():
            return work(*given, **named)
        gc.disable()
        try:
            return work(*given, **named)
        finally:
            gc.enable()

    return done
