"""What another clause of a sentence reports is its subject's."""

import pytest

from reader.analysis.claims.other_clauses import part_clauses
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "parted"),
    [
        (
            "Moss said it “regrets” the delay; its chief, Jan Hale, has called Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay"), ("its chief, Jan Hale", "has called", "Lee “a fool”")],
        ),
        (
            "Moss said it “regrets” the delay. We hope Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay"), ("We", "hope", "Lee “a fool”")],
        ),
        (
            "Moss said it “regrets” the delay, a word that Hale called Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay"), ("Hale", "called", "Lee “a fool”")],
        ),
        (
            "Moss said it “regrets” the delay while Hale called Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay"), ("Hale", "called", "Lee “a fool”")],
        ),
        (
            "Moss said it “regrets” the delay, to which Hale replied Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay"), ("Hale", "replied", "Lee “a fool”")],
        ),
        (
            "Moss said it “regrets” the delay which Hale said Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay … Lee “a fool”")],
        ),
        (
            "Moss said it “regrets” the delay after a call from Lee “a fool”.",
            [("Moss", "said", "it “regrets” the delay … Lee “a fool”")],
        ),
    ],
)
def test_a_clause_with_a_subject_and_a_cue_is_another_claim(sentence: str, parted: list[tuple[str, str, str]]) -> None:
    page = Page(sentence)
    one = page.say("Moss", "said", "it “regrets” the delay", "Lee “a fool”")
    assert list(map(page.told, part_clauses(page.document, [one]))) == parted
