"""Who “the bank” is where commas set a name beside it elsewhere in the article."""

import pytest

from tests.analysis.conftest import speaker

FERRY = """Ferries late

The harbour operator said that 300 boats were late. Passengers waited on the quay.

{}
"""


@pytest.mark.parametrize(
    ("then", "who"),
    [
        ("The harbour operator, Portwise Ltd, runs six quays.", "Portwise Ltd"),
        ("Portwise Ltd, the harbour operator, opened its gates at noon.", "Portwise Ltd"),
        ("Nobody from Portwise Ltd was there.", "The harbour operator"),
    ],
)
def test_a_name_in_commas_beside_the_phrase_tells_who_it_is(then: str, who: str) -> None:
    assert speaker(FERRY.format(then), "300 boats were late") == who


def test_an_age_in_brackets_is_an_age() -> None:
    text = "Oil on the quay\n\nConor Berg (61) of Dock Road was seen there.\n\nCaptain Jo Stolz waved. "
    assert speaker(text + "The 61-year-old said the oil was old.\n", "the oil was old") == "Conor Berg"


def test_it_goes_on_for_whom_a_body_without_a_name_was_found() -> None:
    text = "Profit rises\n\nNovaline Shipping said on Thursday it would hire 300 people. Ships sailed.\n\n"
    text += "The company, based in Hamburg, expects costs to fall. It reiterated that it would pay a dividend.\n"
    assert speaker(text, "that it would pay a dividend") == "Novaline Shipping"
