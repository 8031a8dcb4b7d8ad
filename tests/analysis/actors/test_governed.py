"""Names that what stands beside them tells to be a place's."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text


def _kind(text: str, name: str) -> str | None:
    found = analyse(article_from_text(f"Rain\n\n{text}\n")).actors
    return next((actor.kind for actor in found if actor.name == name), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The governor of East Malou, Jana Petrik, said taxes would rise.", "East Malou"),
        ("The mayor of Upper Brenn, Otto Frings, said they would not.", "Upper Brenn"),
        ("Police in Great Tolland said a man was held.", "Great Tolland"),
        ("The Tampere-based company said it would wait.", "Tampere"),
    ],
)
def test_who_governs_lives_or_is_based_there_tells_a_place(text: str, name: str) -> None:
    assert _kind(text, name) == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The mayor of Weir, Otto Frings, said they would not.", "Otto Frings", "person"),
        ("The village of Ann Petrik said goodbye to her. Ann Petrik said she was old.", "Ann Petrik", "person"),
        ("Ida Berg said Norvik Ltd-based staff had left. Norvik Ltd said so.", "Norvik Ltd", "organisation"),
    ],
)
def test_a_person_or_firm_beside_such_words_stays_one(text: str, name: str, kind: str) -> None:
    assert _kind(text, name) == kind
