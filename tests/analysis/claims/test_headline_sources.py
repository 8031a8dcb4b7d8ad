"""A headline may name at its edge who says it, behind a mark and without a verb."""

import pytest

from reader.analysis.claims.headline_sources import find_edge_sources
from tests.analysis.conftest import Page, Read

BODY = "Hale said the quay was old."


def read_headline(headline: str, source: str = "Hale") -> list[tuple[str, str]]:
    page = Page(BODY, headline)
    said = page.say(source, "said", "the quay was old")
    return [(page.words(one.source), page.words(one.content)) for one in find_edge_sources(page.document, [said])]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Old quays may sink within a year: study", "study", "Old quays may sink within a year"),
        (
            "Salt eats quays twice as fast as thought: U.S. study",
            "U.S. study",
            "Salt eats quays twice as fast as thought",
        ),
        ("Old quays an inch lower after hot summer – report", "report", "Old quays an inch lower after hot summer"),
        ("Two quays shut for good - police", "police", "Two quays shut for good"),
        ("Old quays should never be mended – top engineer", "top engineer", "Old quays should never be mended"),
        ("The old quay will be shut in May: Hale", "Hale", "The old quay will be shut in May"),
        ("Study: Salt eats old quays slowly", "Study", "Salt eats old quays slowly"),
    ],
)
def test_who_is_named_at_the_edge_says_the_headline(headline: str, source: str, content: str) -> None:
    assert read_headline(headline) == [(source, content)]


@pytest.mark.parametrize(
    "headline",
    [
        "Why old quays may sink within a year: study",
        "Will the old quay sink this year? – report",
        "The old quay will be shut in May: Moss",
        "The new play has found its star: Ida Hale",
        "Old quays and what they cost – in pictures",
        "Saltmouth town council meeting: Hale",
        "Hale has a new boat and is proud of it Photo: Hale",
        "Quay walls: study",
        "Global report: salt eats old quays slowly",
        "Saltmouth: The quay that never sank",
    ],
)
def test_a_topic_a_question_or_a_name_that_says_nothing_below_is_none(headline: str) -> None:
    assert read_headline(headline) == []


def test_the_text_itself_names_nobody_so() -> None:
    page = Page("Old quays may sink within a year: study.")
    assert not [*find_edge_sources(page.document, [])]


def test_the_headline_is_told_with_its_source() -> None:
    read = Read(f"Old quays may sink within a year: study\n\nA study found that salt eats them. {BODY}\n")
    assert ("study", "Old quays may sink within a year") in read.said()
