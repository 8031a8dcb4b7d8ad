"""What a court hears of somebody is theirs to the end."""

import pytest

from reader.analysis.claims.heard import join_heard
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("The court heard that Moss had sold the boat and told the crew that it sank.", True),
        ("An inquest heard that Moss had sold the boat and then told the crew that it sank.", True),
        ("The tribunal heard that Moss had sold the boat and warned the firm that it sank.", False),
        ("The committee heard that Moss had sold the boat and told the crew that it sank.", False),
        ("The court found that Moss had sold the boat and told the crew that it sank.", False),
        ("The court heard that Moss had sold the boat, but a judge told the crew that it sank.", False),
        ("The court heard that Moss had sold the boat and ruled by noon that it sank.", False),
    ],
)
def test_what_a_court_heard_goes_on_with_what_somebody_said(sentence: str, joined: bool) -> None:
    page = Page(sentence)
    who, cue = sentence.split(" that ")[0].rsplit(" ", 1)
    other = next(verb for verb in ("ruled", "warned the firm", "told the crew") if verb in sentence)
    first = page.say(who, cue, "that Moss had sold the boat")
    second = page.say(who, other, "that it sank")
    got = list(map(page.told, join_heard(page.document, [first, second])))
    whole = sentence[sentence.index("that") : -1]
    assert got == ([(who, cue, whole)] if joined else [page.told(first), page.told(second)])
