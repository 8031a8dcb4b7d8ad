"""What can be a source and a content at all, by the kinds of their words."""

import pytest

from reader.analysis.claims.possible import drop_verb, holds_statement, is_source
from reader.analysis.document.document import Document, read_document
from reader.analysis.document.sentences import split_sentences
from reader.article import article_from_text
from reader.article.model import Span

TEXT = """Harbour board turns down the bridge

There was a long talk, which the mayor of Vessen opened by reading a letter. The engineers who had looked at it said
that the piers would hold. A guard came and said the gate was shut. Both sides described it as frank. She called it
a rule.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    article = article_from_text(TEXT)
    return read_document(article, split_sentences(article))


def _span(words: str) -> Span:
    start = article_from_text(TEXT).text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "can"),
    [
        ("the mayor of Vessen", True),
        ("engineers who had looked at it", True),
        ("She", True),
        ("Both sides", True),
        ("There was a long talk", False),
        ("the mayor of", False),
        ("the piers would hold", False),
    ],
)
def test_who_says_something_is_a_phrase_a_name_or_a_pronoun(document: Document, words: str, can: bool) -> None:
    assert is_source(document, [_span(words)]) is can


@pytest.mark.parametrize(
    ("cue", "content", "can"),
    [
        ("said", "the piers would hold", True),
        ("called", "it a rule", True),
        ("described", "as frank", False),
        ("reading", "a letter", False),
    ],
)
def test_what_is_said_is_a_clause_or_what_something_is_called(
    document: Document, cue: str, content: str, can: bool
) -> None:
    assert holds_statement(document, [_span(content)], [_span(cue)]) is can


def test_a_source_ends_before_its_verb(document: Document) -> None:
    assert drop_verb(document, _span("A guard came")) == _span("A guard")
    assert drop_verb(document, _span("the mayor of Vessen")) == _span("the mayor of Vessen")
