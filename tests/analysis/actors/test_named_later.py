"""Who speaks without a name first and under it next."""

import pytest

from tests.analysis.conftest import speaker

VOTE = "Quay vote\n\nGov. Bob Donnell did not back the plan for the quay.\n\n"


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("according to his spokesman.", "“It works,” Tucker Marlin said in a statement.", "Tucker Marlin"),
        ("his sister said.", "“It works,” said Ada Donnell.", "Ada Donnell"),
        ("the Norvik interior minister said.", "Paul Bellamy said that it would sink.", "Paul Bellamy"),
        ("a harbour official said.", "He was calm. “It works,” Tucker Marlin said.", "Tucker Marlin"),
        ("a harbour spokesman said.", "Spokesman Tucker Marlin said that it would sink.", "Tucker Marlin"),
        ("Norvik’s premier said.", "Norvikan premier Ada Ling said that it would sink.", "Ada Ling"),
    ],
)
def test_whoever_speaks_next_under_a_bare_name_was_told_of_without_it(first: str, then: str, name: str) -> None:
    text = f"{VOTE}The quay would be closed for the whole of the winter, {first}\n\n{then}\n"
    assert speaker(text, "The quay would be closed") == name


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("a neighbour said.", "“It works,” said Ann Tobin, a baker from Harlow."),
        ("a source said.", "“It works,” Tucker Marlin said."),
        ("his sister said.", "“It works,” Mark Donnell said."),
        ("one resident said.", "“It works,” Tucker Marlin said."),
        ("a port spokesman said.", "Speaking in Norvik on Monday, Tucker Marlin said that it would sink."),
        ("a port official said.", "The pier was older than it looked, Tucker Marlin reported."),
        ("not a single official said.", "“It works,” said Tucker Marlin."),
        ("a resident said.", "An engineer said it would sink. “It works,” Tucker Marlin said."),
        ("a resident said.", "Ann Tobin, the engineer, wept. “It works,” Tucker Marlin said."),
    ],
)
def test_whoever_is_brought_in_anew_is_somebody_else(first: str, then: str) -> None:
    text = f"{VOTE}The quay would be closed for the whole of the winter, {first}\n\n{then}\n"
    assert speaker(text, "The quay would be closed") not in ("Ann Tobin", "Tucker Marlin", "Mark Donnell")


@pytest.mark.parametrize("one", ["One Harlow councillor", "One Labour MP"])
def test_one_of_several_is_who_is_named_in_the_same_paragraph(one: str) -> None:
    text = f"{VOTE}{one} said that the quay would be closed. “It works as it is,” said Tucker Marlin.\n"
    assert speaker(text, "the quay would be closed") == "Tucker Marlin"


def test_a_police_chief_is_the_officer_whose_name_opens_the_next_paragraph() -> None:
    text = (
        "Split would harm the force, says police chief\n\nThe split would cost money, a police chief has said.\n\n"
        "Deputy assistant commissioner Richard Martin is leading the work on it.\n\n“It is a worry,” he said.\n"
    )
    assert speaker(text, "The split would cost money") == speaker(text, "Split would harm") == "Richard Martin"


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("Norvik’s mayor", "The boxer and mayor of Norvik, Tucker Marlin, said", "Tucker Marlin"),
        ("PHA chief", "Ports and Harbours Authority Commissioner Tucker Marlin said", "Tucker Marlin"),
        ("Norvik’s mayor", "The boxer and mayor of Harlow, Tucker Marlin, said", "Norvik’s mayor"),
        ("PHA chief", "Fisheries Commissioner Tucker Marlin said", "PHA chief"),
        ("Norvik’s envoy", "In a piece that came days after Tucker Marlin said", "Norvik’s envoy"),
        ("Norvik’s envoy", "In a piece days after Ida Moss said it was safe, Tucker Marlin wrote", "Tucker Marlin"),
    ],
)
def test_an_office_and_whose_it_is_may_be_told_again_before_the_name(first: str, then: str, name: str) -> None:
    text = f"{VOTE}{first} has warned that the quay would be closed in winter.\n\n{then} that the sea was rising.\n"
    assert speaker(text, "the quay would be closed") == name


