"""Bodies that are called by the letters in brackets behind their name."""

import pytest

from reader.analysis.names import Name, add_short_forms
from tests.analysis.conftest import Page


def _named(text: str, *known: str) -> list[tuple[str, str]]:
    page = Page(text)
    names = [Name(page.span(one), "organisation", 0.9) for one in known]
    return page.tell(add_short_forms(page.document, names))


@pytest.mark.parametrize(
    ("body", "letters"),
    [("Norvik Racing Drivers’ Association", "NRDA"), ("Department for the Upkeep of Piers", "DUP")],
)
def test_the_letters_behind_a_body_in_brackets_are_that_body_wherever_they_stand(body: str, letters: str) -> None:
    named = _named(f"The {body} ({letters}) met. “We wait,” said the {letters}.", body)
    assert named.count((letters, "organisation")) == 2


@pytest.mark.parametrize("behind", ["(LOL)", "(Nrda)", "(in May)", "(N)", ", NRDA,"])
def test_other_words_behind_a_body_are_no_name_of_its(behind: str) -> None:
    body = "Norvik Racing Drivers’ Association"
    assert _named(f"The {body} {behind} met. Then LOL and Nrda and NRDA left.", body) == [(body, "organisation")]


def test_letters_that_are_named_already_stay_as_they_are() -> None:
    assert _named("The Norvik Racing Board (NRB) met.", "Norvik Racing Board", "NRB") == [
        ("Norvik Racing Board", "organisation"),
        ("NRB", "organisation"),
    ]
