"""What has to speak for whom a phrase may mean, beside their nearness."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from reader.analysis.actors.vouched import is_vouched


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
