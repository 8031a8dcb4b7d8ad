"""What the rules find in some blocks alone."""

from itertools import combinations

import pytest

from reader.analysis.claims.rules import find_by_rules
from tests.analysis.conftest import Page

APART = """Helga Sturm said the quay was unsafe. “Nobody came,” she said. “Nobody looked at it.”

“It will stand for years,” according to Owen Gray, who built it.

“It was never sound.” Ida Berg added that the yard had been told. “They knew of it.”
"""
RUNNING_ON = """“The quay is unsafe,” said Helga Sturm. “We told the board in May.

“Nobody came to look at it. It was not safe.”

Owen Gray said it was sound.
"""


@pytest.mark.parametrize("text", [APART, RUNNING_ON])
def test_the_claims_of_some_blocks_are_those_of_the_whole(text: str) -> None:
    document = Page(text).document
    at = document.article.block_at
    whole = [one for one in find_by_rules(document) if one.cue]
    for blocks in combinations(range(len(document.article.blocks)), 2):
        found = find_by_rules(document, {*blocks})
        theirs = [one for one in found if one.cue and at(one.cue[0][0]) in blocks]
        assert theirs == [one for one in whole if at(one.cue[0][0]) in blocks]


def test_other_blocks_are_left_out_where_no_quotation_runs_on() -> None:
    document = Page(APART).document
    at = document.article.block_at
    assert {at(one.cue[0][0]) for one in find_by_rules(document, {2})} == {2}
