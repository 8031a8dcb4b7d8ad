"""Contents are whole to the end of what belongs to them behind a comma."""

import pytest

from reader.analysis.claims.tails import add_tails
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "tail"),
    [
        ("Moss said the fares rose by 7%, the steepest rise in ten years.", ", the steepest rise in ten years"),
        ("Moss said 40 boats had sunk in May, a figure that no port has seen.", ", a figure that no port has seen"),
        ("Moss said the yard built 40 boats – a rate of one a week.", " – a rate of one a week"),
        ("Moss said the yard built 40 boats, up from 30 in May.", ", up from 30 in May"),
        ("Moss said the yard built 40 boats, compared with 30 in May.", ", compared with 30 in May"),
        ("Moss said the yard would sell its crane, which would save many jobs.", ", which would save many jobs"),
        (
            "Moss said the yard had sold its crane, which means the quay stays shut.",
            ", which means the quay stays shut",
        ),
        ("Moss said the yard could sell its crane, forcing sailors to wait.", ", forcing sailors to wait"),
        (
            "Moss said the frost had reached six ports, but the boats there were dry, all of them.",
            ", but the boats there were dry, all of them",
        ),
        ("Moss said the yard was ill, with small firms closing in winter.", ", with small firms closing in winter"),
    ],
)
def test_what_a_number_is_and_what_follows_belongs_to_what_is_said(sentence: str, tail: str) -> None:
    page, content = _cut(sentence, tail)
    whole = add_tails(page.document, [page.say("Moss", "said", content)])[0].content
    assert page.article.words_of(whole[0]) == content + tail


@pytest.mark.parametrize(
    ("sentence", "tail"),
    [
        ("Moss said the yard had 40 boats, the council chamber being full.", ", the council chamber being full"),
        ("Moss said the fares rose, the steepest rise in ten years.", ", the steepest rise in ten years"),
        ("Moss said the yard sold its crane, which was never paid for.", ", which was never paid for"),
        ("Moss said the yard sold its crane, which Hale said would save jobs.", ", which Hale said would save jobs"),
        ("Moss said the yard sold its crane, forcing sailors to wait.", ", forcing sailors to wait"),
        ("Moss said the yard had sold its crane, but he would not say to whom.", ", but he would not say to whom"),
        ("Moss said the yard had sold its crane, but the crane stands there.", ", but the crane stands there"),
        ("Moss said the yard sells its crane, but the crane was rusty.", ", but the crane was rusty"),
        ("Moss said the yard was ill, with a smile on his face.", ", with a smile on his face"),
    ],
)
def test_what_the_writer_tells_behind_it_does_not(sentence: str, tail: str) -> None:
    page, content = _cut(sentence, tail)
    one = page.say("Moss", "said", content)
    assert add_tails(page.document, [one]) == [one]


@pytest.mark.parametrize(
    ("sentence", "tail"),
    [
        ("Moss said he hopes to settle down and have a garden.", " and have a garden"),
        ("Moss said the yard has sore backs and stiff knees.", " and stiff knees"),
        ("Moss said the quay may be shut before winter comes to the coast.", " before winter comes to the coast"),
        ("Moss said she had found the cause of the noise: a loose chain at the pump.", ": a loose chain at the pump"),
        ("Moss said the yard had begun to mend its boats.", " mend its boats"),
        ("Moss said the crew came home after crossing the bay.", " crossing the bay"),
        ("Moss said the yard earned 9.5% of its price.", "% of its price"),
    ],
)
def test_a_content_that_breaks_off_goes_on_to_the_end_of_its_phrase(sentence: str, tail: str) -> None:
    page, content = _cut(sentence, tail)
    whole = add_tails(page.document, [page.say("Moss", "said", content)])[0].content
    assert page.article.words_of(whole[0]) == content + tail


@pytest.mark.parametrize(
    ("sentence", "tail"),
    [
        ("Moss said the quay was shut when the mayor called.", " when the mayor called"),
        ("Moss said the quay was shut and went home.", " and went home"),
        ("Moss said the quay was shut and the boats lay idle.", " and the boats lay idle"),
        ("Moss said the quay has a poor year and issued fresh maps.", " and issued fresh maps"),
        ("Moss said the quay has a poor year and the mayor, Hale, left.", " and the mayor, Hale, left"),
        ("Moss said she would mend the quay on Friday.", " on Friday"),
        ("Moss said a lot of the boats: the mayor told us so.", ": the mayor told us so"),
    ],
)
def test_what_is_a_clause_of_its_own_or_a_time_is_not_taken(sentence: str, tail: str) -> None:
    page, content = _cut(sentence, tail)
    one = page.say("Moss", "said", content)
    assert add_tails(page.document, [one]) == [one]


def test_a_share_that_ends_a_clause_keeps_its_sign() -> None:
    page = Page("The quay is shut, Moss said, and the share of the ferry is 14%.")
    whole = add_tails(page.document, [page.say("Moss", "said", "The quay is shut")])[0].content
    assert page.words(whole) == "The quay is shut … and the share of the ferry is 14%"


def test_a_clause_goes_on_behind_who_says_it() -> None:
    page = Page("The quay is shut, Moss said, and the ferry runs from Holm until May.")
    whole = add_tails(page.document, [page.say("Moss", "said", "The quay is shut")])[0].content
    assert page.words(whole) == "The quay is shut … and the ferry runs from Holm until May"


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay is shut, Moss said, and left for Holm.",
        "The quay is shut, Moss said, and Hale claimed that it was safe.",
        "The quay is shut, Moss said, but the ferry runs from Holm.",
        "The quay is shut, Moss said, and she did so in May.",
    ],
)
def test_what_is_done_or_said_next_is_no_half_of_it(sentence: str) -> None:
    page = Page(sentence)
    one = page.say("Moss", "said", "The quay is shut")
    assert add_tails(page.document, [one]) == [one]


def test_what_others_of_those_asked_hold_is_theirs() -> None:
    page = Page("Half of the sailors said the yard was ill, with most islanders hoping for spring.")
    one = page.say("Half of the sailors", "said", "the yard was ill")
    assert add_tails(page.document, [one]) == [one]


def test_no_word_of_another_claim_is_taken() -> None:
    page = Page("Moss said the yard would sell its crane, which would save jobs.")
    one = page.say("Moss", "said", "the yard would sell its crane")
    other = page.say("", "would save", "save jobs")
    assert add_tails(page.document, [one, other])[0] == one


def _cut(sentence: str, tail: str) -> tuple[Page, str]:
    """A page with a sentence, and the words between its "said" and its tail."""
    return Page(sentence), sentence.split("said ", 1)[1].split(tail)[0]
