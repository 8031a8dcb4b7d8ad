"""What somebody is for, against or feels about, with no word of speech, is a faint claim."""

import pytest

from reader.analysis.claims.faint_stances import find_faint_stances
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Craven has backed the plan.", "Craven", "has backed", "the plan"),
        ("The board is resisting calls to resign.", "The board", "is resisting", "calls to resign"),
        ("The sailors are seeking damages.", "The sailors", "are seeking", "damages"),
        ("The mayor denied this.", "The mayor", "denied", "this"),
        ("Several towns have objected to their use.", "Several towns", "have objected to", "their use"),
        ("Moss campaigned for a new quay.", "Moss", "campaigned for", "a new quay"),
        ("Moss played down the row.", "Moss", "played down", "the row"),
        ("The union has backed Hale’s plan.", "The union", "has backed", "Hale’s plan"),
        ("The mayor hit out at Ida Moss.", "The mayor", "hit out at", "Ida Moss"),
        ("The mayor hit out at the board.", "The mayor", "hit out at", "the board"),
        ("The union was concerned about the long hours.", "The union", "was concerned about", "the long hours"),
        ("Hale is just as frustrated by slow boats.", "Hale", "is just as frustrated by", "slow boats"),
        ("Moss was full of praise for the nurses.", "Moss", "was full of praise for", "the nurses"),
        ("Moss pressed the mayor for an answer.", "Moss", "pressed", "the mayor for an answer"),
        ("Studies ranked 2018 as the worst year.", "Studies", "ranked", "2018 as the worst year"),
        ("Moss presents Harlow as a rival.", "Moss", "presents", "Harlow as a rival"),
        ("The towns have become wary of the plan.", "The towns", "have become wary of", "the plan"),
        ("The clerk was not convinced by the results.", "The clerk", "was not convinced by", "the results"),
        ("Moss, who is critical of the plan, left.", "who", "is critical of", "the plan"),
        ("Craven left the hall, praising the crew.", "Craven", "praising", "the crew"),
        ("Moss came out in favour of the sale.", "Moss", "came out in favour of", "the sale"),
        ("Moss talked up the sale.", "Moss", "talked up", "the sale"),
        ("She faces a charge she has always denied.", "she", "has always denied", "a charge"),
    ],
)
def test_what_somebody_is_for_or_against_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_faint_stances(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The car was backed into a wall.",
        "Hale might object to the plan.",
        "The plan that Moss backed the most failed.",
        "“I have backed the plan,” said Moss.",
        "Hale played down by the quay.",
        "Hale hit out and ran.",
        "Moss campaigned for Hale in May.",
        "The union has backed Ida Moss.",
        "The jug was full of milk for the cat.",
        "Moss would be furious about the delay.",
        "Moss remained adamant on Sunday.",
        "The crew could be critical of the plan.",
        "Moss named the boat.",
    ],
)
def test_other_acts_tell_of_no_stance(sentence: str) -> None:
    assert not [*find_faint_stances(Page(sentence).document)]
