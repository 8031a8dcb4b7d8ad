"""The marks of a quotation that is a part of a content stand in its span on both sides, or on neither."""

import pytest

from reader import analyse
from reader.article import article_from_text

HEAD = "Ferry talks stall for a third week\n\n"
TAIL = "\n\nThe boats lie in the harbour until the talks go on, and nobody knows when that will be."


@pytest.mark.parametrize(
    "content",
    [
        "“no deal” would come without guarantees",
        "the crews were “done waiting” and that “no deal” was close",
        "'no deal' would come without guarantees",
        '"no deal" would come without "guarantees"',
        "the talks were ‘over’",
    ],
)
@pytest.mark.parametrize("cue", ["Ann Lee told reporters on Monday that ", "Ann Lee, the minister, said "])
def test_a_content_has_both_marks_of_what_it_quotes(cue: str, content: str) -> None:
    article = article_from_text(f"{HEAD}{cue}{content}.{TAIL}")
    (claim,) = analyse(article).claims
    words = " ".join(article.words_of(span) for span in claim.content).removeprefix("that ")
    assert words == content


def test_marks_around_the_whole_stand_outside() -> None:
    article = article_from_text(f"{HEAD}“No deal will come without guarantees,” Ann Lee said on Monday.{TAIL}")
    (claim,) = analyse(article).claims
    assert [article.words_of(span) for span in claim.content] == ["No deal will come without guarantees"]


@pytest.mark.parametrize("figure", ["-2 degrees", "−2 degrees", "–2 degrees", "-£2m", "−$2m", "£2m", "2 degrees"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("“", " is normal,” said Ann Lee, the mayor."),
        ('"', ' is normal," said Ann Lee, the mayor.'),
        ("Ann Lee, the mayor, said ", " was normal."),
        ("Ann Lee, the mayor, said that ", " was normal."),
    ],
)
def test_a_content_that_opens_with_a_figure_has_its_sign(before: str, behind: str, figure: str) -> None:
    article = article_from_text(f"{HEAD}{before}{figure}{behind}{TAIL}")
    (claim,) = analyse(article).claims
    words = " ".join(article.words_of(span) for span in claim.content).removeprefix("that ")
    assert words.startswith(f"{figure} ")


@pytest.mark.parametrize(
    "opening", ["Ann Lee, the mayor, said – 5 boats were lost.", "“— 5 boats were lost,” said Ann Lee."]
)
def test_a_dash_before_a_figure_is_no_sign(opening: str) -> None:
    article = article_from_text(f"{HEAD}{opening}{TAIL}")
    (claim,) = analyse(article).claims
    assert article.words_of(claim.content[0]).startswith("5 boats")


@pytest.mark.parametrize("bracket", ["(ABC)", "(about £2.5m)", "[the ferries]"])
def test_a_bracket_that_opens_in_a_content_closes_in_it(bracket: str) -> None:
    article = article_from_text(f"{HEAD}The crews would be paid by the union {bracket}, Ann Lee said on Monday.{TAIL}")
    (claim,) = analyse(article).claims
    assert [article.words_of(span) for span in claim.content] == [f"The crews would be paid by the union {bracket}"]


@pytest.mark.parametrize("party", ["(D-Mo.)", "(Lab)", "(R-Kans.)"])
@pytest.mark.parametrize("clause", [" said", ", who has endorsed Hale, said"])
def test_a_bracket_behind_a_name_closes_in_the_source_and_ends_no_sentence(party: str, clause: str) -> None:
    article = article_from_text(f"{HEAD}Later Sen. Clara McCann {party}{clause} the talks were over.{TAIL}")
    (claim,) = analyse(article).claims
    source = article.words_of(claim.source[0])
    assert claim.speaker_name == "Clara McCann"
    assert source.startswith("Sen. Clara McCann (")
    assert source.count("(") == source.count(")")
