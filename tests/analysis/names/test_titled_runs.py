"""People named behind a title inside a run of capitals."""

import pytest

from reader.analysis.names import Name, complete_names, cut_at_titles
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("run", "person"),
    [
        ("Norvik Crown Prince Faisal bin Nasser", "Faisal bin Nasser"),
        ("Weir Commission President Ursula von der Mark", "Ursula von der Mark"),
        ("Mayo TD Colm Heffernan", "Colm Heffernan"),
    ],
)
def test_a_name_goes_on_behind_its_small_words(run: str, person: str) -> None:
    page = Page(f"On Monday the quay was shut by {run} for good.")
    assert (person, "person") in page.tell(cut_at_titles(page.document, [Name(page.span(run), "person")]))


def test_an_office_alone_is_no_name() -> None:
    page = Page("On Monday the Taoiseach said that the quay was shut.")
    assert page.tell(complete_names(page.document, [Name(page.span("Taoiseach"), "person")], ())) == []
