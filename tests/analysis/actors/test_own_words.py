"""What is shown of a source where nobody is named."""

import pytest

from reader.analysis.actors.own_words import find_own_words
from tests.analysis.conftest import Page, speaker


def shown(text: str, source: str, joined: bool = False) -> str | None:
    """The words that are shown of a source in a text."""
    page = Page(text)
    found = find_own_words(page.document, page.span(source), joined=joined)
    return None if found is None else page.article.words_of(found)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A survey last month", "A survey"),
        ("The harbour board on Friday", "The harbour board"),
        ("A poll of 300 sailors earlier this week", "A poll of 300 sailors"),
        ("Norvik University researchers Thursday", "Norvik University researchers"),
        ("A survey published last month", "A survey published last month"),
        ("an update issued Friday", "an update issued Friday"),
        ("Men who sailed on Friday", "Men who sailed on Friday"),
        ("the class of Friday", "the class of Friday"),
        ("a report in the Mail on Sunday", "a report in the Mail on Sunday"),
    ],
)
def test_when_it_was_said_is_no_part_of_who_said_it(source: str, words: str) -> None:
    assert shown(f"{source} said that the quay was lost.", source) == words


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("a union (the NSW) said it was over.", "a union (the NSW", "a union (the NSW)"),
        ("The union [of rowers] said it was over.", "The union [of rowers", "The union [of rowers]"),
        ("a union (the NSW and others) said it.", "a union (the NSW", "a union"),
        ("a so-called “close friend” said it was over.", "a so-called “close friend", "a so-called “close friend”"),
        ('a so-called "close friend" said it was over.', 'a so-called "close friend', 'a so-called "close friend"'),
        ("The U.S. said it was over.", "The U.S", "The U.S."),
        ("It was over, said a filing to the SEC.", "a filing to the SEC", "a filing to the SEC"),
        ("By the council 41,481 were lost.", "the council 41", "the council"),
    ],
)
def test_a_mark_that_closes_what_was_opened_stands_with_it(text: str, source: str, words: str) -> None:
    assert shown(text, source) == words


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "A pact, signed in Weir over the weekend, says it.",
            "A pact, signed in Weir over the",
            "A pact, signed in Weir",
        ),
        ("Managers, speaking in Weir, said it.", "Managers, speaking", "Managers"),
        ("a paper of the harbour, where it said so.", "a paper of the harbour, where", "a paper of the harbour"),
        ("Many of the sailors I met said it.", "Many of the sailors I", "Many of the sailors"),
        ("a study in which they said it.", "a study in", "a study"),
        ("a friend close to her said it.", "a friend close to her", "a friend close to her"),
    ],
)
def test_what_leads_on_to_words_that_do_not_follow_is_left_out(text: str, source: str, words: str) -> None:
    assert shown(text, source) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a guard in a letter to the board", "a guard"),
        ("a spokesman in a short statement issued late", "a spokesman"),
        ("sailors in the survey", "sailors in the survey"),
        ("the designer after the show", "the designer"),
        ("people at the show", "people at the show"),
        ("that under half of all sailors", "under half of all sailors"),
        ("in particular the harbour board", "the harbour board"),
        ("it had already", "it"),
        ("a friend exclusively", "a friend"),
        ("one tutor candidly", "one tutor"),
        ("members of the assembly", "members of the assembly"),
        ("the sailors, when asked by the board", "the sailors"),
    ],
)
def test_on_what_occasion_and_how_it_was_said_is_no_part_of_who_said_it(source: str, words: str) -> None:
    assert shown(f"{source} said that the quay was lost.", source) == words


def test_a_name_is_shown_whole_though_a_day_is_in_it() -> None:
    page = Page("The makers of Black Friday said that the quay was lost.")
    source, name = page.span("The makers of Black Friday"), page.span("Black Friday")
    assert find_own_words(page.document, source, [name]) == source
    assert find_own_words(page.document, source) != source


def test_a_verb_ends_who_somebody_is() -> None:
    text = "Many groups, the union among them, have kept the rule, saying that it helps."
    assert shown(text, "Many groups, the union among them, have kept the rule") == "Many groups, the union among them"
    assert shown("The crew who have sailed said it.", "The crew who have sailed") == "The crew who have sailed"


def test_what_somebody_did_beside_saying_it_is_no_part_of_who_they_are() -> None:
    text = "Thousands marched through Norvik yelling that the quay was lost."
    assert shown(text, "Thousands marched through Norvik", joined=True) == "Thousands"


def test_a_share_is_told_of_how_many() -> None:
    assert shown("It asked six in 10 drivers who said no.", "10 drivers") == "six in 10 drivers"
    assert shown("Just 7% of sailors say that it was lost.", "Just") == "Just 7% of sailors"


@pytest.mark.parametrize("source", ["at the same time", "for those in the harbour", "in the plan that I"])
def test_where_when_or_for_whom_something_was_said_is_not_shown_as_who_said_it(source: str) -> None:
    assert shown(f"The board {source} said that the quay was lost.", source) is None


@pytest.mark.parametrize("source", ["In Harbour Weekly", "At least half"])
def test_a_name_or_a_share_may_begin_with_a_word_for_where(source: str) -> None:
    assert shown(f"{source} said no.", source) == source


@pytest.mark.parametrize("source", ["Having", "Just"])
def test_a_word_for_nobody_is_not_shown(source: str) -> None:
    assert shown(f"{source} said that, the quay was lost.", source) is None


def test_who_is_shown_without_what_is_no_part_of_them() -> None:
    text = "Quay shut\n\nThe quay would be lost by May, University of Norvik researchers said on Friday.\n"
    assert speaker(text, "The quay would be lost") == "University of Norvik researchers"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("The firm, whose pilots had said that it was safe", "The firm"),
        ("A woman, who asked not to be named", "A woman"),
        ("A woman who asked not to be named", "A woman who asked not to be named"),
        ("Sailors whose boats were lost", "Sailors whose boats were lost"),
        ("The reviewer, who posts as Quay_Watch", "The reviewer, who posts as Quay_Watch"),
        ("The reviewer, who is known as a bore", "The reviewer"),
    ],
)
def test_what_a_comma_parts_from_who_speaks_is_not_shown(source: str, words: str) -> None:
    assert shown(f"{source}, said that the quay was lost.", source) == words
