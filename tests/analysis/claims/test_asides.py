"""What the reporter says between two parts of a quotation is in neither."""

import pytest

from tests.analysis.conftest import Read

HEADLINE = "Fuel tax row deepens\n\n"


@pytest.mark.parametrize("aside", ["referring to the fuel tax", "pointing at the map", "alluding to the talks in May"])
def test_a_quotation_goes_on_behind_an_aside(aside: str) -> None:
    got = Read(
        f"{HEADLINE}“We were never asked,” Transport Minister Liv Aas said, {aside}, “and we will not pay it.”\n"
    )
    assert got.said() == [("Liv Aas", "We were never asked … and we will not pay it.")]


def test_what_somebody_refers_to_without_a_quotation_before_it_is_left_as_it_is() -> None:
    got = Read(f"{HEADLINE}Liv Aas spoke for an hour, referring to the tax as “a theft from the poor”.\n")
    assert all("theft" in content for _, content in got.said())
