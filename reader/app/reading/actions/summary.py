"""Another length, method or view of the summary, shading and reasons, without analysing again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.model import Actor, Analysis, Summary
from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled
from reader.app.panels.actors import ActorRows
from reader.app.reading.room import Command, Room
from reader.app.reading.shading import shades
from reader.app.screens.dialogs import Choice
from reader.app.screens.question import Question
from reader.app.state.length import Length, length_of
from reader.app.state.reading import Ranked
from reader.article.text.counted import many

if TYPE_CHECKING:
    from reader.analysis.summary import Ranking

_SIDES = 4
"""Speakers that "all sides" lets have their say at first."""

_ABOUT = 3
"""Sentences that a summary about words has at first."""

WITH_VOICES = " with voices"
"""Behind a method's name where every main speaker is asked for."""

NOT_YET = "The article is still being analysed."
NOBODY = "Nobody is quoted by name here."


class SummaryActions(Room):
    """The summary's length, method and views."""

    SECTION = "Summary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("less_than_sign", "length(-1)", "Shorter summary", False, id="reading.shorter-summary"),
        Binding("greater_than_sign", "length(1)", "Longer summary", False, id="reading.longer-summary"),
        Binding("number_sign", "ask_length", "Length: words, share …", False, id="reading.summary-length"),
        Binding("m", "method", "Summary by another method", False, id="reading.summary-method"),
        Binding("A", "ask_about", "About words you type", False, id="reading.summary-about"),
        Binding("p", "speaker", "What this person says", False, id="reading.summary-speaker"),
        Binding("B", "sides", "Both sides, all sides", False, id="reading.summary-sides"),
        Binding("P", "voices", "Main speakers heard", False, id="reading.summary-voices"),
        Binding("w", "explain", "Why each line was picked", False, id="reading.summary-why"),
        Binding("S", "shade", "Shade sentences by worth", False, id="reading.summary-shade"),
    ]

    def _analysed(self) -> Analysis | None:
        """What was found; where there is nothing, or nothing yet, the reader is told why."""
        if self.now.analysis is None:
            self.say(self._why_nothing(), so_far=True)
        return self.now.analysis

    def _why_nothing(self) -> str:
        return self.now.problem or NOT_YET

    # Length and method -------------------------------------------------------------------------------------------

    def action_length(self, more: int) -> None:
        """One sentence more or fewer."""
        analysis = self._analysed()
        if analysis is None:
            return
        count = len(analysis.summary.sentences) + more
        if 1 <= count <= len(analysis.sentences):
            self._summarise(self._ranked_now(analysis), Length(count, full=True))
        elif more < 0:
            self.say("A summary cannot be shorter than this.")
        else:
            self.say("The summary is the whole article already.")

    def action_ask_length(self) -> None:
        """Type a length in sentences, words or as a share."""
        analysis = self._analysed()
        if analysis is None:
            return

        def typed(answer: str) -> str:
            if (length := length_of(answer)) is None:
                return f"“{answer}” is no length: write 5, 120 words or 20 %"
            self._summarise(self._ranked_now(analysis), length)
            return ""

        remark = "sentences, words or a share: 5, 120 words, 20 %"
        value = str(len(analysis.summary.sentences))
        self.app.push_screen(Question("Length of the summary:", typed, value=value, remark=remark))

    def action_method(self) -> None:
        """The next of all methods, at the same length; from a view back to the summary."""
        analysis = self._analysed()
        if analysis is None:
            return
        if self.now.view is not None:
            self.leave_view()
            return
        methods = self.work.methods()
        method = analysis.summary.method.removesuffix(WITH_VOICES)
        self._use_method(methods[(methods.index(method) + 1) % len(methods)] if method in methods else methods[0])

    def _use_method(self, method: str) -> None:
        """This method, at the same length, with the main speakers heard where they are now."""
        analysis = self.now.analysis
        if analysis is not None:
            self.change_settings(summary_method=method)
            plain = self.now.plain_summary or analysis.summary
            self.reading = self.now.but(plain_summary=None, view=None)
            voices = WITH_VOICES if plain.method.endswith(WITH_VOICES) else ""
            self._summarise(Ranked("method", method + voices), Length(max(1, len(plain.sentences)), full=True))

    def action_voices(self) -> None:
        """Let every main speaker be heard in the summary, or leave it to the method again; at the same length."""
        analysis = self._analysed()
        if analysis is None:
            return
        plain = self.now.plain_summary or analysis.summary
        heard = plain.method.endswith(WITH_VOICES)
        method = plain.method.removesuffix(WITH_VOICES) + ("" if heard else WITH_VOICES)
        self.change_settings(summary_voices=not heard)
        self.reading = self.now.but(plain_summary=None, view=None)
        self._summarise(Ranked("method", method), Length(max(1, len(plain.sentences)), full=True))

    def _ranked_now(self, analysis: Analysis) -> Ranked:
        """What the summary that is shown is cut from."""
        return self.now.view or Ranked("method", analysis.summary.method)

    # Views: one speaker, all sides, words asked about --------------------------------------------------------------

    def action_ask_about(self) -> None:
        """Type words or a question, and see what the article says about them."""
        if self._analysed() is None:
            return
        remark = "a name, words or a question; “a phrase” must stand there"
        self.app.push_screen(Question("Summary about:", self._about, placeholder="costs, or: who pays?", remark=remark))

    async def _about(self, query: str) -> str:
        """The sentences that bear on words or a question; gives why there are none, or ""."""
        self.workers.cancel_group(self, "summary")
        return await self._show_view(Ranked("about", " ".join(query.split())), Length(_ABOUT))

    def action_sides(self) -> None:
        """One line for each main speaker."""
        self._view(Ranked("sides"), Length(_SIDES))

    def action_speaker(self) -> None:
        """What one speaker says: the actor whose row has the keys, else the current claim's speaker, else one
        chosen.
        """
        analysis = self._analysed()
        if analysis is None:
            return
        rows, claim = self.focused, self.now.current_claim
        if isinstance(rows, ActorRows) and rows.actors:
            self._show_speaker(rows.actors[rows.cursor])
        elif claim and claim.speaker and (actor := analysis.actor(claim.speaker)):
            self._show_speaker(actor)
        elif actors := speakers_of(analysis):
            choices = [Choice(actor.name, actor.role or "") for actor in actors]
            self.ask("A summary of what one says", choices, lambda index: self._show_speaker(actors[index]))
        else:
            self.say(NOBODY)

    def _show_speaker(self, actor: Actor) -> None:
        """All that an actor says, in reading order."""
        analysis = self.now.analysis
        if analysis is not None and analysis.actor(actor.id) is None:
            self.say(f"“{actor.name}” names nobody whose words could be gathered.")
        else:
            self._view(Ranked("speaker", actor.id), Length())

    def leave_view(self) -> None:
        """Back from a view to the summary as it was."""
        before, analysis = self.now.plain_summary, self.now.analysis
        if before is None or analysis is None:
            return
        plain = replace(analysis, summary=before)
        self.reading = self.now.but(plain_summary=None, view=None, said_by=(), analysis=plain, lit=None)
        if self.now.shading or self.now.reasons is not None:
            self._summarise(Ranked("method", before.method), Length(len(before.sentences), full=True))

    def _view(self, view: Ranked, length: Length) -> None:
        """Show a view in place of the summary, or say in a sentence that there is nothing in it."""

        async def show() -> None:
            if problem := await self._show_view(view, length):
                self.say(problem)

        if self._analysed() is not None:
            work_beside(self, show, group="summary", exclusive=True)

    async def _show_view(self, view: Ranked, length: Length) -> str:
        """Show a view in place of the summary; gives why there is none, or ""."""
        if self.now.analysis is None:
            return self._why_nothing()
        words = self._words_of(view)
        try:
            ranking = await self._ranking(view, f"gathering {words}")
        except Exception as error:
            return f"No summary of {words}: {error}"
        if not self.work.order(ranking):
            return self._nothing_in(view)
        plain = self.now.plain_summary if self.now.view else self.now.analysis.summary
        self.reading = self.now.but(plain_summary=plain, view=view)
        self._show_cut(ranking, view, length)
        return ""

    def _words_of(self, view: Ranked) -> str:
        match view.by:
            case "about":
                return f"about {view.of}"
            case "speaker":
                return f"what {self._name_of(view.of)} says"
            case "sides":
                return "all sides"
        return view.of

    def _nothing_in(self, view: Ranked) -> str:
        match view.by:
            case "about":
                return f"No sentence speaks of “{view.of}”."
            case "speaker":
                return f"{self._name_of(view.of)} is not quoted here."
        return NOBODY

    def _name_of(self, actor: str) -> str:
        found = self.now.analysis.actor(actor) if self.now.analysis else None
        return found.name if found else actor

    # Shading and reasons -----------------------------------------------------------------------------------------

    def action_shade(self) -> None:
        """Show or hide what each sentence of the article is worth to the summary."""
        if self.now.shading:
            self.reading = self.now.but(shading=())
        else:
            self._summarise_again(shaded=True)

    def action_explain(self) -> None:
        """Tell or hide why each line was picked."""
        if self.now.reasons is not None:
            self.reading = self.now.but(reasons=None)
        else:
            self._summarise_again(explained=True)

    def _summarise_again(self, *, shaded: bool = False, explained: bool = False) -> None:
        """The present summary's own ranking, for what it knows beside the summary."""
        analysis = self.now.analysis
        if analysis is None or not analysis.summary.sentences:
            self.say("There is no summary yet.", so_far=True)
            return
        self._summarise(self._ranked_now(analysis), analysis.summary, shaded=shaded, explained=explained)

    # The work ----------------------------------------------------------------------------------------------------

    def stop_summary(self) -> None:
        """Give up the summary that is being made."""
        self.workers.cancel_group(self, "summary")

    def _summarise(
        self, ranked: Ranked, to: Length | Summary, *, shaded: bool = False, explained: bool = False
    ) -> None:
        """Rank, where that was not done before, and cut to a length or keep to a summary cut already."""

        async def summarise() -> None:
            try:
                ranking = await self._ranking(ranked, f"summarising by {ranked.of}")
            except Exception as error:
                self.say(f"No summary by {ranked.of}: {error}")
                return
            self._show_cut(ranking, ranked, to, shaded=shaded, explained=explained)

        work_beside(self, summarise, group="summary", exclusive=True)

    def _show_cut(
        self,
        ranking: "Ranking",
        ranked: Ranked,
        to: Length | Summary,
        *,
        shaded: bool = False,
        explained: bool = False,
    ) -> None:
        """Show what a ranking gives at a length, and what it knows beside."""
        now, work = self.now, self.work
        if now.analysis is None:
            return
        summary = to if isinstance(to, Summary) else self._cut(ranking, to)
        asked = to.sentences if isinstance(to, Length) else None
        if asked and len(summary.sentences) < min(asked, len(work.order(ranking))):
            self.say("No other line that stands alone adds enough.")
        elif not shaded and not self.summary_panel.is_on_screen:
            words = f"by {ranked.of}" if ranked.by == "method" else self._words_of(ranked)
            count = len(summary.sentences)
            self.say(f"✓ summary {words}, {many(count, 'line')} · ‹reading.summary› shows it")
        changes: dict[str, Any] = {"said_by": ()}
        if summary != now.analysis.summary:
            changes |= {"analysis": replace(now.analysis, summary=summary), "lit": None}
        if now.shading or shaded:
            changes["shading"] = shades(now.article, now.analysis.sentences, work.order(ranking))
        if ranked.by == "sides":
            unnamed = (work.unnamed(now.article, now.analysis, index) for index in summary.sentences)
            changes["said_by"] = tuple(name or "" for name in unnamed)
        if now.reasons is not None or explained:
            changes["reasons"] = work.reasons(ranking, summary)
        self.reading = now.but(**changes)

    def _cut(self, ranking: "Ranking", length: Length) -> Summary:
        if length.words or length.share:
            return self.work.cut_to(ranking, length.words, length.share)
        return self.work.cut(ranking, length.sentences or len(self.work.order(ranking)), length.full)

    async def _ranking(self, ranked: Ranked, doing: str) -> "Ranking":
        """A ranking, made once in the other process; raises what went wrong there."""
        found = self.session.rankings.get(ranked)
        if found is None:
            found = self.session.rankings[ranked] = await self._make_ranking(ranked, doing)
        return found

    async def _make_ranking(self, ranked: Ranked, doing: str) -> "Ranking":
        """A ranking made in the other process, told at the foot meanwhile; it ends when this wait is cancelled."""
        wanted = True
        rank = self._rank(ranked)

        def step(_: str) -> None:
            if not wanted:
                raise Cancelled

        self.reading = self.now.but(doing=doing)
        self.spin()
        try:
            return await in_background(lambda: rank(step))
        finally:
            wanted = False
            if self.now.doing == doing:
                self.reading = self.now.but(doing="")

    def _rank(self, ranked: Ranked) -> "Callable[[Callable[[str], None]], Ranking]":
        """How the sentences are ranked."""
        article, analysis, work = self.now.article, self.now.analysis, self.work
        assert analysis is not None
        match ranked.by:
            case "about":
                return partial(work.about, article, analysis, ranked.of)
            case "speaker":
                return partial(work.speaker, article, analysis, ranked.of)
            case "sides":
                return partial(work.sides, article, analysis)
        if ranked.of.endswith(WITH_VOICES):
            return partial(work.voices, article, analysis, ranked.of.removesuffix(WITH_VOICES))
        return partial(work.rank, article, analysis.sentences, ranked.of)

    def commands(self) -> Iterator[Command]:
        if (analysis := self.now.analysis) is not None:
            for method in self.work.methods():
                yield Command(f"Summary by {method}", "summary method", partial(self._use_method, method))
            for actor in speakers_of(analysis):
                title = f"What {actor.name} says"
                yield Command(title, "all their words, in order", partial(self._show_speaker, actor))
        yield from super().commands()


def speakers_of(analysis: Analysis) -> list[Actor]:
    """The actors who say something, those who say most first."""
    said = [claim.speaker for claim in analysis.claims if claim.type == "said" and claim.speaker]
    return sorted((actor for actor in analysis.actors if actor.id in said), key=lambda actor: -said.count(actor.id))
