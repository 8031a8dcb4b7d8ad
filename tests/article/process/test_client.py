"""Pages are taken apart in a process of their own, which is kept, limited, killed and replaced."""

import gzip
import multiprocessing
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reader.article import Article, ArticleError, article_from_bytes, open_article
from reader.article.process import client
from reader.article.process.server import article_as_values, article_from_values

HTML = b"<html><head><title>Keeper</title></head><body><article><h1>Keeper</h1><p>%s</p></article></body></html>"
WORDS = b"The lighthouse keeper has been told to leave by Easter, said the owner, and nobody knows why. " * 4


def running() -> int:
    assert client.child.pid is not None
    return client.child.pid


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
    monkeypatch.setattr(client, "MOST_SECONDS", 0.0)
    if sys.platform != "win32":
        os.kill(first, signal.SIGSTOP)  # however long this process waits for its turn, that one does not answer
    with pytest.raises(ArticleError, match="within 0 seconds"):
        read()
    monkeypatch.undo()
    assert read().title == "Keeper"
    assert running() != first


if sys.platform == "linux":  # elsewhere the system holds no process to its address space

    def test_a_page_that_takes_too_much_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
        client.child.stop()
        monkeypatch.setattr(client.child, "memory", 300 << 20)
        monkeypatch.setattr(client, "MOST_SECONDS", 600.0)
        with pytest.raises(ArticleError, match="memory"):
            article_from_bytes(HTML % (b"<p>words " * 10 + b"<b>x</b>" * 3_000_000))
        monkeypatch.undo()
        client.child.stop()
        assert read().title == "Keeper"

    def saved_pages(folder: Path) -> list[Path]:
        """A hundred files of many kinds: long and short pages, tables and lists, mails and feeds, and bad ones."""
        bodies = [
            b"<p>" + WORDS * n + b"</p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table>" * (n % 3)
            for n in range(1, 6)
        ]
        kinds = [
            *(HTML % body for body in bodies),
            b"Subject: Keeper\nFrom: a@e.example\nTo: b@e.example\n\n" + WORDS,
            b"<rss><channel><title>Keeper</title><item><title>Keeper</title></item></channel></rss>",
            b"# Keeper\n\n" + WORDS,
            b"<html><body></body></html>",
            gzip.compress(HTML % WORDS),
            gzip.compress(HTML % WORDS)[:-20],
            b"%PDF-1.4 nothing",
            b"PK\x03\x04META-INF/container.xml",
        ]
        paths = []
        for number in range(100):
            path = folder / f"{number}.html"
            path.write_bytes(kinds[number % len(kinds)])
            paths.append(path)
        return paths

    def test_a_hundred_pages_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        temporary, pages = tmp_path / "temporary", tmp_path / "pages"
        temporary.mkdir()
        pages.mkdir()
        monkeypatch.setenv("TMPDIR", str(temporary))
        paths = saved_pages(pages)
        client.child.stop()

        def memory(pid: int | str) -> int:
            with open(f"/proc/{pid}/statm", encoding="ascii") as file:
                return int(file.read().split()[1]) * 4096

        def open_all() -> tuple[int, int, int, int, int, int]:
            for path in paths:
                with suppress(ArticleError):
                    open_article(str(path))
            pid = running()
            files = len(os.listdir("/proc/self/fd")), len(os.listdir(f"/proc/{pid}/fd"))
            return pid, threading.active_count(), *files, memory("self"), memory(pid)

        before, after = open_all(), open_all()
        assert after[:4] == before[:4]
        assert max(after[4] - before[4], after[5] - before[5]) < 8 << 20
        assert os.listdir(temporary) == []
        assert len(os.listdir(pages)) == 100


def test_a_process_ended_from_outside_is_replaced() -> None:
    read()
    os.kill(running(), signal.SIGTERM)
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
        assert answers.get(timeout=300) == "Keeper"
        child.join()
        assert running() == first
        assert read().title == "Keeper"


def test_a_load_that_is_given_up_ends_its_work_at_once() -> None:
    class GivenUp(Exception):
        pass

    def give_up(what: str, share: float | None) -> None:
        raise GivenUp

    read()
    first = running()
    slow = HTML % (b"<p>words " * 14_000)
    started = time.monotonic()
    with pytest.raises(GivenUp):
        article_from_bytes(slow, on_progress=give_up)
    assert time.monotonic() - started < 5  # a tenth of a second, and half a minute where nobody looks
    assert read().title == "Keeper"
    assert running() != first
