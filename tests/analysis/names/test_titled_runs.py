"""People named behind a title inside a run of capitals."""

import pytest

from reader.analysis.names import Name, complete_names, cut_at_titles, join_names
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


def test_a_full_name_behind_a_title_is_found_where_nothing_else_found_it() -> None:
    page = Page("On Monday Secretary of State Hilda Marsh shut the quay, and Governor Boat Island was wet.")
    assert page.tell(cut_at_titles(page.document, [])) == [("Hilda Marsh", "person")]


def test_an_office_alone_is_no_name() -> None:
    page = Page("On Monday the Taoiseach said that the quay was shut.")
    assert page.tell(complete_names(page.document, [Name(page.span("Taoiseach"), "person")], ())) == []


@pytest.mark.parametrize(
    ("run", "body", "person"),
    [
        ("KVN Senior Political Correspondent Adam King", "KVN", "Adam King"),
        ("House Speaker Martha Boyle", "House", "Martha Boyle"),
    ],
)
def test_who_holds_an_office_behind_a_body_that_the_tagger_found_alone_is_found(
    run: str, body: str, person: str
) -> None:
    page = Page(f"On Monday {run} told of a quay that was shut.")
    found = join_names(page.document, [Name(page.span(body), "organisation")], [Name(page.span(run), "organisation")])
    assert page.tell(found) == [(body, "organisation"), (person, "person")]


def test_a_body_with_an_office_in_its_name_holds_nobody() -> None:
    run = "Harlow Speaker House Trust"
    page = Page(f"On Monday the {run} was shut.")
    found = join_names(page.document, [Name(page.span("Harlow"), "place")], [Name(page.span(run), "organisation")])
    assert page.tell(found) == [("Harlow", "place")]


def test_a_body_called_by_a_noun_has_its_field_behind_it() -> None:
    page = Page("Trees were planted, the Committee on Forest Policy said. The Committee on Monday said no more.")
    found = complete_names(page.document, [Name(page.span("Committee"), "organisation")], ())
    assert page.tell(found) == [("Committee on Forest Policy", "organisation")]


def test_a_school_has_its_field_behind_it() -> None:
    page = Page("They met at Harlow University School of Medicine.")
    found = complete_names(page.document, [Name(page.span("Harlow University School"), "organisation")], ())
    assert page.tell(found) == [("Harlow University School of Medicine", "organisation")]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("It was told by the Weir Office on Boat Safety.", "Weir Office", "Weir Office on Boat Safety"),
        ("The Committee to Save Harbors said so.", "Committee", "Committee to Save Harbors"),
        ("The Weir Office on Attacks Upon Harlow is new.", "Weir Office", "Weir Office"),
        ("The Weir Office went to Harlow.", "Weir Office", "Weir Office"),
        ("The boats of Harlow for Weir sail.", "Harlow", "Harlow"),
    ],
)
def test_a_body_has_all_of_its_field(text: str, found: str, whole: str) -> None:
    page = Page(text)
    names = [Name(page.span(found), "organisation")]
    if "Upon" in text:
        names.append(Name(page.span("Harlow"), "place"))
    assert page.tell(complete_names(page.document, names, ()))[0] == (whole, "organisation")


def test_a_day_behind_a_body_is_no_field_of_it() -> None:
    page = Page("In Harlow the Committee on Monday said no more.")
    found = complete_names(page.document, [Name(page.span("Committee"), "organisation")], ())
    assert page.tell(found) == [("Committee", "organisation")]
