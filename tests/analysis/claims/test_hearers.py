"""Who is written to, spoken to or answered before a speaker's part and name is no part of the speaker."""

import pytest

from reader.analysis import analyse
from reader.analysis.claims.hearers import drop_hearer, part_whose
from reader.article import article_from_text
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    "opening",
    [
        "In a letter to the harbour secretary, Jon Hale, ",
        "In a letter to Jon Hale, ",
        "Asked by the chairman, Jon Hale, ",
        "Speaking to the council’s lawyer, Jon Hale, ",
        "At a meeting with the clerk, Jon Hale, ",
    ],
)
def test_the_speaker_is_named_behind_the_hearer(opening: str) -> None:
    text = f"The quay\n\n{opening}the mayor, Ida Brandt, said that the quay would close in May.\n"
    analysis = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in analysis.claims] == ["Ida Brandt"]


@pytest.mark.parametrize(
    ("sentence", "source", "left"),
    [
        (
            "In a letter to the clerk, Jon Hale, the mayor, Ida Brandt, said no.",
            "Jon Hale, the mayor, Ida Brandt",
            "the mayor, Ida Brandt",
        ),
        ("Jon Hale, the mayor, Ida Brandt, said no.", "Jon Hale, the mayor, Ida Brandt", None),
        ("The quay will close, according to Jon Hale, the mayor, Ida Brandt.", "Jon Hale, the mayor, Ida Brandt", None),
        (
            "He wrote to the paper that Jon Hale, the mayor, Ida Brandt, said no.",
            "Jon Hale, the mayor, Ida Brandt",
            None,
        ),
        ("Asked by Jon Hale, the mayor, of Harlow, said no.", "Jon Hale, the mayor, of Harlow", None),
    ],
)
def test_only_what_opens_a_sentence_has_a_hearer(sentence: str, source: str, left: str | None) -> None:
    page = Page(sentence)
    assert page.article.words_of(drop_hearer(page.document, page.span(source))) == (left or source)


@pytest.mark.parametrize(
    ("cue", "left"),
    [("said he", "sister"), ("told the jury", "Moss"), ("was away", "Moss")],
)
def test_whose_sister_speaks_is_hers_and_what_follows_is_not(cue: str, left: str) -> None:
    page = Page("Moss, whose sister said he was ill, told the jury that he was away.")
    span = part_whose(page.document, page.span("Moss, whose sister"), page.span(cue))
    assert page.article.words_of(span) == left


def test_whose_sister_speaks_on_a_friday_too() -> None:
    page = Page("Moss, whose sister on Friday said he was ill, told the jury that he was away.")
    span = part_whose(page.document, page.span("Moss, whose sister"), page.span("said he"))
    assert page.article.words_of(span) == "sister"


@pytest.mark.parametrize("source", ["Moss, whose sister owns it", "Moss, whose sister works", "Moss, the mayor"])
def test_a_source_without_somebody_of_theirs_who_speaks_stays_whole(source: str) -> None:
    page = Page(f"{source}, said that he was away.")
    assert part_whose(page.document, page.span(source), page.span("said")) == page.span(source)
