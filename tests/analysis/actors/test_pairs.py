"""Who speaks where a source is two or more: both, the companies, two who are named side by side."""

import pytest

from tests.analysis.conftest import Read, speaker


def test_both_are_the_two_named_together() -> None:
    got = Read("Talks go on\n\nHelga Sturm and Owen Gray met in Bergen. Both said that talks would go on.\n")
    claim = next(claim for claim in got.analysis.claims if "talks would go on" in got.words(claim.content))
    assert claim.speaker_name == "Helga Sturm and Owen Gray"
    assert [got.analysis.actor(id).name for id in claim.speakers] == ["Helga Sturm", "Owen Gray"]
    assert claim.speaker == claim.speakers[0]


def test_both_men_are_the_two_just_named_and_both_men_and_women_nobody() -> None:
    text = "Two held\n\nOle Lee and Bo Lind were held in May.\n\nBoth men say that they were beaten.\n"
    assert speaker(text, "they were beaten") == "Ole Lee and Bo Lind"
    assert speaker(text.replace("Both men", "Both women"), "they were beaten") == "Both women"
    assert speaker(text.replace("Both men", "Both men and women"), "they were beaten") == "Both men and women"


@pytest.mark.parametrize("who", ["Both sides", "Both countries", "The two governments", "Both of her sons"])
def test_sides_and_countries_are_not_the_two_people_named_before(who: str) -> None:
    text = f"Talks go on\n\nHelga Sturm and Owen Gray met in Bergen. {who} said that talks would go on.\n"
    assert speaker(text, "talks would go on") == who


def test_voters_of_both_parties_are_not_the_parties() -> None:
    met = "Labor and the Coalition met."
    text = f"Vote near\n\n{met} Both Labor voters (63%) and Coalition voters (62%) say it is time.\n"
    assert (speaker(text, "it is time") or "").startswith("Both Labor voters")


def test_they_are_no_country_and_two_bodies_only_where_they_did_something() -> None:
    text = (
        "Maduro\n\nThe shadow ministers backed it, as France, Germany and Venezuela had.\n\n“We backed the statement "
        "last year,” they said on Monday.\n"
    )
    assert speaker(text, "backed the statement") not in ("Venezuela", "Germany", "France")


def test_two_countries_speak_together() -> None:
    for beside in ("", ", which are not members,"):
        got = Read(f"Plot\n\nLast year, France and Denmark{beside} said that Iran had planned attacks.\n")
        (claim,) = got.analysis.claims
        assert claim.speaker_name == "France and Denmark"
        assert len(claim.speakers) == 2


def test_she_and_somebody_named_are_two() -> None:
    text = (
        "Damp\n\nRuth Carver, who left in 2021, told of mould. She and her successor, Amit Rao, said that the roof had "
        "leaked for years.\n"
    )
    assert speaker(text, "had leaked for years") == "Ruth Carver and Amit Rao"


@pytest.mark.parametrize("who", ["The companies", "Both companies", "The two firms"])
def test_the_companies_are_the_two_just_named(who: str) -> None:
    text = f"Deal made\n\nLindholm Energy and Norvik Gas will merge in May.\n\n{who} said that no jobs would go.\n"
    assert speaker(text, "no jobs would go") == "Lindholm Energy and Norvik Gas"


def test_the_companies_of_three_are_nobody() -> None:
    text = "Deal made\n\nBlue Line, Lindholm Energy and Norvik Gas were fined.\n\nThe companies said they would pay.\n"
    assert speaker(text, "they would pay") == "The companies"


def test_chiefs_of_two_bodies_speak_together() -> None:
    text = "Talks end\n\nLindholm CEO Helga Sturm and Norvik COO Bo Lind told the board that they had no plans.\n"
    assert speaker(text, "they had no plans") == "Helga Sturm and Bo Lind"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Sturm, Gray and Platt", "Helga Sturm, Owen Gray and David Platt"),
        ("Sturm, Norway’s Gray and Swedish minister David Platt", "Helga Sturm, Owen Gray and David Platt"),
        ("The mayor, Helga Sturm, and her rival, Owen Gray,", "Helga Sturm and Owen Gray"),
        ("The residents and the Coast Trust", "The residents and the Coast Trust"),
        ("The head of the Coast Trust, Owen Gray,", "Owen Gray"),
        ("Platt's parents, Helga Sturm and Owen Gray,", "Helga Sturm and Owen Gray"),
        ("Chairman and chief executive Owen Gray", "Owen Gray"),
        ("Helga Sturm, 42, and Owen Gray, 31, who wed in May,", "Helga Sturm and Owen Gray"),
        ("Helga Sturm (42) and Owen Gray (31)", "Helga Sturm and Owen Gray"),
    ],
)
def test_who_is_named_beside_others_does_not_speak_alone(source: str, names: str) -> None:
    text = (
        "All about the rain\n\nHelga Sturm met Owen Gray of Norway and David Platt of the Coast Trust in Sweden.\n\n"
        f"{source} said that the quay was lost.\n"
    )
    assert speaker(text, "the quay was lost") == names


@pytest.mark.parametrize(
    "source",
    [
        "Both the Lindholm Trust, Norway’s biggest charity, and the Corvo Group (CG)",
        "The Lindholm Trust (LT) and the Corvo Institute (CI)",
    ],
)
def test_two_bodies_are_two_behind_what_the_first_is_and_its_initials(source: str) -> None:
    (claim,) = Read(f"Quay\n\n{source} said that they would close.\n").analysis.claims
    assert len(claim.speakers) == 2
