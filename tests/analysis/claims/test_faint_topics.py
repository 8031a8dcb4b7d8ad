"""What concerns, calls and praise are of, whosever they are, is a faint claim."""

import pytest

from reader.analysis.claims.faint_topics import find_topics
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The board faces calls from the union to resign.", "the union", "calls", "to resign"),
        ("There have been reports of a new leak.", "", "reports", "a new leak"),
        ("The firm faces accusations of fraud in May.", "", "accusations", "fraud in May"),
        ("Concerns about safety have been raised.", "", "Concerns … have been raised", "safety"),
        ("Doubts over it were raised by the union.", "the union", "Doubts … were raised", "it"),
        (
            "Concerns were raised over a reported rise in crime.",
            "",
            "Concerns … were raised",
            "a reported rise in crime",
        ),
        ("The yard is mired in allegations of fraud.", "", "allegations", "fraud"),
        ("There are calls to close the quay.", "", "calls", "to close the quay"),
        ("Shares fell on concerns about a new leak.", "", "concerns", "a new leak"),
        ("Moss ignored calls to close the quay.", "", "calls", "to close the quay"),
        ("Calls from sailors for a new quay went unheard.", "sailors", "Calls", "a new quay"),
        ("The mayor drew criticism from sailors for his speech.", "sailors", "criticism", "his speech"),
        ("The plan drew praise from the union.", "the union", "praise", "The plan"),
        ("The plan won the backing of the union.", "the union", "won the backing of", "The plan"),
        ("The figures cited by the board are wrong.", "the board", "cited by", "The figures"),
        ("A plan put forward by Moss would cost a lot.", "Moss", "put forward by", "A plan"),
    ],
)
def test_what_is_feared_or_called_for_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_topics(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The threat posed by the storm has passed.",
        "The record set by Moss still stands.",
        "The mayor faced criticism for his speech.",
        "The union has the support of the wall.",
        "Moss wrote the reports of the board.",
        "You might have concerns about the leak.",
        "This work also calls for a good deal of care.",
        "“There are calls to close it,” said Moss.",
    ],
)
def test_what_nobody_says_is_no_topic(sentence: str) -> None:
    assert not [*find_topics(Page(sentence).document)]
