"""What reports no statement is no claim, or a doubtful one: silence, a question that is weighed, nobody, a link."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.drafts import draft_claims, list_said
from reader.analysis.claims.unsaid import SILENT, is_link, is_silence
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "said"),
    [
        ("The yard is considering whether it can stay.", "The yard", "is considering", "whether it can stay", False),
        ("Nobody says that the quay is safe.", "Nobody", "says", "that the quay is safe", False),
        ("Moss wants a seat before Hale leaves.", "Moss", "wants", "a seat before Hale leaves", False),
        ("Moss wants Hale to leave.", "Moss", "wants", "Hale to leave", True),
        ("Moss wants “a fair deal” for all.", "Moss", "wants", "a fair deal” for all", True),
        ("Moss said so, citing two officials at the mill.", "Moss", "citing", "two officials at the mill", False),
        ("Moss said so, citing people familiar with it.", "Moss", "citing", "people familiar with it", False),
        ("Moss shut it, citing a lack of rain.", "Moss", "citing", "a lack of rain", True),
        ("No minister said that the quay is safe.", "No minister", "said", "that the quay is safe", False),
        ("None of them said that it rained.", "None of them", "said", "that it rained", False),
        ("No 10 said that it rained.", "No 10", "said", "that it rained", True),
        ("Neither Moss nor Hale called it “a tax”.", "Neither Moss nor Hale", "called", "it “a tax", False),
        ("It was not Moss who said that it rained.", "Moss who", "said", "that it rained", False),
        ("It was Moss who said that it rained.", "Moss who", "said", "that it rained", True),
        ("Contrary to what Moss says, it rained.", "Moss", "says", "it rained", False),
        ("Whatever Moss says, the quay is shut.", "Moss", "says", "the quay is shut", False),
        ("From what Moss says, the quay is shut.", "Moss", "says", "the quay is shut", True),
        ("Contrary to Hale, Moss says it rained.", "Moss", "says", "it rained", True),
        ("If Moss says that it rained, we go.", "Moss", "says", "that it rained", False),
        ("Had Moss said that it rained, we would go.", "Moss", "said", "that it rained", False),
        ("Moss said how the quay would close.", "Moss", "said", "how the quay would close", True),
        ("Moss explained why nobody went.", "Moss", "explained", "why nobody went", True),
        ("Moss responded to rumours that it would rain.", "Moss", "responded to", "rumours that it would rain", False),
        ("Responding to a claim that it rained, Moss left.", "Moss", "Responding to", "a claim that it rained", False),
        ("Commenting on the rain, Moss left.", "Moss", "Commenting on", "the rain", False),
        ("Moss commented on the attention it had.", "Moss", "commented on", "the attention it had", True),
        ("Moss responded to them that it would rain.", "Moss", "responded", "that it would rain", True),
    ],
)
def test_who_states_nothing_makes_no_claim(sentence: str, source: str, cue: str, content: str, said: bool) -> None:
    page = Page(sentence)
    one = Attribution((page.span(content),), (page.span(cue),), (page.span(source),))
    assert list_said(page.document, draft_claims(page.document, [one])) == ([0] if said else [])


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "silent"),
    [
        ("Moss did not say whether the quay would close.", "say", "whether the quay would close", True),
        ("Moss hasn’t confirmed how many went.", "hasn’t confirmed", "how many went", True),
        ("Moss declined to comment on the quay.", "declined to comment on", "the quay", True),
        ("Moss refused to name the buyer.", "refused", "to name the buyer", True),
        ("Moss made no mention of the quay that sank.", "made no mention of", "the quay that sank", True),
        ("Moss sidestepped a question of what it cost.", "sidestepped a question of", "what it cost", True),
        ("Moss did not say that the quay would close.", "did not say", "that the quay would close", False),
        ("Moss refused to lend the boat.", "refused", "to lend the boat", False),
    ],
)
def test_silence_is_doubtful(sentence: str, cue: str, content: str, silent: bool) -> None:
    page = Page(sentence)
    one = Attribution((page.span(content),), (page.span(cue),), (page.span("Moss"),), 0.99)
    sure = draft_claims(page.document, [one])[0].confidence
    assert sure is not None
    assert (sure <= SILENT) == silent


def test_those_of_whom_neither_explains_keep_silent() -> None:
    page = Page("Neither Moss nor Hale explained why the quay was shut.")
    parts = (page.span(words) for words in ("why the quay was shut", "explained", "Neither Moss nor Hale"))
    content, cue, source = ((part,) for part in parts)
    assert is_silence(page.document, Attribution(content, cue, source))


def test_a_headline_that_asks_who_somebody_is_says_nothing() -> None:
    page = Page("The quay is shut.", headline="Ada Moss: who is the woman behind the quay?")
    one = Attribution(((10, 41),), ((8, 9),), ((0, 8),))
    assert list_said(page.document, draft_claims(page.document, [one])) == []


def test_a_line_that_leads_to_another_page_is_in_nobodys_words() -> None:
    page = Page("Harlow.example: Ten quays that sink\n\nAda Moss: The quay sinks\n\nLondon: Plane Bar, Heathrow")
    lines = (
        ("Harlow.example", "Ten quays", True),
        ("Ada Moss", "The quay sinks", False),
        ("London", "Plane Bar", True),
    )
    for source, content, link in lines:
        start, end = page.span(source)
        assert is_link(page.document, Attribution((page.span(content),), ((end, end + 1),), ((start, end),))) is link
