"""Another length or another method for the summary, without analysing again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.background import in_background

if TYPE_CHECKING:
    from reader.app.reading_screen import ReadingScreen


def change_length(screen: "ReadingScreen", more: int) -> None:
    """One sentence more or fewer."""
    analysis = screen.now.analysis
    if analysis is None:
        return
    count = len(analysis.summary.sentences) + more
    if 1 <= count <= len(analysis.sentences):
        _summarise(screen, analysis.summary.method, count)


def next_method(screen: "ReadingScreen") -> None:
    """The next of all methods, at the same length."""
    analysis = screen.now.analysis
    if analysis is None:
        return
    methods = screen.work.methods()
    method = analysis.summary.method
    following = methods[(methods.index(method) + 1) % len(methods)] if method in methods else methods[0]
    use_method(screen, following)


def use_method(screen: "ReadingScreen", method: str) -> None:
    """This method, at the same length."""
    if screen.now.analysis is not None:
        screen.keep(summary_method=method)
        _summarise(screen, method, max(1, len(screen.now.analysis.summary.sentences)))


def _summarise(screen: "ReadingScreen", method: str, count: int) -> None:
    screen.run_worker(_cut(screen, method, count), group="summary", exclusive=True, exit_on_error=False)


async def _cut(screen: "ReadingScreen", method: str, count: int) -> None:
    analysis = screen.now.analysis
    if analysis is None:
        return
    rankings = screen.sitting.rankings
    if method not in rankings:
        article = screen.now.article
        try:
            rankings[method] = await in_background(lambda: screen.work.rank(article, analysis.sentences, method))
        except Exception as error:
            screen.notify(f"No summary by {method}: {error}", severity="warning", markup=False)
            return
    summary = screen.work.cut(rankings[method], count)
    if screen.now.analysis is not None:
        screen.reading = screen.now.but(analysis=replace(screen.now.analysis, summary=summary), lit=None)
