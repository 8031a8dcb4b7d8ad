"""Slow work runs in a process of its own, which is told, heard, ended and started again."""

import os
import sys
import time

import pytest

from reader.app.background.analysis_process import Worker, WorkError
from reader.app.background.work import Cancelled, Work
from reader.app.settings.settings import Settings
from reader.article import article_from_text

TEXT = "Council closes the bridge\n\n“It was not safe,” said Ruth Adeyemi.\n\nTom Pryce said it would open in May.\n"

PRETENDER = """
import os, pickle, sys, time
from reader.analysis.model import Analysis
size = int.from_bytes(sys.stdin.buffer.read(8), "big")
pickle.loads(sys.stdin.buffer.read(size))
def answer(*value):
    data = pickle.dumps(value)
    sys.stdout.buffer.write(len(data).to_bytes(8, "big") + data)
    sys.stdout.buffer.flush()
answer("doing", "finding claims")
{end}
"""


def pretender(end: str) -> Worker:
    """A worker whose process tells one step and then does as it is told here."""
    return Worker([sys.executable, "-c", PRETENDER.format(end=end)])


def analysed(worker: Worker, told: list[str]):
    return worker.do("analyse", article_from_text(TEXT), None, None, on_progress=told.append)


def test_it_finds_what_the_engine_finds_and_tells_its_steps():
    from reader import analyse

    told: list[str] = []
    article = article_from_text(TEXT)
    found = Work().analyse(article, Settings(), told.append)
    assert found == analyse(article)
    assert any(step.startswith("finding claims") for step in told)
    again = Work().analyse(article, Settings(summary_sentences=1, summary_method="lexrank"), told.append)
    assert (again.summary.method, len(again.summary.sentences)) == ("lexrank", 1)
    assert Work().analyse(article, Settings(summary_method="none of ours"), told.append) == found


def test_summaries_are_made_there_too():
    from reader import analyse
    from reader.analysis.summary import rank, rank_query, rank_sides, rank_speaker

    article = article_from_text(TEXT)
    found = analyse(article)
    actor = next(actor.id for actor in found.actors if actor.claims)
    work, step = Work(), list[str]().append
    assert work.rank(article, found.sentences, "lexrank", step) == rank(article, found.sentences, "lexrank")
    assert work.about(article, found, "bridge", step) == rank_query(
        article, found.sentences, "bridge", actors=found.actors
    )
    assert work.sides(article, found, step) == rank_sides(article, found)
    assert work.speaker(article, found, actor, step) == rank_speaker(article, found, actor)
    assert work.remarks(article, found.sentences, step) == (True, "English")


def test_what_goes_wrong_there_is_told_here():
    with pytest.raises(WorkError, match="the model is missing"):
        analysed(pretender('answer("failed", "the model is missing"); time.sleep(60)'), [])


def test_a_process_that_dies_is_told_and_the_next_article_gets_a_new_one():
    told: list[str] = []
    worker = pretender("os._exit(9)")
    for _ in range(2):
        with pytest.raises(WorkError, match="ended before its time"):
            analysed(worker, told)
    assert told.count("finding claims") >= 1


def test_what_nobody_wants_any_more_is_ended():
    worker = pretender("time.sleep(60)")

    def unwanted(step: str) -> None:
        raise Cancelled

    process = []

    def watched(step: str) -> None:
        process.append(worker._process)
        unwanted(step)

    with pytest.raises(Cancelled):
        worker.do("analyse", article_from_text(TEXT), None, None, on_progress=watched)
    assert process[0].wait(10) != 0


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_ends_with_the_process_that_asked():
    import subprocess

    script = (
        "import os, sys, threading, time\n"
        "from reader.app.background.analysis_process import worker\n"
        "from reader.article import article_from_text\n"
        "work = lambda: worker.do('analyse', article_from_text('Lamps. ' * 90000), None, None,"
        " on_progress=lambda step: None)\n"
        "threading.Thread(target=work, daemon=True).start()\n"
        "while worker._process is None: time.sleep(0.01)\n"
        "print(worker._process.pid, flush=True)\n"
        "time.sleep(2)\n"
        "os._exit(0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, timeout=60, check=True)
    number = int(done.stdout)
    for _ in range(300):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        with open(f"/proc/{number}/stat", encoding="ascii") as stat:
            if stat.read().rpartition(")")[2].split()[0] == "Z":
                return
        time.sleep(0.1)
    raise AssertionError("the other process goes on")
