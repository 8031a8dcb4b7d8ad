"""A search while it is typed, and the walk from match to match."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.app.page.layout import Anchor
from reader.app.reading.room import Room
from reader.app.state.search import find, moved
from reader.app.widgets.search_bar import SearchBar


class SearchActions(Room):
    """The search line and its matches."""

    SECTION = "Search, copy, save"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "search", "search", id="reading.search")]

    search_from: Anchor = (0, 0)
    """Where the reader stood when the search was begun."""

    async def action_search(self) -> None:
        """Find words in the article."""
        self.search_from = self.article_view.place
        await self.search_bar.open()

    @on(SearchBar.Typed)
    def _search_typed(self, event: SearchBar.Typed) -> None:
        """Search from where the reader stood; without a match the page stays there."""
        article = self.now.article
        block, offset = self.search_from
        position = article.blocks[block].span[0] + offset if block < len(article.blocks) else 0
        typed = event.text.strip()
        search = find(article.text, event.text, regex=event.regex, position=position) if typed else None
        self.reading = self.now.but(search=search)
        self.search_bar.show_state(search.words if search else "")
        if search and search.current:
            self.article_view.bring(search.current, is_leap=False)
        else:
            self.article_view.place = self.search_from

    @on(SearchBar.Stepped)
    def _search_stepped(self, event: SearchBar.Stepped) -> None:
        self.step_match(event.direction)

    @on(SearchBar.Kept)
    def _search_kept(self) -> None:
        self.search_bar.close()
        self.article_view.focus()
        self.article_view.came_from(self.search_from)

    @on(SearchBar.Dropped)
    def _search_dropped(self) -> None:
        self.reading = self.now.but(search=None)
        self.search_bar.close()
        self.article_view.focus()
        self.article_view.place = self.search_from

    def step_match(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) match."""
        if self.now.search is None:
            return
        search = moved(self.now.search, direction)
        self.reading = self.now.but(search=search)
        self.search_bar.show_state(search.words)
        if search.current:
            self.article_view.bring(search.current)
