"""An invented council story and its analysis, written by hand, that the export tests share."""

from collections.abc import Callable
from typing import Literal

import pytest

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.article.model import Article, Block, Span

TITLE = "Council votes to close the Mill Lane bridge"
PARAGRAPHS = (
    TITLE,
    "By Dana Whitfield",
    "“We were told it was safe in January,” said council leader Ruth Adeyemi, “and it was not.” "
    "She denied that the council had *known* about it.",
    "“I will not go,” Tom Pryce said. “Nobody asked me.”",
    "Pryce called it a “disgrace” and “a waste”.",
    "“First we lost the ferry.",
    "“Then we lost the bridge,” he said.",
    "Officials believe the work will take two years.",
)


class Story:
    """The text of the story with its blocks, and spans found by their words."""

    def __init__(self, paragraphs: tuple[str, ...] = PARAGRAPHS) -> None:
        self.text = "\n\n".join(paragraphs)
        blocks, start = [], 0
        for number, paragraph in enumerate(paragraphs):
            kind = {0: "title", 1: "byline"}.get(number, "paragraph")
            blocks.append(Block(kind, (start, start + len(paragraph))))  # type: ignore[arg-type]
            start += len(paragraph) + 2
        self.blocks = tuple(blocks)

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return start, start + len(words)


@pytest.fixture
def article() -> Article:
    story = Story()
    return Article(
        story.text,
        story.blocks,
        source="bridge.txt",
        title=TITLE,
        byline=("Dana Whitfield",),
        published="2026-03-12T09:30:00Z",
        site="Harlow Post",
        url="https://harlow.example/mill-lane?edition=2",
    )


@pytest.fixture
def analysis() -> Analysis:
    story = Story()
    span = story.span
    said: Literal["said"] = "said"
    claims = (
        Claim(
            "c1",
            "direct",
            said,
            content=(span("We were told it was safe in January,"), span("and it was not.")),
            cue=(span("said"),),
            source=(span("council leader Ruth Adeyemi"),),
            speaker="a1",
            speaker_name="Ruth Adeyemi",
        ),
        Claim(
            "c2",
            "indirect",
            said,
            content=(span("the council had *known* about it"),),
            cue=(span("denied"),),
            source=(span("She"),),
            speaker="a1",
            speaker_name="Ruth Adeyemi",
            confidence=0.87654,
        ),
        Claim(
            "c3",
            "direct",
            said,
            content=(span("I will not go,"), span("Nobody asked me.")),
            cue=(span("said", 1),),
            source=(span("Tom Pryce"),),
            speaker="a2",
            speaker_name="Tom Pryce",
        ),
        Claim(
            "c4",
            "mixed",
            said,
            content=(span("a “disgrace” and “a waste"),),
            cue=(span("called"),),
            source=(span("Pryce", 1),),
            speaker="a2",
            speaker_name="Tom Pryce",
        ),
        Claim(
            "c5",
            "direct",
            said,
            content=(span("First we lost the ferry."), span("Then we lost the bridge,")),
            cue=(span("said", 2),),
            source=((span("he said")[0], span("he said")[0] + 2),),
            speaker="a2",
            speaker_name="Tom Pryce",
        ),
        Claim(
            "c6",
            "indirect",
            "thought",
            content=(span("the work will take two years"),),
            cue=(span("believe"),),
            source=(span("Officials"),),
            speaker_name="Officials",
        ),
    )
    first = span("“We were told it was safe in January,” said council leader Ruth Adeyemi, “and it was not.”")
    sentences = (
        Sentence(first, 2),
        Sentence(span("She denied that the council had *known* about it."), 2),
        *(Sentence(block.span, number) for number, block in enumerate(story.blocks) if number > 2),
    )
    return Analysis(
        sentences=sentences,
        actors=(
            Actor("a1", "Ruth Adeyemi", "person", "council leader", claims=("c1", "c2")),
            Actor("a2", "Tom Pryce", "person", None, ("Pryce",), claims=("c3", "c4", "c5")),
        ),
        claims=claims,
        summary=Summary("lead", (0, 6)),
        stats=Stats(words=72, reading_minutes=1, direct=3, indirect=2, mixed=1, unattributed=1),
    )


OneClaim = Callable[..., tuple[Article, Analysis, Claim]]
"""Makes an article of marked words, with the one claim in it."""


@pytest.fixture
def one_claim() -> OneClaim:
    """A one-paragraph article from text in which {…} encloses contents, [cue] the cue and <source> the source."""

    def build(marked: str, kind: str = "direct", speaker_name: str | None = None, **facts: object):  # type: ignore[no-untyped-def]
        spans: dict[str, list[Span]] = {"{": [], "[": [], "<": []}
        text, opened = "", {}
        for character in marked:
            if character in "{[<":
                opened[character] = len(text)
            elif character in "}]>":
                opening = {"}": "{", "]": "[", ">": "<"}[character]
                spans[opening].append((opened.pop(opening), len(text)))
            else:
                text += character
        blocks, start = [], 0
        for paragraph in text.split("\n\n"):
            blocks.append(Block("paragraph", (start, start + len(paragraph))))
            start += len(paragraph) + 2
        claim = Claim(
            "c1",
            kind,  # type: ignore[arg-type]
            "said",
            content=tuple(spans["{"]),
            cue=tuple(spans["["]),
            source=tuple(spans["<"]),
            speaker_name=speaker_name,
        )
        sentences = tuple(Sentence(block.span, number) for number, block in enumerate(blocks))
        article = Article(text, tuple(blocks), **facts)  # type: ignore[arg-type]
        return article, Analysis(sentences=sentences, claims=(claim,)), claim

    return build
