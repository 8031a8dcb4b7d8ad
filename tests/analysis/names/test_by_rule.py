"""A tagger's names beside those of the rules."""

import pytest

from reader.analysis.engine import analyse
from reader.article import article_from_bytes
from tests.analysis.conftest import Read


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The manager left out the Norvik centre-half Tyrone Mings and the Arsenal midfielder Bo Berg.",
            "Tyrone Mings",
        ),
        ("“We have a worker to help them,” Cindy Thomas of the Red Cross told the Norvik Herald.", "Cindy Thomas"),
        ("Her co-author, Prof Dean Whitlock, said that nobody writes songs.", "Dean Whitlock"),
    ],
)
def test_a_person_is_named_whole_and_no_further(sentence: str, names: str) -> None:
    got = Read(f"A squad is named\n\nThe squad was named on Monday.\n\n{sentence}\n")
    assert names in {actor.name for actor in got.analysis.actors}


def test_a_name_in_a_table_ends_with_its_row() -> None:
    table = "| Councillor | Said |\n|---|---|\n| Ray Boone | “We have no money.” |\n| Pia Stroud | “You do.” |"
    article = article_from_bytes(
        f"# Vote on the library\n\nThe town met on Monday.\n\n{table}\n".encode(), name="vote.md"
    )
    names = {actor.name for actor in analyse(article).actors}
    assert {"Ray Boone", "Pia Stroud"} <= names
