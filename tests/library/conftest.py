"""Libraries in temporary folders, and articles to put into them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.article import article_from_text
from reader.article.model import Article, Span
from reader.library import Library

TEXT = (
    "Council votes to close the old bridge\n\n"
    'Ruth Adeyemi, council leader, said: "We were told it was safe in January, and it was not."\n\n'
    "Tom Pryce, who runs a bicycle shop, said the closure would ruin the street. "
    'He added: "Nobody asked the café across the river."'
)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def make_article(text: str = TEXT, source: str = "https://packet.example/bridge", **facts: Any) -> Article:
    article = article_from_text(text, source=source)
    facts = {"url": source, "title": text.split("\n")[0], "site": "The Packet", "published": "2026-03-04", **facts}
    return replace(article, **facts)


def analysed(article: Article, *said: tuple[str, str], roles: dict[str, str] | None = None) -> Analysis:
    """An analysis in which each name (of a person) said those words of the article."""
    text = article.text
    names = list(dict.fromkeys(name for name, _ in said))
    ids = {name: f"a{number}" for number, name in enumerate(names, 1)}
    claims = tuple(
        Claim(
            f"c{number}",
            "direct",
            "said",
            (span_of(text, words),),
            speaker=ids[name],
            speaker_name=name,
            speakers=(ids[name],),
            confidence=0.9,
        )
        for number, (name, words) in enumerate(said, 1)
    )
    actors = tuple(
        Actor(
            ids[name],
            name,
            "person",
            (roles or {}).get(name),
            mentions=(span_of(text, name.split()[-1]),),
            claims=tuple(claim.id for claim in claims if claim.speaker == ids[name]),
        )
        for name in names
    )
    return Analysis((Sentence((0, len(text)), 0),), actors, claims, Summary("lead", (0,)), Stats(9, 1, len(claims)))


BRIDGE = (
    ("Ruth Adeyemi", "We were told it was safe in January, and it was not."),
    ("Tom Pryce", "Nobody asked the café across the river."),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "library.db"


@pytest.fixture(params=[True, False], ids=["indexed", "without FTS5"])
def library(file: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    with Library(file, full_text=request.param, clock=lambda: 1_790_000_000.0) as library:
        yield library


@pytest.fixture
def bridge(library: Library) -> int:
    """The number of an article of which everything is known."""
    article = make_article()
    analysis = analysed(article, *BRIDGE, roles={"Ruth Adeyemi": "council leader"})
    return library.keep(article, analysis).entry
