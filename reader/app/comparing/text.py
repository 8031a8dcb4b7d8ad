"""One text on the comparing screen: its words, the numbers of what joins it to the other, the words that differ."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app.page.kinds import STYLED_KINDS
from reader.app.page.layout import Page, lay_out
from reader.app.page.marks import CURRENT_GUTTER, Layer, cut, spans_touching
from reader.app.state.laid import Laid
from reader.app.widgets.painted import Painted
from reader.app.widgets.wrapping import shortened
from reader.article.model import Span

COLOURS = 6
"""Colours that follow one another in turn for what is joined."""
WIDEST = 72
_REMARK = 14
"""Cells for the word at the right of a joint, where there is room."""
_LEAST_TEXT = 44


class ComparedText(Painted, ScrollView, can_focus=True):
    """Draws one side (0 or 1) of texts laid out to be compared."""

    PARTS = "compared"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"compared--{name}"
        for name in (
            *STYLED_KINDS,
            *(f"joint-{n}" for n in range(COLOURS)),
            *("dim", "rule", "mark", "current", "differs", "came", "went", "alone"),
        )
    }
    DEFAULT_CSS = """
    ComparedText {
        width: 1fr; height: 1fr; background: $background; color: $quiet; scrollbar-size: 0 0; overflow-x: hidden;
        &:focus { color: $foreground; }
        & > .compared--title, & > .compared--heading { color: $title; text-style: bold; }
        & > .compared--standfirst { color: $standfirst; text-style: italic; }
        & > .compared--byline, & > .compared--caption, & > .compared--dateline { color: $dim; }
        & > .compared--quote { color: $quote; }
        & > .compared--dim { color: $dim; }
        & > .compared--rule { color: $rule; }
        & > .compared--mark { color: $claim-current-mark; text-style: bold; }
        & > .compared--current { color: $claim-current; background: $claim-current-background; }
        & > .compared--differs { text-style: bold underline; }
        & > .compared--came { color: $voice-3; text-style: bold underline; }
        & > .compared--went { color: $dim; text-style: strike; }
        & > .compared--alone { text-style: italic; }
        & > .compared--joint-0 { color: $voice-1; }
        & > .compared--joint-1 { color: $voice-3; }
        & > .compared--joint-2 { color: $link; }
        & > .compared--joint-3 { color: $voice-4; }
        & > .compared--joint-4 { color: $claim-source; }
        & > .compared--joint-5 { color: $quote; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Line down", show=False, id="compared.line-down"),
        Binding("k,up", "scroll_up", "Line up", show=False, id="compared.line-up"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="compared.page-down"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="compared.page-up"),
        Binding("g,home", "scroll_home", "Beginning", show=False, id="compared.home"),
        Binding("G,end", "scroll_end", "End", show=False, id="compared.end"),
    ]

    class Pointed(Message):
        """A place of the text was clicked."""

        def __init__(self, side: int, position: int) -> None:
            super().__init__()
            self.side = side
            self.position = position

    def __init__(self, side: int) -> None:
        super().__init__(id=f"text-{side}")
        self.side = side
        self.laid: Laid | None = None
        self.page: Page | None = None
        self._strips: dict[int, Strip] = {}
        self._joints: list[tuple[int, int, int]] = []
        self._differing: list[Span] = []

    def show(self, laid: Laid) -> None:
        """Show these texts, and bring the joint stood at into sight."""
        before, self.laid = self.laid, laid
        if before is None or before.joints is not laid.joints:
            self._joints = [(*span, n) for n, joint in enumerate(laid.joints) for span in joint.spans[self.side]]
            self._joints.sort()
            self._differing = sorted(span for joint in laid.joints for span in joint.marked[self.side])
        if before is None or before.texts is not laid.texts:
            self.page = None
            self._lay_out()
        self._strips.clear()
        self.refresh()
        if laid.at != (before.at if before else -1):
            self.bring()

    def bring(self) -> None:
        """Scroll, only where needed, so that the joint stood at is seen."""
        joint = self.laid.current if self.laid else None
        if joint is not None and self.page is not None and joint.spans[self.side]:
            spans = joint.spans[self.side]
            whole = min(a for a, _ in spans), max(b for _, b in spans)
            top = self.page.top_to_see(whole, self.scroll_offset.y, self.size.height, 3, above=1)
            self.scroll_to(y=top, animate=False, force=True)

    # Layout ----------------------------------------------------------------------------------------------------

    @property
    def _gutter(self) -> int:
        return len(str(self.laid.last_number if self.laid else 0)) + 3

    @property
    def _remark_width(self) -> int:
        """Cells for remarks at the right; 0 where there is no room for them, or they stand at the other text."""
        last = len(self.laid.texts) - 1 if self.laid else 0
        room = self.size.width - self._gutter - _REMARK
        return _REMARK if self.side == last and room >= _LEAST_TEXT else 0

    def _lay_out(self) -> None:
        if self.laid is None or self.side >= len(self.laid.texts) or not self.size.width:
            return
        measure = max(1, min(WIDEST, self.size.width - self._gutter - self._remark_width - 1))
        if self.page is None or self.page.measure != measure:
            top = self.page.anchor_at(self.scroll_offset.y) if self.page else (0, 0)
            self.page = lay_out(self.laid.texts[self.side], measure)
            self._strips.clear()
            self.virtual_size = Size(self.size.width, self.page.height)
            self.scroll_to(y=self.page.line_of_anchor(top), animate=False, force=True)
            self.bring()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def on_focus(self) -> None:
        self._redraw()

    def on_blur(self) -> None:
        self._redraw()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    # Drawing ---------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        line = self.scroll_offset.y + y
        width = self.size.width
        if self.page is None or self.laid is None or line >= self.page.height:
            return Strip.blank(width, self.base)
        strip = self._strips.get(line)
        if strip is None or strip.cell_length != width:
            strip = self._strips[line] = self._draw(self.laid, self.page, line, width)
        return strip

    def _draw(self, laid: Laid, page: Page, line: int, width: int) -> Strip:
        start, end, index = page.starts[line], page.ends[line], page.blocks[line]
        base = self.base
        if line == page.rule:
            rule = Segment("─" * page.measure, base + self.part("rule"))
            return Strip([Segment(" " * self._gutter, base), rule]).adjust_cell_length(width, base)
        block = page.article.blocks[index]
        kind = "byline" if block.kind == "date" else block.kind
        words = base + self.part(kind) if kind in STYLED_KINDS else base
        touching = [(a, b, n) for a, b, n in self._joints if a < end and b > start]
        segments = [*self._gutter_of(laid, page, line, touching), Segment(" " * page.indent(line), base)]
        for left, right, names in cut(start, end, self._layers(laid, touching, start, end)):
            style = words
            for name in names:
                style += self.part(name)
            segments.append(Segment(page.article.text[left:right], style))
        strip = Strip(segments)
        remark = self._remark_of(laid, page, line, touching)
        if remark and self._remark_width:
            strip = strip.adjust_cell_length(self._gutter + page.measure + 1, base)
            strip = Strip([*strip, Segment(shortened(remark, _REMARK - 1), base + self.part("dim"))])
        return strip.adjust_cell_length(width, base)

    def _layers(self, laid: Laid, touching: Sequence[tuple[int, int, int]], start: int, end: int) -> list[Layer]:
        """All that stands out in a line, lowest first."""
        found: list[Layer] = []
        is_woven = len(laid.texts) == 1
        for a, b, n in touching:
            shown = laid.joints[n].differs or not laid.only_differing
            if not is_woven and shown and n != laid.at:
                found.append(Layer(a, b, self._colour(laid.joints[n].number)))
        if is_woven:
            found += [Layer(*span, "came") for span in spans_touching(laid.alone[0], start, end)]
        found += [Layer(a, b, "current") for a, b, n in touching if n == laid.at]
        found += [Layer(*span, "went") for span in spans_touching(laid.went, start, end)]
        found += [Layer(*span, "differs") for span in self._differing if span[0] < end and span[1] > start]
        return found

    @staticmethod
    def _colour(number: int) -> str:
        return f"joint-{(number - 1) % COLOURS}"

    def _gutter_of(self, laid: Laid, page: Page, line: int, touching: Sequence[tuple[int, int, int]]) -> list[Segment]:
        """The number of what begins in a line, and a sign beside all of it."""
        base, room = self.base, self._gutter - 2
        here = next((each for each in touching if each[2] == laid.at), None)
        begun = [n for a, _, n in touching if page.line_of(a) == line and self._begins(laid, a, n)]
        number = str(laid.joints[begun[0]].number) if begun else ""
        if here is not None:
            number = str(laid.joints[laid.at].number) if laid.at in begun else number
            sign, style = CURRENT_GUTTER, base + self.part("mark")
        elif touching:
            sign, style = "│", base + self.part(self._colour(laid.joints[touching[0][2]].number))
        elif len(laid.texts) > 1 and self._is_alone(laid, page, line):
            sign, style = "·", base + self.part("dim")
        else:
            sign, style = " ", base
        return [Segment(f"{number:>{room}}{sign} ", style)]

    def _begins(self, laid: Laid, start: int, joint: int) -> bool:
        return start == min(a for a, _ in laid.joints[joint].spans[self.side])

    def _is_alone(self, laid: Laid, page: Page, line: int) -> bool:
        start, end = page.starts[line], page.ends[line]
        return any(a < end and b > start for a, b in laid.alone[self.side])

    def _remark_of(self, laid: Laid, page: Page, line: int, touching: Sequence[tuple[int, int, int]]) -> str:
        """What there is to say of a joint that begins in a line, or that a claim stands in this text alone."""
        begun = [n for a, _, n in touching if page.line_of(a) == line and self._begins(laid, a, n)]
        if begun:
            return laid.joints[laid.at if laid.at in begun else begun[0]].kind
        if len(laid.texts) > 1 and any(page.line_of(a) == line for a, _ in laid.alone[self.side]):
            return "only here"
        return ""

    # Keys and mouse --------------------------------------------------------------------------------------------

    def action_page(self, pages: float) -> None:
        self.scroll_relative(y=pages * max(1, self.size.height - 2), animate=False)

    @property
    def top_position(self) -> int:
        """The first character that is shown."""
        if self.page is None or not self.page.height:
            return 0
        return self.page.starts[min(self.scroll_offset.y, self.page.height - 1)]

    def on_click(self, event: events.Click) -> None:
        line = self.scroll_offset.y + event.y
        if self.page is not None and line < self.page.height:
            position = self.page.starts[line] + max(0, event.x - self._gutter - self.page.indent(line))
            self.post_message(self.Pointed(self.side, min(position, self.page.ends[line])))
