"""Copying and saving: what is current, the summary, a citation in the style asked for, a report."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from reader.app.background.beside import work_beside
from reader.app.reading.room import Command, Room
from reader.app.screens.dialogs import Choice
from reader.app.screens.question import Question
from reader.app.state.paths import free_name, write_new
from reader.app.state.place_words import why_no_claims
from reader.app.widgets.foot import DONE
from reader.app.widgets.rows import RowList
from reader.article.model import Span

STYLES = (
    ("quote", "with speaker, title, site, date and address"),
    ("plain", "the words alone"),
    ("markdown", "Markdown block quote"),
    ("bibtex", "BibTeX entry"),
    ("json", "JSON object"),
    ("link", "address that points at the words"),
)
EXPORTS = (
    ("Markdown report", "summary, who said what, the article", ".md"),
    ("Claims as CSV", "for a spreadsheet", ".csv"),
    ("Everything as JSON", "as `reader analyze` prints it", ".json"),
)


class CopyActions(Room):
    """To the clipboard, and to a file."""

    SECTION = "Search, copy, save"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy claim", tooltip="Copy the claim or selection", id="reading.copy"),
        Binding("c", "copy_summary", "copy summary", tooltip="Copy summary", id="reading.copy-summary"),
        Binding("Y", "copy_as", "Copy as …", False, id="reading.copy-as"),
        Binding("e", "export", "Save a report, CSV or JSON", False, id="reading.save"),
    ]

    def copy_text(self, text: str, what: str, shown: Sequence[Span] = (), *, rows: RowList | None = None) -> None:
        """Copy, and tell how it went: the words where it was `shown` in the article, or the rows, flash.

        `what` is the name of what was copied ("summary").
        """
        work_beside(self, partial(self._copy, text, what, shown, rows))

    async def _copy(self, text: str, what: str, shown: Sequence[Span], rows: RowList | None) -> None:
        from reader.app.clipboard.copy import copy

        outcome = await copy(text, app=self.app, by=self.session.settings.copy_by)
        if not outcome.short:
            self.say(outcome.words)
            return
        self.say(f"{DONE}{what} · {outcome.short}")
        self.article_view.flash(shown)
        if rows is not None:
            rows.flash()

    def action_copy(self) -> None:
        """Copy the selection, the summary when its panel has the keys, else the current claim with its citation."""
        if selected := self.get_selected_text():
            span = self.article_view.selected_span
            self.copy_text(selected, "selection", [span] if span else [])
        elif self.focused is self.summary_panel.rows:
            self.action_copy_summary()
        else:
            self.copy_claim(self.session.settings.copy_style)

    def action_copy_text(self) -> None:
        """Textual's own key for copying: the selection, if there is one."""
        if not self.get_selected_text():
            raise SkipAction
        self.action_copy()

    def copy_claim(self, style: str) -> None:
        """Copy the current claim in a style of citation."""
        reading = self.now
        if reading.analysis is None and reading.current_claim is not None:
            self.say("A claim is copied once all are found; ‹reading.select› selects a sentence.", so_far=True)
            return
        if reading.analysis is None or reading.current_claim is None:
            why = (
                "No claim is current: ‹reading.next-claim› goes to the next one."
                if reading.claims
                else why_no_claims(reading)
            )
            self.say(f"{why} ‹reading.select› selects a sentence.", so_far=True)
            return
        from reader.export import cite_claim, list_styles

        if style not in list_styles(reading.article):
            self.say(
                "This article has no web address, so there is no link to copy: ‹reading.copy-as› offers other styles."
            )
            return
        claim = reading.current_claim
        text = cite_claim(reading.article, reading.analysis, claim, style=style)
        self.copy_text(text, "claim" if style == "quote" else f"claim as {style}", claim.content)

    def _copy_passage(self, span: Span, style: str) -> None:
        """Copy a stretch of the article with where it comes from."""
        from reader.export import cite_passage

        try:
            self.copy_text(cite_passage(self.now.article, span, style), f"selection as {style}", [span])
        except ValueError as problem:
            self.say(str(problem)[:1].upper() + str(problem)[1:])

    def action_copy_summary(self) -> None:
        """Copy the summary, or the view shown in its place, with its citation."""
        reading = self.now
        if reading.analysis is None or not reading.analysis.summary.sentences:
            self.say(reading.problem or "There is no summary to copy yet.", so_far=True)
            return
        from reader.export import summary_as_text

        lines = reading.analysis.summary.sentences
        speakers = {index: name for index, name in zip(lines, reading.said_by, strict=False) if name}
        text = summary_as_text(reading.article, reading.analysis, cited=True, speakers=speakers)
        if reading.view is not None:
            name = reading.analysis.summary.method
            text = f"{name[:1].upper()}{name[1:]}:\n{text}"
        self.copy_text(text, "summary", rows=self.summary_panel.rows)

    def action_copy_as(self) -> None:
        """Choose how to copy the selection, else the current claim; without either, the whole article."""
        article, selected = self.now.article, self.article_view.selected_span
        styles = [each for each in STYLES if each[0] != "link" or article.url]
        if selected is not None:
            choices = [Choice(name, told.replace("with speaker, title", "with title")) for name, told in styles]
            copy = partial(self._copy_passage, selected)
            self.ask("Copy the selection as …", choices, lambda index: copy(styles[index][0]))
        elif self.now.current_claim is not None:
            choices = [Choice(name, told) for name, told in styles]
            self.ask("Copy the claim as …", choices, lambda index: self.copy_claim(styles[index][0]))
        else:
            self._ask_whole()

    def _ask_whole(self) -> None:
        """Choose what to copy where nothing is current."""
        article, analysis = self.now.article, self.now.analysis
        ways: list[tuple[Choice, Callable[[], str]]] = [(Choice("text", "the whole article"), lambda: article.text)]
        if analysis is not None:

            def report() -> str:
                from reader.export import report_as_markdown

                return report_as_markdown(article, analysis)

            ways.append((Choice("markdown", "summary, who said what, and the article"), report))
        if address := article.url:
            ways.append((Choice("address", address), lambda: address))
        remark = "‹reading.next-claim› goes to a claim to copy, ‹reading.select› selects a sentence · esc close"
        choices = [choice for choice, _ in ways]
        self.ask(
            "Copy the article as …",
            choices,
            lambda index: self.copy_text(ways[index][1](), ways[index][0].words),
            remark=remark,
        )

    def action_export(self) -> None:
        """Choose a format, then a file."""
        if self.now.analysis is None:
            self.say(self.now.problem or "There is nothing to save before the analysis is done.", so_far=True)
            return
        choices = [Choice(name, remark) for name, remark, _ in EXPORTS]
        self.ask("Save …", choices, lambda index: self._ask_file(EXPORTS[index][2]))

    def _ask_file(self, suffix: str) -> None:
        suggestion = free_name(self.now.article.title or "article", suffix)
        self.app.push_screen(Question("Save as:", self.save, value=suggestion, remark="enter saves", paths=True))

    def save(self, name: str) -> str:
        """Write the article's findings in the format of the file's ending; gives why it could not be done, or ""."""
        from reader.export import analysis_as_json_line, format_claims, report_as_markdown

        article, analysis, claims = self.now.article, self.now.analysis, self.now.claims
        if analysis is None:
            return "There is nothing to save before the analysis is done."

        def text_for(ending: str) -> str:
            if ending == ".csv":
                return format_claims("csv", article, analysis, claims=claims)
            if ending == ".json":
                return analysis_as_json_line(article, analysis) + "\n"
            return report_as_markdown(article, analysis) + "\n"

        saved = write_new(name, text_for)
        if isinstance(saved, str):
            return saved
        self.say(f"{DONE}saved {saved}")
        return ""

    def commands(self) -> Iterator[Command]:
        for style, remark in STYLES:
            yield Command(f"Copy claim as {style}", remark, partial(self.copy_claim, style))
        for name, remark, suffix in EXPORTS:
            yield Command(f"Export: {name}", remark, partial(self._ask_file, suffix))
        yield from super().commands()
