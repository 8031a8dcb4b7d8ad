"""Another length, method or view of the summary, shading and reasons, without analysing again."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.analysis.model import Actor, Analysis, Summary
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled
from reader.app.panels.actors import ActorRows
from reader.app.reading.shading import shades
from reader.app.screens.dialogs import Choice, Chooser
from reader.app.screens.question import Question

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen

Cut = Callable[[Any], Summary]
Rank = Callable[[Callable[[str], None]], Any]

_LENGTH = re.compile(r"(\d{1,6})\s*(%|w(?:ords?)?|s(?:entences?|hare)?)?", re.IGNORECASE)
ALL_SIDES = "all sides"
_SIDES = 4
"""Speakers that "all sides" lets have their say at first."""


# Length and method ---------------------------------------------------------------------------------------------


def change_length(screen: "ReadingScreen", more: int) -> None:
    """One sentence more or fewer."""
    analysis = screen.now.analysis
    if analysis is None:
        return
    count = len(analysis.summary.sentences) + more
    if 1 <= count <= len(analysis.sentences):
        _summarise(screen, analysis.summary.method, _to(screen, count))


def ask_length(screen: "ReadingScreen") -> None:
    """Type a length in sentences, words or as a share."""
    if (analysis := screen.now.analysis) is None:
        return
    summary = analysis.summary

    def typed(answer: str) -> str:
        found = _LENGTH.fullmatch(answer)
        number = int(found[1]) if found else 0
        if not found or not number:
            return f"“{answer}” is no length: write 5, 120 words or 20 %"
        unit = (found[2] or "s")[0].lower()
        cut = _to(screen, number)
        if unit == "w":
            cut = lambda ranking: screen.work.cut_to(ranking, number, None)  # noqa: E731
        elif unit == "%":
            cut = lambda ranking: screen.work.cut_to(ranking, None, min(1.0, number / 100))  # noqa: E731
        _summarise(screen, summary.method, cut)
        return ""

    remark = "sentences, words or a share: 5, 120 words, 20 %"
    value = str(len(summary.sentences))
    screen.app.push_screen(Question("Length of the summary:", typed, value=value, remark=remark))


def next_method(screen: "ReadingScreen") -> None:
    """The next of all methods, at the same length; from a view back to the summary."""
    analysis = screen.now.analysis
    if analysis is None:
        return
    if screen.now.plain_summary is not None:
        leave_view(screen)
        return
    methods = screen.work.methods()
    method = analysis.summary.method
    following = methods[(methods.index(method) + 1) % len(methods)] if method in methods else methods[0]
    use_method(screen, following)


def use_method(screen: "ReadingScreen", method: str) -> None:
    """This method, at the same length."""
    analysis = screen.now.analysis
    if analysis is not None:
        screen.keep(summary_method=method)
        count = len((screen.now.plain_summary or analysis.summary).sentences)
        screen.reading = screen.now.but(plain_summary=None)
        _summarise(screen, method, _to(screen, max(1, count)))


# Views: one speaker, all sides, words asked about ----------------------------------------------------------------


def ask_about(screen: "ReadingScreen") -> None:
    """Type words or a question, and see what the article says about them."""
    if screen.now.analysis is None:
        _not_yet(screen)
        return

    remark = "a name, words or a question; “a phrase” must stand there"
    take = partial(about, screen)
    screen.app.push_screen(Question("Summary about:", take, placeholder="costs, or: who pays?", remark=remark))


async def about(screen: "ReadingScreen", query: str) -> str:
    """The sentences that bear on words or a question; gives why there are none, or ""."""
    article, analysis = screen.now.article, screen.now.analysis
    if analysis is None:
        return "The article is still being analysed."
    screen.workers.cancel_group(screen, "summary")
    rank = partial(screen.work.about, article, analysis, query)
    return await _show_view(screen, f"about {' '.join(query.split())}", rank, 3, f"No sentence speaks of “{query}”.")


def all_sides(screen: "ReadingScreen") -> None:
    """One line for each main speaker."""
    article, analysis = screen.now.article, screen.now.analysis
    if analysis is None:
        _not_yet(screen)
        return
    rank = partial(screen.work.sides, article, analysis)
    _view(screen, ALL_SIDES, rank, _SIDES, "Nobody is quoted by name here.")


def ask_speaker(screen: "ReadingScreen") -> None:
    """What one speaker says: the actor whose row has the keys, else the current claim's speaker, else one chosen."""
    analysis = screen.now.analysis
    if analysis is None:
        _not_yet(screen)
        return
    rows, claim = screen.focused, screen.now.current_claim
    if isinstance(rows, ActorRows) and rows.actors:
        speaker(screen, rows.actors[rows.cursor])
        return
    if claim and claim.speaker and (actor := analysis.actor(claim.speaker)):
        speaker(screen, actor)
        return
    actors = speakers(analysis)
    if not actors:
        screen.notify("Nobody is quoted by name here.", markup=False)
        return

    def chosen(index: int | None) -> None:
        if index is not None:
            speaker(screen, actors[index])

    choices = [Choice(actor.name, actor.role or "") for actor in actors]
    screen.app.push_screen(Chooser("What who says?", choices), chosen)


def speaker(screen: "ReadingScreen", actor: Actor) -> None:
    """All that an actor says, in reading order."""
    article, analysis = screen.now.article, screen.now.analysis
    if analysis is None:
        return
    if analysis.actor(actor.id) is None:
        screen.notify(f"“{actor.name}” names nobody whose words could be gathered.", markup=False)
        return
    nothing = f"{actor.name} is not quoted here."
    rank = partial(screen.work.speaker, article, analysis, actor.id)
    _view(screen, f"what {actor.name} says", rank, 1_000_000, nothing)


