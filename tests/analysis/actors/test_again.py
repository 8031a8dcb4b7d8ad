"""Several bodies that speak again without their names."""

import pytest

from tests.analysis.conftest import Read

TOLD = "Gang seen\n\nThe FBI, Europol and the Weir Coast Agency warned on Monday that a gang was about.\n\n"


@pytest.mark.parametrize(("source", "many"), [("The agencies", True), ("The newspapers", False), ("Agencies", False)])
def test_the_agencies_are_those_that_spoke_together(source: str, many: bool) -> None:
    got = Read(f"{TOLD}{source} said that the doors should be locked.\n")
    said = {got.words(claim.content): claim.speakers for claim in got.analysis.outer}
    first = next(who for words, who in said.items() if "a gang was about" in words)
    assert len(first) == 3
    again = next(who for words, who in said.items() if "doors should be locked" in words)
    assert (again == first) is many
