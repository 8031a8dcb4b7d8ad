"""What has to speak for whom a phrase may mean, beside their nearness."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from reader.analysis.actors.antecedents import is_vouched
from tests.analysis.conftest import speaker


@pytest.mark.parametrize(
    ("share", "called", "country", "vouched"),
    [
        (0.05, frozenset[str](), frozenset[str](), False),
        (0.15, frozenset[str](), frozenset[str](), True),
        (0.05, frozenset(["president"]), frozenset[str](), True),
        (0.05, frozenset[str](), frozenset(["norvish"]), True),
    ],
)
def test_a_person_is_vouched_for_by_the_pointing_a_role_or_whose_president_it_is(
    share: float, called: frozenset[str], country: frozenset[str], vouched: bool
) -> None:
    reference = SimpleNamespace(words=range(3), form="person", head="president", age=None)
    asked = SimpleNamespace(
        reference=reference, shares={0: share}, sourced=True, called={0: called}, country=country, ages={}, roles={}
    )
    assert is_vouched(cast(Any, asked), 0) is vouched


@pytest.mark.parametrize(
    ("told", "phrase"),
    [
        ("Helga Sturm wrote to the Norvik Home Office.", "The group"),
        ("The rate was told by QPI of Norvik for years.", "The committee"),
        ("Helga Sturm, a spokeswoman for the Norvik ministry of health, was ill.", "The ministry"),
    ],
)
def test_a_body_is_not_meant_by_a_noun_for_another_sort(told: str, phrase: str) -> None:
    text = f"All about the rain\n\nIt has been wet for days.\n\n{told}\n\n{phrase} said that rain fell.\n"
    assert speaker(text, "rain fell") == phrase


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
