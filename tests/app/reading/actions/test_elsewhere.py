"""T at a claim: who else in the library carries its words, and the step there; in private nobody is asked."""

from dataclasses import replace

from reader import analyse
from reader.analysis.model import Analysis
from reader.app.app import ReaderApp
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.dialogs import ChoiceRows, Chooser
from reader.app.start import bundled_start
from reader.article import article_from_text
from reader.article.model import Article
from reader.library import Library
from tests.app.conftest import Bench, See
from tests.app.reading.actions.conftest import FERRY, kept, make_reading

GAZETTE = "https://gazette.example/ferry"


async def test_who_else_carries_a_claim_is_listed_and_opened_at_its_words(
    bench: Bench, see: See, article: Article, analysis: Analysis, library: Library
) -> None:
    claim = analysis.outer[0]
    words = " ".join(article.words_of(span) for span in claim.content)
    text = f"Crews at odds\n\nThe harbour was quiet on Monday morning.\n\n“{words}” said a sailor, Bo Marr.\n"
    other = replace(article_from_text(text), source=GAZETTE, url=GAZETTE, site="The Gazette")
    carried = library.keep(other, analyse(other))
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await kept(pilot, library)
        await pilot.press("T")
        await see.until(pilot, lambda: "Stand at a claim" in see.told(screen))
        await pilot.press("n", "T")
        await see.until(pilot, lambda: isinstance(app.screen, Chooser))
        (choice,) = app.screen.query_one(ChoiceRows).choices
        assert choice.remark.startswith("The Gazette · ")
        assert "Bo Marr" in choice.remark
        await pilot.press("enter")
        await see.until(pilot, lambda: app.screen is not screen and isinstance(app.screen, ReadingScreen))
        there = app.screen
        assert isinstance(there, ReadingScreen)
        await see.until(pilot, lambda: there.session.entry is not None and there.session.entry.number == carried.entry)


async def test_in_private_there_is_nobody_to_ask(bench: Bench, see: See, article: Article) -> None:
    bench.articles[FERRY] = article
    app = ReaderApp([FERRY], work=bench.work(), start=bundled_start("plain"))
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "T")
        await pilot.pause()
        assert app.screen is screen
