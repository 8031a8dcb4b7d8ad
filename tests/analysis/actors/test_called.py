"""What nouns beside a name tell of it."""

import pytest

from tests.analysis.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "The developer Pearl Abyss has delayed its new game by a year. Pearl Abyss said sales had fallen.\n",
        "Pearl Abyss, the studio behind the game, has dismissed 40 people. Pearl Abyss said sales had fallen.\n",
        "The game’s maker, Pearl Abyss, apologised for its words. Pearl Abyss said sales had fallen.\n",
    ],
)
def test_a_studio_is_no_person(text: str) -> None:
    assert [(actor.name, actor.kind) for actor in Read(text).analysis.actors] == [("Pearl Abyss", "organisation")]


@pytest.mark.parametrize(
    "text",
    [
        "The developer Pearl Davies has bought the mill for her son. Pearl Davies said it was old.\n",
        "Pearl Davies, the company said, has left the mill. Pearl Davies said it was old.\n",
    ],
)
def test_a_person_beside_such_a_noun_stays_one(text: str) -> None:
    assert [(actor.name, actor.kind) for actor in Read(text).analysis.actors] == [("Pearl Davies", "person")]


@pytest.mark.parametrize(
    "text",
    [
        "Karen Hobbs, 51, was out with her labrador, Molly, when a deer ran out. She said that she had braked.\n",
        "Karen Hobbs, 51, was bitten by a dog called Molly in the park. She said that she had braked.\n",
    ],
)
def test_an_animal_is_no_actor(text: str) -> None:
    got = Read(text).analysis
    assert [actor.name for actor in got.actors] == ["Karen Hobbs"]
    assert [claim.speaker_name for claim in got.claims] == ["Karen Hobbs"]


def test_who_shares_a_name_with_an_animal_is_somebody() -> None:
    text = "Molly Hobbs, 51, has a dog named Molly. Molly said that she had braked at the corner.\n"
    assert [claim.speaker_name for claim in Read(text).analysis.claims] == ["Molly Hobbs"]
