"""Highlights on the text, with notes and tags: kept in the library, found again in other editions, walked by keys."""

import asyncio
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.background.beside import work_beside
from reader.app.reading.actions.keeping import KeepingActions
from reader.app.reading.actions.panels import PanelActions
from reader.app.reading.kept import Kept, annotate, highlight, note_line, parted
from reader.app.screens.question import Question
from reader.article.model import Span
from reader.library.model import Mark

_NOTHING_HERE = (
    "There is nothing to highlight here: ‹reading.next-claim› goes to a claim, ‹reading.select› selects a sentence."
)


class HighlightActions(PanelActions, KeepingActions):
    """x highlights, E writes a note, comma walks, X lists."""

    SECTION = "Library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "highlight", "Highlight, or take it away", False, id="reading.highlight"),
        Binding("E", "note", "Note and #tags on a highlight", False, id="reading.note"),
        Binding("comma", "next_highlight", "Next highlight", False, id="reading.next-highlight"),
        Binding("X", "highlights", "Highlights, to them and back", False, id="reading.highlights"),
    ]

    _made_at: str | None = None
    """The claim that was current when a highlight was made last: its note may still be asked for."""

    def take_kept(self, kept: Kept) -> None:
        super().take_kept(kept)
        before = self.session.highlights
        self._show_highlights(kept.marks)
        gone = sum(mark.span is None for mark in kept.marks)
        if gone and not before:
            words = "the words of one highlight are" if gone == 1 else f"the words of {gone} highlights are"
            self.say(f"In this text {words} gone · ‹reading.highlights› lists them")

    def _show_highlights(self, marks: tuple[Mark, ...]) -> None:
        self.session.highlights = marks
        self.marks_panel.show_marks(marks)
        spans = tuple(sorted(mark.span for mark in marks if mark.span is not None))
        if spans != self.now.highlights:
            self.reading = self.now.but(highlights=spans)

    # Making ------------------------------------------------------------------------------------------------------

    def _meant(self) -> Span | None:
        """What is selected, else the current claim in sight, else the first sentence in sight."""
        view, reading = self.article_view, self.now
        if selected := view.selected_span:
            return selected
        claim = reading.current_claim
        if claim is not None and view.is_shown(claim.span):
            return claim.content[0][0], claim.content[-1][1]
        if reading.lit is not None and view.is_shown(reading.lit):
            return reading.lit
        sentences = reading.analysis.sentences if reading.analysis else ()
        return next((each.span for each in sentences if each.span[0] >= view.top_position), None)

    def _highlight_at(self, span: Span | None) -> Mark | None:
        """The highlight that shares words with a span."""
        if span is None:
            return None
        marks = (mark for mark in self.session.highlights if mark.span)
        return next((mark for mark in marks if mark.span and mark.span[0] < span[1] and mark.span[1] > span[0]), None)

    def action_highlight(self) -> None:
        """Highlight what is meant, or take its highlight away."""
        if not self.keeps():
            return
        span = self._meant()
        there = self._highlight_at(span) if not self.article_view.selected_span else None
        if self.focused is self.marks_panel.rows:
            span, there = (0, 0), self.marks_panel.mark_rows.mark
            if there is None:
                return
        if span is None:
            self.say(_NOTHING_HERE)
        elif there is not None:
            self.change(
                lambda library: library.unmark(there.number),
                "✓ the highlight is gone · ‹reading.undo› brings it back",
                lambda mark: lambda library: library.put_back(mark),
                "✓ the highlight is back",
            )
        else:
            self.clear_selection()
            self._made_at = self.now.current
            self.change(
                partial(highlight, article=self.now.article, source=self.session.source, span=span),
                "✓ highlighted · ‹reading.note› writes a note",
                lambda mark: lambda library: library.unmark(mark.number),
                "✓ the highlight is gone",
            )

    def action_note(self) -> None:
        """Ask for the note and the tags of the highlight that is meant, else of the one made last; what is selected, or
        a claim gone to since, is highlighted for it."""
        if not self.keeps():
            return
        marks, meant = self.session.highlights, self._meant()
        chosen = self.marks_panel.mark_rows.mark if self.focused is self.marks_panel.rows else None
        found = chosen or self._highlight_at(meant)
        current = self.now.current
        is_meant = self.article_view.selected_span or (current is not None and current != self._made_at)
        if found is None and meant is not None and (is_meant or not marks):
            work_beside(self, partial(self._highlight_and_ask, meant))
        elif found is not None or marks:
            self._ask_note(found or marks[-1])
        else:
            self.say(_NOTHING_HERE)

    async def _highlight_and_ask(self, span: Span) -> None:
        """Highlight words, and ask for their note at once."""
        self.clear_selection()
        self._made_at = self.now.current
        why = await self.changed(
            partial(highlight, article=self.now.article, source=self.session.source, span=span),
            "✓ highlighted",
            lambda mark: lambda library: library.unmark(mark.number),
            "✓ the highlight is gone",
        )
        mark = self._highlight_at(span)
        if why:
            self.say(why)
        elif mark is not None and self.is_there:
            self._ask_note(mark)

    def _ask_note(self, mark: Mark) -> None:
        """Ask for the note and the tags of a highlight."""
        seen, is_kept, draft = [mark], False, mark.draft

        async def take(answer: str) -> str:
            nonlocal is_kept
            note, tags = parted(answer, mark)
            change = self.changed(
                lambda library: annotate(library, seen, note=note, tags=tags),
                "✓ noted",
                lambda before: lambda library: library.annotate(before.number, before.note, before.tags),
            )
            why = await asyncio.shield(change)  # a question that is put away meanwhile takes no change along
            is_kept = not why
            return why

        def closed(_: object) -> None:
            if draft and not is_kept:
                self.change(
                    lambda library: library.leave_draft(mark.number, ""),
                    "✓ what was typed is gone",
                    lambda _: lambda library: library.leave_draft(mark.number, draft),
                    "✓ what was typed is back",
                )

        def leave(line: str) -> None:
            nonlocal draft
            draft = line
            if self.desk is not None:
                self.desk.change(lambda library: library.leave_draft(mark.number, line))

        value = mark.draft or note_line(mark)
        remark = "typed last time, not kept yet: enter keeps it" if mark.draft else "enter keeps it"
        question = Question(
            "Note:", take, value=value, placeholder="words, and #tags", remark=remark, edits=True, leave=leave
        )
        self.app.push_screen(question, closed)

    # Walking -----------------------------------------------------------------------------------------------------

    def action_next_highlight(self) -> None:
        """Go to the next highlight below what is lit, round and round."""
        if not self.keeps():
            return
        spans = self.now.highlights
        if not spans:
            self.say("Nothing is highlighted here: ‹reading.highlight› highlights.")
            return
        lit = self.now.lit
        after = lit[0] if lit in spans else self.article_view.top_position - 1
        self._go_to(next((span for span in spans if span[0] > after), spans[0]))

    def _go_to(self, span: Span) -> None:
        self.reading = self.now.but(lit=span, current=None)
        self.article_view.bring(span)

    def action_highlights(self) -> None:
        """To the list of the article's highlights, in the place of the claims, and back."""
        if not self.keeps():
            return
        if self.focused is self.marks_panel.rows:
            self.show_tab("claims")
            self.close_panels()
        else:
            self.show_panel("marks")
