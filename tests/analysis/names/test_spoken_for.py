"""Names that a source or another place of the article vouches for."""

import pytest

from reader.analysis.document.document import Document, read_document
from reader.analysis.document.sentences import split_sentences
from reader.analysis.names import Name, add_speaking
from reader.article import article_from_text


def _document(text: str) -> Document:
    article = article_from_text(f"Quay shut\n\n{text}\n")
    return read_document(article, split_sentences(article))


def _names(document: Document, source: str, *known: Name) -> list[tuple[str, str]]:
    start = document.article.text.index(source)
    found = add_speaking(document, known, [(start, start + len(source))])
    return [(document.article.words_of(name.span), name.kind) for name in found]


@pytest.mark.parametrize(
    ("source", "person"),
    [
        ("Norvik’s chief executive, Hans-Joachim Watzik", "Hans-Joachim Watzik"),
        ("Harbour Deputy Director Ivo Rochelin", "Ivo Rochelin"),
        ("lead author Yuri Tanaberg of the Harbour Museum", "Yuri Tanaberg"),
        ("the board's lawyer Ivo Rochelin from Merrow", "Ivo Rochelin"),
        ("Ms Rochelin", "Rochelin"),
        ("NLF's Tor Rochelin", "Tor Rochelin"),
        ("Mr Rochelin of the Harbour Board", "Rochelin"),
    ],
)
def test_whom_a_source_ends_in_behind_an_office_is_a_person(source: str, person: str) -> None:
    document = _document(f"The quay is shut. “We had no choice,” said {source}.")
    assert _names(document, source) == [(person, "person")]


@pytest.mark.parametrize("source", ["Norvik Shipping", "a spokesman for Norvik Shipping", "the Harbour Board"])
def test_other_capitals_in_a_source_are_no_person(source: str) -> None:
    document = _document(f"The quay is shut. “We had no choice,” said {source}.")
    assert _names(document, source) == []


def test_the_same_words_are_a_name_wherever_they_stand() -> None:
    document = _document("The quay of H&T is shut. H&T said on Monday that it was sorry.")
    start = document.article.text.index("H&T")
    named = Name((start, start + 3), "organisation", 0.8)
    assert _names(document, "Monday", named) == [("H&T", "organisation")] * 2
