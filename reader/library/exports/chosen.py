"""Which articles go out, in which order, and under names of their own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library.library import Library

_AT_A_TIME = 500


def entries_of(library: "Library", chosen: Sequence[Entry] | None) -> Iterator[Entry]:
    """The chosen articles; where none are, all that are not removed, read a few hundred at a time."""
    if chosen is not None:
        yield from chosen
        return
    offset = 0
    while found := library.entries(limit=_AT_A_TIME, offset=offset):
        yield from found
        offset += len(found)


def unlike(names: Iterable[str]) -> Iterator[str]:
    """The names, those that came before with a letter behind them (a to z, then aa)."""
    seen: set[str] = set()
    for name in names:
        made, number = name, 0
        while made.casefold() in seen:
            number += 1
            made = name + _letters(number)
        seen.add(made.casefold())
        yield made


def _letters(number: int) -> str:
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(97 + rest) + made
    return made