def speakers(analysis: Analysis) -> list[Actor]:
    """The actors who say something, those who say most first."""
    said = [claim.speaker for claim in analysis.outer if claim.type == "said" and claim.speaker]
    return sorted((actor for actor in analysis.actors if actor.id in said), key=lambda actor: -said.count(actor.id))


def leave_view(screen: "ReadingScreen") -> None:
    """Back from a view to the summary as it was."""
    before, analysis = screen.now.plain_summary, screen.now.analysis
    if before is None or analysis is None:
        return
    screen.reading = screen.now.but(
        plain_summary=None, said_by=(), analysis=replace(analysis, summary=before), lit=None
    )
    if screen.now.shading or screen.now.reasons is not None:
        _summarise(screen, before.method, _to(screen, len(before.sentences)))


# Shading and reasons -------------------------------------------------------------------------------------------


def shade(screen: "ReadingScreen") -> None:
    """Show or hide what each sentence of the article is worth to the summary."""
    if screen.now.shading:
        screen.reading = screen.now.but(shading=())
    else:
        _again(screen, shaded=True)


def explain(screen: "ReadingScreen") -> None:
    """Tell or hide why each line was picked."""
    if screen.now.reasons is not None:
        screen.reading = screen.now.but(reasons=None)
    else:
        _again(screen, explained=True)


def _again(screen: "ReadingScreen", *, shaded: bool = False, explained: bool = False) -> None:
    """The present summary's own ranking, for what it knows beside the summary."""
    analysis = screen.now.analysis
    if analysis is None or not analysis.summary.sentences:
        screen.notify("There is no summary yet.", markup=False)
        return
    summary = analysis.summary
    _summarise(screen, summary.method, lambda _: summary, shaded=shaded, explained=explained)


# The work ------------------------------------------------------------------------------------------------------


def _to(screen: "ReadingScreen", count: int) -> Cut:
    """Cut to a number of sentences."""
    return lambda ranking: screen.work.cut(ranking, count)


def _not_yet(screen: "ReadingScreen") -> None:
    screen.notify("The article is still being analysed.", markup=False)


def _view(screen: "ReadingScreen", name: str, rank: Rank, count: int, nothing: str) -> None:
    """Show a view in place of the summary, or say in a sentence that there is nothing in it."""

    async def show() -> None:
        if problem := await _show_view(screen, name, rank, count, nothing):
            screen.notify(problem, severity="warning", markup=False)

    screen.run_worker(show(), group="summary", exclusive=True, exit_on_error=False)


async def _show_view(screen: "ReadingScreen", name: str, rank: Rank, count: int, nothing: str) -> str:
    """Show a view in place of the summary; gives why there is none, or ""."""
    rankings = screen.sitting.rankings
    if name not in rankings:
        try:
            ranking = await _ranked(screen, f"gathering {name}", rank)
        except Exception as error:
            return f"No summary of {name}: {error}"
        if not screen.work.order(ranking):
            return nothing
        rankings[name] = ranking
    analysis = screen.now.analysis
    if analysis is not None and screen.now.plain_summary is None:
        screen.reading = screen.now.but(plain_summary=analysis.summary)
    await _cut(screen, name, _to(screen, count), False, False)
    return ""


def _summarise(
    screen: "ReadingScreen", method: str, cut: Cut, *, shaded: bool = False, explained: bool = False
) -> None:
    work = _cut(screen, method, cut, shaded, explained)
    screen.run_worker(work, group="summary", exclusive=True, exit_on_error=False)


async def _cut(screen: "ReadingScreen", method: str, cut: Cut, shaded: bool, explained: bool) -> None:
    """Rank, where that was not done before, and show what the cut gives."""
    analysis = screen.now.analysis
    if analysis is None:
        return
    rankings, work = screen.sitting.rankings, screen.work
    if method not in rankings:
        article = screen.now.article
        try:
            rank = partial(work.rank, article, analysis.sentences, method)
            rankings[method] = await _ranked(screen, f"summarising by {method}", rank)
        except Exception as error:
            screen.notify(f"No summary by {method}: {error}", severity="warning", markup=False)
            return
    ranking = rankings[method]
    summary = cut(ranking)
    now = screen.now
    if now.analysis is None:
        return
    changes: dict[str, Any] = {}
    if summary != now.analysis.summary:
        changes = {"analysis": replace(now.analysis, summary=summary), "lit": None}
    if now.shading or shaded:
        changes["shading"] = shades(now.article, now.analysis.sentences, work.order(ranking))
    changes["said_by"] = ()
    if method == ALL_SIDES:
        unnamed = (work.unnamed(now.article, now.analysis, index) for index in summary.sentences)
        changes["said_by"] = tuple(name or "" for name in unnamed)
    if now.reasons is not None or explained:
        changes["reasons"] = work.reasons(ranking, summary)
    screen.reading = now.but(**changes)


async def _ranked(screen: "ReadingScreen", doing: str, rank: Rank) -> Any:
    """A ranking made in the other process, told at the foot meanwhile; it ends when this wait is cancelled."""
    wanted = True

    def step(_: str) -> None:
        if not wanted:
            raise Cancelled

    screen.reading = screen.now.but(doing=doing)
    screen.spin()
    try:
        return await in_background(lambda: rank(step))
    finally:
        wanted = False
        if screen.now.doing == doing:
            screen.reading = screen.now.but(doing="")


ACTIONS: dict[str, Callable[["ReadingScreen"], None]] = {
    "about": ask_about,
    "speaker": ask_speaker,
    "sides": all_sides,
    "length": ask_length,
    "shade": shade,
    "explain": explain,
}
"""What a key can ask of the summary, by name."""
