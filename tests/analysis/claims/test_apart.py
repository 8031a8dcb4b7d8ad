"""Claims are drafted only of words that no other draft has."""

from reader.analysis.claims.apart import add_drafts, draft_apart, index_drafts, keep_apart
from reader.analysis.claims.drafts import LEAST, draft_claims
from tests.analysis.conftest import Page

PAGE = Page("Moss said the quay was shut in May. Hale feared that the crew would leave.")
SAID = PAGE.say("Moss", "said", "the quay was shut in May")
WITHIN = PAGE.say("", "was shut", "in May")
FEARED = PAGE.say("Hale", "feared", "that the crew would leave")


def test_what_shares_a_word_with_a_draft_is_left_out() -> None:
    taken = index_drafts(draft_claims(PAGE.document, [SAID], LEAST))
    assert keep_apart(taken, [SAID, WITHIN, FEARED]) == [FEARED]
    assert [one.cue for one in draft_apart(PAGE.document, taken, [WITHIN, FEARED], LEAST)] == [FEARED.cue]


def test_what_is_drafted_apart_is_taken_for_what_comes_after_it() -> None:
    taken = index_drafts(())
    add_drafts(taken, draft_apart(PAGE.document, taken, [FEARED], LEAST))
    assert draft_apart(PAGE.document, taken, [FEARED], LEAST) == []
    assert keep_apart(taken, [SAID]) == [SAID]
