"""The summary panel: the picked sentences, numbered, each a way to its place in the article."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.model import Summary
from reader.app.panels.panel import Panel
from reader.app.state.reading import Reading
from reader.app.widgets.rows import Line, RowList, numbered
from reader.app.widgets.wrapping import wrap
from reader.article.model import Span

LENGTH = Binding.Group("shorter, longer", compact=True)


class SummaryRows(RowList):
    """One row for each sentence of the summary."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "screen.explain", "why", tooltip="Why each line was picked", id="summary.why"),
        Binding("less_than_sign", "screen.length(-1)", "Shorter summary", group=LENGTH, id="summary.shorter"),
        Binding("greater_than_sign", "screen.length(1)", "Longer summary", group=LENGTH, id="summary.longer"),
        Binding("m", "screen.method", "method", id="summary.method"),
    ]

    def __init__(self) -> None:
        super().__init__(id="summary-rows")
        self.words: list[str] = []
        self.spans: list[Span] = []
        self.reasons: tuple[str, ...] | None = None
        self.said_by: tuple[str, ...] = ()

    @property
    def _most(self) -> int:
        return max(99, len(self.spans))

    @property
    def _indent(self) -> int:
        """Cells that a line's number takes, which the words below it are set in by."""
        return len(numbered(0, self._most))

    def _lines(self, index: int, width: int) -> list[Span]:
        lines = wrap(self.words[index], (0, len(self.words[index])), width - self._indent - 1)
        return [line for line in lines if line[0] < line[1]]

    def _reason(self, index: int, width: int) -> list[str]:
        """Why a line was picked, in lines of its own; none while nobody asks."""
        if self.reasons is None or index >= len(self.reasons):
            return []
        text = self.reasons[index]
        return [text[start:end] for start, end in wrap(text, (0, len(text)), width - self._indent - 1)]

    def _speaker(self, index: int) -> list[str]:
        """Who speaks in a line that does not name them."""
        name = self.said_by[index] if index < len(self.said_by) else ""
        return [f"[{name}]"] if name else []

    def row_height(self, index: int, width: int) -> int:
        return len(self._lines(index, width)) + len(self._speaker(index)) + len(self._reason(index, width)) + 1

    def draw_row(self, index: int, width: int) -> list[Line]:
        lines: list[Line] = []
        for start, end in self._lines(index, width + 1):
            number = numbered(index + 1, self._most)
            lines.append(
                [
                    (number if not lines else " " * len(number), "number"),
                    (self.words[index][start:end].replace("\n", " "), ""),
                ]
            )
        lines += [[(" " * self._indent, ""), (name, "name")] for name in self._speaker(index)]
        lines += [[(" " * self._indent, ""), (line, "dim")] for line in self._reason(index, width + 1)]
        return [*lines, []]


class SummaryPanel(Panel):
    """Shows `Reading.analysis.summary`; Enter on a line is for the screen to follow."""

    TITLE = "SUMMARY"

    def __init__(self) -> None:
        super().__init__(SummaryRows(), id="summary")
        self._shown: Summary | None = None
        self._beside: tuple[tuple[str, ...] | None, tuple[str, ...]] = (None, ())

    @property
    def summary_rows(self) -> SummaryRows:
        assert isinstance(self.rows, SummaryRows)
        return self.rows

    def show(self, reading: Reading) -> None:
        before, self.reading = self.reading, reading
        analysis = reading.analysis
        rows = self.summary_rows
        fresh = before is None or before.article is not reading.article
        summary = analysis.summary if analysis else None
        beside = (reading.reasons, reading.said_by)
        if fresh or summary != self._shown or not rows.count or beside != self._beside:
            shown, self._shown, self._beside = None if fresh else self._shown, summary, beside
            self._set_lines(reading)
            rows.set_rows(len(rows.spans), self.waiting(reading, "This text is too short for a summary."))
            self._show_added(reading, shown)
            self.heading.update(remark=self._remark(reading))
        rows.marked = rows.spans.index(reading.lit) if reading.lit in rows.spans else -1

    def _show_added(self, reading: Reading, shown: Summary | None) -> None:
        """Scroll to the one line that a summary has more than what was shown."""
        analysis = reading.analysis
        if analysis is None or shown is None or analysis.summary.method != shown.method:
            return
        added = set(analysis.summary.sentences).difference(shown.sentences)
        if len(added) == 1 and len(analysis.summary.sentences) > len(shown.sentences):
            at = analysis.sentences[added.pop()].span[0]
            rows = self.summary_rows
            row = max((index for index, span in enumerate(rows.spans) if span[0] <= at), default=0)
            rows.call_after_refresh(rows.show_row, row)

    def _set_lines(self, reading: Reading) -> None:
        """The lines of the summary, each with why it was picked and who speaks in it, as its first sentences tell."""
        from reader.analysis.summary import join_lines, line_spans, line_words, name_lines

        rows, analysis = self.summary_rows, reading.analysis
        picked = analysis.summary.sentences if analysis else ()
        shortened = analysis.summary.shortened if analysis else ()
        sentences = analysis.sentences if analysis else ()
        lines = join_lines(reading.article, sentences, picked)
        rows.spans = list(line_spans(sentences, lines, shortened))
        rows.words = list(line_words(reading.article, sentences, lines, shortened))
        reasons = dict(zip(picked, reading.reasons or (), strict=False))
        names = name_lines(reading.article, sentences, lines, dict(zip(picked, reading.said_by, strict=False)))
        told = tuple(next((reasons[index] for index in line if index in reasons), "") for line in lines)
        rows.reasons = None if reading.reasons is None else told
        rows.said_by = names

    @staticmethod
    def _remark(reading: Reading) -> str:
        analysis = reading.analysis
        if analysis is None or not analysis.summary.sentences:
            return ""
        from reader.analysis.summary import shown_spans

        picked = analysis.summary.sentences
        share = sum(end - start for start, end in shown_spans(analysis.sentences, analysis.summary)) / max(
            1, sum(e - s for s, e in (x.span for x in analysis.sentences))
        )
        if reading.short and reading.view is None:
            return "too short to need one"
        if reading.view is not None:
            return f"{len(picked)} of {len(analysis.sentences)} · esc back · {analysis.summary.method}"
        return f"{len(picked)} of {len(analysis.sentences)} · {share:.0%} · {analysis.summary.method}"
