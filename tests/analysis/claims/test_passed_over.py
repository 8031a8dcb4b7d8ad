"""Forms of reporting that the tagger passes over are found by rule, where nothing else of their sentence was."""

import pytest

from reader.analysis.claims.passed_over import add_passed_over
from reader.analysis.claims.rules import find_by_rules
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Profits fell by a tenth, it added.", "it", "added", "Profits fell by a tenth"),
        ("Moss has signalled the vote will be in May.", "Moss", "has signalled", "the vote will be in May"),
        (
            "The board made it clear the fee of May will stay.",
            "The board",
            "made it clear",
            "the fee of May will stay",
        ),
        ("The firm was clear that nobody should drink it.", "The firm", "was clear", "that nobody should drink it"),
        ("As the mayor put it, the quay is a ruin.", "the mayor", "put it", "the quay is a ruin"),
    ],
)
def test_a_form_that_reports_is_found(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = add_passed_over(page.document, [], lambda: find_by_rules(page.document))
    told = [page.document.article.words_of(part[0]) for part in (one.source, one.cue, one.content)]
    assert told[0].strip() == source
    assert told[1] == cue
    assert content in told[2]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was clear that the quay would stay.",
        "The sky was clear over the quay.",
        "The board would not make clear the path.",
        "Ada Moss put it on the table, as she did every day.",
        "The board signalled the end of the quay.",
    ],
)
def test_what_only_looks_like_one_is_none(sentence: str) -> None:
    page = Page(sentence)
    assert add_passed_over(page.document, [], lambda: find_by_rules(page.document)) == []
