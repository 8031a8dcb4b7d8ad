"""The line in which a search is typed."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from reader.app.widgets.one_line import OneLine


class SearchBar(Horizontal):
    """Says at every key what is typed; Enter keeps the search, Esc drops it, ctrl+r makes it a pattern."""

    DEFAULT_CSS = """
    SearchBar { height: 1; background: $panel; display: none; }
    SearchBar.-open { display: block; }
    SearchBar > #search-sign { width: auto; padding: 0 1; color: $claim-current-mark; text-style: bold; }
    SearchBar > Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; color: $foreground; }
    SearchBar > Input:focus { border: none; background-tint: $panel 0%; }
    SearchBar > #search-state {
        width: auto; max-width: 50%; height: 1; padding: 0 1; color: $dim; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", "back", id="search.drop"),
        Binding("ctrl+r", "regex", "pattern", tooltip="Regular expression", id="search.regex"),
        Binding("enter", "keep", "keep", tooltip="Keep: n, N walk the matches", id="search.keep"),
        Binding("down", "move(1)", "next", tooltip="Next match", id="search.next"),
        Binding("up", "move(-1)", "previous", tooltip="Previous match", id="search.previous"),
    ]

    class Typed(Message):
        """What is searched for changed."""

        def __init__(self, text: str, regex: bool) -> None:
            super().__init__()
            self.text = text
            self.regex = regex

    class Kept(Message):
        """Enter was pressed."""

    class Dropped(Message):
        """Esc was pressed."""

    class Stepped(Message):
        """The next or previous match is wanted."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    def __init__(self) -> None:
        super().__init__(id="search")
        self.regex = False
        self._sign = Static("/", id="search-sign", markup=False)
        self._line = OneLine(placeholder="search the article", select_on_focus=True, id="search-input")
        self._state = Static("", id="search-state", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether the line is shown."""
        return self.has_class("-open")

    async def open(self) -> None:
        """Show the line and take the keys; what it is made of is there from the first time on."""
        if not self.children:
            await self.mount(self._sign, self._line, self._state)
        self.add_class("-open")
        self._line.focus()

    def close(self) -> None:
        """Put the line away."""
        self.remove_class("-open")

    def show_state(self, words: str) -> None:
        """Show how the search stands."""
        self._state.update(words)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value, self.regex))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def action_keep(self) -> None:
        self.post_message(self.Kept())

    def action_drop(self) -> None:
        self.post_message(self.Dropped())

    def action_move(self, direction: int) -> None:
        self.post_message(self.Stepped(direction))

    def action_regex(self) -> None:
        self.regex = not self.regex
        self._sign.update(".*" if self.regex else "/")
        self.post_message(self.Typed(self._line.value, self.regex))
