"""The panels: gone to, put away for the next sessions too, and as wide as the screen and the reader leave them."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.app.panels.panel import Panel
from reader.app.panels.tabs import SideTabs
from reader.app.reading.room import Command, Room
from reader.app.state.columns import LOW, MIDDLING, ONE_LINE, WIDE, heights, panel_width, panels_width, sheet_height

_OPEN = ("-open-summary", "-open-actors", "-open-claims", "-open-marks")
_TOLD, _ONE = {"card": "claim card"}, ("summary", "card")
"""What a panel is called, where that is not its id, and those that are one thing."""

_LEAST_CARD = 8
"""Lines of the claim card beside the article before any claim was stood at."""


class PanelActions(Room):
    """Summary, actors and claims beside the article."""

    SECTION = "Panels"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "panel('summary')", "summary", tooltip="To the summary and back", id="reading.summary"),
        Binding("a", "panel('actors')", "actors", tooltip="To the actors and back", id="reading.actors"),
        Binding("l", "panel('claims')", "claims", tooltip="To the claims and back", id="reading.claims"),
        Binding("z", "alone", "Article alone", False, id="reading.article-alone"),
        Binding("right_parenthesis", "panel_width(4)", "Wider panels", False, id="reading.wider-panels"),
        Binding("left_parenthesis", "panel_width(-4)", "Narrower panels", False, id="reading.narrower-panels"),
    ]

    _panels_width = 0
    _heights = (0, 0)
    _sheet: int | None = None
    _card_for: object = None

    def side_panel(self, name: str) -> Panel:
        """The panel with this id."""
        return next(panel for panel in self.side_panels if panel.id == name)

    def action_panel(self, name: str) -> None:
        """Go to a panel (sliding it over the article where there is no room beside it), or back from it."""
        if self.focused is self.side_panel(name).rows:
            self.close_panels()
        else:
            self.show_panel(name)

    def show_panel(self, name: str) -> None:
        """Go to a panel, wherever the layout has room for it."""
        self.remove_class("-alone")
        self._lay_over(name)
        wanted = "claims" if name == "marks" and self.hidden >= {"actors", "claims"} else name  # they share a column
        if wanted in self.hidden:
            self.save_hidden(self.hidden - {wanted})
        if name != "summary":
            self.show_tab(name)
        self.side_panel(name).rows.focus()

    def show_tab(self, name: str) -> None:
        """Where actors and claims share a place, show this one; the marks take the claims' place on any screen."""
        self.update_classes({f"-on-{each}": name == each for each in ("actors", "claims", "marks")})
        self.side_tabs.turn(name)

    @on(SideTabs.Turned)
    def _tab_turned(self, event: SideTabs.Turned) -> None:
        self.action_panel(event.name)

    def close_panels(self) -> None:
        """Put away a panel that lies over the article, and give the article the keys."""
        self._lay_over("")
        self.article_view.focus()

    def _lay_over(self, name: str) -> None:
        """Let this panel lie over the article, "" for none; the style sheet asks for that only on a narrow screen."""
        place, is_narrow = self.panels_place, self.has_class("-narrow")
        place.remove_class(*_OPEN, update=is_narrow and not name)
        if name:
            place.add_class(f"-open-{name}", update=is_narrow)

    @property
    def is_covered(self) -> bool:
        """Whether a panel lies over the article."""
        return self.has_class("-narrow") and any(self.panels_place.has_class(name) for name in _OPEN)

    def action_alone(self) -> None:
        """Hide all panels, or show them again."""
        self.toggle_class("-alone")
        is_alone = self.has_class("-alone")
        if is_alone:
            self.close_panels()
        if self.app.size.width < MIDDLING:  # often nothing is seen of it before the next claim
            self.say("✓ article alone" if is_alone else "✓ article and panels")

    # Put away ----------------------------------------------------------------------------------------------------

    @property
    def hidden(self) -> frozenset[str]:
        """The panels left out."""
        return frozenset(panel.id or "" for panel in self.side_panels if panel.has_class("-hidden"))

    def action_hide_panel(self) -> None:
        """Put the panel that has the keys away, and tell which key brings it back."""
        name = next((panel.id for panel in self.side_panels if panel.rows is self.focused), None)
        if name is None:
            return
        self.save_hidden(self.hidden | {name})
        self.close_panels()
        live = {each.binding.id: each.binding for each in self.active_bindings.values()}
        told = _TOLD.get(name, name)
        key, in_palette = live.get(f"reading.{name}"), ""
        if key is None:
            key, in_palette = live["app.palette"], f" and “Show the {told}”"
        words = f"The {told} {'is' if name in _ONE else 'are'} hidden"
        back = f"{self.app.get_key_display(key)}{in_palette} brings {'it' if name in _ONE else 'them'} back"
        self.hint.say(f"{words} · {back}", seconds=8)

    def save_hidden(self, names: frozenset[str]) -> None:
        """Leave out these panels and no others, now and in the next sessions."""
        self.leave_out(names)
        self.change_settings(hidden_panels=tuple(sorted(names)))
        self.set_panel_width()
        self.share_heights()

    def leave_out(self, names: frozenset[str]) -> None:
        """Leave out these panels and no others."""
        for panel in self.side_panels:
            panel.set_class((panel.id or "") in names, "-hidden")
        columns = {"who": {"actors", "claims"}, "what": {"summary", "card"}, "panels": {"summary", "actors", "claims"}}
        self.update_classes({f"-no-{place}": names >= held for place, held in columns.items()})
        if "claims" in names and "actors" not in names:
            self.show_tab("actors")
        elif "actors" in names and "claims" not in names:
            self.show_tab("claims")

    def commands(self) -> Iterator[Command]:
        for name in ("summary", "card", "actors", "claims"):
            name_told = f"the {_TOLD[name]}" if name in _TOLD else name
            yield Command(f"Show {name_told}", "go to the panel", partial(self.show_panel, name))
            if name not in self.hidden:
                hide = partial(self.save_hidden, self.hidden | {name})
                yield Command(f"Hide {name_told}", "leave the panel out, for the next sessions too", hide)
        yield from super().commands()

    # Width -------------------------------------------------------------------------------------------------------

    def action_panel_width(self, cells: int) -> None:
        """Wider or narrower side panels."""
        if self.app.size.width < MIDDLING:
            self.say(f"Panels lie under the article here; from {MIDDLING} columns on they have a width.")
            return
        if self.has_class("-alone") or self.hidden.issuperset(("summary", "card", "actors", "claims")):
            self.say(f"No panel is shown that could be {'wider' if cells > 0 else 'narrower'}.")
            return
        before = self._panels_width
        width = panel_width(self.app.size.width, self.article_view.measure, self.session.settings.side_width)
        self.change_settings(side_width=min(120, max(24, width + cells)))
        self.set_panel_width()
        if self._panels_width == before:
            self.say(f"Panels cannot be {'wider' if cells > 0 else 'narrower'} than this.")

    def set_panel_width(self) -> None:
        """Give the side panels the width that the screen and the user leave them."""
        columns, wish = self.app.size.width, self.session.settings.side_width
        width = panels_width(columns, self.article_view.measure, wish, self.hidden)
        if width != self._panels_width:
            self._panels_width = width
            self.panels_place.styles.width = width

    def share_heights(self) -> None:
        """Give summary and card the lines that they need, as far as the list under them keeps enough.

        The card only grows while an article is read, on a screen of one size: no step from claim to claim moves a
        list beside the article, and few move the article over the card, where that is a sheet under it.
        """
        if not self.is_there:
            return
        columns, room = self.app.size.width, self.app.size.height - (1 if self.app.size.width >= ONE_LINE else 2)
        width = columns if columns < MIDDLING else self._panels_width // (2 if columns >= WIDE else 1)
        summary, card = (panel.rows.lines_needed(width - 2) + 2 for panel in (self.summary_panel, self.card))
        at_claim = self.now.current_claim is not None and not self.card.has_class("-hidden")
        self.panels_place.set_class(at_claim, "-at-claim", update=columns < MIDDLING)  # the style sheet asks only there
        self.strip.set_class(room < LOW, "-low")
        key = (self.now.article, columns, room)
        grown = self._heights[1] if self._card_for == key else 0
        self._card_for = key
        if columns < MIDDLING:
            sheet = max(room * 2 // 5, min(5, room - 3))
            found = (sheet, sheet_height(room, max(card - 1, grown)))
            self._set_sheet(sheet)
        else:
            self._set_sheet(None)
            if columns >= WIDE:
                found = min(summary, room // 2), max(card, room - summary)
            else:
                found = heights(room, summary, max(card + 1, grown, _LEAST_CARD))  # a blank line over the voices
        if found != self._heights:
            self._heights = found
            self.summary_panel.styles.height, self.card.styles.height = found

    def _set_sheet(self, lines: int | None) -> None:
        """Lines of the lists that lie under the article; None where they fill what is left beside it."""
        if lines != self._sheet:  # any setting of it, the same as before too, lays the whole screen out anew
            self._sheet = lines
            for panel in (self.actors_panel, self.claims_panel, self.marks_panel):
                panel.styles.height = lines
