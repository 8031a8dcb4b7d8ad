"""The analysis of what is read: beside the reading, told as it goes, and given up when nobody wants it any more."""

from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled
from reader.app.reading.session import at_left_claim

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen

STOPPED = "The analysis was stopped; r starts it again."


async def analyse(screen: "ReadingScreen") -> None:
    """Put what is found into the screen's reading, or one sentence on why nothing could be."""
    wanted = True
    article, settings = screen.now.article, screen.sitting.settings

    def progress(doing: str) -> None:
        if not wanted:
            raise Cancelled
        screen.app.call_later(_tell, screen, doing)

    def work() -> tuple[Analysis, tuple[bool, str]]:
        analysis = screen.work.analyse(article, settings, progress)
        return analysis, screen.work.remarks(article, analysis.sentences, progress)

    try:
        analysis, (short, language) = await in_background(work)
    except Cancelled:
        return
    except Exception as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        words = f"This article could not be analysed ({reason}); it can still be read and searched; r tries again."
        screen.reading = screen.now.but(problem=words, doing="")
        return
    finally:
        wanted = False
    found = screen.now.but(analysis=analysis, doing="", short=short, language=language)
    screen.reading = at_left_claim(screen.sitting, found)
    for note in (*article.notes, *analysis.notes):
        screen.notify(note, markup=False)


def _tell(screen: "ReadingScreen", doing: str) -> None:
    if screen.now.analysis is None and not screen.now.problem:
        screen.reading = screen.now.but(doing=doing)
