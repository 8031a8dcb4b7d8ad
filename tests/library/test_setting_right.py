"""What is meant by words that somebody gives is found in the text, with the signs that they gave."""

import pytest

from reader.library.problems import LibraryError
from reader.library.setting_right import place_of

TEXT = (
    "At -2 degrees the quay froze; at 2 degrees it did not. The loss of £5m (a third more) was 10% of all, about .5 "
    "points over −4%. She wrote “#SaveTheQuay now” in C++, and the well-known café – 30 years old – closed."
)


@pytest.mark.parametrize(
    "words",
    ["-2 degrees", "£5m", "10%", ".5 points", "−4%", "#SaveTheQuay", "in C++", "30 years", "£5m (a third"],
)
def test_signs_that_are_given_are_part_of_what_is_found(words: str) -> None:
    start, end = place_of(TEXT, words)
    assert TEXT[start:end] == words


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("5M", "5m"),
        ("“#savethequay  now”", "#SaveTheQuay now"),
        ("(a third more)", "a third more"),
        ("– 30 years old –", "30 years old"),
        ("$5m", "5m"),
        ("the quay froze;", "the quay froze"),
    ],
)
def test_other_marks_case_and_white_space_do_not_count(given: str, found: str) -> None:
    start, end = place_of(TEXT, given)
    assert TEXT[start:end] == found


def test_of_several_places_the_one_with_the_signs_is_meant() -> None:
    start, end = place_of("It fell by 4% and then by 4 points, by £4.", "4%")
    assert (start, end) == (11, 13)


def test_of_several_places_alike_none_is_guessed() -> None:
    with pytest.raises(LibraryError, match="2 times"):
        place_of(TEXT, "degrees")
    with pytest.raises(LibraryError, match="2 times"):
        place_of("The quay froze; the  quay froze.", "the quay")
    assert place_of(TEXT, "2 degrees", near=(40, 41)) == (TEXT.index("2 degrees it"), TEXT.index(" it did"))
