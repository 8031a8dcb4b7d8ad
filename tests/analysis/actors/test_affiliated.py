"""Of which body people without a name are."""

import pytest

from tests.analysis.conftest import Read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three researchers at the University of Ostmark followed 400 adults. "
            "The researchers said that naps did no harm.",
            "Three researchers at the University of Ostmark",
        ),
        (
            "Scientists from Harwick University and the Norvik Institute tested 400 mice. "
            "The scientists said that the drug worked.",
            "Scientists from Harwick University and the Norvik Institute",
        ),
        (
            "Doctors at Merrow Hospital have written to the mayor. Doctors met him on Monday. "
            "The doctors said they were tired.",
            "The doctors",
        ),
        (
            "Lawyers for six sailors went to court on Monday. The lawyers said that nobody had been paid.",
            "The lawyers",
        ),
        (
            "Other researchers at the University of Ostmark had doubts. The researchers said that naps did no harm.",
            "The researchers",
        ),
    ],
)
def test_people_who_were_told_to_be_of_a_body_are_called_so(text: str, told: str) -> None:
    assert Read(f"Lights out\n\n{text}\n").speakers()[-1] == told
