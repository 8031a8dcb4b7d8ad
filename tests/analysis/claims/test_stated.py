"""What somebody denies, voices or urges is reported by a verb and a thing; what they go on to say, by two verbs."""

import pytest

from reader.analysis.claims.stated import find_gone_on, find_in_words, find_learned, find_per, find_stated
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Hale has denied responsibility for the leak.", "Hale", "has denied", "responsibility for the leak"),
        ("The board disputes the allegations.", "The board", "disputes", "the allegations"),
        ("The gang, which has denied involvement, fled.", "which", "has denied", "involvement"),
        ("Moss fell ill and rejected the claims.", "Moss", "rejected", "the claims"),
        ("The union issued a sharp warning about pay.", "The union", "issued a sharp warning", "about pay"),
        (
            "The union issued a warning to the board about pay.",
            "The union",
            "issued a warning to the board",
            "about pay",
        ),
        ("Traders raised concerns over the quay.", "Traders", "raised concerns", "over the quay"),
        ("She has urged caution over the figures.", "She", "has urged", "caution over the figures"),
    ],
)
def test_who_says_it_of_a_thing_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_stated(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale was denied a visa.",
        "The keeper denied the striker.",
        "The board rejected the tiles.",
        "Hale might deny responsibility.",
        "Hale did not deny responsibility.",
        "Moss said: “Hale denied responsibility.”",
        "The union issued a badge about pay.",
        "Hale urged horses on.",
        "The pipe raised doubts about pay.",
    ],
)
def test_nothing_is_said_of_it(sentence: str) -> None:
    assert not [*find_stated(Page(sentence).document)]


def test_what_somebody_goes_on_to_say_is_heard() -> None:
    page = Page("Moss, who fell, went on to suggest the quay could close.")
    (one,) = find_gone_on(page.document)
    assert page.told(one)[1:] == ("went on to suggest", "the quay could close")


@pytest.mark.parametrize(
    "sentence",
    ["Hale went on to win the cup.", "Hale went on to say no.", "Hale could go on to say the quay is shut."],
)
def test_who_goes_on_to_do_something_says_nothing(sentence: str) -> None:
    assert not [*find_gone_on(Page(sentence).document)]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "Per Harbour Works, the quay is wider than it was.",
            "Harbour Works",
            "Per",
            "the quay is wider than it was",
        ),
        ("As per her note, the quay is wider.", "her note", "As per", "the quay is wider"),
        ("The cap would grow with pay, per the proposal.", "the proposal", "per", "The cap would grow with pay"),
        ("The boat, per Moss, is for sale.", "Moss", "per", "The boat … is for sale"),
    ],
)
def test_what_is_so_per_somebody_is_theirs(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_per(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("In the words of Moss, the quay is safe.", "Moss", "the quay is safe"),
        ("The quay is safe, in the words of the owner.", "the owner", "The quay is safe"),
        (
            "It is, in the words of one sailor, “a fine wreck of a quay”.",
            "one sailor",
            "It is … “a fine wreck of a quay",
        ),
    ],
)
def test_what_is_so_in_the_words_of_somebody_is_theirs(sentence: str, source: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_in_words(page.document)
    assert page.told(one) == (source, page.article.words_of(one.cue[0]), content)
    assert page.words(one.cue).lower() == "in the words of"


@pytest.mark.parametrize(
    "sentence",
    [
        "Moss told in the words of a child how the quay sank.",
        "It is time, in the words of the mayor, to think of the quay.",
        "There is joy in the words of Moss, and the quay is safe.",
        "“In the words of Moss, the quay is safe,” Lund said.",
        "The quay sank, in the words of",
    ],
)
def test_words_that_are_only_told_of_tell_nothing(sentence: str) -> None:
    assert not [*find_in_words(Page(sentence).document)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Per person, the trip is dear.",
        "Per Hansen is the clerk.",
        "Per Hansen, of the harbour board, told Lund that the quay was shut.",
        "Per Hansen, 44, of Norvik, said the quay was shut.",
        "Per Hansen, who runs the quay, said on Monday it was shut.",
        "Her teacher, Per Hansen, said the quay is wider.",
        "It is 9p per Ton.",
        "It is dear, per person.",
        "The boat, per Moss, which is for sale, sank.",
        "It is shut, per Moss, is what Lund wrote.",
        "“Per Moss, the quay is wider than it was,” Lund said.",
        "It sells ten, per the hour or so, and is dear.",
    ],
)
def test_a_name_or_a_rate_tells_nothing(sentence: str) -> None:
    assert not [*find_per(Page(sentence).document)]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The Harbour Times understands the quay is sold.", "The Harbour Times", "understands", "the quay is sold"),
        ("HarbourNews has also learned that pay is late.", "HarbourNews", "has also learned", "that pay is late"),
        (
            "The quay is sold for good, Tide.example has learned.",
            "Tide.example",
            "has learned",
            "The quay is sold for good",
        ),
        (
            "Sky Harbour has exclusively learnt Moss, 54, is ill.",
            "Sky Harbour",
            "has exclusively learnt",
            "Moss, 54, is ill",
        ),
        ("Bloomberg has learned that pay is late.", "Bloomberg", "has learned", "that pay is late"),
        ("Pay is late again, the Harbour Times understands.", "the Harbour Times", "understands", "Pay is late again"),
    ],
)
def test_what_a_paper_has_learned_is_what_it_says(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_learned(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Hale has learned that the quay is sold.",
        "The company has learned that salt eats quays.",
        "Harbour Works has learned a lot since May.",
        "The Harbour Times may have learned that the quay is sold.",
        "The Harbour Times learned that the quay is sold.",
        "I have learned that the quay is sold.",
        "Hale has learned that the quay is sold.",
        "The Harbour Union fully understands that the quay is sold.",
        "Harbour Works understands that old wish of Moss.",
    ],
)
def test_what_others_came_to_know_is_said_by_nobody(sentence: str) -> None:
    assert not [*find_learned(Page(sentence).document)]