def test_a_body_that_only_has_the_one_described_is_another() -> None:
    text = "Quay agency blames gulls for the leak\n\nThe Harbour Union’s quay agency said gulls had done it.\n"
    assert speaker(text, "gulls for the leak") != "Harbour Union"


@pytest.mark.parametrize(("first", "name"), [("A group of judges", "A group of judges"), ("A bank", "Lindholm Group")])
def test_a_group_of_many_is_no_body_that_is_named_next(first: str, name: str) -> None:
    text = f"Quay\n\n{first} said on Monday that the quay was lost.\n\nThe Lindholm Group released its plan in May.\n"
    assert speaker(text, "the quay was lost") == name


def test_a_signature_names_nobody_told_of_before() -> None:
    text = (
        "Town hears of plans\n\nOfficials at the ministry plan to hand over the report, a clerk said.\n\n“Shame on "
        "them!” — Ida Moss (@idamoss) May 2, 2017\n"
    )
    assert speaker(text, "Officials at the ministry") != "Ida Moss"


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("a senior officer has said.", "Ann Tobin, an assistant constable, said that it would sink.", "Ann Tobin"),
        ("a senior Quay party figure said.", "Ann Tobin, its spokeswoman for ports, said it would sink.", "Ann Tobin"),
        ("the Bank of Norvik governor has said.", "Ann Tobin said the tides of the week had changed.", "Ann Tobin"),
        ("a lawyer for the owners said.", "“It is the tide,” said Ann Tobin, who speaks in court today.", "Ann Tobin"),
        ("a ports expert said.", "While the sea is rising, Ann Tobin, of the port school, said it holds.", "Ann Tobin"),
    ],
)
@pytest.mark.parametrize("before", ["", " despite a plea of Mark Donnell"])
def test_whom_a_first_paragraph_describes_is_who_speaks_first_in_the_next(
    first: str, then: str, name: str, before: str
) -> None:
    text = f"Quay shut\n\nThe quay would be closed for the whole of the winter{before}, {first}\n\n{then}\n"
    assert speaker(text, "The quay would be closed") == name


def test_whom_a_headline_describes_is_named_with_whom_the_first_paragraph_does() -> None:
    text = (
        "Quay may sink this winter, says expert\n\nThe quay may sink before spring, a ports expert has said.\n\n"
        "Ann Tobin, a professor of the port school, said that the piles were rotten.\n"
    )
    assert speaker(text, "Quay may sink") == speaker(text, "The quay may sink") == "Ann Tobin"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("a senior officer has said.", "Harbour master Ann Tobin, of Norvik, said that it would sink."),
        ("a senior officer has said.", "It has to be near a baker, Ann Tobin, said that it would sink."),
        ("a senior officer has said.", "Ann Tobin, a baker, lost her shop to the sea in May."),
        ("a spokesman for the port said.", "Ann Tobin, a baker from Harlow, said that it would sink."),
        ("one officer has said.", "Ann Tobin, a baker from Harlow, said that it would sink."),
        ("the engineer said.", "Ann Tobin, a baker from Harlow, said that it would sink."),
        ("a businessman said.", "Ann Tobin, a baker from Harlow, said that it would sink."),
        ("an officer said.", "The sea rose.\n\nIt rained.\n\nAnn Tobin, a baker from Harlow, said that it would sink."),
    ],
)
def test_whoever_does_not_speak_first_or_has_an_office_before_the_name_is_somebody_else(first: str, then: str) -> None:
    text = f"Quay shut\n\nThe quay would be closed for the whole of the winter, {first}\n\n{then}\n"
    assert speaker(text, "The quay would be closed") != "Ann Tobin"


@pytest.mark.parametrize("who", ["a coroner", "one camper"])
def test_whoever_tells_of_a_case_is_not_whom_it_is_about(who: str) -> None:
    text = f"Man died at sea\n\nNobody looked into a death at sea, {who} has said.\n\nMax Spire, 39, died in May.\n"
    assert speaker(text, "Nobody looked into") == who
