"""What makes it the same article, whatever its edition."""

import os
from urllib.parse import parse_qsl, urlencode, urlsplit

from reader.article.item_numbers import split_item
from reader.article.model import Article
from reader.library.digest import digest_of

_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


def reopened(source: str) -> str:
    """What opens a source again from any folder; "" for what was piped or pasted."""
    if "://" in source:
        return source
    whole, number = split_item(source)
    path = os.path.expanduser(whole)
    if whole == "-" or not os.path.exists(path):
        return ""
    return os.path.abspath(path) + ("" if number is None else f"#{number}")


def key_of(article: Article, source: str = "") -> str:
    """What makes it the same article in any edition: its address, else its full path, else its words."""
    source = source or article.source
    address = canonical_address(article.url or "", source)
    return digest_of(address or reopened(source) or article.text)[:32]


def key_of_source(source: str) -> str:
    """The key of an article of which nothing but its source is known; "" for what was piped or pasted."""
    where = canonical_address("", source) or reopened(source)
    return digest_of(where)[:32] if where else ""


def canonical_address(url: str, source: str = "") -> str:
    """An address without fragment and trackers; the source's own where a page calls its site's front door itself."""
    given = source if "://" in source else ""
    whole, number = split_item(given) if given else ("", None)
    chosen = url or given
    try:
        parts, own = urlsplit(url or whole), urlsplit(whole)
        if url and given and parts.path in ("", "/") and own.path not in ("", "/"):
            parts, chosen = own, given
        if not parts.hostname or parts.scheme not in ("http", "https"):
            return ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    query = [each for each in parse_qsl(parts.query, keep_blank_values=True) if not each[0].startswith(_TRACKERS)]
    item = f"#{number}" if chosen == given and number is not None else ""
    host = parts.hostname.removeprefix("www.")
    return f"{host}{port}{parts.path.rstrip('/')}{'?' if query else ''}{urlencode(query)}{item}"
