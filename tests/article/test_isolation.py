"""Pages are taken apart in a process of their own, which is kept, limited, killed and replaced."""

import multiprocessing
import os
import sys
import threading

import pytest

from reader.article import Article, ArticleError, article_from_bytes, isolation
from reader.article.worker import article_as_values, article_from_values

HTML = b"<html><head><title>Keeper</title></head><body><article><h1>Keeper</h1><p>%s</p></article></body></html>"
WORDS = b"The lighthouse keeper has been told to leave by Easter, said the owner, and nobody knows why. " * 4


def running() -> int:
    process = isolation.worker._process
    assert process is not None
    assert process.poll() is None
    return process.pid


def read() -> Article:
    return article_from_bytes(HTML % WORDS)


def test_one_warm_process_reads_page_after_page() -> None:
    read()
    first = running()
    for _ in range(5):
        read()
    assert running() == first


def test_a_page_without_an_article_costs_no_process() -> None:
    read()
    first = running()
    with pytest.raises(ArticleError, match="no article"):
        article_from_bytes(b"<html><body></body></html>")
    assert running() == first


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    first = running()
    monkeypatch.setattr(isolation, "MOST_SECONDS", 0.0)
    with pytest.raises(ArticleError, match="within 0 seconds"):
        read()
    monkeypatch.undo()
    assert read().title == "Keeper"
    assert running() != first


if sys.platform == "linux":  # elsewhere the system holds no process to its address space

    def test_a_page_that_takes_too_much_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
        isolation.worker.stop()
        monkeypatch.setattr(isolation, "MOST_MEMORY", 300 << 20)
        with pytest.raises(ArticleError, match="memory"):
            article_from_bytes(HTML % (b"<p>words " * 10 + b"<b>x</b>" * 3_000_000))
        monkeypatch.undo()
        isolation.worker.stop()
        assert read().title == "Keeper"

    def test_a_hundred_pages_leave_nothing_behind() -> None:
        def footprint() -> tuple[int, int, int]:
            pid = running()
            with open(f"/proc/{pid}/statm", encoding="ascii") as file:
                pages = int(file.read().split()[1])
            return len(os.listdir("/proc/self/fd")), len(os.listdir(f"/proc/{pid}/fd")), pages * 4096

        for _ in range(20):
            read()
        before = footprint()
        process, threads = running(), threading.active_count()
        for _ in range(100):
            read()
        after = footprint()
        assert running() == process
        assert threading.active_count() == threads
        assert after[:2] == before[:2]
        assert after[2] - before[2] < 8 << 20


def test_a_process_ended_from_outside_is_replaced() -> None:
    read()
    process = isolation.worker._process
    assert process is not None
    process.kill()
    process.wait()
    assert read().title == "Keeper"


def test_threads_take_turns() -> None:
    titles: list[str | None] = []
    threads = [threading.Thread(target=lambda: titles.append(read().title)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["Keeper"] * 4


def _read_in_child(answers: "multiprocessing.Queue[str | None]") -> None:
    answers.put(read().title)


def test_an_article_survives_the_way_through_the_pipe() -> None:
    article = article_from_bytes(HTML % (WORDS + b"<a href='https://e.example/'>She said so herself</a> on Monday."))
    assert article.links
    assert article_from_values(article_as_values(article)) == article


if hasattr(os, "fork"):

    def test_a_forked_process_starts_a_worker_of_its_own() -> None:
        read()
        first = running()
        context = multiprocessing.get_context("fork")
        answers = context.Queue()
        child = context.Process(target=_read_in_child, args=(answers,))
        child.start()
        assert answers.get(timeout=20) == "Keeper"
        child.join()
        assert running() == first
        assert read().title == "Keeper"
