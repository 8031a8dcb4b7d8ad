"""What the picture above a story shows is no line of it, also where it stands as one of its paragraphs."""

import pytest

from reader.analysis.summary.captions import is_caption, tells_picture
from reader.analysis.summary.pickable import is_junk, list_pickable
from tests.analysis.summary.conftest import Make


@pytest.mark.parametrize(
    "text",
    [
        "Dockers greet a ferry Monday at the pier of Halvik.",
        "Karelund's prime minister speaks before parliament Thursday in the capital.",
        "A man carries his dog over the flooded bridge in Halvik on Tuesday.",
        "Ida Lund joins the mayor at a rally in Halvik, Karelund, Saturday.",
        "A tanker of the same kind is shown in the yard of Halvik.",
    ],
)
def test_somebody_who_is_seen_at_something_on_a_day_tells_a_picture(text: str) -> None:
    assert tells_picture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dockers greeted a ferry Monday at the pier of Halvik.",
        "A wave knocked three dockers into the sea on Monday.",
        "The prime minister speaks before parliament Thursday.",
        "Karelund's prime minister will speak before parliament Thursday.",
        "Holm holds a lead of six points before the first debate on Monday.",
        "“Ida Lund joins the mayor on Saturday,” a trader wrote.",
        "Usually, the crew takes the last Thursday of the month off.",
        "Ida Lund joins a crew of six.",
        "Police say that Ida Lund leaves the hospital on Monday.",
        "His push for a ferry is shown by three votes.",
    ],
)
def test_what_happened_or_will_happen_on_a_day_does_not(text: str) -> None:
    assert not tells_picture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, left, crosses the bridge after she was freed.",
        "The mayor spoke beside Ida Lund, far right, during the feast.",
        "Bo Berg and his brother, Jan Berg, center, pray before the match.",
        "In May the mayor danced with Ida Lund, right.",
        "The ferry is seen here with her first captain.",
        "A trader walks past rows of boots in this file photo.",
        "Workers take samples in a handout picture.",
    ],
)
def test_what_tells_sides_of_a_picture_is_junk(text: str) -> None:
    assert is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, 19, left home for Halvik one morning in May.",
        "The crew, having looked into every room, left without a word.",
        "Her house is in Halvik, Karelund, right across the river.",
        "The police released an undated photo of the bridge to the papers.",
        "He turned from far left to centre, right and back again.",
    ],
)
def test_other_sides_are_none(text: str) -> None:
    assert not is_junk(text)
    assert not is_caption(text)


def test_only_right_below_the_first_sentence_a_day_makes_a_caption(make: Make) -> None:
    first = "Forty dockers lost their work in the harbour, the port said."
    shown = "Dockers greet a ferry Monday at the pier of Halvik."
    others = ["The port had been losing money for years.", "Nobody knows what will become of the pier."]
    article, sentences = make([("paragraph", text) for text in (first, shown, *others, shown)])
    assert list_pickable(article, sentences) == (0, 2, 3, 4)
    article, sentences = make([("paragraph", text) for text in (shown, first, *others)])
    assert list_pickable(article, sentences) == (0, 1, 2, 3)
