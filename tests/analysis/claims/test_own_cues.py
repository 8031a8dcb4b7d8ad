"""A quotation with a cue right behind it, or a name and a colon before it, is of whom these name."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.own_cues import give_own
from tests.analysis.conftest import Page, Read

Parts = tuple[list[str], str, str]


def give(text: str, found: list[Parts]) -> list[tuple[str, list[str]]]:
    """Sources and contents, found by words: the cue as it is written with its source ("said Lee")."""
    page = Page(text)
    attributions = []
    for contents, source, cue in found:
        start = page.span(cue)[0] + cue.index("said")
        attributions.append(
            Attribution(tuple(map(page.span, contents)), ((start, start + 4),), (page.span(source),), 0.8)
        )
    given = sorted(give_own(page.document, attributions), key=lambda one: one.content)
    return [(page.article.words_of(one.source[0]), [page.article.words_of(a) for a in one.content]) for one in given]


def test_each_quotation_goes_to_the_cue_beside_it() -> None:
    assert give(
        "“It was mine,” Lee said, and “it was late,” Hale said.",
        [(["It was mine", "it was late"], "Hale", "Hale said")],
    ) == [("Lee", ["It was mine,"]), ("Hale", ["it was late"])]


def test_a_source_beside_its_cue_counts_for_more_than_one_beyond_a_quotation() -> None:
    assert give(
        "“Never,” said Lee. “Always,” said Hale. “Now,” said Moss.",
        [(["Never", "Always"], "Lee", "said Hale"), (["Now"], "Hale", "said Moss")],
    ) == [("Lee", ["Never,"]), ("Hale", ["Always"]), ("Moss", ["Now"])]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“It rained,” Hale said. “It poured.”", ["It rained", "It poured."]),
        ("“It rained,” Hale said, “and it poured.”", ["It rained", "and it poured."]),
        ("Hale said: “It rained.” Lee said nothing.", ["It rained."]),
        ("The song “It Rained,” Lee said, and Hale said so.", ["The song “It Rained,"]),
    ],
)
def test_a_quotation_without_a_cue_of_its_own_stays(text: str, contents: list[str]) -> None:
    assert give(text, [(contents, "Hale", "Hale said")]) == [("Hale", contents)]


def test_names_before_colons_in_one_line_speak() -> None:
    read = Read("Talks in Brae\n\nBoth sides met on Monday.\n\nAnn Lee: “No comment.” Bob Hale: “None at all.”\n")
    assert read.said() == [("Ann Lee", "No comment."), ("Bob Hale", "None at all.")]


def test_a_quotation_in_each_kind_of_marks_has_its_own_speaker() -> None:
    for text in ("»We never were«", "„We never were“", "«We never were»", "“We never were,”"):
        other = text.replace("We never were", "We are not ready")
        read = Read(f"Talks in Brae\n\nBoth met on Monday.\n\n{other}, said Jens Holt. {text}, said Petra Kuhn.\n")
        assert read.speakers() == ["Jens Holt", "Petra Kuhn"]
