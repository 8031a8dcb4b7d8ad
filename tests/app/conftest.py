"""An invented article and what was found in it, built by hand, so that the screen is tested without the engine."""

import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from rich.style import Style as RichStyle
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.pilot import Pilot
from textual.screen import Screen

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.analysis.summary import Ranking
from reader.app.app import ReaderApp
from reader.app.background.jobs import Remark
from reader.app.background.work import Work
from reader.app.reading.screen import ReadingScreen
from reader.app.settings.settings import Settings
from reader.app.start import Start, bundled_start
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import RowList
from reader.article.model import Article, ArticleError, Block, BlockKind, Link, Span
from tests.app.pilots import answer_quickly, draw_once_looked_at

# The tmux tests are collected where there is a tmux to test with.
collect_ignore = [] if shutil.which("tmux") else ["test_tmux.py"]


Shown = TypeVar("Shown", bound=Screen[Any])
MakeApp = Callable[..., ReaderApp]
"""Makes an app of sources, with what is named besides."""


@pytest.fixture(autouse=True)
def config(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config folder of each test's own."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("READER_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def quick_pilots(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilots that wait for what the app does and draw what is looked at; marked `frames`, a test has all drawn."""
    answer_quickly(monkeypatch)
    if not request.node.get_closest_marker("frames"):
        draw_once_looked_at(monkeypatch)


@pytest.fixture(scope="session", autouse=True)
def style_sheets_parsed_once() -> Iterator[None]:
    """Every app parses the same style sheets; what was parsed with the same variables serves the next ones too."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[object, ...], list[RuleSet]] = {}
    known: dict[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] = {}

    def parse_once(sheet: Stylesheet, css: str, read_from: CSSLocation, **how: Any) -> list[RuleSet]:
        variables = frozenset(sheet._variables.items())
        key = (css, read_from, *how.values(), known.setdefault(variables, variables))
        if key not in parsed:
            parsed[key] = parse(sheet, css, read_from, **how)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        # Its own gives id(self), in Python, a hundred thousand times for each app.
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        yield


PARTS: tuple[tuple[BlockKind, str], ...] = (
    ("title", "Ferry crews vote to strike over the night boats"),
    ("standfirst", "Three sailings to Osmund Island stop on Friday unless a rota is found. Islanders fear for lambs."),
    ("byline", "By Hanne Lindqvist"),
    ("date", "4 May 2026"),
    ("paragraph", "Crews on the Osmund Island ferries voted by 61 to 9 on Monday to stop work at the end of the week."),
    (
        "paragraph",
        "“Nobody can steer a boat safely at four in the morning after a double shift,” said union secretary Ivo "
        "Marchetti. “We have asked for a third crew since the autumn, and we were given a leaflet about sleep.”",
    ),
    ("paragraph", "Marchetti said the strike would end as soon as a third crew was hired."),
    (
        "paragraph",
        "The Osmund Line, which runs the boats, said it was “ready to talk at any hour” but had no money for a third "
        "crew before the summer fares come in.",
    ),
    ("heading", "Lambs on the quay"),
    (
        "paragraph",
        "Farmers on the island ship about 900 lambs a week in May. “If they miss the Friday boat they miss the "
        "market,” said Agnes Thorburn, who keeps sheep at North Ness. “You cannot park a lamb.”",
    ),
    ("paragraph", "She believes the council should charter a boat [sic] from the mainland."),
    ("list-item", "Friday: no boats after 18:00"),
    ("list-item", "Saturday: one boat, at noon"),
    ("quote", "A ferry is a road that moves, and nobody would close a road at night to save on gravel."),
    ("caption", "The evening boat at North Ness in April. Photo: Pia Halloran"),
    ("paragraph", "Officials expect talks to begin on Wednesday, according to a person who was told of the plan."),
)


def article_of(parts: Sequence[tuple[BlockKind, str]], **known: Any) -> Article:
    """An article of these blocks."""
    blocks: list[Block] = []
    at = 0
    for kind, text in parts:
        blocks.append(Block(kind, (at, at + len(text))))
        at += len(text) + 2
    return Article("\n\n".join(text for _, text in parts), tuple(blocks), **known)


def span_of(article: Article, words: str) -> Span:
    """Where these words stand."""
    start = article.text.index(words)
    return start, start + len(words)


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """Sentences in the roughest way: up to a full stop, question mark or closing quote and a space."""
    found = []
    for index, block in enumerate(article.blocks):
        if block.kind in ("paragraph", "standfirst", "quote", "list-item"):
            start, end = block.span
            for match in re.finditer(r"\S.*?(?:[.?!][”\"]?(?=\s|$)|$)", article.text[start:end]):
                found.append(Sentence((start + match.start(), start + match.end()), index))
    return tuple(found)


@pytest.fixture
def article() -> Article:
    text = article_of(
        PARTS,
        source="ferry.txt",
        title=PARTS[0][1],
        byline=("Hanne Lindqvist",),
        published="2026-05-04",
        site="The Osmund Packet",
        url="https://packet.example/ferry",
    )
    return replace(text, links=(Link(span_of(text, "The Osmund Line"), "https://osmund.example/line"),))


@pytest.fixture
def analysis(article: Article) -> Analysis:
    def at(*words: str) -> tuple[Span, ...]:
        return tuple(span_of(article, each) for each in words)

    claims = (
        Claim(
            "c1",
            "direct",
            "said",
            at(
                "Nobody can steer a boat safely at four in the morning after a double shift",
                "We have asked for a third crew since the autumn, and we were given a leaflet about sleep.",
            ),
            at("said"),
            at("union secretary Ivo Marchetti"),
            "a1",
            "Ivo Marchetti",
            0.98,
        ),
        Claim(
            "c2",
            "indirect",
            "said",
            at("the strike would end as soon as a third crew was hired"),
            (),
            at("Marchetti said"),
            "a1",
            "Ivo Marchetti",
            0.9,
        ),
        Claim(
            "c3",
            "mixed",
            "said",
            at("it was “ready to talk at any hour” but had no money for a third crew before the summer fares come in"),
            (),
            at("The Osmund Line"),
            "a3",
            "The Osmund Line",
            0.7,
        ),
        Claim(
            "c4",
            "direct",
            "said",
            at("If they miss the Friday boat they miss the market", "You cannot park a lamb."),
            (),
            at("Agnes Thorburn"),
            "a2",
            "Agnes Thorburn",
            0.95,
        ),
        Claim(
            "c5",
            "indirect",
            "thought",
            at("the council should charter a boat [sic] from the mainland"),
            at("believes"),
            (),
            "a2",
            "Agnes Thorburn",
            0.6,
        ),
        Claim(
            "c6",
            "indirect",
            "said",
            at("talks to begin on Wednesday"),
            at("according to"),
            at("a person who was told of the plan"),
            None,
            "a person who was told of the plan",
            0.64,
        ),
    )
    marchetti = at("Ivo Marchetti", "Marchetti said")
    actors = (
        Actor("a1", "Ivo Marchetti", "person", "union secretary", ("Marchetti",), marchetti, ("c1", "c2")),
        Actor("a2", "Agnes Thorburn", "person", None, (), at("Agnes Thorburn"), ("c4", "c5")),
        Actor("a3", "The Osmund Line", "organisation", None, (), at("The Osmund Line"), ("c3",)),
        Actor("a4", "North Ness", "place", None, (), at("North Ness. “You"), ()),
    )
    sentences = sentences_of(article)
    return Analysis(sentences, actors, claims, Summary("news", (2, 3, 9)), Stats(220, 1, 2, 3, 1, 1))


class OpenedApp(ReaderApp):
    """Begins with its first article where it is one of the bench's, as where a file at hand was painted first."""

    def __init__(self, bench: "Bench", *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._bench = bench

    def _begin_reading(self, *given: Any) -> None:
        source, bench = self.articles.shown, self._bench
        found = bench.articles.get(source)
        if isinstance(found, Article) and not found.items and not bench.is_slow:
            self._begin_first(source, bench.open(source, None, lambda *_: None))
        super()._begin_reading(*given)


class Bench:
    """Stands in for the floors below: gives what it was told to, and remembers what it was asked."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.articles: dict[str, Article | Exception] = {"ferry.txt": article}
        self.result: Analysis | Exception = analysis
        self.steps: tuple[str, ...] = ()
        self.asked: list[str] = []
        self.gate: Callable[[], object] = lambda: None

    @property
    def is_slow(self) -> bool:
        """Whether a test opens in a way of its own."""
        return "open" in vars(self)

    def open(self, source: str, stdin: bytes | None, on_progress: Callable[..., None]) -> Article:
        self.asked.append(f"open {source}")
        found = self.articles.get(source) or ArticleError(f"{source} does not exist; check the path")
        if isinstance(found, Exception):
            raise found
        return found

    def open_text(self, text: str) -> Article:
        return article_of([("paragraph", part) for part in text.split("\n\n")])

    def analyse(self, article: Article, settings: Settings, on_progress: Callable[[str], None]) -> Analysis:
        self.asked.append("analyse")
        for step in self.steps:
            on_progress(step)
        self.gate()
        if isinstance(self.result, Exception):
            raise self.result
        if article.text == getattr(self.articles["ferry.txt"], "text", None):
            return self.result
        return Analysis(sentences_of(article))

    def rank(
        self, article: Article, sentences: tuple[Sentence, ...], method: str, on_progress: Callable[[str], None]
    ) -> Ranking:
        self.asked.append(f"rank {method}")
        return Ranking(method, tuple(range(len(sentences))))

    def remarks(
        self, article: Article, sentences: tuple[Sentence, ...], on_progress: Callable[[str], None]
    ) -> tuple[bool, str]:
        return Remark(article, sentences).do(on_progress)

    def cut(self, ranking: Ranking, count: int, full: bool) -> Summary:
        return Summary(ranking.method, ranking.order[:count])

    def expand(self, sources: list[str]) -> list[str]:
        return sources

    def work(self) -> Work:
        return Work(
            open=self.open,
            open_text=self.open_text,
            analyse=self.analyse,
            analyse_behind=lambda article, _: self.analyse(article, Settings(), lambda step: None),
            methods=lambda: ("news", "lexrank", "luhn"),
            rank=self.rank,
            remarks=self.remarks,
            cut=self.cut,
            expand=self.expand,
            missing=lambda source: "" if source in self.articles else f"there is no {source}",
        )


@pytest.fixture
def bench(article: Article, analysis: Analysis) -> Bench:
    return Bench(article, analysis)


@pytest.fixture
def make_app(bench: Bench) -> MakeApp:
    """An app over the bench: no settings file is read, nothing is remembered."""

    def make(*sources: str, theme: str = "night", **more: Any) -> ReaderApp:
        start: Start = replace(bundled_start(theme), **more)
        return OpenedApp(bench, sources or ("ferry.txt",), work=bench.work(), start=start)

    return make


@pytest.fixture
def settings() -> Settings:
    return Settings()


class See:
    """What a reader sees on the screen, as plain text."""

    @staticmethod
    async def settled(pilot: Pilot[None]) -> ReadingScreen:
        """Wait until the article is open and its analysis is done (or has failed), and give the screen."""

        def is_settled() -> bool:
            screen = pilot.app.screen
            return isinstance(screen, ReadingScreen) and bool(screen.now.analysis is not None or screen.now.problem)

        await See.until(pilot, is_settled)
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        return screen

    @staticmethod
    async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
        """Wait until something is so, however busy the machine is, and until that is drawn."""
        patience = time.monotonic() + 120
        while not holds():
            assert time.monotonic() < patience, f"waited two minutes in vain on {pilot.app.screen}"
            await pilot.pause(0.002)
        await pilot.pause()

    @staticmethod
    async def shows(pilot: Pilot[Any], kind: type[Shown]) -> Shown:
        """Wait until a screen of this kind is shown, and give it."""
        await See.until(pilot, lambda: type(pilot.app.screen) is kind)
        screen = pilot.app.screen
        assert isinstance(screen, kind)
        return screen

    @staticmethod
    def lines(screen: ReadingScreen) -> list[str]:
        """The lines of the article that are shown, without the spaces at their ends."""
        view = screen.article_view
        return [view.render_line(y).text.rstrip() for y in range(view.size.height)]

    @staticmethod
    def styled(screen: ReadingScreen, words: str) -> RichStyle:
        """The style in which the first of these words are drawn."""
        view = screen.article_view
        for y in range(view.size.height):
            for segment in view.render_line(y):
                if words in segment.text and segment.style:
                    return segment.style
        raise AssertionError(f"{words!r} is not shown in one style")

    @staticmethod
    def foot(screen: Screen[Any]) -> str:
        """The words at the foot of the screen."""
        foot = screen.query_one(Foot)
        return "\n".join(foot.render_line(y).text for y in range(foot.size.height))

    @staticmethod
    def told(screen: Screen[Any]) -> str:
        """What is said in passing just now, at the foot and over it."""
        return "\n".join([screen.query_one(Foot).told, *(hint.words for hint in screen.query(Hint))]).strip("\n")

    @staticmethod
    def rows(screen: ReadingScreen, panel: str) -> list[str]:
        """The lines of a panel's list that are shown."""
        rows = screen.query_one(f"#{panel}-rows", RowList)
        return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


@pytest.fixture
def see() -> See:
    return See()
