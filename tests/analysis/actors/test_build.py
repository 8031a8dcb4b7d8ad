"""Actors: namings of one actor together, namesakes apart, roles in the article's own words."""

import pytest

from tests.analysis.conftest import Read, Reads

HEADLINE = "Council votes to close the bridge\n\n"


def test_mr_and_mrs_of_one_surname_are_two_people(read: Reads) -> None:
    got = read(
        HEADLINE + "Mr Aduba said that the cut would hurt. Mrs Aduba said that the family would manage. "
        "Mr Aduba said that he was sure of it.\n"
    )
    people = [actor for actor in got.analysis.actors if "Aduba" in actor.name]
    assert sorted(len(actor.claims) for actor in people) == [1, 2]


def test_an_acronym_is_an_alias_of_the_long_name(read: Reads) -> None:
    got = read(
        HEADLINE + "The Lowestrand Harbour Board paid the owners back. The LHB said that it regretted the delay.\n"
    )
    assert got.speakers() == ["Lowestrand Harbour Board"]
    assert "LHB" in got.actor("Lowestrand Harbour Board").aliases


def test_an_organisation_keeps_the_country_that_owns_it(read: Reads) -> None:
    got = read(HEADLINE + "Vessen's Transport Ministry has warned that the ferries may stop.\n")
    assert got.speakers() == ["Vessen's Transport Ministry"]
    assert got.actor("Vessen's Transport Ministry").kind == "organisation"


def test_roles_are_the_articles_own_words(read: Reads) -> None:
    got = read(
        HEADLINE + "Ruth Adeyemi, the leader of the council, spoke first. Baker Tom Pryce left.\n\n"
        "Transport minister Viktor Hale did not answer.\n"
    )
    assert got.actor("Ruth Adeyemi").role == "leader of the council"
    assert got.actor("Viktor Hale").role == "Transport minister"


def test_mentions_hold_names_and_resolved_pronouns(read: Reads) -> None:
    got = read(HEADLINE + "Ruth Adeyemi spoke first. She said that her report was ready.\n")
    assert [got.article.words_of(span) for span in got.actor("Ruth Adeyemi").mentions] == ["Ruth Adeyemi", "She", "her"]


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("Adeyemi and her colleagues", "and her colleagues"),
        ("Ruth Adeyemi of Weir, and other engineers,", "and other engineers"),
        ("Adeyemi and her driver, who has a boat,", "and her driver"),
        ("Adeyemi, who has a dog, and her cats,", None),
        ("Adeyemi, an expert for docks and other works,", None),
    ],
)
def test_others_who_speak_too_without_a_name_are_told_behind_the_name(source: str, others: str | None) -> None:
    got = Read(HEADLINE + f"Ruth Adeyemi came first. {source} said that the bridge was too old.\n")
    claim = got.claim("the bridge was too old")
    assert (claim.speaker_name, claim.others) == ("Ruth Adeyemi", others)
    assert claim.speaker == got.actor("Ruth Adeyemi").id


def test_who_says_most_comes_first(read: Reads) -> None:
    got = read(
        HEADLINE + "Tom Pryce was there. Ruth Adeyemi said that the piers had moved. Adeyemi said that it was sad. "
        "“It is over,” Adeyemi added.\n"
    )
    assert got.names()[0] == "Ruth Adeyemi"


def test_a_picture_credit_names_no_actor(read: Reads) -> None:
    got = read(HEADLINE + "Picture: Alamy\n\nRuth Adeyemi said that the bridge was closed.\n")
    assert "Alamy" not in got.names()


def test_a_name_in_the_byline_is_no_actor(read: Reads) -> None:
    got = read(HEADLINE + "By Dana Whitfield\n\nRuth Adeyemi said that the bridge was closed.\n")
    assert "Dana Whitfield" not in got.names()


def test_a_capitalised_headline_makes_no_names_and_no_roles(read: Reads) -> None:
    got = read(
        "Pence Says Legislators Will Fix Law, Senator Slams Mike Pence\n\nGov. Mike Pence defended the law on Sunday. "
        "“I support this law,” he said.\n\nSen. Petra Lund said that legislators had to fix it.\n"
    )
    assert got.names() == ["Mike Pence", "Petra Lund"]
    assert got.actor("Mike Pence").role == "Gov."


def test_a_given_name_of_both_sexes_bars_nobody(read: Reads) -> None:
    for pronoun in ("he", "she"):
        got = read(
            HEADLINE + f"Jan Brewer said that it would fall.\n\n“It does not address a problem,” {pronoun} said.\n"
        )
        assert got.speakers() == ["Jan Brewer", "Jan Brewer"]
