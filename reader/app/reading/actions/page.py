"""The page: how wide its column is, and whether its right edge is even; and what the whole program can do."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.page.minimap import MiniMap
from reader.app.page.view import NARROWEST, WIDEST
from reader.app.reading.actions.panels import PanelActions


class PageActions(PanelActions):
    """The article's column, and the ways to other articles."""

    SECTION = "Page and program"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign", "measure(4)", "Wider column", False, id="reading.wider"),
        Binding("minus", "measure(-4)", "Narrower column", False, id="reading.narrower"),
        Binding("vertical_line", "justify", "Even right edge", False, id="reading.justify"),
        Binding("t", "app.change_theme", "Theme", False, id="reading.theme"),
        Binding("h", "app.home", "Home: samples, open", False, id="reading.home"),
        Binding("o", "app.open", "Open another article", False, id="reading.open"),
        Binding("i", "app.list", "List: items, chapters, open", False, id="reading.list"),
        Binding("J", "app.walk(1)", "Next article", False, id="reading.next-article"),
        Binding("K", "app.walk(-1)", "Previous article", False, id="reading.previous-article"),
        Binding("question_mark", "app.help", "help", tooltip="This help", id="reading.help"),
    ]

    def action_measure(self, cells: int) -> None:
        """A wider or narrower column."""
        view = self.article_view
        view.measure = min(WIDEST, max(NARROWEST, view.measure + cells))
        self.change_settings(measure=view.measure)
        self.set_panel_width()

    def action_justify(self) -> None:
        """Stretch lines to an even right edge, or not."""
        self.article_view.justified = not self.article_view.justified
        self.change_settings(justify=self.article_view.justified)

    def on_mini_map_sought(self, event: MiniMap.Sought) -> None:
        view = self.article_view
        view.leap(lambda: view.scroll_to(y=round(event.share * view.max_scroll_y), animate=False))
