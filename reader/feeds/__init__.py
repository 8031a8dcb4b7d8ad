"""Feeds: what one subscribes to, asked for what is new, and read.

They stand over the library, in whose file they are kept, and over the ground floor, which fetches and parses. Nothing
here knows the screen or the command line, and nothing runs unless it is asked to.
"""

from typing import TYPE_CHECKING

from reader.feeds.model import Feed, NewsItem, Outcome, Watch
from reader.first_use import import_on_first_use

if TYPE_CHECKING:
    from reader.feeds.feeds import Feeds
    from reader.feeds.refresh import Rules

__all__ = ["Feed", "Feeds", "NewsItem", "Outcome", "Rules", "Watch"]

__getattr__ = import_on_first_use(__name__, {"Feeds": "feeds", "Rules": "refresh"})
