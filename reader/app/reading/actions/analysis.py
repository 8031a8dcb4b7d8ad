"""The analysis of what is read: beside the reading, told as it goes, and given up when nobody wants it any more."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.model import Analysis, Claim
from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled
from reader.app.messages import Analysed
from reader.app.reading.room import Room
from reader.app.reading.session import return_to_claim
from reader.app.state.key_names import with_keys
from reader.app.state.place_words import is_analysing, why_no_claims
from reader.app.state.reading import with_all, with_early
from reader.article.beginning import cut_beginning

BEGINNINGS = (30_000, 150_000)
"""Characters of an article's beginning whose claims are shown before all others are found; a third of it at most."""

STOPPED = "The analysis was stopped; ‹reading.analyse› starts it again."


class AnalysisActions(Room):
    """Finds claims, actors and the summary."""

    SECTION = "Page and program"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("r", "analyse", "Analyse again", False, id="reading.analyse")]

    def action_analyse(self) -> None:
        """Analyse again what could not be analysed, or was not to be."""
        if self.now.analysis is not None:
            self.say("The article is analysed already.")
        elif is_analysing(self.now):
            self.say(why_no_claims(self.now), so_far=True)
        else:
            self.reading = self.now.but(problem="")
            self.analyse()

    def analyse(self) -> None:
        """Find claims, actors and summary beside the reading; what was under way for this screen is let go."""
        if self.is_there:
            work_beside(self, self._analyse, group="analysis", exclusive=True)
            self.spin()

    def stop_analysis(self) -> None:
        """Give the analysis up."""
        self.workers.cancel_group(self, "analysis")
        self.reading = self.now.but(doing="", problem=with_keys(STOPPED))

    async def _analyse(self) -> None:
        """Put what is found into the reading, or one sentence on why nothing could be."""
        wanted = True
        article, settings = self.now.article, self.session.settings

        def progress(doing: str) -> None:
            if not wanted:
                raise Cancelled
            self.app.call_later(self._report, doing)

        def work() -> tuple[Analysis, tuple[bool, str]]:
            for most in BEGINNINGS:
                if len(article.text) > most * 3:
                    beginning = cut_beginning(article, most)
                    early = self.work.analyse(beginning, settings, lambda step: progress(f"the beginning: {step}"))
                    self.app.call_later(self._show_early, early.claims)
            analysis = self.work.analyse(article, settings, progress)
            return analysis, self.work.remarks(article, analysis.sentences, progress)

        try:
            analysis, (short, language) = await in_background(work)
        except Cancelled:
            return
        except Exception as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            words = f"This article could not be analysed ({reason}); it can still be read and searched; "
            words = with_keys(f"{words}‹reading.analyse› tries again.")
            self.reading = self.now.but(problem=words, doing="")
            return
        finally:
            wanted = False
        found = with_all(self.now, analysis, doing="", short=short, language=language)
        self.reading = return_to_claim(self.session, found)
        self.keep_found(analysis)
        self.post_message(Analysed())
        if notes := (*article.notes, *analysis.notes):
            self.say("\n".join(notes))

    def _show_early(self, claims: tuple[Claim, ...]) -> None:
        if self.now.analysis is None:
            self.reading = with_early(self.now, claims)

    def _report(self, doing: str) -> None:
        if self.now.analysis is None and not self.now.problem:
            self.reading = self.now.but(doing=doing)
