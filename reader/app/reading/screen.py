"""The reading room: the article beside its summary, actors and claims, all rendering one `Reading`."""

from dataclasses import replace
from typing import Any

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.reactive import var

from reader.analysis.model import Claim
from reader.app.background.work import Work
from reader.app.keys import READING_KEYS
from reader.app.page.minimap import MiniMap
from reader.app.page.view import NARROWEST, WIDEST, ArticleView
from reader.app.panels import ActorsPanel, ClaimsPanel, SummaryPanel
from reader.app.panels.panel import Panel
from reader.app.panels.tabs import Tabs
from reader.app.reading.actions import back as going_back
from reader.app.reading.actions import bookmark as keeping
from reader.app.reading.actions import copying
from reader.app.reading.actions import filters as filtering
from reader.app.reading.actions import navigation as following
from reader.app.reading.actions import panels as hiding
from reader.app.reading.actions import search as finding
from reader.app.reading.actions import summary as summarising
from reader.app.reading.actions.analysis import analyse
from reader.app.reading.session import Sitting
from reader.app.screens.scene import Scene
from reader.app.state.place_words import SPINNER, how_far, is_analysing, is_summarising, where
from reader.app.state.reading import Filter, Reading, at_claim, filtered, stepped
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import RowList
from reader.app.widgets.search_bar import SearchBar
from reader.article.text.safe import safe_text
from reader.library import Shelf

MIDDLING, WIDE = 100, 140
"""Columns from which two and three panes stand side by side."""


_MARGINS = 6
"""Columns around the article: its gutter, its map and a little air."""

_TURN = 0.1
"""Seconds between two turns of the sign that an analysis is going on."""


class SettingsChanged(Message):
    """The reader changed settings on the screen; the app remembers them."""

    def __init__(self, changes: dict[str, Any]) -> None:
        super().__init__()
        self.changes = changes


