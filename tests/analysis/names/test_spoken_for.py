"""Names that a source or another place of the article vouches for."""

import pytest

from reader.analysis.names import Name, add_speaking
from tests.analysis.conftest import Page


def _names(page: Page, source: str, *known: Name) -> list[tuple[str, str]]:
    return page.tell(add_speaking(page.document, known, [page.span(source)]))


@pytest.mark.parametrize(
    ("source", "person"),
    [
        ("Norvik’s chief executive, Hans-Joachim Watzik", "Hans-Joachim Watzik"),
        ("Harbour Deputy Director Ivo Rochelin", "Ivo Rochelin"),
        ("lead author Yuri Tanaberg of the Harbour Museum", "Yuri Tanaberg"),
        ("the board's lawyer Ivo Rochelin from Merrow", "Ivo Rochelin"),
        ("Ms Rochelin", "Rochelin"),
        ("NLF's Tor Rochelin", "Tor Rochelin"),
        ("NLFP Special Agent Adam Rochelin", "Adam Rochelin"),
        ("Mr Rochelin of the Harbour Board", "Rochelin"),
    ],
)
def test_whom_a_source_ends_in_behind_an_office_is_a_person(source: str, person: str) -> None:
    page = Page(f"The quay is shut. “We had no choice,” said {source}.")
    assert _names(page, source) == [(person, "person")]


def test_somebody_named_in_full_speaks_in_person_under_the_last_name() -> None:
    page = Page("Ivo King wrote it. King himself said that it would sink.")
    found = add_speaking(page.document, [Name(page.span("Ivo King"), "person", 0.9)], [page.span("King himself")])
    assert page.tell(found) == [("Ivo King", "person"), ("King", "person")]


@pytest.mark.parametrize("source", ["Norvik Shipping", "a spokesman for Norvik Shipping", "the Harbour Board"])
def test_other_capitals_in_a_source_are_no_person(source: str) -> None:
    page = Page(f"The quay is shut. “We had no choice,” said {source}.")
    assert _names(page, source) == []


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("data from the shipping consultancy QuaySearch", "QuaySearch"),
        ("a report by market intelligence firm Seaweb", "Seaweb"),
        ("a 2025 Norvik survey of 600 skippers", "Norvik"),
        ("recent Norvik data", "Norvik"),
    ],
)
def test_whose_a_document_is_that_speaks_is_a_body(source: str, body: str) -> None:
    page = Page(f"The quay is shut. Every third ship is late, according to {source}.")
    assert _names(page, source) == [(body, "organisation")]


@pytest.mark.parametrize(
    "source",
    [
        "a Rivetube video",
        "the Norvik report",
        "a letter from Anna",
        "a February survey",
        "reporting from",
        "a report by",
    ],
)
def test_what_else_a_document_is_called_by_is_none(source: str) -> None:
    page = Page(f"The quay is shut. Every third ship is late, according to {source}.")
    assert _names(page, source) == []


@pytest.mark.parametrize("source", ["—", "🔥", " "])
def test_a_source_without_a_word_names_nobody(source: str) -> None:
    assert _names(Page("It is lost. — 🔥 said."), source) == []


def test_the_same_words_are_a_name_wherever_they_stand() -> None:
    page = Page("The quay of H&T is shut. H&T said on Monday that it was sorry.")
    named = Name(page.span("H&T"), "organisation", 0.8)
    assert _names(page, "Monday", named) == [("H&T", "organisation")] * 2
