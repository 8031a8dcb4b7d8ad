"""Who speaks in a document whose maker nothing beside it tells."""

import pytest

from tests.analysis.conftest import speaker

POLICE = "Man held\n\nA man was arrested on Sunday, the Seaton Police Department said. "
QUARRY = (
    "Court hears dispute\n\nHollin Quarries argued before the court of appeal on Tuesday. Hollin Quarries told the "
    "court that it had been promised a permit. "
)


def test_the_statement_is_by_the_body_that_spoke_before_it() -> None:
    text = f"{POLICE}According to the statement, a group of men left a club at 2 a.m.\n"
    assert speaker(text, "a group of men left a club at 2 a.m") == "Seaton Police Department"


def test_a_statement_told_of_before_is_not_by_whoever_spoke_last() -> None:
    text = (
        "Man held\n\nThe family of Bo Berg read a statement at noon. A man was arrested on Sunday, the Seaton Police "
        "Department said. The statement said that the house was locked.\n"
    )
    assert speaker(text, "that the house was locked") != "Seaton Police Department"


@pytest.mark.parametrize("source", ["Its submission", "Its lawsuit"])
def test_its_document_is_by_the_body_that_spoke_before_it(source: str) -> None:
    assert speaker(f"{QUARRY}{source} said the council had lied.\n", "the council had lied") == "Hollin Quarries"


def test_a_document_stays_with_the_body_whose_it_was_when_it_spoke() -> None:
    text = f"{QUARRY}Its submission said the council had lied. The submission said that the permit was lost.\n"
    assert speaker(text, "that the permit was lost") == "Hollin Quarries"


def test_it_behind_its_submission_is_no_earlier_submission() -> None:
    text = (
        f"{QUARRY}Its submission said the council had lied. Merrow Borough Council disagreed. In its submission, it "
        "said the promise was never made.\n"
    )
    assert speaker(text, "the promise was never made") == "Merrow Borough Council"
