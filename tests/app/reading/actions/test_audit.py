"""The audit of an article, laid over it: each row leads to its words."""

from dataclasses import replace

import pytest

from reader.app.app import ReaderApp
from reader.app.background.jobs import LookThrough
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.audit import AuditPanel, FindingRows
from reader.app.start import bundled_start
from tests.app.conftest import Bench, See, span_of


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80", "160"])
async def test_rows_light_their_words_in_the_article_above(bench: Bench, see: See, size: tuple[int, int]) -> None:
    work = replace(
        bench.work(), audit=lambda article, analysis, _: LookThrough(article, analysis).do(lambda step: None)
    )
    async with ReaderApp(("ferry.txt",), work=work, start=bundled_start()).run_test(size=size) as pilot:
        reading = await see.settled(pilot)
        await pilot.press("Q")
        panel = await see.shows(pilot, AuditPanel)
        rows = panel.query_one(FindingRows)
        shown = "\n".join(rows.render_line(y).text.rstrip() for y in range(rows.size.height))
        assert "Rests on unnamed sources" in shown
        assert "no reason given" in shown
        by_words = {finding.words: finding for finding in rows.findings}
        headline = by_words["Ferry crews vote to strike over the night boats"]
        assert headline.heading == "What the headline stands on"
        figure = next(f for f in rows.findings if f.heading == "Who vouches for a figure" and f.words.startswith("900"))
        assert figure.remark == "the reporter"
        while rows.findings[rows.cursor] is not figure:
            await pilot.press("n")
        assert reading.now.lit == span_of(bench.articles["ferry.txt"], "900 lambs")  # type: ignore[arg-type]
        assert any("900 lambs" in line for line in see.lines(reading))
        await pilot.press("enter")
        await see.shows(pilot, ReadingScreen)
        assert reading.now.lit is not None
