"""Names that a room offers and imports on first use, so that nobody waits for what is not asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def import_on_first_use(room: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """What a room has as its `__getattr__` (PEP 562): it finds each name in the part of the room that is its home, and
    raises AttributeError for a name without one."""

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{homes[name]}"), name)

    return find
