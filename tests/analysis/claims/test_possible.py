"""What can be a source and a content at all, by the kinds of their words."""

import pytest

from reader.analysis.claims.possible import holds_statement, is_source, trim_source
from tests.analysis.conftest import Page

HEADLINE = "Harbour board turns down the bridge"
TEXT = """\
There was a long talk, which the mayor of Vessen opened by reading a letter. The engineers who had looked at it said
that the piers would hold. A guard came and said the gate was shut. Both sides described it as frank. She called it
a rule. Whoever told them was wrong.
"""


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(TEXT, HEADLINE)


@pytest.mark.parametrize(
    ("words", "can"),
    [
        ("the mayor of Vessen", True),
        ("engineers who had looked at it", True),
        ("She", True),
        ("Both sides", True),
        ("There was a long talk", False),
        ("Whoever", False),
        ("the mayor of", False),
        ("the piers would hold", False),
    ],
)
def test_who_says_something_is_a_phrase_a_name_or_a_pronoun(page: Page, words: str, can: bool) -> None:
    assert is_source(page.document, [page.span(words)]) is can


@pytest.mark.parametrize(
    ("cue", "content", "can"),
    [
        ("said", "the piers would hold", True),
        ("called", "it a rule", True),
        ("described", "as frank", False),
        ("reading", "a letter", False),
    ],
)
def test_what_is_said_is_a_clause_or_what_something_is_called(page: Page, cue: str, content: str, can: bool) -> None:
    assert holds_statement(page.document, [page.span(content)], [page.span(cue)]) is can


def test_a_source_ends_before_its_verb(page: Page) -> None:
    assert trim_source(page.document, page.span("A guard came")) == page.span("A guard")
    plural = Page("Union demands had said that the piers would hold.")
    assert trim_source(plural.document, plural.span("Union demands")) == plural.span("Union demands")
    verb = Page("The place is reporting that the piers would hold.")
    assert trim_source(verb.document, verb.span("The place is")) == verb.span("The place")
    assert trim_source(page.document, page.span("the mayor of Vessen")) == page.span("the mayor of Vessen")
