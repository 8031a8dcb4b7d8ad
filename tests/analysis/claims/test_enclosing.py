"""Of a sentence that ends in its cue, all that stands before it is said: what another one says or thinks in it too."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.enclosing import take_enclosed
from reader.article.model import Span
from tests.analysis.conftest import Page


def begin(sentence: str, content: str, source: str, cue: str, other: tuple[str, str] | None = None) -> str:
    """The content that is left of one before its cue, `other` (source and cue) telling the same words."""
    page = Page(sentence)

    def parts(said: str, who: str) -> tuple[tuple[Span], tuple[Span]]:
        return (page.span(said),), (page.span(who),)

    found = [Attribution((page.span(content),), *parts(cue, source), 0.6)]
    if other is not None:
        found.append(Attribution((page.span(content),), *parts(other[1], other[0]), 0.8))
    return page.article.words_of(take_enclosed(page.document, found)[0].content[0])


@pytest.mark.parametrize("other", [("The board", "thinks"), None])
def test_what_another_thinks_is_part_of_what_is_said(other: tuple[str, str] | None) -> None:
    sentence = "But the board thinks the quay is safe, Lund said on Monday."
    if other is not None:
        other = ("the board", other[1])
    assert begin(sentence, "the quay is safe", "Lund", "said", other) == "the board thinks the quay is safe"


@pytest.mark.parametrize(
    ("sentence", "content", "source", "cue"),
    [
        ("The crew was warned in May of a flood in the yard, Lund said.", "a flood in the yard", "Lund", "said"),
        ("Ida Moss told the board in a note that she was ill, Lund wrote.", "that she was ill", "Lund", "wrote"),
        ("Ida Moss and her crew plan to sail in May, Lund said.", "to sail in May", "Lund", "said"),
    ],
)
def test_what_begins_within_a_phrase_is_taken_from_the_beginning_of_its_sentence(
    sentence: str, content: str, source: str, cue: str
) -> None:
    assert begin(sentence, content, source, cue) == sentence[: sentence.index(content) + len(content)]


@pytest.mark.parametrize(
    ("sentence", "content", "source", "cue"),
    [
        ("Lund called out the weak claims of the board, Lund noted.", "the weak claims of the board", "Lund", "noted"),
        ("Lund called out the weak claims of the board, she noted.", "the weak claims of the board", "she", "noted"),
        ("While there was talk of a flood, Lund said, it was dry.", "a flood", "Lund", "said"),
        ("The board had hopes of a deal; so the quay, Lund said, stayed.", "a deal; so the quay", "Lund", "said"),
        ("The yard built a crane that Lund said was the last.", "a crane", "Lund", "said"),
        ("Two of the boats were often taken for “tugs,” according to Lund.", "“tugs,”", "Lund", "according to"),
        ("The crew took a boat, manned by Lund.", "a boat", "Lund", "manned by"),
        ("By then the quay was dry, Lund said on Monday.", "the quay was dry", "Lund", "said"),
        ("Ada Moss said the quay was dry, she added later.", "the quay was dry", "she", "added"),
        ("The board thinks “the quay is safe,” Lund said.", "the quay is safe,", "Lund", "said"),
        ("Two things are known: Moss thinks the quay is safe, Lund said.", "the quay is safe", "Lund", "said"),
        ("Lund said the board thinks the quay is safe.", "the quay is safe", "Lund", "said"),
    ],
)
def test_what_begins_rightly_begins_there_still(sentence: str, content: str, source: str, cue: str) -> None:
    assert begin(sentence, content, source, cue) == content


def test_who_encloses_a_claim_is_as_sure_as_it() -> None:
    page = Page("The board thinks the quay is safe, Lund said on Monday.")
    content = (page.span("the quay is safe"),)
    one = Attribution(content, (page.span("said"),), (page.span("Lund"),), 0.6)
    other = Attribution(content, (page.span("thinks"),), (page.span("The board"),), 0.8)
    assert [found.confidence for found in take_enclosed(page.document, [one, other])] == [0.8, 0.8]
