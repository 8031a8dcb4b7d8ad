"""What is told with a word for that somebody says so, by nobody named, is a faint claim."""

import pytest

from reader.analysis.claims.faint_hedges import find_faint_hedges
from tests.analysis.conftest import Page, Read


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The skipper allegedly sold the boat twice.", "The skipper … sold the boat twice"),
        ("He then allegedly sold the boat, and he left.", "He then … sold the boat"),
        ("The boat was allegedly sold twice.", "The boat was … sold twice"),
        ("He was held after allegedly selling the boat.", "selling the boat"),
        ("Allegedly, the boat was sold twice.", "the boat was sold twice"),
        ("Moss met a man who had supposedly sold the boat.", "sold the boat"),
        ("Police have arrested nine men allegedly involved in the sale.", "nine men … involved in the sale"),
        ("Moss left after they purportedly sold the boat.", "they … sold the boat"),
    ],
)
def test_what_is_allegedly_so_is_told_by_nobody_named(sentence: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_faint_hedges(page.document)
    assert (one.source, page.words(one.content)) == ((), content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Moss called it an allegedly safe boat.",
        "Moss said: “He allegedly sold the boat.”",
        "He sold it, allegedly.",
    ],
)
def test_a_hedge_with_nothing_of_its_own_tells_nothing(sentence: str) -> None:
    assert not [*find_faint_hedges(Page(sentence).document)]


def test_what_is_allegedly_so_is_doubtful_and_yields_to_who_says_it() -> None:
    found = Read(
        "Quay shut\n\nThe skipper allegedly sold the boat twice. Ida Moss said he allegedly sold the quay too.\n"
    )
    assert [(one.speaker_name, one.is_doubtful) for one in found.analysis.outer] == [(None, True), ("Ida Moss", False)]
