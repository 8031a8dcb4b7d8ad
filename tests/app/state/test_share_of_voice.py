"""Share of voice: whose words fill the quotation marks."""

import pytest

from reader.analysis.model import Analysis, Claim
from reader.app.state.share_of_voice import shares_of_voice
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
    shares = shares_of_voice(_article(), Analysis(claims=(DIRECT, MIXED, INDIRECT, THOUGHT)))
    assert shares == {"lund": pytest.approx(4 / 9), "brandt": pytest.approx(5 / 9)}


def test_where_nobody_is_quoted_reported_words_count() -> None:
    other = Claim("c5", "indirect", "said", (_span("that the yard was"),), speaker_name="officials")
    shares = shares_of_voice(_article(), Analysis(claims=(INDIRECT, other, THOUGHT)))
    assert shares == {"brandt": pytest.approx(8 / 12), "officials": pytest.approx(4 / 12)}


def test_nothing_said_gives_no_shares() -> None:
    assert shares_of_voice(_article(), Analysis(claims=(THOUGHT,))) == {}
