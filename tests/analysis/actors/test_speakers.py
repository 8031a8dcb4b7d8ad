"""Who stands behind a source: the name at its head."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Ohio Secretary of State Jon Hale", "Jon Hale"),
        ("Attorney General Jon Hale", "Jon Hale"),
        ("council leader Jon Hale", "Jon Hale"),
        ("a spokesman for Secretary of State Jon Hale", "a spokesman for Secretary of State Jon Hale"),
    ],
)
def test_a_title_of_several_words_leads_to_its_bearer(source: str, speaker: str) -> None:
    text = f"Harlow counts again\n\nThe county of Harlow votes again.\n\n“We counted them twice,” said {source}.\n"
    analysis = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in analysis.claims] == [speaker]
