"""What a mention is in its clause."""

import pytest

from reader.analysis.actors.mentions import find_led, is_subject
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Lee, a friend of the family, said so.", True),
        ("Ann Lee, head of special projects at the centre, a part of the national board, is building one.", True),
        ("Ann Lee, head of projects, a part of the board.", False),
        ("Ann Lee (who played the queen) is as glad as they are.", True),
        ("Ann Lee (who played the queen) and a friend.", False),
        ("Ann Lee (the judge Bo Berg is to hear her) is late.", True),
        ("With Ann Lee, head of projects, Bo Berg, who is old, said so.", False),
    ],
)
def test_a_subject_has_its_verb_behind_one_apposition_or_two(text: str, subject: bool) -> None:
    page = Page(text)
    assert is_subject(page.document, page.document.words_in(page.span("Ann Lee"))) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Harbour researcher Ann Lee, MD, of the University of Norvik, Weir, could barely sit.", True),
        ("Dr. Ann Lee from Upper Weir Hospital, Norvik, and Weir School, in Harlow, agreed with Bo Berg.", True),
        ("Perhaps Ann Lee, who will be back as Lydia in the third season of the show, put it best.", True),
        ("Ann Lee, who will be back in the third season of the show, Bo Berg said.", False),
        ("Ann Lee of Norvik, Bo Berg was told, will sing.", False),
        ("With Ann Lee of Norvik, Bo Berg could barely sit.", False),
        ("Watched by the judge, Ann Lee, Bo Berg sat down, took a sip and left.", False),
    ],
)
def test_a_name_that_opens_its_sentence_has_its_verb_behind_all_that_is_told_of_it(text: str, subject: bool) -> None:
    page = Page(text)
    assert is_subject(page.document, page.document.words_in(page.span("Ann Lee"))) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The firm’s managing head, Ann Lee, gave another account.", True),
        ("His mother, Ann Lee, wrote it.", True),
        ("They saw the firm’s managing head, Ann Lee, and left.", False),
        ("Bo Berg and the head, Ann Lee, of Norvik.", False),
    ],
)
def test_a_name_between_commas_behind_what_somebody_is_has_that_ones_verb(text: str, subject: bool) -> None:
    page = Page(text)
    assert is_subject(page.document, page.document.words_in(page.span("Ann Lee"))) == subject


@pytest.mark.parametrize(
    ("text", "name", "subject", "led"),
    [
        ("Lund agrees.", "Lund", True, ""),
        ("Lund works on the old harbour wall.", "Lund", True, ""),
        ("Cupper believes there is a way.", "Cupper", True, ""),
        ("Norvik fans cheered him.", "Norvik", False, "many"),
        ("The town has Norvik fans.", "Norvik", False, "many"),
    ],
)
def test_what_was_taken_for_a_noun_behind_a_name_is_the_verb_of_a_sentence_that_has_no_other(
    text: str, name: str, subject: bool, led: str
) -> None:
    page = Page(text)
    at = page.document.words_in(page.span(name))
    assert (is_subject(page.document, at), find_led(page.document, at)) == (subject, led)
