"""What a mention is in its clause."""

import pytest

from reader.analysis.actors.mentions import is_subject
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Lee, a friend of the family, said so.", True),
        ("Ann Lee, head of special projects at the centre, a part of the national board, is building one.", True),
        ("Ann Lee, head of projects, a part of the board.", False),
        ("Ann Lee (who played the queen) is as glad as they are.", True),
        ("Ann Lee (who played the queen) and a friend.", False),
        ("With Ann Lee, head of projects, Bo Berg, who is old, said so.", False),
    ],
)
def test_a_subject_has_its_verb_behind_one_apposition_or_two(text: str, subject: bool) -> None:
    page = Page(text)
    assert is_subject(page.document, page.document.words_in(page.span("Ann Lee"))) == subject
