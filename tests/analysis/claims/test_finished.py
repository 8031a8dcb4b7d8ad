"""Contents that the tagger broke off are finished, as far as nothing else of the sentence begins."""

import pytest

from reader.analysis.claims.finished import finish_contents
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "cue", "broken", "whole"),
    [
        (
            "The mayor suggested the fee, which runs until May, was a tax on nobody.",
            "suggested",
            "the fee",
            "the fee, which runs until May, was a tax on nobody",
        ),
        (
            "The mayor said the lamps had given the quay their wonderfully soft light.",
            "said",
            "the lamps had given the quay their",
            "the lamps had given the quay their wonderfully soft light",
        ),
        ("The mayor said the quay was shut, and went home.", "said", "the quay was shut, and", "the quay was shut"),
        ("The mayor said the quay was shut and Moss left.", "said", "the quay was shut and", "the quay was shut"),
        ("The mayor said the quay was shut and went home.", "said", "the quay was shut and", "the quay was shut and"),
        ("The mayor said it took a year, which they regret.", "said", "it took a year, which", "it took a year"),
        (
            "Nobody paid for the quay, which the town sold in May, according to the report.",
            "according to",
            "which the town sold in May",
            "Nobody paid for the quay, which the town sold in May",
        ),
        ("The mayor suggested the fee.", "suggested", "the fee", "the fee"),
        (
            "The mayor said the town had lost votes in Norvik last May, and went home.",
            "said",
            "the town had lost votes in",
            "the town had lost votes in Norvik last May",
        ),
        (
            "The mayor said the trade had begun to improve.",
            "said",
            "the trade had begun to",
            "the trade had begun to improve",
        ),
        (
            "The mayor said they would reach the widely feared ledge below the quay.",
            "said",
            "they would reach the widely",
            "they would reach the widely feared ledge below the quay",
        ),
        (
            "The mayor claimed a place in the final in May and has since been invited by Norvik.",
            "claimed",
            "a place in the final in",
            "a place in the final in May",
        ),
        (
            "The mayor spoke about her ties to the quay while at the fair in Norvik.",
            "spoke about",
            "her ties to the quay while",
            "her ties to the quay",
        ),
        (
            "The mayor said the quay would be dry in ten years.",
            "said",
            "the quay would be dry in ten",
            "the quay would be dry in ten years",
        ),
        (
            "The mayor described reading the plan and doing what it asks.",
            "described",
            "reading the plan and",
            "reading the plan and doing what it asks",
        ),
        (
            "The mayor said the town would lease or sell both.",
            "said",
            "the town would lease or sell both",
            "the town would lease or sell both",
        ),
        (
            "The mayor said the quay was all they had to look forward to.",
            "said",
            "the quay was all they had to look forward to",
            "the quay was all they had to look forward to",
        ),
        (
            "The mayor said the quay was what they hoped for “at any price” that year.",
            "said",
            "the quay was what they hoped for",
            "the quay was what they hoped for",
        ),
        (
            "The mayor said the quay will be dry again even as the fog came in.",
            "said",
            "the quay will be dry again even",
            "the quay will be dry again",
        ),
        (
            "The mayor said they left the quay four hours after the fog came in.",
            "said",
            "they left the quay four hours",
            "they left the quay",
        ),
        (
            "The mayor said they shut the quay for four days after the fog came in.",
            "said",
            "they shut the quay for four days",
            "they shut the quay for four days",
        ),
        (
            "The mayor said the quay “will stay open” during a long call on Sunday that both called frank.",
            "said",
            "the quay “will stay open” during a long call on Sunday that both called frank",
            "the quay “will stay open”",
        ),
        (
            "The mayor said the quay “will stay open” during the winter.",
            "said",
            "the quay “will stay open” during the winter",
            "the quay “will stay open” during the winter",
        ),
        (
            "The other reported fire broke out in May, according to the mayor.",
            "according to",
            "fire broke out in May",
            "The other reported fire broke out in May",
        ),
        (
            "The quay is shut, and the mayor says so, as its owners have said.",
            "have said",
            "the mayor says so",
            "the mayor says so",
        ),
    ],
)
def test_a_content_that_breaks_off_is_finished(sentence: str, cue: str, broken: str, whole: str) -> None:
    page = Page(sentence)
    found = finish_contents(page.document, [page.say("", cue, broken)])
    assert [page.article.words_of(part) for part in found[0].content] == [whole]


@pytest.mark.parametrize(
    ("behind", "whole"),
    [
        ("the latest on its website, the fee was a tax", "the fee was a tax"),
        ("the owner, Ada Moss, left the quay", "the owner, Ada Moss, left the quay"),
        ("a man, two women and a child left", "a man, two women and a child left"),
        ("the fee was a tax, and nobody paid", "the fee was a tax, and nobody paid"),
        ("printed in May, the fee was a tax", "the fee was a tax"),
        ("quoting the owner, the fee was a tax", "the fee was a tax"),
        ("which came out in May, the fee was a tax", "the fee was a tax"),
        ("compared with May, the fee was low", "compared with May, the fee was low"),
        ("which came out in May because Lund had asked for it, the fee was a tax", "the fee was a tax"),
        ("the owner, who left in May, took the money", "the owner, who left in May, took the money"),
        ("which came out in May and was read by few", "which came out in May and was read by few"),
    ],
)
def test_what_a_source_is_does_not_begin_what_it_says(behind: str, whole: str) -> None:
    page = Page(f"According to the report, {behind}.")
    found = finish_contents(page.document, [page.say("the report", "According to", behind)])
    assert [page.article.words_of(part) for part in found[0].content] == [whole]


def test_what_goes_on_with_a_source_does_not_begin_what_it_says() -> None:
    page = Page("According to an aide who spoke to Lund because she was asked, the fee was a tax.")
    broken = page.say("an aide who spoke to Lund", "According to", "because she was asked, the fee was a tax")
    (found,) = finish_contents(page.document, [broken])
    assert [page.article.words_of(part) for part in found.content] == ["the fee was a tax"]


def test_a_source_may_be_the_last_of_an_article() -> None:
    page = Page("The fee was a tax, according to the report")
    said = page.say("the report", "according to", "The fee was a tax")
    assert finish_contents(page.document, [said]) == [said]
