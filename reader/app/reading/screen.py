"""The reading screen, made of all groups of actions: the article beside its summary, actors and claims."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.dom import DOMNode

from reader.app.background.desk import Desk
from reader.app.background.work import Work
from reader.app.page.masthead import Masthead
from reader.app.page.minimap import MiniMap
from reader.app.page.view import ArticleView
from reader.app.reading.actions.analysis import AnalysisActions
from reader.app.reading.actions.audit import AuditActions
from reader.app.reading.actions.back import BackActions
from reader.app.reading.actions.bookmark import BookmarkActions
from reader.app.reading.actions.claims import ClaimActions
from reader.app.reading.actions.comparing import CompareActions
from reader.app.reading.actions.copying import CopyActions
from reader.app.reading.actions.correcting import CorrectActions
from reader.app.reading.actions.highlights import HighlightActions
from reader.app.reading.actions.keeping import KeepingActions
from reader.app.reading.actions.marks import MarkActions
from reader.app.reading.actions.navigation import NavigationActions
from reader.app.reading.actions.page import PageActions
from reader.app.reading.actions.panels import PanelActions
from reader.app.reading.actions.search import SearchActions
from reader.app.reading.actions.summary import SummaryActions
from reader.app.reading.room import FIRST_ON_THE_FOOT, Room
from reader.app.reading.session import Session
from reader.app.state.columns import MIDDLING, WIDE
from reader.app.state.place_words import SPINNER, how_far, where
from reader.app.widgets.foot import Foot
from reader.article.text.safe import safe_text
from reader.library import Shelf


class Place(Container):
    """Holds parts of the screen that cover it wholly, and is never drawn itself."""

    BLANK = True


class ReadingScreen(
    BackActions,
    NavigationActions,
    MarkActions,
    PageActions,
    BookmarkActions,
    CompareActions,
    AuditActions,
    HighlightActions,
    CorrectActions,
):
    """Composes and lays out; what keys do stands in the groups."""

    GROUPS: ClassVar[tuple[type[DOMNode], ...]] = (
        *(ClaimActions, AuditActions, SearchActions, CopyActions, NavigationActions, MarkActions, PanelActions),
        *(
            SummaryActions,
            PageActions,
            AnalysisActions,
            CompareActions,
            HighlightActions,
            CorrectActions,
            KeepingActions,
        ),
        BackActions,
    )
    AUTO_FOCUS = "ArticleView"
    BLANK = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIDDLING, "-middling"), (WIDE, "-wide")]  # noqa: RUF012
    CSS_PATH = "screen.tcss"

    def __init__(
        self,
        session: Session,
        work: Work,
        *,
        shelf: Shelf | None = None,
        desk: Desk | None = None,
        is_first: bool = False,
    ) -> None:
        super().__init__(session, work, shelf=shelf, desk=desk, is_first=is_first)
        self.minimap = MiniMap(id="map")
        self.masthead = Masthead()
        self.foot = Foot(FIRST_ON_THE_FOOT)
        self._can_go_back = False

    def compose(self) -> ComposeResult:
        with Place(id="room"):
            with Place(id="page"):
                yield self.masthead
                yield self.article_view
                yield self.minimap
            with self.panels_place:
                with Vertical(id="what"):
                    yield self.summary_panel
                    yield self.card
                with Vertical(id="who"):
                    yield self.strip
                    yield self.side_tabs
                    yield self.actors_panel
                    yield self.claims_panel
                    yield self.marks_panel
        yield self.hint
        yield self.search_bar
        yield self.foot

    def on_mount(self) -> None:
        self.title = self.session.reading.article.title or safe_text(self.session.source, lines=False)
        self.add_class("-on-claims", update=False)  # all is styled anew when the screen is shown, after this
        self.leave_out(frozenset(self.session.settings.hidden_panels))
        self.minimap.display = self.session.settings.minimap
        self.set_panel_width()
        place = self.session.place
        self.set_reactive(Room.reading, self.session.reading)
        self.show_reading()
        self.article_view.place = place
        if self.session.reading.analysis is None:
            self.call_after_refresh(self.analyse)
        self.greet()
        self.bookmark_from_now_on()
        self.call_after_refresh(self.begin_keeping)
        # At once: told by a message, the rest of the screen would be painted once more after the scrolled article.
        self.watch(self.article_view, "scroll_y", self._scrolled, init=False)

    def on_unmount(self) -> None:
        self.bookmark()

    def on_resize(self) -> None:
        self.set_panel_width()
        self.share_heights()

    def show_reading(self) -> None:
        reading = self.now
        self.article_view.show(reading)
        for panel in self.side_panels:
            panel.show(reading)
        self.side_tabs.show(reading)
        self.strip.show(reading)
        self.share_heights()
        self.show_place()

    def _scrolled(self, before: float, now: float) -> None:
        if round(before) != round(now):
            self.show_place()

    @on(ArticleView.Moved)
    def show_place(self) -> None:
        if not self.is_there:
            return
        view = self.article_view
        self.session.place, self.session.share = view.place, view.share_read
        self.masthead.show(self.now, view)
        self.minimap.show(self.now, view.page, view.scroll_offset.y, view.size)
        words = where(self.now, typing=self.search_bar.is_open, place_in_list=self.session.place_in_list)
        if self.is_busy:
            words = f"{SPINNER[self.turns % len(SPINNER)]} {words}"
        names = {"claim": "match"} if self.now.search else {}
        back = self.way_back()
        if bool(back) != self._can_go_back:
            self._can_go_back = bool(back)
            self.refresh_bindings()
        if back in ("analysis", "summary"):
            names["back"] = "stop"
        if view.selected_span:
            names["copy claim"] = "copy words"
        self.foot.update(words, how_far(self.now, view.share_read), names)
