"""A feed's items, a book's chapters, or all that is open: a list to pick from, over the home screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from reader.app.messages import Compare, OpenItem, OpenWhole
from reader.app.screens.scene import Scene
from reader.app.state.key_names import with_keys
from reader.app.state.laid import Subject
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import Line, RowList
from reader.app.widgets.wrapping import shortened
from reader.article import Item


class ItemRows(RowList):
    """Two lines for each item: its title, and what else the list says of it."""

    def __init__(self, items: Sequence[Item], read: frozenset[str]) -> None:
        super().__init__(id="items")
        self.items = items
        self.read = read
        self.marked_items: frozenset[str] = frozenset()

    def row_height(self, index: int, width: int) -> int:
        return 2 if _remark(self.items[index]) else 1

    def draw_row(self, index: int, width: int) -> list[Line]:
        item = self.items[index]
        number = f"{index + 1:>{len(str(len(self.items)))}}  "
        opened = "= " if item.source in self.marked_items else "✓ " if item.source in self.read else "  "
        title = shortened(item.title, width - len(number) - 4)
        lines: list[Line] = [[("  ", ""), (opened, "mark"), (number, "number"), (title, "name")]]
        if remark := _remark(item):
            lines.append([(" " * (4 + len(number)), ""), (remark, "dim")])
        return lines


def _remark(item: Item) -> str:
    """Date, authors and length, as far as they are known."""
    words = f"{item.words:,} words" if item.words >= 100 else ""
    return " · ".join(filter(None, ((item.published or "")[:10], ", ".join(item.byline), words)))


class ListScreen(Scene[None]):
    """What a source holds; Enter opens one, and J and K walk on from there. `source` names the list."""

    AUTO_FOCUS = "ItemRows"
    TELLS = True
    DEFAULT_CSS = """
    ListScreen { align: center top; background: $background; }
    ListScreen > Vertical { width: 100; max-width: 94%; height: 1fr; padding: 1 0 0 0; }
    ListScreen Static { height: auto; }
    ListScreen #list-title { color: $title; text-style: bold; padding: 0 0 0 4; }
    ListScreen #list-words { color: $dim; padding: 0 0 1 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "page", "all on one page", id="list.page"),
        Binding("o", "app.open", "open another", id="list.open"),
        Binding("m", "mark", "mark", tooltip="Mark to compare", id="list.mark"),
        Binding("C", "compare", "compare", tooltip="Compare what is marked, else all", id="list.compare"),
        Binding("J", "app.walk(1)", "Next article", show=False, id="list.next-article"),
        Binding("K", "app.walk(-1)", "Previous article", show=False, id="list.previous-article"),
        Binding("t", "app.change_theme", "theme", show=False, id="list.theme"),
        Binding("question_mark", "app.help", "help", id="list.help"),
        Binding("h,escape", "app.home", "home", id="list.home"),
    ]

    def __init__(
        self, source: str, title: str, items: Sequence[Item], *, whole: bool, at: int = 0, read: frozenset[str]
    ) -> None:
        super().__init__()
        self.source = source
        self.items = items
        self._title = title
        self._whole = whole
        self._start = at
        self._rows = ItemRows(items, read)
        self._foot = Foot()

    def compose(self) -> ComposeResult:
        count = len(self.items)
        with Vertical():
            yield Static(self._title, markup=False, id="list-title")
            # A book's chapters have neither dates nor addresses, an item of a feed has one at least.
            is_book = bool(self.source) and not any(item.published or item.url for item in self.items)
            name = "chapter" if is_book else "article"
            yield Static(f"one {name}" if count == 1 else f"{count} {name}s", markup=False, id="list-words")
            yield self._rows
        yield Hint()
        yield self._foot

    def on_mount(self) -> None:
        self.title = self._title
        self._rows.set_rows(len(self.items), "This list is empty.")
        self._rows.cursor = self._start
        self._show_place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._whole if action == "page" else True

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.post_message(OpenItem(self.source, self.items[event.index].source))

    def _show_place(self) -> None:
        self._foot.update(
            self._title,
            with_keys(
                "enter opens · / finds · then ‹reading.next-article› and ‹reading.previous-article› walk, "
                "‹reading.list› comes back"
            ),
        )

    def action_mark(self) -> None:
        """Mark an item to compare it, or unmark it, and go on to the next."""
        rows = self._rows
        if self.items:
            rows.marked_items ^= {self.items[rows.cursor].source}
            rows.redraw_row(rows.cursor)
            rows.cursor += 1

    def action_compare(self) -> None:
        """Compare what is marked; of what is open, without marks, all."""
        marked = [item for item in self.items if item.source in self._rows.marked_items]
        chosen = marked or ([] if self.source else list(self.items))
        if len(chosen) < 2:
            self.tell("Mark two or more to compare: ‹list.mark› marks, ‹list.compare› compares.")
        else:
            self.post_message(Compare([Subject(item.source) for item in chosen]))

    def action_page(self) -> None:
        self.post_message(OpenWhole(self.source))
