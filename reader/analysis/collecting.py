"""Work that Python's collector of garbage leaves alone."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


_SELDOM = 250_000
"""So many things more are made than let go of before they are looked through; Python's own 700 are made by every import
and every article."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Work through many articles, and all imports before the first, during which garbage is looked for seldom. What is
    there at the end is what stays, and is never looked through."""
    usual = gc.get_threshold()
    gc.set_threshold(max(_SELDOM, usual[0]), *usual[1:])
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)
