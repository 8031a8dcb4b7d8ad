"""Links as terminals know them (OSC 8): a click with the terminal's own key opens the page."""

import os
from functools import cache, lru_cache
from urllib.parse import quote

from rich.style import Style

from reader.article.model import Article

_KEPT = "".join(map(chr, range(0x21, 0x7F)))
_MOST = 2_000
"""Characters of an address that every terminal takes."""


@cache
def takes_links() -> bool:
    """Whether the terminal takes OSC 8, or at least passes over it: the Linux console and GNU screen may not."""
    return os.environ.get("TERM", "") not in ("", "dumb", "linux") and not os.environ.get("STY")


@lru_cache(maxsize=512)
def link_style(address: str) -> Style:
    """The style that makes words a link; none for an address that is no http(s) one, or too long."""
    written = quote(address, safe=_KEPT)
    if not written.startswith(("http://", "https://")) or len(written) > _MOST:
        return Style.null()
    return Style(link=written)


def address_at(article: Article, position: int) -> str:
    """The address of the link that a character is part of, or ""."""
    return next((link.url for link in article.links if link.span[0] <= position < link.span[1]), "")
