"""A list of any length whose rows are asked for when they come into view."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from textual.geometry import Size

from reader.app.background.beside import work_beside
from reader.app.widgets.rows import Line, RowList
from reader.library.problems import LibraryError

PAGE = 50
"""Rows that are asked for together."""

_MOST_PAGES = 40


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: how many there are, how some of them are got, and how one is drawn.

    `load(offset, limit)` is awaited; `draw(item, width)` gives `height(width)` lines; `nothing` is said where there is
    nothing; `first` are those that are at hand already.
    """

    name: str
    count: int
    load: Callable[[int, int], Awaitable[Sequence[Any]]]
    draw: Callable[[Any, int], list[Line]]
    height: Callable[[int], int] = lambda width: 1
    nothing: str = ""
    first: tuple[Any, ...] = ()


async def _none(offset: int, limit: int) -> Sequence[Any]:
    return ()


EMPTY = Listing("", 0, _none, lambda item, width: [])


class AskedRows(RowList):
    """Shows a `Listing`; rows that are on their way are blank."""

    NARROWS: ClassVar[bool] = False

    def __init__(self, tell: Callable[[str], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.listing = EMPTY
        self._tell = tell
        self._pages: dict[int, Sequence[Any]] = {}
        self._asked: set[int] = set()

    def show(self, listing: Listing, *, cursor: int | None = None) -> None:
        """Show this, with the cursor where it was, or on this row."""
        same = listing.name == self.listing.name
        self.listing = listing
        self._pages = {0: listing.first} if len(listing.first) >= min(PAGE, listing.count) else {}
        self._asked.clear()
        keep = cursor if cursor is not None else self.cursor if same else 0
        self.set_reactive(RowList.cursor, min(keep, max(0, listing.count - 1)))
        self.set_rows(listing.count, listing.nothing)
        self.show_row(self.cursor)
        self.refresh_bindings()

    @property
    def chosen(self) -> Any:
        """What the cursor is on; None where there is nothing, or while it is on its way."""
        return self.item(self.cursor)

    def item(self, index: int) -> Any:
        """What a row shows, or None."""
        page = self._pages.get(index // PAGE, ())
        return page[index % PAGE] if 0 <= index < self.count and index % PAGE < len(page) else None

    def _measure(self) -> None:
        width = self.size.width
        self._drawn.clear()
        if not width:
            return
        height = self.listing.height(width)
        self._tops = range(0, self.count * height + 1, height)  # type: ignore[assignment]
        self.virtual_size = Size(width, self.count * height)
        self.refresh()

    def row_height(self, index: int, width: int) -> int:
        return self.listing.height(width)

    def draw_row(self, index: int, width: int) -> list[Line]:
        item = self.item(index)
        if item is None:
            self._ask(index // PAGE)
            return [[("", "")] for _ in range(self.listing.height(width))]
        return self.listing.draw(item, width)

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self.refresh_bindings()

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            work_beside(self, partial(self._load, self.listing, page))

    async def _load(self, listing: Listing, page: int) -> None:
        try:
            items = await listing.load(page * PAGE, PAGE)
        except LibraryError as error:
            self._tell(str(error))
            return
        if listing is not self.listing:
            return
        if len(self._pages) >= _MOST_PAGES:
            self._pages.clear()
            self._asked = {page}
        self._pages[page] = items
        self.redraw_all()
        self.refresh_bindings()
