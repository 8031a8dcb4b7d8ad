"""The article on the screen: one widget that draws its own lines, whatever the article's length."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from reader.app.page.found import FOUND_CSS, FOUND_PARTS
from reader.app.page.kinds import PLAIN_CSS, PLAIN_PARTS
from reader.app.page.layout import Anchor, Page, lay_out, measure_in, note_width
from reader.app.page.leaps import Leaps
from reader.app.page.line import Look, line_strip
from reader.app.page.links import address_at
from reader.app.page.marks import Mark, marks_by_block
from reader.app.page.pointing import claim_at, sentence_at
from reader.app.page.scrolling import KeyScrolled
from reader.app.page.selection import offset_of, position_of, span_of
from reader.app.state.place_words import stood_at
from reader.app.state.reading import Reading
from reader.app.widgets.painted import FLASH, Painted
from reader.article.model import Span

if TYPE_CHECKING:
    from reader.app.page.notes import Note

NARROWEST, WIDEST = 30, 200
_MOST_STRIPS = 2_000


class ArticleView(Painted, KeyScrolled, can_focus=True, inherit_bindings=False):
    """Draws an article line by line, marks its claims, and keeps its place by (block, character).

    `measure` is the number of cells that text may take across; `justified` stretches lines to it.
    """

    PARTS = "article"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in PLAIN_PARTS | FOUND_PARTS}
    DEFAULT_CSS = f"""
    ArticleView {{
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto;
        {PLAIN_CSS}
        {FOUND_CSS}
    }}
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Line down", show=False, id="article.line-down"),
        Binding("k,up", "scroll_up", "Line up", show=False, id="article.line-up"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="article.page-down"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="article.page-up"),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False, id="article.half-down"),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False, id="article.half-up"),
        Binding("g,home", "scroll_home", "Beginning", show=False, id="article.home"),
        Binding("G,end", "scroll_end", "End", show=False, id="article.end"),
        Binding("right_curly_bracket", "paragraph(1)", "Next paragraph", show=False, id="article.next-paragraph"),
        Binding(
            "left_curly_bracket", "paragraph(-1)", "Previous paragraph", show=False, id="article.previous-paragraph"
        ),
        Binding("backspace,alt+left", "leap_back", "Back to before the last leap", show=False, id="article.leap-back"),
        Binding("semicolon,alt+right", "leap_forward", "Forward after back", show=False, id="article.leap-forward"),
    ]

    class ClaimChosen(Message):
        """A claim was clicked."""

        def __init__(self, claim_id: str) -> None:
            super().__init__()
            self.claim_id = claim_id

    class LinkChosen(Message):
        """A link was clicked."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    class Moved(Message):
        """The lines were broken anew, or others are selected; who wants to know of scrolling watches `scroll_y`."""

    measure: var[int] = var(72, init=False)
    justified: var[bool] = var(False, init=False)

    def __init__(self, *, measure: int = 72, justified: bool = False, context: int = 3, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(ArticleView.measure, measure)
        self.set_reactive(ArticleView.justified, justified)
        self.context = context
        """Lines kept above what was jumped to."""
        self.reading: Reading | None = None
        self._anchor: Anchor = (0, 0)
        self._leaps = Leaps()
        self._settling = False
        self._laid_for = Size(0, 0)
        self._held: Span | None = None
        self._strips: dict[int, Strip] = {}
        self.marks: dict[int, list[Mark]] = {}
        self._notes: dict[int, Note] = {}
        self._notes_for: tuple[Page | None, int] = (None, 0)
        self.mentions: tuple[Span, ...] = ()
        self._flashing: tuple[Span, ...] = ()

    # What is shown ---------------------------------------------------------------------------------------------

    def show(self, reading: Reading) -> None:
        """Render a reading, drawing again only the lines that changed."""
        before, self.reading = self.reading, reading
        if before is None or before.article is not reading.article:
            self._anchor = (0, 0)
            self._held = None
            self._mark(reading)
            self._lay_out()
            return
        if stood_at(before) != stood_at(reading):
            self._hold(stood_at(reading))
        found = before.analysis is not reading.analysis or before.early is not reading.early
        if (found or before.filter != reading.filter) and before.claims != reading.claims:
            self._mark(reading)
            self._redraw_all()
        if before.shading != reading.shading:
            self._redraw_all()
        if before.focus != reading.focus or before.followed != reading.followed:
            self.mentions = self._mentions_of(reading)
            self._redraw_all()
        if before.search is not reading.search:
            old, new = before.search, reading.search
            if old is None or new is None or old.hits != new.hits:
                self._redraw_all()
            else:
                self._redraw_spans(span for span in (old.current, new.current) if span)
        if before.current != reading.current:
            if reading.focus:
                self._redraw_all()
            for claim in (before.current_claim, reading.current_claim):
                if claim:
                    self._redraw_spans(claim.content + claim.cue + claim.source)
        if before.highlights != reading.highlights:
            self._redraw_spans(set(before.highlights) ^ set(reading.highlights))
        if before.lit != reading.lit:
            self._redraw_spans(span for span in (before.lit, reading.lit) if span)

    def _mark(self, reading: Reading) -> None:
        self.marks = marks_by_block(reading.article, reading.claims)
        self._notes_for = (None, 0)
        self.mentions = self._mentions_of(reading)

    @staticmethod
    def _mentions_of(reading: Reading) -> tuple[Span, ...]:
        actor = reading.analysis.actor(reading.followed) if reading.analysis else None
        return tuple(sorted(actor.mentions)) if actor else ()

    def _redraw_all(self) -> None:
        self._strips.clear()
        self.refresh()

    def _redraw_spans(self, spans: Iterable[Span]) -> None:
        if self.page is None:
            return
        for span in spans:
            first, last = self.page.lines_of(span)
            for line in range(first, last + 1):
                self._strips.pop(line, None)
            self.refresh_lines(first, last - first + 1)

    # Layout and place ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Break the article into lines for the present width, and show the same words as before at the top.

        What the reader stands at stays in sight, even where the words at the top have to give way to it.
        """
        if self.reading is None or not self.size.width:
            return
        measure = measure_in(self.size.width, self.measure)
        if self.page is None or self.page.article is not self.reading.article or self.page.measure != measure:
            self.page = lay_out(self.reading.article, measure)
            self._strips.clear()
        self._settling = True
        self.virtual_size = Size(self.size.width, self.page.height)
        self._laid_for = self.size
        top = self.page.line_of_anchor(self._anchor)
        if self._held:
            top = self.page.top_to_see(self._held, min(top, self.max_scroll_y), self.size.height, self.context)
        self.scroll_to(y=top, animate=False, force=True)
        self._settling = False
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def watch_measure(self) -> None:
        self._lay_out()

    def watch_justified(self) -> None:
        self._redraw_all()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        is_by_reader = not self._settling and self._laid_for == self.size
        if self.page is not None and is_by_reader and round(old_value) != round(new_value):
            self._anchor = self.page.anchor_at(round(new_value))
            self._hold(self._held)

    @property
    def place(self) -> Anchor:
        """The place at the top of the view, which survives every change of width."""
        return self._anchor

    @place.setter
    def place(self, anchor: Anchor) -> None:
        self._anchor = anchor
        self._held = None
        self._lay_out()
        self._hold(None)

    @property
    def top_position(self) -> int:
        """The first character of the text that is shown."""
        if self.page is None or not self.page.height:
            return 0
        return self.page.starts[min(self.scroll_offset.y, self.page.height - 1)]

    @property
    def share_read(self) -> float:
        """How much of the article stands above the lower edge of the view, 0 to 1."""
        height = self.page.height if self.page else 0
        return 1.0 if height <= self.size.height else min(1.0, (self.scroll_offset.y + self.size.height) / height)

    def is_shown(self, span: Span) -> bool:
        """Whether the first line of a span can be seen."""
        if self.page is None:
            return False
        line = self.page.line_of(span[0])
        return self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height

    def bring(self, span: Span, *, is_leap: bool = True) -> None:
        """Scroll, only where needed, so that a span is seen with a few lines of context above it.

        `is_leap` says whether to remember where from.
        """
        if self.page is None:
            return
        before = self._anchor
        top = self.page.top_to_see(span, self.scroll_offset.y, self.size.height, self.context, above=2)
        self._held = span
        if top == self.scroll_offset.y:
            return
        self.scroll_to(y=top, animate=False, force=True)
        if is_leap:
            self.came_from(before)

    def _hold(self, span: Span | None) -> None:
        """Keep in sight at the next resize what is seen of this now, else what the reader stands at."""
        stood = stood_at(self.reading) if self.reading else None
        self._held = next((each for each in (span, stood) if each and self.is_shown(each)), None)

    def leap(self, jump: Callable[[], object]) -> None:
        """Do what may go far away, and remember where from."""
        before = self._anchor
        jump()
        self.came_from(before)

    def came_from(self, place: Anchor) -> None:
        """Remember a place to go back to, unless it is in sight."""
        if self.page is not None and abs(self.page.line_of_anchor(place) - self.scroll_offset.y) >= self.size.height:
            self._leaps.remember(place)

    def go_to_block(self, block: int) -> None:
        """Bring a block to the top."""
        if self.page is not None and block < len(self.page.first_lines):
            self.scroll_to(y=self.page.first_lines[block], animate=False, force=True)

    def action_leap_back(self) -> None:
        """Back to before the last leap."""
        if place := self._leaps.back(self.place):
            self.place = place

    def action_leap_forward(self) -> None:
        """To where the last way back began."""
        if place := self._leaps.forward(self.place):
            self.place = place

    def leap_to(self, place: Anchor) -> None:
        """Go to a place, and remember where from."""
        before, self.place = self.place, place
        self.came_from(before)

    # Drawing ---------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        line = self.scroll_offset.y + y
        width = self.size.width
        if self.page is None or self.reading is None or line >= self.page.height:
            return Strip.blank(width, self.base)
        strip = self._strips.get(line)
        if strip is None or strip.cell_length != width:
            if len(self._strips) > _MOST_STRIPS:
                self._strips.clear()
            strip = self._strips[line] = line_strip(self._look(self.reading), self.page, line, width)
        return strip

    def _look(self, reading: Reading) -> Look:
        selected = self.selected_span
        return Look(
            reading,
            self.marks,
            self.mentions,
            selected,
            self._flashing,
            self._notes_of(reading),
            self.justified,
            self.base,
            self.part,
        )

    def flash(self, spans: Sequence[Span]) -> None:
        """Let these words stand out for a moment: they were copied."""
        if spans:
            self._flash(tuple(spans))
            self.set_timer(FLASH, lambda: self._flash(()))

    def _flash(self, spans: tuple[Span, ...]) -> None:
        before, self._flashing = self._flashing, spans
        self._redraw_spans((*before, *spans))

    def _notes_of(self, reading: Reading) -> "dict[int, Note]":
        """The notes beside the page, found once for a layout and its claims."""
        page = self.page
        width = note_width(page.measure, self.size.width) if page else 0
        if page is not None and (self._notes_for[0] is not page or self._notes_for[1] != width):
            self._notes_for = (page, width)
            self._notes = {}
            if width and reading.claims:
                from reader.app.page.notes import margin_notes

                self._notes = margin_notes(reading, page, width)
        return self._notes

    # Selecting -------------------------------------------------------------------------------------------------

    @property
    def allow_select(self) -> bool:
        return True

    @property
    def selected_span(self) -> Span | None:
        """The selected stretch of the text; none on a screen that is left before it stood."""
        selection = self.text_selection if self.is_attached else None
        return span_of(self.reading.article, selection) if selection and self.reading else None

    def select(self, span: Span) -> None:
        """Select a stretch of the text, as dragging the mouse over it would."""
        if self.reading is not None:
            ends = (offset_of(self.reading.article, position) for position in span)
            self.screen.selections = {self: Selection(*ends)}

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        span = span_of(self.reading.article, selection) if self.reading else None
        return (self.reading.article.words_of(span), "\n") if span and self.reading else None

    def selection_updated(self, selection: Selection | None) -> None:
        self._redraw_all()
        self.post_message(self.Moved())

    # Mouse -------------------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click goes to a link or makes a claim current; two select the sentence, three the paragraph."""
        event.prevent_default()
        _, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if offset is None or self.reading is None or self.page is None or not self.page.height:
            return
        position = position_of(self.reading.article, offset)
        if event.chain == 2:
            self.select(sentence_at(self.reading, position))
        elif event.chain == 3:
            self.select(self.reading.article.blocks[self.reading.article.block_at(position)].span)
        elif event.chain == 1 and self.selected_span is None:
            if address := address_at(self.reading.article, position):
                self.post_message(self.LinkChosen(address))
                return
            if claim := claim_at(self.marks.get(self.reading.article.block_at(position), ()), position):
                self.post_message(self.ClaimChosen(claim))
