"""What stands on both sides of a cue is one content where a half of it would say something else."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.both_sides import join_sides
from tests.analysis.conftest import Page


def join(sentence: str, contents: list[str], source: str, cue: str) -> list[str]:
    page = Page(sentence)
    one = page.say(source, cue, *contents)
    return [page.article.words_of(span) for span in join_sides(page.document, [one])[0].content]


@pytest.mark.parametrize(
    ("sentence", "contents", "whole"),
    [
        ("Nobody, Moss said, had warned her.", ["had warned her"], ["Nobody", "had warned her"]),
        ("Nothing, Moss said, would change.", ["would change"], ["Nothing", "would change"]),
        ("It was, Moss said, “a day to forget”.", ["a day to forget"], ["It was", "a day to forget"]),
        ("It has been, Moss said, “no use at all”.", ["no use at all"], ["It has been", "no use at all"]),
        ("The quay, Moss said, “is a wreck”.", ["is a wreck"], ["The quay", "is a wreck"]),
        ("On the quay, Moss said, “is a wreck”.", ["is a wreck"], ["is a wreck"]),
        ("The quay sank, Moss said, “on a fine day”.", ["on a fine day"], ["on a fine day"]),
        ("He sat where she was, Moss said, “a while”.", ["a while"], ["a while"]),
        ("It was not, Moss said, the town's fault.", ["the town's fault"], ["It was not", "the town's fault"]),
        ("Never, Moss said, had it rained so.", ["had it rained so"], ["Never", "had it rained so"]),
        ("The quay, Moss said, was shut.", ["was shut"], ["The quay", "was shut"]),
        ("Both hope; neither, Moss said, can win.", ["Both hope", "can win"], ["neither", "can win"]),
        (
            "In the last few days, Moss said, that it rained was clear.",
            ["that it rained was clear"],
            ["that it rained was clear"],
        ),
        ("But for Lee, Moss said, nobody would come.", ["nobody would come"], ["But for Lee", "nobody would come"]),
        ("It would never, so Moss said, happen again.", ["happen again"], ["It would never", "happen again"]),
        ("Few of them, Moss said, knew that he was ill.", ["that he was ill"], ["Few of them", "knew that he was ill"]),
    ],
)
def test_what_turns_a_content_belongs_to_it(sentence: str, contents: list[str], whole: list[str]) -> None:
    assert join(sentence, contents, "Moss", "said") == whole


@pytest.mark.parametrize(
    ("sentence", "contents", "whole"),
    [
        ("He was not, Moss said, a thief.", ["He was not"], ["He was not", "a thief"]),
        ("Not one nurse, Moss said, was asked.", ["Not one nurse"], ["Not one nurse", "was asked"]),
        ("It is by no means, Moss said, a tax.", ["It is by no means"], ["It is by no means", "a tax"]),
        ("It is less a reform, Moss said, than a tax.", ["It is less a reform"], ["It is less a reform", "than a tax"]),
        ("The quay is open, Moss said, except in May.", ["The quay is open"], ["The quay is open", "except in May"]),
        ("This is not, of course, Moss said, new.", ["This is not, of course"], ["This is not, of course", "new"]),
        ("It is not so much, Moss said, a tax.", ["It is not so much"], ["It is not so much", "a tax"]),
        ("Not a day passes, Moss said, without rain.", ["Not a day passes"], ["Not a day passes", "without rain"]),
        ("The quay is open, Moss said, without giving a date.", ["The quay is open"], ["The quay is open"]),
        ("The quay is not open, Moss said, but he was wrong.", ["The quay is not open"], ["The quay is not open"]),
        ("The quay is open, Moss said, after a long day.", ["The quay is open"], ["The quay is open"]),
    ],
)
def test_a_content_goes_on_behind_its_cue_where_it_is_not_whole(
    sentence: str, contents: list[str], whole: list[str]
) -> None:
    assert join(sentence, contents, "Moss", "said") == whole


def test_a_source_does_not_run_on_into_what_was_said() -> None:
    page = Page("Hardly a day passes, said Moss, without rain.")
    one = page.say("Moss, without rain", "said", "Hardly a day passes")
    joined = join_sides(page.document, [one])[0]
    assert [page.article.words_of(span) for span in (*joined.source, *joined.content)] == [
        "Moss",
        "Hardly a day passes",
        "without rain",
    ]


def test_a_half_that_another_claim_holds_the_rest_of_is_doubtful() -> None:
    page = Page("Nobody, Moss said, had warned her.")
    half = page.say("Moss", "said", "had warned her")
    rest = Attribution((page.span("Nobody"),), (), (), 0.8)
    assert join_sides(page.document, [half, rest])[0].confidence == 0.4
