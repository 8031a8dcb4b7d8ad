"""Lines without a verb are no sentences."""

import pytest

from reader.analysis.document import read_document
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.verbless import find_verbless
from tests.analysis.summary.conftest import Make


@pytest.mark.parametrize(
    "text",
    [
        "The island ferry at its berth, from file.",
        "Ida Lund with some of the letters that day.",
        "One of the oldest lighthouses on the sound.",
        "Not for the faint of heart.",
        "Great pictures from the world's smallest ferry.",
        "3. The Low Tide Hour, Friday, 8:00 p.m.",
    ],
)
def test_captions_items_and_exclamations_lack_one(text: str) -> None:
    assert find_verbless({0: text}) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "The ferry stopped.",
        "Wash the rice.",
        "Farmers on the island ship about 900 lambs a week in May.",
        "Nobody was hurt.",
        "The crew thwarted that takeover.",
        "The council reckons with nine million crowns.",
        "She’s home.",
        "Lund's song “Low Water” placed second on the list.",
        "Lund: it burnt.",
        "FIRE CREWS AT THE SHIP.",
        "A harbour of many voices, of ropes, gulls and early engines, of tar and wet wool and coffee.",
    ],
)
def test_sentences_and_long_lines_do_not(text: str) -> None:
    assert find_verbless({0: text}) == set()


def test_what_lacks_a_verb_is_no_line_while_there_are_others(make: Make) -> None:
    caption, story = "The ferry at its berth, from file.", "The ferry burnt at its berth on Monday night."
    article, sentences = make([("paragraph", story), ("paragraph", caption)])
    assert list_pickable(article, sentences) == (0,)


def test_the_first_paragraph_may_be_a_standfirst_without_one(make: Make) -> None:
    lines = ("From low tide to low tide with the last skipper", "The ferry burnt at its berth on Monday night.")
    article, sentences = make([("paragraph", line) for line in lines])
    assert list_pickable(article, sentences) == (0, 1)


def test_in_another_language_nothing_is_looked_for(make: Make) -> None:
    article, sentences = make([("paragraph", "Die Fähre im Hafen."), ("paragraph", "Sie brannte am Montag.")], "de")
    assert list_pickable(article, sentences) == (0, 1)


def test_tags_that_are_known_are_believed() -> None:
    lines = {3: "The harbour at dusk.", 5: "The harbour froze."}
    tags = {3: ["DT", "NN", "IN", "NN", "."], 5: ["DT", "NN", "VBD", "."]}
    assert find_verbless(lines, tags.__getitem__) == {3}


def test_a_document_tells_what_the_words_alone_tell(make: Make) -> None:
    lines = ["The ferry stopped.", "Lund with the letters that day.", "He’s home.", "No comment."]
    article, sentences = make([("paragraph", line) for line in lines])
    document = read_document(article, sentences)
    texts = dict(enumerate(lines))
    assert find_verbless(texts, document.list_tags) == find_verbless(texts) == {1, 3}
