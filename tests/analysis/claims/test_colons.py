"""What stands behind a colon is said by whom the words before it lead up to it."""

import pytest

from reader.analysis.claims.colons import find_before_colons
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Hale quipped: the goat could do better.", "Hale", "quipped", "the goat could do better"),
        ("The minister put it plainly: the money is gone.", "The minister", "put it plainly", "the money is gone"),
        ("The minister was blunt: no more loans.", "The minister", "was blunt", "no more loans"),
        ("The bank added: rates may rise again.", "The bank", "added", "rates may rise again"),
    ],
)
def test_a_colon_opens_what_is_said(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_before_colons(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Moss was told: the quay is shut.",
        "The rules are simple: nobody may swim here.",
        "The evidence is clear: smoking kills.",
        "Moss ordered: bread, milk and eggs.",
        "There was one thing left: the boat was theirs.",
        "It was clear: the quay is shut.",
        "Moss said: “The quay is shut.”",
    ],
)
def test_other_colons_open_nothing_said(sentence: str) -> None:
    assert not [*find_before_colons(Page(sentence).document)]
