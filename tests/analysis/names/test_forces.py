"""Names of police forces and officers' offices."""

import pytest

from reader.analysis.model import ActorKind
from reader.analysis.names import Name, join_forces
from tests.analysis.conftest import Page


def _join(text: str, *names: tuple[str, ActorKind]) -> list[tuple[str, str]]:
    page = Page(text)
    return page.tell(join_forces(page.document, [Name(page.span(name), kind) for name, kind in names]))


@pytest.mark.parametrize(
    ("text", "name", "kind", "whole"),
    [
        ("On Monday Ashby police held two men.", "Ashby", "person", "Ashby police"),
        ("Greater Harlow police said so.", "Greater Harlow", "organisation", "Greater Harlow police"),
        ("Officers from Norvik police came.", "Norvik", "place", "Norvik police"),
        ("They rang the Norvik police department.", "Norvik", "place", "Norvik police department"),
        ("Norvik state police have the car.", "Norvik", "place", "Norvik state police"),
        (
            "The Weir County Sheriff’s Office has it.",
            "Weir County Sheriff",
            "organisation",
            "Weir County Sheriff’s Office",
        ),
        ("On Monday Harlow council sold the hall.", "Harlow", "place", "Harlow council"),
        ("On Monday Harlow city council sold the hall.", "Harlow", "place", "Harlow city council"),
        ("They fear the Gulf cartel here.", "Gulf", "place", "Gulf cartel"),
        ("On Monday Norvik university was shut.", "Norvik", "place", "Norvik university"),
        ("The Weir county prosecutor’s office has it.", "Weir", "place", "Weir county prosecutor’s office"),
        ("Weir and Harlow Police rang.", "Harlow Police", "organisation", "Weir and Harlow Police"),
    ],
)
def test_a_force_is_named_whole(text: str, name: str, kind: ActorKind, whole: str) -> None:
    assert _join(text, (name, kind)) == [(whole, "organisation")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("In Norvik police held two men.", "Norvik", "place"),
        ("A Norvik police officer was hurt.", "Norvik", "place"),
        ("On Monday Harlow council leader Ann Lee left.", "Harlow", "place"),
        ("A Norvik university was shut.", "Norvik", "place"),
        ("He told Ann Lee police were coming.", "Ann Lee", "person"),
        ("Lee's Office is a film.", "Lee", "person"),
    ],
)
def test_what_stands_before_police_otherwise_is_left(text: str, name: str, kind: ActorKind) -> None:
    assert _join(text, (name, kind)) == [(name, kind)]


def test_a_saint_s_palace_is_one_place() -> None:
    assert _join("It was signed at St James’s Palace.", ("St James", "place")) == [("St James’s Palace", "place")]


def test_a_place_inside_a_force_is_no_name_beside_it() -> None:
    text = "Weir and Harlow Police rang."
    assert _join(text, ("Weir", "place"), ("Harlow Police", "organisation")) == [
        ("Weir and Harlow Police", "organisation")
    ]
