"""The summary of a letter opens with when and to whom it was written."""

import pytest

from reader.analysis.summary import cut, join_lines, line_spans, rank
from reader.analysis.summary.letterhead import find_letterhead
from reader.analysis.summary.pickable import list_pickable
from tests.analysis.summary.conftest import Made, Make

BODY = [
    ("paragraph", "The ferry burnt at its berth last night, and nobody on the island has slept since."),
    ("paragraph", "Pelle carried the mail over in the rowing boat. It took him four hours against the tide."),
    ("paragraph", "I am well, and the roof holds. The hens have gone to live in the church."),
]


@pytest.fixture
def letter(make: Make) -> Made:
    return make(
        [
            ("title", "A letter from Skarn"),
            ("paragraph", "SKARN HARBOUR OFFICE"),
            ("paragraph", "Telephone: Skarn 12"),
            ("paragraph", "Skarn, the schoolhouse"),
            ("date", "9 March 1926"),
            ("paragraph", "My dear Ida,"),
            *BODY,
        ]
    )


def shown(made: Made, *, count: int | None = None, words: int | None = None) -> list[str]:
    article, sentences = made
    picked = cut(rank(article, sentences), count=count, words=words).sentences
    lines = join_lines(article, sentences, picked)
    return [" ".join(article.words_of(span).split()) for span in line_spans(sentences, lines)]


def test_when_from_where_and_to_whom_are_one_line_at_the_top(letter: Made) -> None:
    lines = shown(letter, words=50)
    assert lines[0] == "Skarn, the schoolhouse 9 March 1926 My dear Ida,"
    assert len(lines) > 1
    assert sum(len(line.split()) for line in lines) <= 50


def test_a_head_that_leaves_no_room_stays_out(letter: Made) -> None:
    assert not any("Ida" in line for line in shown(letter, words=18))


def test_lines_that_are_counted_are_sentences(letter: Made) -> None:
    assert not any("Ida" in line for line in shown(letter, count=3))


def test_no_line_is_made_of_what_stands_above(letter: Made) -> None:
    article, sentences = letter
    assert min(list_pickable(article, sentences)) > max(find_letterhead(article, sentences))


def test_below_a_date_a_name_alone_is_called_upon(make: Make) -> None:
    article, sentences = make([("paragraph", "May 30"), ("paragraph", "Mum,"), *BODY])
    assert find_letterhead(article, sentences) == (0, 1)
    assert join_lines(article, sentences, (0, 1, 2)) == ((0, 1), (2,))


@pytest.mark.parametrize(
    "above",
    [
        [],
        ["Dear Ida,"],
        ["The council met on 9 March 1926 to hear what the harbour master had to say about the ferry.", "Dear Ida,"],
        ["Dear readers of this paper are few, and dearer still are those who write to it."],
        ["Mum,"],
    ],
)
def test_other_texts_have_no_head(make: Make, above: list[str]) -> None:
    article, sentences = make([*[("paragraph", text) for text in above], *BODY])
    assert find_letterhead(article, sentences) == ()
