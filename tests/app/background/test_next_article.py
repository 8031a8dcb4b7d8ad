"""The next article is made ready while the present one is read, and gives way to whatever else is asked for."""

import threading
from dataclasses import replace

import pytest

from reader.analysis.model import Analysis
from reader.app.app import ReaderApp
from reader.app.background.next_article import NextArticle
from reader.app.background.work import Cancelled, DoProgress, OpenProgress, Work
from reader.app.open_articles import OpenArticles
from reader.app.reading.screen import ReadingScreen
from reader.app.settings.settings import Settings
from reader.app.start import bundled_start
from reader.article.model import Article, Item
from tests.app.conftest import Bench, See, article_of

RAIN = article_of([("title", "Rain"), ("paragraph", "It rained on Monday.")])


class Gate:
    """Work that goes on only when it is let."""

    def __init__(self) -> None:
        self.let, self.begun = threading.Event(), threading.Event()
        self.given_up = threading.Event()
        self.asked: list[str] = []

    def open(self, source: str, stdin: bytes | None, on_progress: OpenProgress) -> Article:
        self.asked.append(f"open {source}")
        return replace(RAIN, source=source)

    def analyse(self, article: Article, settings: Settings, on_progress: DoProgress) -> Analysis:
        self.asked.append(f"analyse {article.source}")
        self.begun.set()
        try:
            while not self.let.wait(0.01):
                on_progress("finding claims")
        except Cancelled:
            self.given_up.set()
            raise
        return Analysis()

    def work(self) -> Work:
        return Work(
            open=self.open,
            analyse=self.analyse,
            remarks=lambda article, sentences, step: (True, "English"),
            rank=lambda article, sentences, method, step: None,  # type: ignore[arg-type,return-value]
        )


def quiet(doing: str, share: float | None = None) -> None:
    """Wants the result."""


def test_who_asks_for_the_same_article_gets_what_is_being_made() -> None:
    gate = Gate()
    next_article = NextArticle(gate.work())
    next_article.begin("b.txt", Settings())
    next_article.begin("b.txt", Settings())
    article = next_article.work.open("b.txt", None, quiet)
    assert next_article.taken("b.txt", Settings()) is None
    gate.let.set()
    next_article.work.analyse(article, Settings(), quiet)
    ready = next_article.taken("b.txt", Settings())
    assert ready is not None
    assert ready.remarks == (True, "English")
    assert next_article.taken("b.txt", Settings()) is None
    assert gate.asked == ["open b.txt", "analyse b.txt"]


def test_who_asks_for_anything_else_goes_first() -> None:
    for ask in ("open", "rank", "analyse"):
        gate = Gate()
        next_article = NextArticle(gate.work())
        next_article.begin("b.txt", Settings())
        assert gate.begun.wait(60)
        if ask == "open":
            next_article.work.open("c.txt", None, quiet)
        elif ask == "rank":
            next_article.work.rank(RAIN, (), "luhn", quiet)
        else:
            threading.Timer(0.05, gate.let.set).start()
            next_article.work.analyse(RAIN, Settings(), quiet)
        assert ask == "analyse" or gate.given_up.wait(60)
        assert next_article.taken("b.txt", Settings()) is None


def test_who_no_longer_wants_to_wait_is_let_go() -> None:
    def unwanted(doing: str) -> None:
        raise Cancelled

    gate = Gate()
    next_article = NextArticle(gate.work())
    next_article.begin("b.txt", Settings())
    article = next_article.work.open("b.txt", None, quiet)
    with pytest.raises(Cancelled):
        next_article.work.analyse(article, Settings(), unwanted)
    next_article.stop()
    assert gate.given_up.wait(60)


def test_nothing_is_fetched_or_piped_for_it() -> None:
    items = (Item("f.xml#1", "One", url="https://x.example/1"), Item("f.xml#2", "Two", url="https://x.example/2"))
    feed = replace(RAIN, items=items)
    articles = OpenArticles(("f.xml",)).hold_list("f.xml", feed).pick("f.xml", "f.xml#1")
    assert articles.next_unopened == ""
    book = replace(RAIN, items=tuple(replace(item, url=None) for item in items))
    assert OpenArticles(("f.xml",)).hold_list("f.xml", book).pick("f.xml", "f.xml#1").next_unopened == "f.xml#2"
    assert OpenArticles(("a.txt", "https://x.example/")).next_unopened == ""
    assert OpenArticles(("a.txt", "-")).next_unopened == ""
    assert OpenArticles(("a.txt", "b.txt")).next_unopened == "b.txt"


async def test_j_shows_what_was_made_ready_with_all_its_claims(bench: Bench, see: See, article: Article) -> None:
    bench.articles["second.txt"] = replace(article, notes=("only the first page was read", "it was guessed"))
    app = ReaderApp(("ferry.txt", "second.txt"), work=bench.work(), start=bundled_start(), ahead=True)
    async with app.run_test(size=(100, 30)) as pilot:
        first = await see.settled(pilot)
        await see.until(pilot, lambda: app._next._job is not None and app._next._job.ended.is_set())
        asked = list(bench.asked)
        assert asked.count("analyse") == 2
        await pilot.press("J", "n")
        await see.until(pilot, lambda: app.screen is not first and isinstance(app.screen, ReadingScreen))
        second = await see.settled(pilot)
        assert second.session.source == "second.txt"
        assert bench.asked == asked
        assert second.now.current == "c1"
        await see.until(pilot, lambda: see.told(second) == "only the first page was read\nit was guessed")
        await pilot.press("K")
        await see.until(pilot, lambda: app.screen is not second)
        assert bench.asked == asked
