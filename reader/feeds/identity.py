"""Which item it is: by the feed's own name for it (guid), else by its address, else by its title and date."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.article.model import FeedItem
from reader.library.digest import digest_of
from reader.library.keys import canonical_address, key_of_source


@dataclass(frozen=True, slots=True)
class Known:
    """An item that is kept: its number, what it goes by, and what its feed said of it last."""

    number: int
    key: str
    entry_key: str
    title: str
    digest: str


def entry_key(item: FeedItem, feed: str, key: str) -> str:
    """What the library knows the item's article by: its address, where it has one."""
    return (key_of_source(item.url) if item.url else "") or digest_of(f"an item of {feed}: {key}")[:32]


Named = tuple[FeedItem, str, Known | None]


def name_items(items: Sequence[FeedItem], known: Sequence[Known], feed: str) -> list[Named]:
    """Each item of a feed, once, with the key that it goes by and the kept item that it is, None for a new one.

    An item keeps its identity where its guid stays; a guid that the feed gives to several items is no name, and then
    address and title tell them apart. One whose guid has changed is known by an address that no other item has.
    """
    short = [digest_of(_name(item))[:32] for item in items]
    long = [_long(item, key) for item, key in zip(items, short, strict=True)]
    repeated = {key for key, count in Counter(short).items() if count > 1}
    by_key = {each.key: each for each in known}
    by_entry: dict[str, list[Known]] = {}
    for each in known:
        by_entry.setdefault(each.entry_key, []).append(each)
    named = {*short, *long}
    linked = Counter(item.url for item in items)
    taken: set[int] = set()
    seen: set[str] = set()
    found: list[Named] = []
    for item, key, whole in zip(items, short, long, strict=True):
        if whole in seen:
            continue
        seen.add(whole)
        address = entry_key(item, feed, key)
        same = by_key.get(whole)
        if same is None and (one := by_key.get(key)) is not None:
            is_it = one.entry_key == address if item.url else one.title == item.title
            same = one if key not in repeated or is_it else None
        if same is None and item.url and linked[item.url] == 1:
            others = [each for each in by_entry.get(address, ()) if each.key not in named]
            same = others[0] if len(others) == 1 else None
        if same is not None and same.number in taken:
            continue
        if same is not None:
            taken.add(same.number)
            found.append((item, same.key, same))
        else:
            found.append((item, whole if key in repeated else key, None))
    return found


def _name(item: FeedItem) -> str:
    if item.guid:
        return f"guid {_without_scheme(item.guid)}"
    if item.url:
        return f"link {_without_scheme(item.url)}"
    return f"words {item.title} {item.published or ''}"


def _without_scheme(name: str) -> str:
    """An address as the library compares them, with its fragment; another name as it is."""
    address = canonical_address("", name) if name.startswith(("http://", "https://")) else ""
    return f"{address}#{urlsplit(name).fragment}" if address else name


def _long(item: FeedItem, key: str) -> str:
    """What an item goes by whose guid is no name: guid and address, or guid and title where it has no address."""
    where = _without_scheme(item.url) if item.url else f"{item.title} {item.published}"
    return digest_of(f"{key} {where}")[:32]
