"""What speakers without a name are called where a claim has their noun alone."""

import pytest

from tests.analysis.conftest import speaker

LAST = "\n\nA goat had been seen on the quay, and nobody knew whose it was.\n\n{} added that the goat was well.\n"


@pytest.mark.parametrize(
    ("first", "then", "who"),
    [
        ("The Albanian defence ministry said that two were hurt.", "The ministry", "The Albanian defence ministry"),
        ("A police spokesman said that two were hurt.", "The spokesman", "A police spokesman"),
        ("Researchers at the hospital said that two were hurt.", "The researchers", "Researchers at the hospital"),
        ("A new study said that two were hurt.", "The study", "The study"),
        ("Another police spokesman said that two were hurt.", "The spokesman", "The spokesman"),
    ],
)
def test_who_is_called_by_the_noun_alone_has_the_words_that_tell_more(first: str, then: str, who: str) -> None:
    assert speaker(f"The quay\n\n{first}{LAST.format(then)}", "the goat was well") == who


def test_of_two_with_one_noun_nobody_is_told_more_of() -> None:
    text = "The quay\n\nA police spokesman said that two were hurt.\n\nA railway spokesman said that three were."
    assert speaker(text + LAST.format("The spokesman"), "the goat was well") == "The spokesman"
