"""A content in a relative clause comes with what its relative stands for, where that is certain."""

import pytest

from reader.analysis.claims.doubt import leave_antecedent, list_doubts
from reader.analysis.claims.relatives import add_antecedents
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "antecedent"),
    [
        ("They want a second vote, which Moss has promised to hold by June.", "has promised", "to hold by June",
         "a second vote, which"),
        ("The yard built a very old ferry that Moss said was unsafe.", "said", "was unsafe", "a very old ferry that"),
        ("The police met the captain who Moss said had sunk the ferry.", "said", "had sunk the ferry",
         "the captain who"),
    ],
)  # fmt: skip
def test_what_the_relative_stands_for_is_told(sentence: str, cue: str, content: str, antecedent: str) -> None:
    page = Page(sentence)
    one = page.say("Moss", cue, content)
    assert page.words(add_antecedents(page.document, [one])[0].content) == f"{antecedent} … {content}"


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("They spoke of talks with a yard, which Moss said was unsafe.", "said", "was unsafe"),
        ("The yard sold the ferry, which Moss said was unsafe.", "said", "was unsafe"),
        ("It came the same week that Moss had vowed to sink the ferry.", "had vowed", "to sink the ferry"),
        ("It made such a noise that Moss said he was ill.", "said", "he was ill"),
        ("Moss said that the ferry was unsafe.", "said", "that the ferry was unsafe"),
    ],
)
def test_a_relative_that_may_stand_for_more_is_left_alone(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    one = page.say("Moss", cue, content)
    assert add_antecedents(page.document, [one]) == [one]


def test_no_word_of_another_claim_is_taken() -> None:
    page = Page("They want a second vote, which Moss has promised to hold by June.")
    one = page.say("Moss", "has promised", "to hold by June")
    other = page.say("They", "want", "a second vote")
    assert add_antecedents(page.document, [one, other])[0] == one


def test_what_the_relative_stands_for_makes_no_claim_more_doubtful() -> None:
    page = Page("The yard built a very old ferry that Moss said was unsafe.")
    one = page.say("Moss", "said", "was unsafe")
    (whole,) = add_antecedents(page.document, [one])
    assert whole != one
    assert list_doubts(page.document, whole) == list_doubts(page.document, one)


def test_quoted_words_before_a_relative_stay_part_of_the_claim() -> None:
    page = Page("The yard built “a very old ferry” that Moss said was unsafe.")
    content = (page.span("“a very old ferry” that"), page.span("was unsafe"))
    assert leave_antecedent(page.document, content) == content
