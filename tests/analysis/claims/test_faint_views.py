"""What somebody says in passing, or in a letter or plea of theirs, is a faint claim."""

import pytest

from reader.analysis.claims.faint_views import find_faint_views
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("He led the raid, which the police said had done no harm.", "the police", "said", "had done no harm"),
        ("He was hurt in what the mayor described as clashes.", "the mayor", "described as", "clashes"),
        ("The court deemed this treatment unlawful.", "The court", "deemed", "this treatment unlawful"),
        ("Moss calls the bar “magnificent”.", "Moss", "calls", "the bar “magnificent"),
        ("They hold banners calling for an end to it.", "banners", "calling for", "an end to it"),
        ("He read a letter to the board urging it to act.", "a letter to the board", "urging", "it to act"),
        ("Moss pleaded not guilty to theft.", "Moss", "pleaded", "not guilty to theft"),
        ("Moss refused to join the board.", "Moss", "refused", "to join the board"),
    ],
)
def test_what_is_said_in_passing_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_faint_views(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "A waxy stuff in which oil called tar builds up is bad.",
        "He left a message seeking comment.",
        "Moss refused to comment.",
        "He left the boat which Moss sailed home.",
        "Moss could refuse to join.",
    ],
)
def test_what_is_not_said_is_no_view(sentence: str) -> None:
    assert not [*find_faint_views(Page(sentence).document)]
