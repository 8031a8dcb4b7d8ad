"""Whom who and which stand for."""

import pytest

from tests.analysis.conftest import Read, speaker


def test_which_is_the_name_before_it() -> None:
    text = "Store sold\n\nThe shop was bought by Lindholm Energy, which said that it would stay open.\n"
    assert speaker(text, "it would stay open") == "Lindholm Energy"


def test_who_after_people_without_a_name_is_nobody() -> None:
    got = Read("Store sold\n\nHelga Sturm met neighbours who said that the shop was too loud.\n")
    assert [claim.speaker for claim in got.analysis.claims if "too loud" in got.words(claim.content)] == [None]


def test_who_after_people_without_a_name_is_shown_in_the_articles_words_for_them() -> None:
    text = "Quay shut\n\nThe plan was met with anger by employers, who warned that wages would fall.\n"
    assert speaker(text, "wages would fall") == "employers"


@pytest.mark.parametrize("who", ["The doctors", "My old boss", "Those"])
def test_who_in_a_quotation_is_shown_in_its_words_for_them(who: str) -> None:
    got = Read(f"Quay shut\n\n“{who} who said that the shop was too loud are not in town,” Helga Sturm said.\n")
    assert [claim.speaker_name for claim in got.analysis.claims if claim.within is not None] == [who]


def test_who_behind_an_apposition_is_the_person_before_it() -> None:
    text = (
        "Lawyers hit back\n\nThe worries were taken up by Joanna Harper, a barrister working on crime cases at "
        "Blue Lion Chambers in London, who said that the courts had failed.\n"
    )
    assert Read(text).speakers() == ["Joanna Harper"]


def test_who_in_an_apposition_without_a_comma_is_the_person_before_it() -> None:
    text = "Teacher dies\n\nNell Varga, the swimming teacher who said that water was slow air, has died.\n"
    assert speaker(text, "was slow air") == "Nell Varga"


@pytest.mark.parametrize(
    "told",
    ["Nell Varga is a swimming teacher", "Nell Varga swims here. She was the swimming teacher"],
)
def test_who_behind_what_somebody_is_said_to_be_is_that_person(told: str) -> None:
    assert speaker(f"At the pool\n\n{told} who said that water was slow air.\n", "was slow air") == "Nell Varga"


def test_who_behind_what_another_is_a_friend_of_is_not_that_person() -> None:
    text = "At the pool\n\nNell Varga is a friend of the teacher who said that water was slow air.\n"
    assert speaker(text, "was slow air") == "the teacher"


def test_who_behind_a_bodys_apposition_is_the_body() -> None:
    text = (
        "Rent\n\nThe letter is backed by Open Labour, a pressure group, who said that deferring rent was not enough.\n"
    )
    assert speaker(text, "was not enough") == "Open Labour"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("Kaka was to earn a lot with Manchester City, who said that the deal was done.", "Manchester City"),
        ("Ann Lee of Lidl, who said that the deal was done, left.", "Ann Lee"),
        ("Google's latest research, which said that the deal was done, is out.", "Google"),
    ],
)
def test_who_and_which_are_the_body_before_them_or_whose_it_is(clause: str, name: str) -> None:
    assert speaker(f"A deal\n\n{clause}\n", "the deal was done") == name


def test_who_with_a_plural_behind_two_people_is_both() -> None:
    text = "March ends\n\nHelga Sturm and Bo Lind, who say that they were beaten, want an inquiry.\n"
    assert speaker(text, "they were beaten") == "Helga Sturm and Bo Lind"
    assert speaker(text.replace("who say", "who says"), "they were beaten") == "Bo Lind"
    assert speaker(text.replace("Bo Lind", "her cousin Bo Lind"), "they were beaten") == "Helga Sturm and Bo Lind"


def test_which_behind_whom_a_suit_is_against_is_who_sued() -> None:
    text = "Suit dropped\n\nHelga Sturm has dropped her suit against Owen Gray which accused the board of neglect.\n"
    assert speaker(text, "the board of neglect") == "Helga Sturm"


def test_who_behind_ages_is_the_people_of_these_ages() -> None:
    text = "Quay shut\n\nThe board asked 500 Britons aged 18 to 25 who said that the quay was lost.\n"
    assert speaker(text, "the quay was lost") == "500 Britons aged 18 to 25"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("The chief was doubtful of new recruits who", "new recruits"),
        ("There was open dislike of it from professionals who", "professionals"),
        ("It is still the same guard, by the way, who", "the same guard"),
        ("It was up to men Norwegians aged 18 to 25 who", "men"),
        ("The plan alarmed animal rights campaigners, who", "animal rights campaigners"),
        ("It was met with anger by the doctors and nurses who", "the doctors and nurses"),
        ("It was backed by the majority of MPs who", "the majority of MPs"),
        ("The board wrote to Nell Varga's father in Weir, New York, who", "Nell Varga's father"),
        ("It was in response to research paid for by the board and released on Tuesday morning that", "research"),
        ("The trial was a test for the administration, which", "the administration"),
        ("It is the target of a new alliance of shops, which", "a new alliance of shops"),
    ],
)
def test_who_is_people_and_which_is_who_may_speak_or_is_written(told: str, words: str) -> None:
    text = f"Quay shut\n\n{told} said that the quay was lost.\n"
    assert speaker(text, "the quay was lost") == words


@pytest.mark.parametrize("told", ["Nell Varga of Campo, California,", "Nell Varga, then ambassador to the islands,"])
def test_who_behind_where_somebody_lives_or_what_they_once_were_is_that_person(told: str) -> None:
    text = f"Quay shut\n\nThe plan was met with anger by {told} who said that the quay was lost.\n"
    assert speaker(text, "the quay was lost") == "Nell Varga"


def test_who_with_a_plural_behind_where_two_people_live_is_both() -> None:
    both = "Nell Varga of Weir and Bo Lind of Ohio"
    text = f"Quay shut\n\nIt met the wrath of guards, including {both}, who have said that the quay was lost.\n"
    assert speaker(text, "the quay was lost") == both


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Helga Sturm sent the board a letter", "Helga Sturm"),
        ("Helga Sturm told the board in a letter", "Helga Sturm"),
        ("Helga Sturm told the board that a search had found a handwritten note", "a handwritten note"),
        ("Helga Sturm has read a letter", "a letter"),
    ],
)
def test_which_is_who_put_a_document_out_and_nobody_who_found_it(told: str, name: str) -> None:
    assert speaker(f"Quay shut\n\n{told} which said that the shop was too loud.\n", "was too loud") == name
