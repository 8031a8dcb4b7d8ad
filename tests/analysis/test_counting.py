"""Share of voice: whose words fill the quotation marks."""

from dataclasses import replace

import pytest

from reader.analysis.counting import find_leading, list_counted, share_voices
from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Block, Span

TEXT = (
    "“The dock is full,” Lund said. Brandt said that the yard was “not to blame at all” for it, and that more ships "
    "would come than ever before."
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def _article() -> Article:
    return Article(TEXT, (Block("paragraph", (0, len(TEXT))),))


DIRECT = Claim("c1", "direct", "said", (_span("The dock is full,"),), speaker="lund")
MIXED = Claim("c2", "mixed", "said", (_span("that the yard was “not to blame at all” for it"),), speaker="brandt")
INDIRECT = Claim("c3", "indirect", "said", (_span("that more ships would come than ever before"),), speaker="brandt")
THOUGHT = Claim("c4", "indirect", "thought", INDIRECT.content, speaker="lund")


def test_only_words_in_quotation_marks_count() -> None:
    shares = share_voices(_article(), Analysis(claims=(DIRECT, MIXED, INDIRECT, THOUGHT)))
    assert shares == {"lund": pytest.approx(4 / 9), "brandt": pytest.approx(5 / 9)}


def test_where_nobody_is_quoted_reported_words_count() -> None:
    other = Claim("c5", "indirect", "said", (_span("that the yard was"),), speaker_name="officials")
    shares = share_voices(_article(), Analysis(claims=(INDIRECT, other, THOUGHT)))
    assert shares == {"brandt": pytest.approx(8 / 12), "officials": pytest.approx(4 / 12)}


def test_nothing_said_gives_no_shares() -> None:
    assert share_voices(_article(), Analysis(claims=(THOUGHT,))) == {}


def test_what_is_doubtful_inside_another_or_only_thought_is_not_counted() -> None:
    unsure = replace(DIRECT, id="c8", confidence=0.9, speaker_confidence=0.5)
    inner = replace(DIRECT, id="c9", within=DIRECT.id)
    analysis = Analysis(claims=(DIRECT, MIXED, THOUGHT, unsure, inner))
    assert list_counted(analysis) == (DIRECT, MIXED)


def test_who_says_most_leads_and_nobody_is_nobody() -> None:
    assert find_leading({"": 0.6, "a2": 0.3, "a1": 0.1}) == "a2"
    assert find_leading({"": 1.0}) == ""
