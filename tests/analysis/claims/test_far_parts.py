"""Quotations that are not the words of whoever a cue near them names."""

from reader.analysis.claims.far_parts import part_far
from tests.analysis.conftest import Page, speaker

PRIZE = (
    "Teacher wins prize\n\nTeacher Joan Ames won the prize on Friday. Her pupil Ravi Shah, 9, was less surprised. “She "
    "is the best teacher in the whole world.” The head, Colin Teal, agreed. “We all knew it long before the jury.”\n"
)


def test_two_who_speak_around_one_cue_are_not_one() -> None:
    assert speaker(PRIZE, "She is the best teacher") == "Ravi Shah"
    assert speaker(PRIZE, "We all knew it") == "Colin Teal"


def test_two_around_one_cue_behind_a_sentence_about_the_speaker_are_one() -> None:
    text = PRIZE.replace("Her pupil Ravi Shah, 9,", "Colin Teal, the head,").replace("The head, Colin Teal,", "He")
    assert speaker(text, "She is the best teacher") == speaker(text, "We all knew it") == "Colin Teal"


def test_a_quotation_that_ends_in_a_comma_is_of_the_cue_behind_it() -> None:
    page = Page(
        "Gwen Stone, 47, did not join him on Monday. “She had no problem with the song,” OK! A source of the paper "
        "reveals. “She is sure that he has no feelings left.”"
    )
    one = page.say(
        "A source", "reveals", "She had no problem with the song", "She is sure that he has no feelings left"
    )
    assert part_far(page.document, [one]) == ([one], [])


def test_whoever_is_called_by_name_in_a_quotation_does_not_say_it() -> None:
    text = (
        "Firm denies claims\n\nThe firm's lawyer Ben Katz spoke on Monday. “We have nothing to hide and nothing to "
        "add,” Katz said.\n\n“Who will pay the families, Mr. Katz?”\n\nThe families wait.\n"
    )
    assert speaker(text, "Who will pay") != "Ben Katz"