class ReadingScreen(Scene[None]):
    """Shows one article. `sitting` holds what is read and where; it outlives the screen."""

    AUTO_FOCUS = "ArticleView"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (MIDDLING, "-middling"),
        (WIDE, "-wide"),
    ]
    CSS_PATH = "screen.tcss"
    BINDINGS = READING_KEYS

    reading: var[Reading | None] = var(None, init=False)

    def __init__(self, sitting: Sitting, work: Work, *, shelf: Shelf | None = None, is_first: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self.work = work
        self.shelf = shelf
        self.is_first = is_first
        self.place_kept: tuple[object, ...] = ()
        self._turn = 0
        self._is_spinning = False
        self._panels_width = 0
        self.search_from: tuple[int, int] = (0, 0)
        settings = sitting.settings
        self.article_view = ArticleView(
            measure=settings.measure, justified=settings.justify, context=settings.context, id="article"
        )
        self.minimap = MiniMap(id="map")
        self.summary_panel, self.actors_panel, self.claims_panel = SummaryPanel(), ActorsPanel(), ClaimsPanel()
        self.panels: tuple[Panel, ...] = (self.summary_panel, self.actors_panel, self.claims_panel)
        self.panels_place = Container(id="panels")
        self.tabs = Tabs()
        self.hint = Hint()
        self.search_bar = SearchBar()
        self.foot = Foot()

    def compose(self) -> ComposeResult:
        with Horizontal(id="room"):
            with Horizontal(id="page"):
                yield self.article_view
                yield self.minimap
            with self.panels_place:
                yield self.summary_panel
                with Vertical(id="who"):
                    yield self.tabs
                    yield self.actors_panel
                    yield self.claims_panel
        yield self.hint
        yield self.search_bar
        yield self.foot

    def on_mount(self) -> None:
        self.title = self.sitting.reading.article.title or safe_text(self.sitting.source, lines=False)
        self.add_class("-on-claims")
        hiding.leave_out(self, frozenset(self.sitting.settings.hidden_panels))
        self.minimap.display = self.sitting.settings.minimap
        self.set_panel_width()
        place = self.sitting.place
        self.set_reactive(ReadingScreen.reading, self.sitting.reading)
        self._show_reading()
        self.article_view.place = place
        if self.sitting.reading.analysis is None:
            self.call_after_refresh(self.analyse)
        keeping.greet(self)
        if self.shelf is not None:
            self.set_interval(keeping.EVERY, lambda: keeping.keep_beside(self))

    def on_unmount(self) -> None:
        self.keep_place()

    def keep_place(self) -> None:
        """Remember for the next sitting where the reader stands."""
        keeping.keep(self)

    # State -----------------------------------------------------------------------------------------------------

    @property
    def now(self) -> Reading:
        """What is being read."""
        return self.reading or self.sitting.reading

    def watch_reading(self, _: Reading | None, reading: Reading | None) -> None:
        """Everything on the screen renders this one value."""
        if reading is not None:
            self.sitting.reading = reading
            if self.is_there:
                self._show_reading()

    def _show_reading(self) -> None:
        reading = self.now
        self.article_view.show(reading)
        for panel in self.panels:
            panel.show(reading)
        self.tabs.show(reading)
        self._show_place()
        self.refresh_bindings()

    @on(ArticleView.Moved)
    def _show_place(self) -> None:
        if not self.is_there:
            return
        view = self.article_view
        self.sitting.place, self.sitting.share = view.place, view.share_read
        self.minimap.show(self.now, view.page, view.scroll_offset.y, view.size)
        typing = self.search_bar.is_open
        words = where(self.now, typing=typing, place_in_list=self.sitting.place_in_list)
        if self._is_busy:
            words = f"{SPINNER[self._turn % len(SPINNER)]} {words}"
        names = {"claim": "match"} if self.now.search else {}
        if going_back.way_back(self) in ("analysis", "summary"):
            names["back"] = "stop"
        if view.selected_span:
            names["copy claim"] = "copy selection"
        self.foot.update(words, how_far(self.now, view.share_read), names)

    # Analysis --------------------------------------------------------------------------------------------------

    def analyse(self) -> None:
        """Find claims, actors and summary beside the reading; what was under way for this screen is let go."""
        if not self.is_there:
            return
        self.run_worker(analyse(self), group="analysis", exclusive=True, exit_on_error=False)
        self.spin()

    @property
    def _is_busy(self) -> bool:
        return is_analysing(self.now) or is_summarising(self.now)

    def spin(self) -> None:
        """Turn the sign that something is going on, as long as it is."""
        if not self._is_spinning:
            self._is_spinning = True
            self.set_timer(_TURN, self._turn_on)

    def _turn_on(self) -> None:
        self._is_spinning = False
        if self._is_busy:
            self._turn += 1
            self._show_place()
            self.spin()

    def action_analyse(self) -> None:
        """Analyse again what could not be analysed, or was not to be."""
        if self.now.analysis is None:
            self.reading = self.now.but(problem="")
            self.analyse()

    # Claims ----------------------------------------------------------------------------------------------------

    def action_next(self) -> None:
        """The next match while a search is on, else the next claim."""
        finding.step(self, 1) if self.now.search else self.action_step(1)

    def action_previous(self) -> None:
        """The previous match while a search is on, else the previous claim."""
        finding.step(self, -1) if self.now.search else self.action_step(-1)

    def action_step(self, direction: int) -> None:
        """Go to the next or previous claim from the current one, or from here when that is out of sight."""
        reading, view = self.now, self.article_view
        claim = reading.current_claim
        position = None if claim and view.is_shown(claim.span) else view.top_position
        self.go_to(stepped(reading, direction, position).current_claim)

    def go_to(self, claim: Claim | None) -> None:
        """Stand at a claim and bring it into sight."""
        if claim is not None:
            self.reading = at_claim(self.now, claim.id)
            self.article_view.bring(claim.span)

    def on_article_view_claim_chosen(self, event: ArticleView.ClaimChosen) -> None:
        self.reading = at_claim(self.now, event.claim_id)

    def on_article_view_link_chosen(self, event: ArticleView.LinkChosen) -> None:
        following.ask_how(self, event.url)

    def on_mini_map_sought(self, event: MiniMap.Sought) -> None:
        view = self.article_view
        view.leap(lambda: view.scroll_to(y=round(event.share * view.max_scroll_y), animate=False))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        following.follow(self, event.rows, event.index)

    def action_filter(self) -> None:
        filtering.ask(self)

    def set_filter(self, to: Filter) -> None:
        """Show only the claims that pass."""
        self.reading = filtered(self.now, to)

    def action_focus_mode(self) -> None:
        self.reading = self.now.but(focus=not self.now.focus)

    def action_order(self) -> None:
        """Claims in reading order or by speaker, and actors by importance or name, whichever panel has the focus."""
        reading = self.now
        if self.focused is self.actors_panel.rows:
            self.reading = reading.but(actor_order="name" if reading.actor_order == "importance" else "importance")
            self.keep(actor_order=self.now.actor_order)
        else:
            self.reading = reading.but(claim_order="speaker" if reading.claim_order == "reading" else "reading")
            self.keep(claim_order=self.now.claim_order)

    # Search ----------------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        self.search_from = self.article_view.place
        self.search_bar.open()

    @on(SearchBar.Typed)
    def _typed(self, event: SearchBar.Typed) -> None:
        finding.typed(self, event.text, event.regex)

    @on(SearchBar.Stepped)
    def _stepped(self, event: SearchBar.Stepped) -> None:
        finding.step(self, event.direction)

    @on(SearchBar.Kept)
    def _kept(self) -> None:
        self.search_bar.close()
        self.article_view.focus()
        self.article_view.came_from(self.search_from)

    @on(SearchBar.Dropped)
    def _dropped(self) -> None:
        self.reading = self.now.but(search=None)
        self.search_bar.close()
        self.article_view.focus()
        self.article_view.place = self.search_from

    # Summary ---------------------------------------------------------------------------------------------------

    def action_length(self, more: int) -> None:
        summarising.change_length(self, more)

    def action_method(self) -> None:
        summarising.next_method(self)

    def action_summary(self, what: str) -> None:
        summarising.ACTIONS[what](self)

    # Copying, selecting, links, export --------------------------------------------------------------------------

    def action_copy(self) -> None:
        copying.copy_current(self)

    def action_copy_text(self) -> None:
        if not self.get_selected_text():
            raise SkipAction
        copying.copy_current(self)

    def action_copy_summary(self) -> None:
        copying.copy_summary(self)

    def action_copy_as(self) -> None:
        copying.ask_style(self)

    def action_export(self) -> None:
        copying.ask_export(self)

    def action_select(self, more: bool) -> None:
        following.select_sentence(self, more)

    def action_links(self) -> None:
        following.ask_link(self)

    def action_headings(self) -> None:
        following.ask_heading(self)

    # Layout ----------------------------------------------------------------------------------------------------

    def action_panel(self, name: str) -> None:
        """Go to a panel (sliding it over the article where there is no room beside it), or back from it."""
        rows = self.panel(name).rows
        if self.focused is rows:
            self.close_panels()
        else:
            self.show_panel(name)

    def panel(self, name: str) -> Panel:
        """The panel with this id."""
        return next(panel for panel in self.panels if panel.id == name)

    def show_panel(self, name: str) -> None:
        """Go to a panel, wherever the layout has room for it."""
        self.remove_class("-alone", "-open-summary", "-open-actors", "-open-claims")
        self.add_class(f"-open-{name}")
        if name in self.hidden:
            hiding.keep_hidden(self, self.hidden - {name})
        if name != "summary":
            self.show_tab(name)
        self.panel(name).rows.focus()

    def action_hide_panel(self) -> None:
        hiding.hide(self)

    def show_tab(self, name: str) -> None:
        """Where actors and claims share a place, show this one."""
        self.set_class(name == "actors", "-on-actors")
        self.set_class(name == "claims", "-on-claims")
        self.tabs.turn(name)

    @on(Tabs.Turned)
    def _turned(self, event: Tabs.Turned) -> None:
        self.action_panel(event.name)

    def close_panels(self) -> None:
        """Put away a panel that lies over the article, and give the article the keys."""
        self.remove_class("-open-summary", "-open-actors", "-open-claims")
        self.article_view.focus()

    def action_alone(self) -> None:
        self.toggle_class("-alone")
        if self.has_class("-alone"):
            self.article_view.focus()

    def action_measure(self, cells: int) -> None:
        view = self.article_view
        view.measure = min(WIDEST, max(NARROWEST, view.measure + cells))
        self.keep(measure=view.measure)
        self.set_panel_width()

    def action_justify(self) -> None:
        self.article_view.justified = not self.article_view.justified
        self.keep(justify=self.article_view.justified)

    def action_panel_width(self, cells: int) -> None:
        self.keep(side_width=min(120, max(24, self._side_width() + cells)))
        self.set_panel_width()

    def _side_width(self) -> int:
        """Cells for one side panel: the user's wish, else what suits the screen."""
        width = self.app.size.width
        beside = width - self.article_view.measure - _MARGINS
        suits = min(54, max(30, beside // 2)) if width >= WIDE else min(44, max(36, beside))
        return min(self.sitting.settings.side_width or suits, width * 2 // 5)

    def set_panel_width(self) -> None:
        """Give the side panels the width that the screen and the user leave them."""
        width = self._side_width()
        if self.app.size.width >= WIDE:
            width *= 2 - ("summary" in self.hidden) - {"actors", "claims"}.issubset(self.hidden)
        elif self.app.size.width < MIDDLING:
            width = max(40, self.app.size.width * 3 // 5)
        if width != self._panels_width:
            self._panels_width = width
            self.panels_place.styles.width = width

    @property
    def hidden(self) -> frozenset[str]:
        """The panels left out."""
        return frozenset(panel.id or "" for panel in self.panels if panel.has_class("-hidden"))

    def on_resize(self) -> None:
        self.set_panel_width()

    def keep(self, **changes: Any) -> None:
        """Change settings, now and for the next sitting."""
        self.sitting.settings = replace(self.sitting.settings, **changes)
        self.post_message(SettingsChanged(changes))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(going_back.way_back(self)) if action == "back" else True

    def action_back(self) -> None:
        going_back.go_back(self)
