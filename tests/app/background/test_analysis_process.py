"""Analyses and summaries made in the process beside the screen's are those that the engine makes."""

import sys

import pytest

from reader import analyse
from reader.analysis.summary import rank, rank_query, rank_sides, rank_speaker
from reader.app.background import analysis_process
from reader.app.background.analysis_process import WorkError
from reader.app.background.jobs import Analyse, Rank
from reader.app.background.work import Cancelled, Work
from reader.app.settings.settings import Settings
from reader.article import article_from_text
from reader.child_process import ChildProcess

ARTICLE = article_from_text(
    "Council closes the bridge\n\n“It was not safe,” said Ruth Adeyemi.\n\nTom Pryce said it would open in May.\n"
)


def quiet(step: str) -> None:
    pass


def test_it_finds_what_the_engine_finds_and_tells_its_steps() -> None:
    told: list[str] = []
    found = Work().analyse(ARTICLE, Settings(), told.append)
    assert found == analyse(ARTICLE)
    assert any(step.startswith("finding claims") for step in told)
    again = Work().analyse(ARTICLE, Settings(summary_sentences=1, summary_method="lexrank"), told.append)
    assert (again.summary.method, len(again.summary.sentences)) == ("lexrank", 1)
    assert Work().analyse(ARTICLE, Settings(summary_method="none of ours"), told.append) == found


def test_summaries_are_made_there_too() -> None:
    found = analyse(ARTICLE)
    actor = next(actor.id for actor in found.actors if actor.claims)
    work = Work()
    assert work.rank(ARTICLE, found.sentences, "lexrank", quiet) == rank(ARTICLE, found.sentences, "lexrank")
    about = rank_query(ARTICLE, found.sentences, "bridge", actors=found.actors)
    assert work.about(ARTICLE, found, "bridge", quiet) == about
    assert work.sides(ARTICLE, found, quiet) == rank_sides(ARTICLE, found)
    assert work.speaker(ARTICLE, found, actor, quiet) == rank_speaker(ARTICLE, found, actor)
    assert work.remarks(ARTICLE, found.sentences, quiet) == (True, "English")


def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(WorkError, match="unknown method"):
        analysis_process.do(Rank(ARTICLE, (), "none of ours"), quiet)


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    dying = ChildProcess("", command=[sys.executable, "-c", "import sys; sys.stdin.buffer.read(9)"])
    monkeypatch.setattr(analysis_process, "child", dying)
    with pytest.raises(WorkError, match="ended before its time"):
        analysis_process.do(Analyse(ARTICLE), quiet)


def test_the_last_step_is_told_again_while_nothing_new_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    still = ChildProcess("", command=[sys.executable, "-c", "import time; time.sleep(600)"])
    monkeypatch.setattr(analysis_process, "child", still)
    told: list[str] = []

    def three_times(step: str) -> None:
        told.append(step)
        if len(told) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        analysis_process.do(Analyse(ARTICLE), three_times)
    assert told == ["starting"] * 3
    assert still.pid is None
