"""A second paper's story of the strike, and a third, with what was found in them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from reader.analysis.model import Analysis, Claim
from reader.app.app import ReaderApp
from reader.app.background.jobs import Compare, LayPair
from reader.app.background.work import Work
from reader.app.start import bundled_start
from reader.article.model import Article, BlockKind
from tests.app.conftest import Bench, article_of, sentences_of, span_of

Said = tuple[str, str, tuple[str, ...]]
"""A speaker, the kind of claim, and its words."""

RIVAL: tuple[tuple[BlockKind, str], ...] = (
    ("title", "Night boats to Osmund Island stop on Friday"),
    ("date", "5 May 2026"),
    ("paragraph", "The Osmund Island boats will not sail on Friday after crews voted to strike by 61 to 9."),
    (
        "paragraph",
        "“Nobody can steer a ferry safely at four in the morning after a double shift,” said Ivo Marchetti of the "
        "union, who wants a third crew at North Ness.",
    ),
    ("paragraph", "“You cannot park a lamb,” said Agnes Thorburn, a farmer."),
    ("paragraph", "Pia Halloran said the school bus would wait for the noon boat."),
)
RIVAL_SAID: tuple[Said, ...] = (
    ("Ivo Marchetti", "direct", ("Nobody can steer a ferry safely at four in the morning after a double shift",)),
    ("Agnes Thorburn", "direct", ("You cannot park a lamb",)),
    ("Pia Halloran", "indirect", ("the school bus would wait for the noon boat",)),
)


def story(
    parts: Sequence[tuple[BlockKind, str]], said: Sequence[Said], source: str, **known: Any
) -> tuple[Article, Analysis]:
    """An article and its claims."""
    article = article_of(parts, source=source, title=parts[0][1], **known)
    claims = []
    for number, (speaker, kind, words) in enumerate(said, 1):
        content = tuple(span_of(article, each) for each in words)
        claims.append(Claim(f"c{number}", kind, "said", content, (), (span_of(article, speaker),), None, speaker, 0.9))  # type: ignore[arg-type]
    return article, Analysis(sentences_of(article), (), tuple(claims))


@pytest.fixture
def stories(article: Article, analysis: Analysis) -> dict[str, tuple[Article, Analysis]]:
    """The papers by their sources."""
    third = [part for part in RIVAL if "school" not in part[1]]
    return {
        "ferry.txt": (article, analysis),
        "rival.txt": story(RIVAL, RIVAL_SAID, "rival.txt", site="Vale Post", published="2026-05-05"),
        "third.txt": story(third, RIVAL_SAID[:2], "third.txt", site="Nordpress", published="2026-05-05"),
    }


@pytest.fixture
def work(bench: Bench, stories: dict[str, tuple[Article, Analysis]]) -> Work:
    """The bench's work, over these stories, comparing here and not in another process."""
    bench.articles.update({source: pair[0] for source, pair in stories.items()})
    found = {pair[0].text: pair[1] for pair in stories.values()}

    def analyse(article: Article, *_: object) -> Analysis:
        bench.gate()
        return found.get(article.text) or Analysis(sentences_of(article))

    return replace(
        bench.work(),
        analyse=analyse,
        compare=lambda pairs, names, how, progress: Compare(pairs, names, how).do(progress),
        lay_pair=lambda pairs, names, found, pair, progress: LayPair(pairs, names, found, pair).do(progress),
    )


@pytest.fixture
def comparing(work: Work) -> Callable[..., ReaderApp]:
    """An app over these stories."""

    def make(*sources: str, theme: str = "night", **more: Any) -> ReaderApp:
        return ReaderApp(sources, work=work, start=bundled_start(theme), **more)

    return make
