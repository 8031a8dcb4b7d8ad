"""Whole names of bodies whose initials the article names."""

import pytest

from reader.analysis.model import ActorKind
from reader.analysis.names import Name, spell_out
from tests.analysis.conftest import Page

LONG = "Office for the Protection of Harbour Seals"


def _spell(text: str, *names: tuple[str, ActorKind]) -> list[tuple[str, str]]:
    page = Page(text)
    return page.tell(spell_out(page.document, [Name(page.span(name), kind) for name, kind in names]))


@pytest.mark.parametrize("found", [("Office",), ("Office", "Protection of Harbour"), ()])
def test_a_body_called_by_its_initials_is_named_whole(found: tuple[str, ...]) -> None:
    names: list[tuple[str, ActorKind]] = [*((one, "organisation") for one in found), ("OPHS", "organisation")]
    told = _spell(f"They asked the {LONG} on Monday. The OPHS said no.", *names)
    assert told == [(LONG, "organisation"), ("OPHS", "organisation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They asked the Old Post House Shop on Monday. The OPH said no.", {"OPH": "organisation"}),
        (
            "They asked Olaf Peder Hale Stroud to come to the quay on Monday. The OPHS said no.",
            {"Olaf Peder Hale": "person", "OPHS": "organisation"},
        ),
        (f"They asked the {LONG} on Monday. The OPHS said no.", {LONG: "group", "OPHS": "organisation"}),
        ("They saw an Old Pier House on Monday. The OPH said no.", {"OPH": "organisation"}),
        (
            "They saw the Blue Boat Club on Monday. The BBC said no.",
            {"Blue Boat": "organisation", "BBC": "organisation"},
        ),
        (
            "They asked the Harbour Office for the Protection of Harbour Seals. The OPHS said no.",
            {"Harbour Office for the Protection of Harbour Seals": "organisation", "OPHS": "organisation"},
        ),
    ],
)
def test_other_words_with_these_letters_and_a_name_that_is_whole_are_left(
    text: str, names: dict[str, ActorKind]
) -> None:
    assert _spell(text, *names.items()) == list(names.items())


def test_initials_in_brackets_tell_the_whole_name_of_a_body_that_was_found_in_part() -> None:
    text = "A look at it by Mud and Water Watch (MWW) was new, and so was the Blue Harbour Fever (BHF)."
    assert _spell(text, ("Watch", "organisation")) == [("Mud and Water Watch", "organisation")]
