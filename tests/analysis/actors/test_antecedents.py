"""Whom a phrase may mean, and whom it does not, however near they are."""

import pytest

from tests.analysis.conftest import speaker


@pytest.mark.parametrize(
    ("told", "phrase", "name"),
    [
        ("The boss of Orbit, Jon Hale, published a statement on Monday.", "The billionaire", "Jon Hale"),
        ("Ida Brandt sang with Jon Hale in Norvik on Monday.", "In her new film, the singer", "Ida Brandt"),
        ("“We won because we ran,” Jon Hale told reporters on Monday.", "The former Norvik striker", "Jon Hale"),
    ],
)
def test_a_person_described_is_who_was_told_of(told: str, phrase: str, name: str) -> None:
    text = f"All about the rain\n\nIt has been wet for days.\n\n{told} {phrase} said that rain fell.\n"
    assert speaker(text, "rain fell") == name


@pytest.mark.parametrize(
    ("told", "phrase"),
    [
        ("Jon Hale, the health minister, came home on Monday.", "The prime minister"),
        ("Jon Hale called the emergency line from his kitchen on Monday.", "The dispatcher"),
        ("Jon Hale, two, was lost in Norvik on Monday.", "The mother"),
    ],
)
def test_a_bystander_a_relative_or_who_holds_another_office_is_nobody_told_of(told: str, phrase: str) -> None:
    text = f"All about the rain\n\nIt has been wet for days.\n\n{told} {phrase} said that rain fell.\n"
    assert speaker(text, "rain fell") == phrase


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "Hearings end\n\nIt had been a long day. Jon Hale came to the desk at noon.",
            "The officer told Hale that {}.",
        ),
        ("Hearings end\n\nIt had been a long day. Jon Hale came to the desk at noon.", "The officer told him that {}."),
        ("Cup goes on\n\nJon Hale, the interior minister, saw it.", "The finance minister said that {}."),
        (
            "Firms face a new code\n\nIt was reported on Monday that the digital minister, Jon Hale, was planning to "
            "use a speech to tell of the plans. “The firms have had years,” Hale is expected to say.",
            "The road rage minister is preparing to warn that {}.",
        ),
        (
            "Firms face a new code\n\nFourteen-year-old Ann Bell is remembered. The 14-year-old Jon Hale died as well, "
            "it is said. Hale had been ill.",
            "The minister said that {}.",
        ),
        (
            "Cup goes on\n\nIda Brandt, a nurse, won on Monday. She was glad.",
            "The tennis player said that he saw how {} and how his knee hurt.",
        ),
        (
            "Cup goes on\n\nJon Hale won a match on Monday.",
            "“He is good,” Ida Brandt said. “The physio told me that {}.”",
        ),
    ],
)
def test_who_is_told_it_holds_another_office_or_is_of_the_other_gender_is_not_who_speaks(told: str, said: str) -> None:
    text = f"{told} {said.format('rain fell on the court')}\n"
    assert speaker(text, "rain fell on the court") not in ("Jon Hale", "Ida Brandt")


def test_whom_either_half_of_a_quotation_names_does_not_say_it() -> None:
    text = (
        "Old boss warns of Norvik\n\nPeter Lund led Norvik to two cups. Norvik beat Harrow on Monday under Jon Hale. "
        "Lund praised the side.\n\n“This team is the work of Jon Hale,” the 64-year-old told the club’s website. "
        "“I have seen no better side in all these years.”\n"
    )
    assert speaker(text, "seen no better side") != "Jon Hale"


