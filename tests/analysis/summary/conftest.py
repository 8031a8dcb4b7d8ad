"""Articles of our own for the summary tests, built without any loader."""

from collections.abc import Callable, Sequence

import pytest

from reader.analysis.model import Sentence
from reader.analysis.summary import Ranking
from reader.analysis.summary.ranking import list_content
from reader.analysis.summary.shortening import Tagged, choose_form, list_forms
from reader.article.model import Article, Block, BlockKind
from reader.language import sentence_spans, tag_words, word_spans

Made = tuple[Article, tuple[Sentence, ...]]
Make = Callable[..., Made]

FERRY: list[tuple[BlockKind, str]] = [
    ("title", "Island ferry to stop running after fire, council told"),
    ("byline", "By Nora Feld"),
    (
        "paragraph",
        "The only ferry to Skarn island will stop running on Friday after a fire in its engine room, councillors were"
        " told on Monday night. The 41-year-old vessel carries 900 passengers a day.",
    ),
    ("caption", "The ferry Halda at its berth in Port Wenna. Picture: Nora Feld"),
    (
        "paragraph",
        "Harbour master Ida Lund said repairs would take three months and cost 2.4 million crowns. But she warned"
        " that no yard had a free dock before March.",
    ),
    ("heading", "Anger at the meeting"),
    (
        "paragraph",
        "“We have asked for a second ferry for ten years. Nobody listened,” said Pelle Brandt, who runs the island's"
        " only shop. He left the hall to applause.",
    ),
    ("paragraph", "A helicopter will bring medicine and post twice a week, the county said."),
    ("paragraph", "Islanders will be flown to hospital free of charge. The school will teach online until Easter."),
    ("paragraph", "Read more: The long life of the ferry Halda"),
    ("paragraph", "Sign up to our newsletter for stories like this every morning."),
]


def rank_by_hits(
    texts: Sequence[str], hits: Sequence[float], needs: Sequence[tuple[int, tuple[int, ...] | None]] = ()
) -> Ranking:
    """A ranking of sentences, all of one worth, by what they are expected to share with an editor's summary."""
    words = tuple(len(text.split()) for text in texts)
    order = tuple(sorted(range(len(texts)), key=lambda index: -hits[index]))
    scores = (1.0,) * len(texts)
    return Ranking("news", order, scores, words, tuple(needs), content=list_content(texts), hits=tuple(hits))


def tag(text: str) -> Tagged:
    spans = word_spans(text)
    return list(zip(spans, tag_words([[text[start:end] for start, end in spans]])[0], strict=True))


def shown(text: str, most: int) -> str:
    """What is shown of a sentence in so many words, "" where nothing honest can be."""
    return " … ".join(text[start:end] for start, end in choose_form(list_forms(text, lambda: tag(text)), most))


@pytest.fixture
def make() -> Make:
    """Builds an article and its sentences from (kind, text) blocks."""

    def build(blocks: list[tuple[BlockKind, str]], language: str = "en") -> Made:
        text, made, found = "", [], []
        for number, (kind, words) in enumerate(blocks):
            text += "\n\n" if text else ""
            start = len(text)
            text += words
            made.append(Block(kind, (start, len(text))))
            spans = sentence_spans(words, language) if kind not in ("title", "heading", "byline") else [(0, len(words))]
            found += [Sentence((start + a, start + b), number) for a, b in spans]
        title = next((words for kind, words in blocks if kind == "title"), None)
        return Article(text, tuple(made), title=title, language=language), tuple(found)

    return build


@pytest.fixture
def ferry(make: Make) -> Made:
    """A council story with a byline, a caption, a heading, a quotation and two lines that are no story."""
    return make(FERRY)
