"""Feeds: what one subscribes to, asked for what is new, and read.

They stand over the library, in whose file they are kept, and over the ground floor, which fetches and parses. Nothing
here knows the screen or the command line, and nothing runs unless it is asked to.
"""

from typing import TYPE_CHECKING, Any

from reader.feeds.model import Feed, NewsItem, Outcome, Watch

if TYPE_CHECKING:
    from reader.feeds.feeds import Feeds
    from reader.feeds.refresh import Rules

__all__ = ["Feed", "Feeds", "NewsItem", "Outcome", "Rules", "Watch"]

_LATE = {"Feeds": "reader.feeds.feeds", "Rules": "reader.feeds.refresh"}


def __getattr__(name: str) -> Any:
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'reader.feeds' has no attribute {name!r}")
