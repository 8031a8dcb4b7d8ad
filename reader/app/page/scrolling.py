"""The article scrolled by keys: line by line, by pages and by paragraphs, and to its ends."""

from collections.abc import Callable

from textual.scroll_view import ScrollView

from reader.app.page.layout import Page


class KeyScrolled(ScrollView):
    """Scrolls a page; leaps to its ends, from which there is a way back."""

    page: Page | None = None

    def leap(self, jump: Callable[[], object]) -> None:
        """Jump, and remember from where."""
        raise NotImplementedError

    def action_page(self, pages: float) -> None:
        """Scroll by pages, leaving one line in common."""
        lines = round((self.size.height - (1 if abs(pages) == 1 else 0)) * pages)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_scroll_down(self) -> None:
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False)

    def action_scroll_up(self) -> None:
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False)

    def action_scroll_home(self) -> None:
        self.leap(lambda: self.scroll_to(y=0, animate=False))

    def action_scroll_end(self) -> None:
        self.leap(lambda: self.scroll_to(y=self.max_scroll_y, animate=False))

    def action_paragraph(self, direction: int) -> None:
        """Bring the next or previous paragraph to the top."""
        if self.page is None or not self.page.height:
            return
        top = self.scroll_offset.y
        if direction > 0:
            line = next((first for first in self.page.first_lines if first > top), self.page.height)
        else:
            line = next((first for first in reversed(self.page.first_lines) if first < top), 0)
        self.scroll_to(y=line, animate=False)
