"""Who speaks in a document: a report, a letter, a statement, a suit."""

import pytest

from tests.analysis.conftest import Read, speaker

FIRM = "Lindholm Energy cuts jobs\n\nLindholm Energy said on Monday that it would close two plants in Sweden.\n\n"


def test_a_report_speaks_for_who_issued_it() -> None:
    text = (
        "Bats fly less\n\nThe study was published by the Corvo Institute in May. The study found that bats fly less.\n"
    )
    assert speaker(text, "bats fly less") == "Corvo Institute"


def test_the_letter_is_by_whoever_wrote_it() -> None:
    text = "Quay shut\n\nHelga Sturm wrote to the board that the quay was lost. The letter said that it was late.\n"
    assert speaker(text, "it was late") == "Helga Sturm"


def test_a_document_is_not_by_whoever_showed_it() -> None:
    text = "Quay shut\n\nThe document, presented by Owen Gray on Monday, says that the quay is lost.\n"
    assert speaker(text, "the quay is lost") != "Owen Gray"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Data from the Lindholm Foundation", "Lindholm Foundation"),
        ("The company’s short announcement", "Lindholm Energy"),
        ("A tweet from Sturm’s sailing team", "A tweet from Sturm’s sailing team"),
        ("Our review from Lindholm’s Helga Sturm", "Helga Sturm"),
        ("New reporting by the Lindholm Foundation", "Lindholm Foundation"),
        ("A Lindholm Energy investigation", "Lindholm Energy"),
    ],
)
def test_data_and_announcements_are_by_whoever_gives_them_out(source: str, name: str) -> None:
    text = f"{FIRM}Helga Sturm has sailed there.\n\n{source} said that the plants lost money.\n"
    assert speaker(text, "the plants lost money") == name


def test_a_lawsuit_against_a_firm_is_not_the_firms() -> None:
    text = "Lindholm sued\n\nA lawsuit against Lindholm Energy was filed on Monday. The lawsuit alleges it cheated.\n"
    assert speaker(text, "cheated") == "The lawsuit"


def test_a_statement_is_by_whoever_is_named_in_apposition_behind_from() -> None:
    text = "Inquest hears\n\nA statement from the inspector, Bo Renshawe, who is abroad, said that rain fell.\n"
    assert speaker(text, "rain fell") == "Bo Renshawe"


def test_it_is_not_who_only_had_the_suit_and_is_who_the_subject_before_is() -> None:
    text = (
        "Golfer sues\n\nPatrick Reed has sued a channel.\n\nThe civil suit, a copy of which has been obtained "
        "by the Norvik Guardian, was filed on Tuesday in a court. It alleges that the channel lied.\n"
    )
    assert speaker(text, "the channel lied") == "The civil suit"
    text = (
        "Alliance warns\n\nThe Coast Health Alliance said borders mattered to the EU. The alliance has also called for "
        "trade with the EU. It said that there was a role for the UK.\n"
    )
    assert [speaker(text, words) for words in ("borders mattered", "a role for")] == ["Coast Health Alliance"] * 2


def test_a_statement_is_nobody_s_of_whom_it_tells() -> None:
    text = (
        "Visit ends\n\nA statement on a website on Monday said that Helga Sturm was better.\n\n"
        "“She will stay here for a week,” the statement said.\n"
    )
    assert speaker(text, "She will stay here") == "the statement"


@pytest.mark.parametrize(
    "told",
    [
        "Helga Sturm sued the actor Bo Lind last year.",
        "Bo Lind is being sued by Helga Sturm.",
        "A suit was filed by Helga Sturm against Bo Lind.",
    ],
)
def test_a_suit_speaks_for_who_sued(told: str) -> None:
    assert speaker(f"Row goes on\n\n{told} The suit says that he owed her money.\n", "owed her money") == "Helga Sturm"


def test_a_suit_with_both_sides_named_is_of_who_brought_it() -> None:
    text = "Row goes on\n\nThe suit, brought by Helga Sturm against Bo Lind, claims that he took her boat.\n"
    assert speaker(text, "he took her boat") == "Helga Sturm"


