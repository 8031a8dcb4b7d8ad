"""Names that what stands beside them tells to be no actor's."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text


def _list_actors(text: str) -> set[str]:
    return {actor.name for actor in analyse(article_from_text(f"Quay shut in the rain\n\n{text}\n")).actors}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The nurses gave them tidal salt blockers (TSBs), and TSBs helped. Ida Berg likes TSBs.", "TSBs"),
        ("Loss of smell and taste abnormalities (STA) are common. STA hit Ida Berg. STA goes away.", "STA"),
        ("A study of kelp body radiation therapy (KBRT) is out. KBRT cured Ida Berg. KBRT is cheap.", "KBRT"),
    ],
)
def test_letters_for_a_thing_in_small_letters_are_no_actor(text: str, letters: str) -> None:
    assert letters not in _list_actors(text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The harbour’s office of tidal water (OTW) shut the quay. OTW said the water was high.", "OTW"),
        ("The Tidal Water Board (TWB) shut the quay. The TWB said the water was high.", "Tidal Water Board"),
    ],
)
def test_letters_for_a_body_are_one_whether_it_is_told_in_small_letters_or_not(text: str, letters: str) -> None:
    assert letters in _list_actors(text)


@pytest.mark.parametrize("disease", ["Hallow’s disease", "Hallow syndrome", "Hallow's palsy"])
def test_whom_a_disease_has_its_name_from_is_no_actor(disease: str) -> None:
    assert "Hallow" not in _list_actors(f"Ida Berg has had {disease} since May. She said Hallow’s had made her tired.")


def test_who_has_a_full_name_is_somebody_also_where_a_disease_has_it() -> None:
    assert "Tom Hallow" in _list_actors("Tom Hallow found Hallow’s disease in May. “It is new,” Hallow said.")
