"""How a body is spoken of, which tells whether "the company" may mean it."""

from collections.abc import Mapping

import pytest

from reader.analysis.actors import antecedents
from reader.analysis.actors.features import weigh
from reader.analysis.actors.mentions import locate
from reader.analysis.actors.standing import PHRASE, SUBJECT, stand
from tests.analysis.conftest import Page, Read


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Marlin said it had raised money.", "Marlin", {SUBJECT}),
        ("The money came in a round led by Tollgate last week.", "Tollgate", {PHRASE, "last a backer"}),
        ("Marlin competes with Plexo and Vidora in the north.", "Vidora", {PHRASE, "last compared"}),
        ("Marlin is smaller than Plexo by far.", "Plexo", {PHRASE, "last compared"}),
        ("Ines Varga, an economist at Tollgate, was there.", "Tollgate", {PHRASE, "last an employer"}),
        ("They met Tollgate analyst Ines Varga in May.", "Tollgate", {"last an employer"}),
        ("They talked of Marlin’s plan.", "Marlin", {PHRASE, "last an owner"}),
        ("In Norvik, Marlin has opened a shop.", "Marlin", {SUBJECT}),
    ],
)
def test_a_body_is_a_subject_or_stands_beside_one(text: str, name: str, told: set[str]) -> None:
    page = Page(text)
    place = locate(page.document, 0, page.document.words_in(page.span(name)), pronoun=False)
    assert stand(page.document, place) == told


def test_how_a_body_is_spoken_of_is_weighed_in_one_order_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[list[str]] = []

    def keep(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
        weighed.append([name for name in features if name == PHRASE or name in ("last a backer", "last an employer")])
        return weigh(weights, features)

    monkeypatch.setattr(antecedents, "weigh", keep)
    Read("Doors shut\n\nThe round was led by an economist at Tollgate. The company said it would hire 30 people.\n")
    assert ["last a backer", "last an employer", PHRASE] in weighed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Marlin Robotics has raised $40m in a round led by Ashgrove Ventures, with money from Tollgate Capital. "
            "The company said it would hire 30 people.",
            "Marlin Robotics",
        ),
        (
            "Pelham Foods has closed two plants. Analysts at Kestrel Bank had expected it. "
            "The company said that 300 people would be offered other jobs.",
            "Pelham Foods",
        ),
        (
            "Pelham Foods denied that it had lost data, after a report in the Merrow Courier. "
            "The newspaper said that names were for sale.",
            "Merrow Courier",
        ),
    ],
)
def test_the_company_is_who_is_spoken_of_and_no_investor_employer_or_other_sort(text: str, speaker: str) -> None:
    assert Read(f"Doors shut\n\n{text}\n").speakers()[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Weir County Sheriff’s Office is looking for two men. Bo Berg of the Norvik Office was robbed. "
            "The sheriff’s office said they took $300.",
            "Weir County Sheriff’s Office",
        ),
        (
            "Pelham Foods has closed two plants. The Harbour Board said it was sorry. "
            "The retailer said that 300 people would be offered other jobs.",
            "Pelham Foods",
        ),
        (
            "Their report was seen by the Norvik Fund. The Department for Transport was late. "
            "The transport department said it was sorry.",
            "Department for Transport",
        ),
    ],
)
def test_a_phrase_that_has_the_words_of_a_name_or_of_its_apposition_means_it(text: str, speaker: str) -> None:
    assert Read(f"Doors shut\n\n{text}\n").speakers()[-1] == speaker


def test_a_body_is_never_a_person_whose_role_names_it() -> None:
    text = (
        "Prices rose again in May, and few had expected it. “We are calm,” said the bank’s chief economist Ines Varga. "
        "The bank said that bread would cost more."
    )
    assert Read(f"Doors shut\n\n{text}\n").speakers()[-1] == "The bank"
