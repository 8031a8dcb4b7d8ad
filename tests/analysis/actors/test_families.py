"""People of one name together, and those who are called by what they are to each other."""

import pytest

from tests.analysis.conftest import Read


def test_the_family_of_a_name_is_a_group_and_nobody_of_it() -> None:
    text = (
        "Circus ends\n\nThe Marchetti family has run a circus in Dell for a century. “We are tired,” said Rosa "
        "Marchetti, 70. The Marchettis will sell the tents in May.\n"
    )
    got = Read(text)
    family = got.actor("Marchetti family")
    assert (family.kind, family.aliases) == ("group", ("Marchettis",))
    assert "Marchetti family" not in got.actor("Rosa Marchetti").aliases


@pytest.mark.parametrize("phrase", ["the Marchetti family home", "Rosa Marchetti’s family", "a Marchetti family feud"])
def test_what_a_family_has_is_no_family(phrase: str) -> None:
    got = Read(f"Fire\n\nRosa Marchetti, 70, told the court on Monday that {phrase} had begun it all.\n")
    assert not [name for name in got.names() if name.endswith("family")]


def test_a_people_in_no_list_is_many_where_its_verb_says_so() -> None:
    got = Read("Marsh life\n\nThe Velanis live along the lower Orrin. The Velanis are fond of reed and of eels.\n")
    assert got.actor("Velanis").kind == "group"


@pytest.mark.parametrize(
    ("relative", "behind", "name"),
    [
        ("his daughter, the potter Helga Sturm", "was born in Weir. He left school early.", "Aldous Sturm"),
        ("his daughter, the potter Helga Sturm", "was there. She left school early.", "Helga Sturm"),
        ("his daughter, the potter Helga Sturm", "said he was ill. He left school early.", "Helga Sturm"),
        ("his brother, the potter Owen Sturm", "was born in Weir. He left school early.", "Owen Sturm"),
        ("his daughter, the potter Helga Sturm", "was there with Tom Lund. He left school early.", "Helga Sturm"),
    ],
)
def test_a_last_name_is_not_a_relatives_of_another_gender_than_the_pronoun_behind(
    relative: str, behind: str, name: str
) -> None:
    got = Read(
        f"Poet of the quay dies\n\nAldous Sturm, whose books told of gulls, has died.\n\nHis death was confirmed by"
        f" {relative}, who said that the end was calm.\n\nSturm {behind}\n"
    )
    last = got.article.text.rindex("\nSturm ") + 1
    assert [one.name for one in got.analysis.actors if (last, last + 5) in one.mentions] == [name]