def test_a_complaint_by_somebody_without_a_name_is_not_of_who_was_held_for_it() -> None:
    text = "Man held\n\nBo Lind was held after a complaint by a neighbour. The complaint said that he stole a boat.\n"
    assert speaker(text, "he stole a boat") == "The complaint"


@pytest.mark.parametrize(
    "told",
    [
        "The Coast Trust, a charity, said in a report this month that rain fell.",
        "Helga Sturm sued a rival. “It is late,” said the Coast Trust in a report.",
        "In a report issued on Friday, the Coast Trust said that rain fell. Helga Sturm was not asked.",
        "The Coast Trust told the Norvik Courier in a report that rain fell.",
        "The Coast Trust published a report on Friday.",
    ],
)
def test_a_report_is_by_who_said_something_in_it_or_put_it_out(told: str) -> None:
    text = f"Quay shut\n\n{told}\n\nThe report says that the quay is lost.\n"
    assert speaker(text, "the quay is lost") == "Coast Trust"


@pytest.mark.parametrize(
    "told",
    [
        "Helga Sturm has been charged in a filing at the court.",
        "Sturm’s team said in a filing that Helga Sturm was ill.",
        "Helga Sturm is being sent a filing.",
        "The court said on Tuesday that a lawyer whom Bo Lind hired wrote a filing.",
        "Helga Sturm fined the firm after it sent buyers a filing that she found misleading.",
        "Helga Sturm lost boats to thieves, according to a filing from the clerk.",
    ],
)
def test_a_document_is_nobodys_who_is_only_named_where_it_is_first_told_of(told: str) -> None:
    text = f"Quay shut\n\n{told}\n\nThe filing says that the quay is lost.\n"
    assert speaker(text, "the quay is lost") == "The filing"


def test_what_somebody_without_a_name_owns_is_not_by_who_gave_another() -> None:
    text = (
        "Quay shut\n\nHelga Sturm said in a statement that it was late. The sheriff’s statement said that rain fell.\n"
    )
    assert speaker(text, "rain fell") == "The sheriff’s statement"


@pytest.mark.parametrize("beside", ["the Lindholm Foundation", "the Lindholm Centre thinktank"])
def test_a_study_by_two_is_both_of_theirs(beside: str) -> None:
    text = f"Bats\n\nBats fly less, according to research by {beside} and the University of Corvo.\n"
    (claim,) = Read(text).analysis.claims
    assert len(claim.speakers) == 2
    assert (claim.speaker_name or "").endswith(" and University of Corvo")


def test_a_report_is_not_by_whoever_does_something_in_the_clause_behind_it() -> None:
    text = "Quay\n\nAccording to a report in the Times, Helga Sturm was hired by the mayor, Owen Gray, in May.\n"
    assert speaker(text, "Helga Sturm was hired") != "Owen Gray"


def test_a_memo_is_by_who_is_named_before_whom_it_is_to() -> None:
    text = "Quay shut\n\nA memo from Inspector Helga Sturm to Owen Gray said that the quay was lost.\n"
    assert speaker(text, "the quay was lost") == "Helga Sturm"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A study by doctors at the Lindholm Foundation", "A study by doctors at the Lindholm Foundation"),
        ("Research funded by the Lindholm Foundation", "Research funded by the Lindholm Foundation"),
        ("Figures from health authorities", "Figures from health authorities"),
        ("A study by the Lindholm Foundation", "Lindholm Foundation"),
    ],
)
def test_a_document_is_not_by_the_body_that_paid_or_whose_people_made_it(source: str, name: str) -> None:
    before = "Data from the Lindholm Foundation, a charity, were shown in May."
    assert speaker(f"Plants\n\n{before}\n\n{source} showed that bats fly less.\n", "bats fly less") == name


def test_the_study_by_people_without_a_name_stays_theirs() -> None:
    text = "Bats\n\nThe study, by zoologists from Corvo University, is new. The study found that bats fly less.\n"
    assert speaker(text, "bats fly less") == "The study"


def test_a_memo_that_a_paper_published_is_not_the_papers() -> None:
    text = "Quay shut\n\nA leaked memo published by the Harlow Post showed that the quay was lost.\n"
    assert speaker(text, "the quay was lost") == "A leaked memo published by the Harlow Post"
