"""What the article tells of itself: who never speaks, unnamed sources, what the headline stands on, figures."""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.reading.room import Room
from reader.app.screens.audit import AuditPanel
from reader.article.model import Span


class AuditActions(Room):
    """The audit."""

    SECTION = "Claims"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("Q", "audit", "Who never speaks, what rests on what", False, id="reading.audit"),
    ]

    def action_audit(self) -> None:
        """Look the article through, beside the screen, and lay what is found over it."""
        if self.now.analysis is None:
            waiting = "The article is looked through once its claims are found."
            self.say(self.now.problem or waiting, so_far=True)
        else:
            work_beside(self, self._audit, group="audit", exclusive=True)

    async def _audit(self) -> None:
        article, analysis = self.now.article, self.now.analysis
        if analysis is None:
            return
        try:
            findings = await in_background(partial(self.work.audit, article, analysis, lambda _: None))
        except Exception as error:
            self.say(f"The article could not be looked through ({type(error).__name__}).")
            return
        if self.is_there and self.app.screen is self:
            self.app.push_screen(AuditPanel(findings, self._light))

    def _light(self, span: Span) -> None:
        """Light a stretch of the article and bring it into sight."""
        self.reading = self.now.but(lit=span)
        if self.is_there:
            self.article_view.bring(span)
