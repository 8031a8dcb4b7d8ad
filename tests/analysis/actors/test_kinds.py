"""Which kind a name has, and which names are no actors."""

import pytest

from reader.analysis import analyse
from reader.analysis.actors.kinds import choose_kinds
from reader.analysis.actors.naming import clean_name
from reader.analysis.model import Analysis
from reader.analysis.names import Name
from reader.article import article_from_text
from tests.analysis.conftest import Page


def _analyse(text: str) -> Analysis:
    return analyse(article_from_text(f"Quay shut in the rain\n\n{text}\n"))


def _kinds(text: str) -> dict[str, str]:
    return {actor.name: actor.kind for actor in _analyse(text).actors}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The minister wants to repeal the Harbour Safety Act, which was passed last year.", "Harbour Safety Act"),
        ("Lowport will play in the Northern Cup on Saturday.", "Northern Cup"),
        ("She won the Merrow Prize for her second novel.", "Merrow Prize"),
        ("He had Covid-19 in March and stayed at home in London.", "Covid-19"),
    ],
)
def test_laws_cups_prizes_and_diseases_are_no_actors(text: str, thing: str) -> None:
    assert not [name for name in _kinds(text) if name in thing or thing in name]


def test_what_speaks_is_an_actor_whatever_it_is() -> None:
    page = Page("The Northern Cup is on Saturday, says the Northern Cup.")
    shares = (0.7, 0.05, 0.2, 0.05)
    naming = clean_name(page.document, Name(page.span("Northern Cup"), "organisation", 0.6, shares))
    assert naming is not None
    assert choose_kinds(page.document, [naming], []) == []
    speaking = choose_kinds(page.document, [naming], [page.span("The Northern Cup")])
    assert [one.kind for one in speaking] == ["organisation"]


def test_a_people_is_a_group_and_whence_somebody_is_no_actor() -> None:
    kinds = _kinds("Many Americans came. The Norwegian skipper Ida Berg sailed to London with two Danes.")
    assert kinds["Americans"] == kinds["Danes"] == "group"
    assert kinds["Ida Berg"] == "person"
    assert kinds["London"] == "place"
    assert "Norwegian" not in kinds


def test_a_person_is_named_without_an_office() -> None:
    kinds = _kinds("Harbour Bank COO Daniel Weir said the quay was shut. Weir left London on Monday.")
    assert kinds["Daniel Weir"] == "person"