@pytest.mark.parametrize(
    ("told", "phrase", "name"),
    [
        ("Helga Sturm wrote to the Norvik Home Office.", "The group", None),
        ("The rate was told by QPI of Norvik for years.", "The committee", None),
        ("Helga Sturm, a spokeswoman for the Norvik ministry of health, was ill.", "The ministry", None),
        ("The Ministry of Foreign Affairs called in the envoy.", "The health ministry", None),
        ("The Ministry of Public Health called in the envoy.", "The health ministry", "Ministry of Public Health"),
        ("The Ministry of Defence called in the envoy.", "The defense ministry", "Ministry of Defence"),
        ("The Norvik Police Department called in the envoy.", "The city fire department", None),
        ("The Norvik Border Force called in the envoy.", "The ambulance service", None),
        ("The Norvik Transport Administration called in the envoy.", "The association", None),
        ("The Republican Guard called in the envoy.", "The church", None),
        ("The Norvik Museum called in the envoy.", "The airline", None),
        ("The Norvik Museum called in the envoy.", "The agency", None),
        ("The Norvik Museum called in the envoy.", "The museum", "Norvik Museum"),
        ("The Norvik Library called in the envoy.", "The company", None),
        ("The Norvik Farm Association called in the envoy.", "The association", "Norvik Farm Association"),
    ],
)
def test_a_body_of_another_field_or_sort_is_not_meant(told: str, phrase: str, name: str | None) -> None:
    text = f"All about the rain\n\nIt has been wet for days.\n\n{told}\n\n{phrase} said that rain fell.\n"
    assert speaker(text, "rain fell") == (name or phrase)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The Brass Hands union says that drivers had no training.", "Brass Hands"),
        ("GMB said on Monday that drivers had no training.", "GMB"),
        ("The Rail Workers Association says that drivers had no training.", "Rail Workers Association"),
        ("The Brass Hands board says that drivers had no training.", None),
    ],
)
def test_the_union_is_whoever_is_called_one_or_has_a_unions_name(told: str, name: str | None) -> None:
    text = f"Staff to strike\n\n{told} Norvik Rail disagreed.\n\nThe union said the timetable was wrong.\n"
    assert speaker(text, "the timetable was wrong") == (name or "The union")


@pytest.mark.parametrize("phrase", ["the Orbit CEO", "the Labour MP"])
def test_the_letters_of_an_office_are_no_name(phrase: str) -> None:
    text = (
        "All about the rain\n\nThere was much to like in a speech by Ann Hale, who had come to Norvik on Monday. "
        f"As {phrase} pointed out, many people were tired of the rain. However, Hale was calm.\n"
    )
    assert speaker(text, "many people were tired") == "Ann Hale"


@pytest.mark.parametrize(("body", "phrase", "meant"), [("BBC", "paper", False), ("Norvik Mail", "paper", True)])
def test_the_paper_is_no_broadcaster(body: str, phrase: str, meant: bool) -> None:
    text = f"Rows at Norvik\n\nThe {body} showed on Monday how the rows began. The rain came in, the {phrase} said.\n"
    assert (speaker(text, "The rain came in") == body) is meant


def test_the_prime_minister_is_nobody_of_whom_a_lesser_office_is_told() -> None:
    text = (
        "Chair goes\n\nIvo Brandt has praised the editor Ida Hale. The former chair Jon Lund resigned in May after a "
        "row.\n\nThe prime minister said the cabinet had yet to meet.\n"
    )
    assert speaker(text, "the cabinet had yet to meet") != "Jon Lund"


@pytest.mark.parametrize("phrase", ["The Skylark-owned firm", "The Skylark-backed start-up"])
def test_who_owns_somebody_is_not_who_is_owned(phrase: str) -> None:
    text = (
        f"Hot days\n\nSkylark Group has spent a lot.\n\n{phrase} said the game would be late. It rained at Skylark.\n"
    )
    assert speaker(text, "the game would be late") not in ("Skylark", "Skylark Group")


@pytest.mark.parametrize("phrase", ["The Norvik-based airline", "The Hong Kong-based carrier"])
def test_where_an_airline_is_based_need_not_be_in_its_name(phrase: str) -> None:
    text = (
        "Skylark cuts flights\n\nSkylark Airways reported a loss on Tuesday after a poor summer. "
        f"{phrase} said flights would be cut by 11 per cent.\n"
    )
    assert speaker(text, "flights would be cut") == "Skylark Airways"


