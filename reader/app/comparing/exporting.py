"""What is taken out of a comparison: both places stood at, with citations; all of it as Markdown, CSV or JSON."""

from collections.abc import Sequence

from reader.app.background.beside import work_beside
from reader.app.comparing.subjects import pairs_of
from reader.app.screens.dialogs import Choice, Chooser
from reader.app.screens.question import Question
from reader.app.screens.scene import Scene
from reader.app.settings.settings import Settings
from reader.app.state.laid import Compared, How, Laid, Subject
from reader.app.state.paths import free_name, write_new

FORMATS = (
    ("Markdown table", "words that differ in bold", ".md"),
    ("CSV", "for a spreadsheet", ".csv"),
    ("JSON", "as `reader compare --format json` prints it", ".json"),
)


class ExportingScene(Scene[None]):
    """A screen of something compared that can be copied and saved."""

    subjects: Sequence[Subject]
    how: How
    settings: Settings
    compared: Compared | None
    laid: Laid | None

    def copy_text(self, text: str) -> None:
        """Copy, and tell how it went."""

        async def copied() -> None:
            from reader.app.clipboard.copy import copy

            outcome = await copy(text, app=self.app, by=self.settings.copy_by)
            self.tell(outcome.words)

        work_beside(self, copied)

    def action_copy(self) -> None:
        """Copy both places stood at, each with its citation."""
        from reader.export import cite_claim, cite_passage

        joint = self.laid.current if self.laid else None
        if joint is None or self.laid is None:
            return
        lines = [f"{joint.words}:"]
        for article, spans, claim in zip(self.laid.texts, joint.spans, joint.claims, strict=False):
            found = next((s.analysis for s in self.subjects if s.article == article), None)
            if claim is not None and found is not None:
                lines.append(cite_claim(article, found, claim, style="quote"))
            elif spans:
                whole = min(a for a, _ in spans), max(b for _, b in spans)
                lines.append(cite_passage(article, whole, "quote"))
        self.copy_text("\n\n".join(lines))

    def action_copy_all(self) -> None:
        """Copy all that was found, as a Markdown table."""
        if self.compared is not None:
            self.copy_text(self._exported(".md"))

    def action_save(self) -> None:
        """Choose a format, then a file."""

        def chosen(index: int | None) -> None:
            if index is not None:
                name = free_name("comparison", FORMATS[index][2])
                self.app.push_screen(Question("Save as:", self.save, value=name, remark="enter saves", paths=True))

        self.app.push_screen(Chooser("Save …", [Choice(name, told) for name, told, _ in FORMATS]), chosen)

    def save(self, name: str) -> str:
        """Write what was found in the format of the file's ending; gives why it could not be done, or ""."""
        saved = write_new(name, self._exported)
        if isinstance(saved, str):
            return saved
        self.tell(f"Saved {saved}.")
        return ""

    def _exported(self, ending: str) -> str:
        """All that was found, as `reader compare` prints it."""
        from reader.export.comparison import found_as

        if self.compared is None:
            return ""
        pairs = pairs_of(self.subjects)
        kinds = {".csv": "csv", ".json": "json"}
        text = found_as(kinds.get(ending, "markdown"), pairs, self.compared.found, editions=self.how == "editions")
        return text if text.endswith("\n") else text + "\n"
