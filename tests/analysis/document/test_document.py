"""A document's words, found by what they are."""

import pytest

from tests.analysis.conftest import Page

PAGE = Page("The mayor said the quay was shut and the clerk left. And but for Moss, nobody stayed without pay.")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("and", "but"), ["and", "And", "but"]),
        (("without",), ["without"]),
        (("with",), []),
        ((), []),
    ],
)
def test_words_are_found_between_others_in_reading_order(texts: tuple[str, ...], found: list[str]) -> None:
    words = PAGE.document.words
    assert [words[at].text for at in PAGE.document.find_between(range(len(words)), *texts)] == found


def test_words_outside_a_range_are_not_found() -> None:
    words = PAGE.document.words
    first = next(at for at, word in enumerate(words) if word.text == "and")
    behind = range(first + 1, len(words))
    assert [words[at].text for at in PAGE.document.find_between(behind, "and")] == ["And"]
    assert PAGE.document.find_between(range(first + 1, first), "and") == []


@pytest.mark.parametrize("parts", [["the quay was shut"], ["The mayor", "the clerk left. And"], []])
def test_the_words_of_several_spans_follow_each_other(parts: list[str]) -> None:
    spans = [PAGE.span(part) for part in parts]
    words = [word.text for word in PAGE.document.gather_words(spans)]
    assert words == [word.text for span in spans for word in PAGE.document.list_words(span)]
    assert [word.text for word in PAGE.document.gather_letters(spans)] == [word for word in words if word != "."]
