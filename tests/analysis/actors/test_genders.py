"""What nouns beside a name tell of its bearer's gender."""

import pytest

from reader.analysis.actors.genders import tell_gender_around
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("The widow Arden Vole spoke.", "f"),
        ("His wife, Arden Vole, spoke.", "f"),
        ("“It was late,” said her brother, Arden Vole.", "m"),
        ("Arden Vole, Pell's widow, spoke.", "f"),
        ("Arden Vole, a mother of two, spoke.", "f"),
        ("With his wife, Arden Vole runs a shop.", None),
        ("Arden Vole, his wife, Ida, and a friend came.", None),
        ("Arden Vole, a teacher, spoke.", None),
    ],
)
def test_a_noun_before_a_name_or_in_apposition_tells(text: str, gender: str | None) -> None:
    document = Page(text).document
    at = document.article.text.index("Arden Vole")
    assert tell_gender_around(document, (at, at + len("Arden Vole"))) == gender