def test_the_committee_may_be_called_by_its_initials() -> None:
    text = "Quay shut\n\nThe NOC met in Norvik on Monday. The committee said that rain fell.\n"
    assert speaker(text, "rain fell") == "NOC"


@pytest.mark.parametrize("phrase", ["The Swedish company", "The Nordic firm"])
def test_where_a_firm_is_from_need_not_be_in_its_name(phrase: str) -> None:
    text = (
        "Streamly shares jump\n\nStreamly reported record profits on Tuesday after adding nine million users. "
        f"{phrase} said monthly users rose 11 per cent.\n"
    )
    assert speaker(text, "monthly users rose 11 per cent") == "Streamly"


@pytest.mark.parametrize(
    ("body", "others"),
    [
        ("the military", "Hamas"),
        ("the military", "Boko Haram"),
        ("the army", "Palestinians"),
        ("the campaign", "Palestinians"),
    ],
)
def test_a_body_is_no_people_and_armed_forces_nobody_whose_name_does_not_say_so(body: str, others: str) -> None:
    text = (
        f"Rockets at dawn\n\n{others} fired rockets on Sunday morning. Aircraft struck back.\n\n"
        f"Shortly before the attack, gunmen opened fire in the north, {body} said.\n"
    )
    assert speaker(text, "gunmen opened fire") == body


def test_the_military_is_the_army_that_is_named() -> None:
    text = (
        "Rockets at dawn\n\nThe Norvik Army struck back on Sunday after Hamas had fired rockets.\n\n"
        "Shortly before the attack, gunmen opened fire in the north, the military said.\n"
    )
    assert speaker(text, "gunmen opened fire") == "Norvik Army"


def test_an_office_before_a_name_counts_beside_the_role_behind_it() -> None:
    text = (
        "Singer cancels tour\n\nSinger Mia Hart cancelled her tour on Friday. Bob Sands, her manager, said she was "
        "ill.\n\nActor Jude Finch, her husband, said that she needed rest. The actor added that they would go home.\n"
    )
    assert speaker(text, "that they would go home") == "Jude Finch"


@pytest.mark.parametrize(
    ("told", "phrase", "name"),
    [
        ("US president Jon Hale", "the Russian president", "Ivo Brandt"),
        ("British prime minister Jon Hale", "the French prime minister", "Ivo Brandt"),
        ("US president Jon Hale", "the American president", "Jon Hale"),
    ],
)
def test_the_president_of_one_country_is_not_that_of_another(told: str, phrase: str, name: str) -> None:
    text = (
        f"Ivo Brandt tells Jon Hale that the war goes on\n\nAccording to aide Yuri Lind, {told} urged an end of the "
        f"war during the call, but {phrase} reiterated that the root causes would be solved.\n\nIvo Brandt told {told} "
        "that the goals would be pursued.\n"
    )
    assert speaker(text, "the root causes would") == name


def test_the_leader_of_a_country_is_its_president_whoever_else_leads_a_party() -> None:
    text = (
        "Old ties\n\nNorvikan President Ida Moss met the head of the harbour on Friday, the first talks with a Weiran "
        "opposition leader in ten years.\n\nMoss told reporters that all was well.\n\n"
        "The Norvikan leader called for more trade with the islands.\n"
    )
    assert speaker(text, "more trade") == "Ida Moss"


def test_a_phrase_means_nobody_with_a_name_where_that_is_likelier() -> None:
    text = (
        "Drive ends\n\nCook owner Jon Cerni drove into the river at Norvik in May, and the Norvik medical "
        "examiner ruled it was no crime.\n"
    )
    assert speaker(text, "it was no crime") == "the Norvik medical examiner"


@pytest.mark.parametrize(("what", "name"), [("union", "Weirtown Steel"), ("bakery", "Tallow")])
def test_the_company_is_nobody_who_is_called_a_union(what: str, name: str) -> None:
    text = (
        f"Shops\n\nThe {what} Tallow called for talks with Weirtown Steel. “We are open,” said its officer, Jon Hale. "
        "He said the company had assured him that no mill would shut.\n"
    )
    assert speaker(text, "no mill would shut") == name
